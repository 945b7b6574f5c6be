// What falls due, and when: found in the order of time, so that nothing is looked at before its time.
import TinyQueue from 'tinyqueue';

/** So many entries may be out of date before they are looked for. */
const FEW = 1_000;

interface Due<Subject> {
  at: number;
  /** Of those due at one moment, the one that was added first comes first. */
  nth: number;
  subject: Subject;
}

export class DueQueue<Subject> {
  readonly #due = new TinyQueue<Due<Subject>>([], (a, b) => a.at - b.at || a.nth - b.nth);
  #most = FEW;
  #added = 0;
  readonly #nextOf: (subject: Subject) => number;

  /** @param nextOf when a subject is due as things are by now; infinity if never */
  constructor(nextOf: (subject: Subject) => number) {
    this.#nextOf = nextOf;
  }

  /** Entries, those that are out of date included. */
  get size(): number {
    return this.#due.length;
  }

  /** When the first one is due; infinity if there is none. */
  get next(): number {
    return this.#due.peek()?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Adds a subject; nothing if it is due at no time. */
  add(at: number, subject: Subject): void {
    if (Number.isFinite(at)) this.#due.push({ at, nth: this.#added++, subject });
    if (this.#due.length > this.#most) this.#dropOutdated();
  }

  /** Takes out what is due until a moment, that moment included, each subject once. */
  takeUntil(now: number): Set<Subject> {
    const subjects = new Set<Subject>();
    while (this.next <= now) subjects.add((this.#due.pop() as Due<Subject>).subject);
    return subjects;
  }

  /** What changes often, or is gone, would stay until its time comes: never on a clock that stands still. */
  #dropOutdated(): void {
    const subjects = new Set<Subject>();
    for (let due = this.#due.pop(); due; due = this.#due.pop()) subjects.add(due.subject);
    this.#most = Number.POSITIVE_INFINITY;
    for (const subject of subjects) this.add(this.#nextOf(subject), subject);
    this.#most = 2 * this.#due.length + FEW;
  }
}
