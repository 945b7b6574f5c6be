// The errors of a shared store: one when it cannot be used, which somebody has to mend, and one while it is away.

/**
 * A store that cannot be used with these options, or refuses what a mock asks, or has what no mock wrote: one line with
 * what is wrong, and the remedy.
 */
export class StoreError extends Error {
  override name = 'StoreError';
}

/** The engine did not answer. What it was asked to do may have been done. */
export class StoreAway extends Error {
  override name = 'StoreAway';
}
