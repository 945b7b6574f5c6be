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

/** Of more, adding one by one takes longer than sorting them all. */
const VERY_FEW = 32;
/** So many entries may be of no use any more before they are looked for. */
const FEW = 1_000;

/** What is due at all, the earliest first. */
const inOrder = <Due extends { at: number }>(due: Due[]): Due[] =>
  due.filter(({ at }) => Number.isFinite(at)).sort((a, b) => a.at - b.at);

export class DueQueue<Subject> {
  /** The earliest first; of those at one moment, the one that was added first. */
  #due: { at: number; subject: Subject }[] = [];
  #most = FEW;
  readonly #nextOf: (subject: Subject) => number;

  /** @param nextOf when a subject is due as things are by now; infinity if never */
  constructor(nextOf: (subject: Subject) => number) {
    this.#nextOf = nextOf;
  }

  /** When the first one is due; infinity if there is none. */
  get next(): number {
    return this.#due[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Adds a subject; nothing if it is due at no time. */
  add(at: number, subject: Subject): void {
    if (!Number.isFinite(at)) return;
    const index = firstBeyond(this.#due, (other) => other.at > at);
    this.#due.splice(index, 0, { at, subject });
    if (this.#due.length > this.#most) this.#tidy();
  }

  /** Adds many: of more than a few, it is quicker to sort all once. */
  addAll(due: { at: number; subject: Subject }[]): void {
    if (due.length <= VERY_FEW) {
      for (const { at, subject } of due) this.add(at, subject);
      return;
    }
    this.#due = inOrder(this.#due.concat(due));
    if (this.#due.length > this.#most) this.#tidy();
  }

  /** What changes often, or is gone, would stay until its time comes: never on a clock that stands still. */
  #tidy(): void {
    const subjects = new Set(this.#due.map(({ subject }) => subject));
    this.fill([...subjects].map((subject) => ({ at: this.#nextOf(subject), subject })));
  }

  /** Replaces all that there is. */
  fill(due: Iterable<{ at: number; subject: Subject }>): void {
    this.#due = inOrder([...due]);
    this.#most = 2 * this.#due.length + FEW;
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
