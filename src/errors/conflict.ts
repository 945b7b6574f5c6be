// The error for adding something that already exists, or beyond a limit.

/** Thrown when something that already exists is added, or something beyond a limit. The message names it, and the remedy. */
export class Conflict extends Error {
  override name = 'Conflict';
}
