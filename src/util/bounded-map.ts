// A map that holds only so much: what was set first is forgotten first.

export class BoundedMap<Key, Value> extends Map<Key, Value> {
  readonly #most: number;
  #newest: Key | undefined;

  /** @param most the most entries */
  constructor(most: number) {
    super();
    this.#most = most;
  }

  /** Sets an entry, which becomes the newest. */
  override set(key: Key, value: Value): this {
    // A map makes itself anew every few deletions: not for the key that a client uses again and again.
    if (key === this.#newest) return super.set(key, value);
    this.#newest = key;
    this.delete(key);
    if (this.size >= this.#most) {
      for (const oldest of this.keys()) {
        this.delete(oldest);
        break;
      }
    }
    return super.set(key, value);
  }

  /** Costs nothing where there is nothing: a Map makes a new table each time. */
  override clear(): void {
    if (this.size > 0) super.clear();
  }
}
