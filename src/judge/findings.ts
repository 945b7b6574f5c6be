// The mistakes of an account, or of all: each once, with how often it was made, within fixed bounds.
import { printableLine } from '../util/printable.ts';
import type { Finding, Mistake } from './finding.ts';
import type { RuleDescription, Seen } from './rule.ts';

/** The most findings that are kept of an account; mistakes of more kinds than these are only counted. */
export const MOST_FINDINGS = 1_000;
/** The most that are kept of all accounts. */
const MOST_IN_ALL = 10_000;
/** Characters of a text, and of what is beside it. */
const LONGEST_TEXT = 2_000;
const LONGEST_DETAIL = 500;

/** How many findings there may still be, over all accounts. */
export class Room {
  left = MOST_IN_ALL;
}

const cut = (text: string, longest: number) =>
  text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text;

/**
 * A text that came from a client in part: on one line, within bounds, and harmless on a terminal. It is a copy, for a
 * part of a text keeps the whole of it in memory.
 */
const bounded = (text: string, longest = LONGEST_DETAIL): string =>
  Buffer.from(printableLine(cut(text, longest))).toString();

export class Findings {
  readonly #byKey = new Map<string, Finding>();
  readonly #room: Room;
  /** Mistakes that are not kept, because there were too many kinds. */
  dropped = 0;

  constructor(room = new Room()) {
    this.#room = room;
  }

  /** Counts a mistake. Returns its finding, or undefined if it is not kept. */
  add(
    { name: rule, severity }: RuleDescription,
    mistake: Mistake,
    { operation, id, method, path, at }: Seen,
  ): Finding | undefined {
    const kind = cut(mistake.kind ?? mistake.place ?? '', LONGEST_DETAIL);
    const key = `${rule} ${operation} ${kind}`;
    const known = this.#byKey.get(key);
    if (known) {
      known.count += 1;
      return known;
    }
    if (!this.#hasRoom()) {
      this.dropped += 1;
      return undefined;
    }
    const { text, remedy, place, document } = mistake;
    return this.#keep(Buffer.from(key).toString(), {
      rule,
      severity,
      operation,
      kind: bounded(kind),
      text: bounded(text, LONGEST_TEXT),
      remedy: bounded(remedy),
      ...(place !== undefined && { place: bounded(place) }),
      ...(document !== undefined && { document }),
      count: 1,
      first: { id, method, path: bounded(path), at },
    });
  }

  /**
   * Adds other findings: those of an account, unless they say themselves of which they are. A mistake that both have is
   * then one, with the request that came first.
   */
  addAll(others: Findings, account?: string | null): void {
    this.dropped += others.dropped;
    for (const [key, other] of others.#byKey) {
      const finding = account === undefined ? { ...other } : { ...other, account };
      const known = this.#byKey.get(key);
      if (!known) {
        if (this.#hasRoom()) this.#keep(key, finding);
        else this.dropped += finding.count;
      } else if (other.first.at < known.first.at) {
        this.#byKey.set(key, { ...finding, count: known.count + other.count });
      } else known.count += other.count;
    }
  }

  #hasRoom(): boolean {
    return this.#byKey.size < MOST_FINDINGS && this.#room.left > 0;
  }

  #keep(key: string, finding: Finding): Finding {
    this.#room.left -= 1;
    this.#byKey.set(key, finding);
    return finding;
  }

  /** Gives the room back that the findings take. */
  release(): void {
    this.#room.left += this.#byKey.size;
  }

  list(): Finding[] {
    return [...this.#byKey.values()].map((finding) => ({ ...finding }));
  }
}
