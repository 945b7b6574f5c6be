// A few large buffers that small things are written into, one after the other.

/** Bytes of a chunk, unless something larger has to be written. */
const SIZE = 1_048_576;
/** Chunks without entries that are kept for later ones. */
const MOST_SPARE = 2;

export interface Chunk {
  readonly bytes: Buffer;
  used: number;
  /** How many entries are in it. */
  entries: number;
}

export class Chunks {
  readonly #spare: Chunk[] = [];
  #current: Chunk | undefined;

  /** A chunk with so many bytes of room. */
  withRoom(room: number): Chunk {
    const current = this.#current;
    if (current && current.bytes.length - current.used >= room) return current;
    const size = Math.max(SIZE, room);
    const spare = size === SIZE ? this.#spare.pop() : undefined;
    const chunk = spare ?? { bytes: Buffer.allocUnsafeSlow(size), used: 0, entries: 0 };
    chunk.used = 0;
    this.#current = chunk;
    return chunk;
  }

  /** To be called once for each entry that was in a chunk, when it is needed no more. */
  release(chunk: Chunk): void {
    chunk.entries -= 1;
    if (chunk.entries > 0 || chunk === this.#current) return;
    if (this.#spare.length < MOST_SPARE && chunk.bytes.length === SIZE) this.#spare.push(chunk);
  }
}
