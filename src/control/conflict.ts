// Something that cannot be added because it is there already.

export class Conflict extends Error {
  override name = 'Conflict';
}
