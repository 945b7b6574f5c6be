// A queue of subjects ordered by when they are due, so that finding the next one does not visit the others.
import TinyQueue from 'tinyqueue';

/** The size of the queue from which outdated entries are dropped. */
const FEW = 1_000;

interface Due<Subject> {
  at: number;
  /** The order of insertion, for subjects due at the same moment. */
  nth: number;
  subject: Subject;
}

export class DueQueue<Subject> {
  readonly #due = new TinyQueue<Due<Subject>>([], (a, b) => a.at - b.at || a.nth - b.nth);
  #most = FEW;
  #added = 0;
  readonly #nextOf: (subject: Subject) => number;

  /** @param nextOf when a subject is due next, according to its current state; infinity if never */
  constructor(nextOf: (subject: Subject) => number) {
    this.#nextOf = nextOf;
  }

  /** The number of entries, outdated ones included. */
  get size(): number {
    return this.#due.length;
  }

  /** When the first subject is due; infinity if there is none. */
  get next(): number {
    return this.#due.peek()?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Adds a subject, unless it is never due. */
  add(at: number, subject: Subject): void {
    if (Number.isFinite(at)) this.#due.push({ at, nth: this.#added++, subject });
    if (this.#due.length > this.#most) this.#dropOutdated();
  }

  /** Removes and returns the subjects due at or before `now`, each once. */
  takeUntil(now: number): Set<Subject> {
    const subjects = new Set<Subject>();
    while (this.next <= now) subjects.add((this.#due.pop() as Due<Subject>).subject);
    return subjects;
  }

  /** Outdated entries would otherwise stay until they are due, which on a stopped clock is never. */
  #dropOutdated(): void {
    const subjects = new Set<Subject>();
    for (let due = this.#due.pop(); due; due = this.#due.pop()) subjects.add(due.subject);
    this.#most = Number.POSITIVE_INFINITY;
    for (const subject of subjects) this.add(this.#nextOf(subject), subject);
    this.#most = 2 * this.#due.length + FEW;
  }
}
