// Records in the order of a listing, and what changes do to them, few or many at once.
import { firstBeyond } from './due-queue.ts';
import type { Keyed } from './table.ts';

export interface Order<Row> {
  /** As for sorting; records that are alike keep the order in which they were made. */
  compare(a: Row, b: Row): number;
  /** Told of a record that is about to get a place anew, if `compare` remembers something about it. */
  forget?(id: string): void;
}

/** A change of a record that is not told of yet. */
export interface Change<Row> {
  /** The record as it was then; none if it came since. */
  before: Row | undefined;
  /** Whether it was made since, be it again. */
  isNew: boolean;
  /** Whether its place may be another one, though the record does not tell. */
  isMoved: boolean;
}

/** A change, and what the record is now; none if it is not wanted. */
export interface Outcome<Row> extends Change<Row> {
  row: Row | undefined;
}

/** A record that is to be put in. */
type Coming<Row> = { row: Row; isNew: boolean };

/** Changes that are made one by one; of more, it is quicker to go through all rows once. */
const FEW = 128;

export class SortedRows<Row extends Keyed> {
  all: Row[] = [];
  readonly #order: Order<Row>;
  readonly #asMade: () => Iterable<Row>;

  /** @param asMade gives the records of the table in the order in which they were made */
  constructor(order: Order<Row>, asMade: () => Iterable<Row>) {
    this.#order = order;
    this.#asMade = asMade;
  }

  /** Adds a record that was made after all others. */
  add(row: Row): void {
    this.#order.forget?.(row.id);
    this.all.splice(this.#firstAfter(row), 0, row);
  }

  change(outcomes: Outcome<Row>[]): void {
    const isFew = outcomes.length <= FEW;
    const coming = isFew ? this.#takeOut(outcomes) : this.#takeOutMany(outcomes);
    for (const { row } of coming) this.#order.forget?.(row.id);
    const inOrder = this.#orderOf(coming);
    // A new record comes last of those that are alike; one that comes back must find its place among them.
    if (isFew) for (const { row, isNew } of coming) this.#putIn(row, isNew ? this.#order.compare : inOrder);
    else this.all = this.all.concat(coming.map(({ row }) => row)).sort(inOrder);
  }

  /** Takes out what was there before, or replaces it where it stays in its place. Returns what is to be put in. */
  #takeOut(outcomes: Outcome<Row>[]): Coming<Row>[] {
    return outcomes.flatMap((outcome) => {
      const index = outcome.before ? this.#indexOf(outcome.before) : -1;
      const replacement = index >= 0 ? this.#replacementOf(outcome) : undefined;
      if (index >= 0) this.all.splice(index, 1, ...(replacement ? [replacement] : []));
      return outcome.row && !replacement ? [{ row: outcome.row, isNew: outcome.isNew }] : [];
    });
  }

  #takeOutMany(outcomes: Outcome<Row>[]): Coming<Row>[] {
    const byBefore = new Map(outcomes.map((outcome) => [outcome.before, outcome]));
    const replaced = new Set<Outcome<Row>>();
    const staying: Row[] = [];
    for (const row of this.all) {
      const outcome = byBefore.get(row);
      const stays = outcome ? this.#replacementOf(outcome) : row;
      if (outcome && stays) replaced.add(outcome);
      if (stays) staying.push(stays);
    }
    this.all = staying;
    return outcomes.flatMap((outcome) =>
      outcome.row && !replaced.has(outcome) ? [{ row: outcome.row, isNew: outcome.isNew }] : [],
    );
  }

  /** What takes the place of a record, if it stays there. */
  #replacementOf({ before, row, isNew, isMoved }: Outcome<Row>): Row | undefined {
    return before && row && !isNew && !isMoved && this.#order.compare(before, row) === 0 ? row : undefined;
  }

  #indexOf(row: Row): number {
    const after = this.#firstAfter(row);
    for (let at = this.#firstNotBefore(row); at < after; at++) if (this.all[at] === row) return at;
    return -1;
  }

  #putIn(row: Row, order: (a: Row, b: Row) => number): void {
    const index = firstBeyond(this.all, (other) => order(other, row) > 0);
    this.all.splice(index, 0, row);
  }

  /** The order of what is there and of what is coming, with that among those that are alike. */
  #orderOf(coming: Coming<Row>[]): (a: Row, b: Row) => number {
    const { compare } = this.#order;
    const places = this.#placesAmongAlike(coming.flatMap(({ row, isNew }) => (isNew ? [] : [row])));
    if (places.size === 0) return compare;
    const placeOf = ({ id }: Row) => places.get(id) ?? Number.MAX_SAFE_INTEGER;
    return (a, b) => compare(a, b) || placeOf(a) - placeOf(b);
  }

  /** How manieth of the table some records are, and those that are like them, by id. */
  #placesAmongAlike(some: Row[]): Map<string, number> {
    const ranges = some.map((row) => [this.#firstNotBefore(row), this.#firstAfter(row)] as const);
    // Those of records that are alike are the same; of one that nothing is like, it is empty.
    const others = new Map(ranges.filter(([first, after]) => first < after));
    const alike = [...others].flatMap(([first, after]) => this.all.slice(first, after));
    const ids = new Set([...alike, ...some].map(({ id }) => id));
    let place = 0;
    // One alone comes before whatever is new.
    const places = new Map(some.map(({ id }) => [id, place]));
    if (ids.size < 2) return places;
    for (const { id } of this.#asMade()) {
      place++;
      if (ids.has(id)) places.set(id, place);
    }
    return places;
  }

  #firstNotBefore(row: Row): number {
    return firstBeyond(this.all, (other) => this.#order.compare(other, row) >= 0);
  }

  #firstAfter(row: Row): number {
    return firstBeyond(this.all, (other) => this.#order.compare(other, row) > 0);
  }
}
