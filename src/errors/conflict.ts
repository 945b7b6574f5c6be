// The error for adding something that already exists.

/** Thrown when something that already exists is added. The message names it, and the remedy. */
export class Conflict extends Error {
  override name = 'Conflict';
}
