// Whether a client sends its requests as fast as it can, or ever after the same short pause. Pauses that grow are told
// from that however they grow, and though they are drawn at random: it says nothing before chance is ruled out.

/** The latest pauses, which are looked at. */
const WINDOW = 10;
/** Pauses from which on a client is seen to make none. */
const FEW = 4;
/**
 * Milliseconds that each pause beyond the third adds to the mean up to which there are none, and the most that it comes
 * to. Pauses drawn from 0 to 10 ms, then to 20, to 40 and so on have so small a mean once in 10,000 times.
 */
const SLACK = 1.5;
const AT_ONCE = 10;
/** Milliseconds: shorter pauses are equal, for a client that makes none takes now less, now more. */
const SHORTEST = 2;
/** How far pauses differ that are meant to be the same: without the longest and the shortest of them. */
const SPREAD = 1.3;
/** How much longer the later half of the pauses is if they grow: without any, and with the same that vary a little. */
const GROWTH = { atOnce: 1.5, steady: 1.1 };
/** How much longer than the first they are at last, if they grew to a limit. */
const GROWN = 2;

const middleOf = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
};

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

export class Pauses {
  readonly #latest: number[] = [];
  #shortest = Number.POSITIVE_INFINITY;

  /** Adds a pause, in milliseconds. */
  add(pause: number): void {
    this.#latest.push(pause);
    if (this.#latest.length > WINDOW) this.#latest.shift();
    this.#shortest = Math.min(this.#shortest, pause);
  }

  /** The longest of the latest, in milliseconds. */
  get longest(): number {
    return Math.max(...this.#latest);
  }

  /** Whether there are none, or ever the same. */
  areNoneOrTheSame(): boolean {
    return this.#areNone() || this.#areTheSame();
  }

  #areNone(): boolean {
    const { length } = this.#latest;
    const limit = Math.min(AT_ONCE, SLACK * (length - FEW + 1));
    return length >= FEW && meanOf(this.#latest) < limit && this.#growth() < GROWTH.atOnce;
  }

  #areTheSame(): boolean {
    if (this.#latest.length < WINDOW) return false;
    const sorted = this.#latest.toSorted((a, b) => a - b);
    const [short = 0, long = 0] = [sorted[1], sorted.at(-2)];
    return (
      long <= SPREAD * short && middleOf(sorted) < GROWN * this.#shortest && this.#growth() < GROWTH.steady
    );
  }

  /** How many times as long as the earlier half the later half is, in the middle. */
  #growth(): number {
    const half = this.#latest.length >> 1;
    const [earlier, later] = [this.#latest.slice(0, half), this.#latest.slice(-half)].map(middleOf);
    return Math.max(SHORTEST, later ?? 0) / Math.max(SHORTEST, earlier ?? 0);
  }
}
