// What is to be looked at again, and when: in the order of time, so that nothing is looked at before.

/** The first index at which a sorted array is beyond something. */
export function firstBeyond<One>(sorted: readonly One[], isBeyond: (one: One) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBeyond(sorted[middle] as One)) high = middle;
    else low = middle + 1;
  }
  return low;
}

export class DueQueue<Subject> {
  /** The earliest first; of those at one moment, the one that was added first. */
  #due: { at: number; subject: Subject }[] = [];

  /** When the first one is due; infinity if there is none. */
  get next(): number {
    return this.#due[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Adds a subject; nothing if it is due at no time. */
  add(at: number, subject: Subject): void {
    if (!Number.isFinite(at)) return;
    const index = firstBeyond(this.#due, (other) => other.at > at);
    this.#due.splice(index, 0, { at, subject });
  }

  /** Replaces all that there is. */
  fill(due: Iterable<{ at: number; subject: Subject }>): void {
    this.#due = [...due].filter(({ at }) => Number.isFinite(at)).sort((a, b) => a.at - b.at);
  }

  /** How many are due until a moment, that moment included. */
  countUntil(now: number): number {
    return firstBeyond(this.#due, ({ at }) => at > now);
  }

  /** Takes out what is due until a moment, each subject once. */
  takeUntil(now: number): Set<Subject> {
    return new Set(this.#due.splice(0, this.countUntil(now)).map(({ subject }) => subject));
  }
}
