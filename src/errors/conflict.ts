// Something that cannot be added because of what is there already.

/** Thrown where something is added that is there already, or beyond a limit; its message says which, and the remedy. */
export class Conflict extends Error {
  override name = 'Conflict';
}
