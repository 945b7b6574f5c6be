// A binary heap: finds and removes the first of many values without sorting them all.

/** @param isBefore whether one value comes before another; equal values come in any order */
export class Heap<One> {
  #all: One[] = [];
  readonly #isBefore: (a: One, b: One) => boolean;

  constructor(isBefore: (a: One, b: One) => boolean) {
    this.#isBefore = isBefore;
  }

  get size(): number {
    return this.#all.length;
  }

  get first(): One | undefined {
    return this.#all[0];
  }

  push(one: One): void {
    const all = this.#all;
    let at = all.length;
    for (let above = (at - 1) >> 1; at > 0 && this.#isBefore(one, all[above] as One); above = (at - 1) >> 1) {
      all[at] = all[above] as One;
      at = above;
    }
    all[at] = one;
  }

  /** Removes and returns the first value. */
  pop(): One | undefined {
    const all = this.#all;
    const first = all[0];
    const last = all.pop();
    if (last !== undefined && all.length > 0) this.#sinkFromTop(last);
    return first;
  }

  #sinkFromTop(one: One): void {
    const all = this.#all;
    let at = 0;
    for (let below = 1; below < all.length; below = 2 * at + 1) {
      const right = below + 1;
      if (right < all.length && this.#isBefore(all[right] as One, all[below] as One)) below = right;
      if (!this.#isBefore(all[below] as One, one)) break;
      all[at] = all[below] as One;
      at = below;
    }
    all[at] = one;
  }
}
