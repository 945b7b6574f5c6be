// Something that cannot be added because it is there already.

/** Thrown where something is added that is there already; its message names what, and the remedy. */
export class Conflict extends Error {
  override name = 'Conflict';
}
