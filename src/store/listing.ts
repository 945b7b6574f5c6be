// Records that a query wants, in its order: kept up to date, so that a page costs by the page and not by the store.
import { atOnce, inSlices, sorting } from '../time/slices.ts';
import { DueQueue } from './due-queue.ts';
import { type Change, type Order, type Outcome, SortedRows } from './sorted-rows.ts';
import type { Keyed } from './table.ts';

/** Which records a listing has, and in which order. */
export interface ListingPlan<Row> extends Order<Row> {
  /** @param now milliseconds since the Unix epoch */
  isWanted(row: Row, now: number): boolean;
  /** When `isWanted` may say something else of the same record, infinity if never; always never unless given. */
  nextChange?(row: Row, now: number): number;
  /** The records among which it looks; all of the table unless given. */
  source?(): Iterable<Row>;
  /** Whether a record can be among them; any can unless given. */
  isAbout?(row: Row): boolean;
}

interface ListedTable<Row> {
  readonly size: number;
  get(id: string): Row | undefined;
  /** Every record, in the order in which they were made. */
  all(): Iterable<Row>;
}

/** Changes that are caught up with, and records of which a listing is made, at one go. */
const FEW = 1_000;
/** Records that are looked at in one step. */
const STEP = 256;

export class Listing<Row extends Keyed> {
  readonly #table: ListedTable<Row>;
  readonly #plan: ListingPlan<Row>;
  readonly #rows: SortedRows<Row>;
  /** Ids of records that may be wanted, or no more, without having changed. */
  readonly #due = new DueQueue<string>((id) => this.#nextChange(this.#table.get(id)));
  /** By id; new records in the order in which they came. */
  readonly #changes = new Map<string, Change<Row>>();
  #isStale = true;
  #isDropped = false;
  /** What brings it up to date, if that takes long: the work itself, and when it is done. */
  #update: { steps: Iterator<void>; done: Promise<void> } | undefined;
  /** When it was last brought up to date. */
  #now = 0;

  constructor(table: ListedTable<Row>, plan: ListingPlan<Row>) {
    this.#table = table;
    this.#plan = plan;
    this.#rows = new SortedRows(plan, () => table.all());
  }

  /** Whether it is being brought up to date. */
  get isUpdating(): boolean {
    return this.#update !== undefined;
  }

  /** To be told that nobody tells it of changes any more: what it was about to do is of no use. */
  drop(): void {
    this.#isDropped = true;
  }

  /** To be told of each change of the table, without `before` of a new record. The next page pays for it. */
  changed(id: string, before: Row | undefined, isMoved = false): void {
    if (this.#isStale) return;
    const row = before ?? this.#table.get(id);
    if (row && this.#plan.isAbout?.(row) === false) return;
    const known = this.#changes.get(id);
    if (known) known.isMoved ||= isMoved;
    if (known && before) return;
    if (known) this.#changes.delete(id);
    const isNew = before === undefined;
    this.#changes.set(id, { before: known ? known.before : before, isNew, isMoved });
    if (!this.isUpdating && this.#changes.size > FEW + this.#rows.all.length / 8) this.#isStale = true;
  }

  /**
   * Brings it up to date, so that `page` tells how things are.
   * @param now tells the time, in milliseconds since the Unix epoch
   * @param inHaste whether to do so at one go, however long everybody else waits
   * @returns undefined if that is done, else when to ask again
   */
  update(now: () => number, inHaste: boolean): Promise<void> | undefined {
    if (this.#update && !inHaste) return this.#update.done;
    if (this.#update) atOnce(this.#update.steps);
    const steps = this.#steps(now);
    if (inHaste || !this.#takesLong(now())) {
      atOnce(steps);
      return undefined;
    }
    const done = inSlices(steps, this.#table.size).finally(() => {
      this.#update = undefined;
    });
    this.#update = { steps, done };
    return done;
  }

  /** Records from `start` on, counted from the last one if `backwards`; how many there are in all; and as of when. */
  page(start: number, limit: number, backwards: boolean): { page: Row[]; total: number; now: number } {
    const { all } = this.#rows;
    const total = all.length;
    const page = backwards
      ? all.slice(Math.max(0, total - start - limit), Math.max(0, total - start)).reverse()
      : all.slice(start, start + limit);
    return { page, total, now: this.#now };
  }

  #takesLong(now: number): boolean {
    const isMuch =
      this.#isStale || now < this.#now || this.#changes.size > FEW || this.#due.countUntil(now) > FEW;
    return isMuch && this.#table.size > FEW;
  }

  *#steps(now: () => number): Generator<void, void> {
    let isDone = false;
    try {
      const work = this.#work(now());
      while (!work.next().done) {
        if (this.#isDropped) return;
        yield;
      }
      isDone = true;
    } finally {
      // What was begun and not ended is nothing to go on from.
      if (!isDone) this.#isStale = true;
    }
  }

  *#work(now: number): Generator<void, void> {
    // A clock goes back where the real time is corrected.
    if (now < this.#now) this.#isStale = true;
    this.#now = now;
    if (this.#isStale || this.#due.countUntil(now) > FEW) yield* this.#makeAnew();
    yield* this.#takeInNew();
    if (this.#changes.size > FEW) yield* this.#makeAnew();
    this.#catchUp();
  }

  *#makeAnew(): Generator<void, void> {
    const { source = () => this.#table.all(), isWanted, compare, nextChange } = this.#plan;
    // What changes from here on is caught up with.
    this.#changes.clear();
    this.#isStale = false;
    const wanted: Row[] = [];
    const due: { at: number; subject: string }[] = [];
    let steps = 0;
    for (const current of source()) {
      if (++steps % STEP === 0) yield;
      const change = this.#changes.get(current.id);
      if (change?.isNew) continue;
      this.#plan.forget?.(current.id);
      const row = change?.before ?? current;
      if (isWanted(row, this.#now)) wanted.push(row);
      const at = nextChange?.(row, this.#now) ?? Number.POSITIVE_INFINITY;
      if (Number.isFinite(at)) due.push({ at, subject: row.id });
    }
    // Records that are alike stay in the order in which they were made.
    this.#rows.all = yield* sorting(wanted, compare);
    this.#due.fill(due);
  }

  /** Most changes of a store that is written to while it is listed: records that were made, and not again. */
  *#takeInNew(): Generator<void, void> {
    let steps = 0;
    for (const [id, { before, isNew }] of this.#changes) {
      // Made again, it comes before those that were made after it.
      if (isNew && before) return;
      if (!isNew) continue;
      this.#changes.delete(id);
      const row = this.#table.get(id);
      this.#due.add(this.#nextChange(row), id);
      if (row && this.#plan.isWanted(row, this.#now)) this.#rows.add(row);
      if (++steps % STEP === 0) yield;
    }
  }

  #catchUp(): void {
    for (const id of this.#due.takeUntil(this.#now)) {
      const before = this.#table.get(id);
      if (!this.#changes.has(id)) this.#changes.set(id, { before, isNew: false, isMoved: false });
    }
    if (this.#changes.size === 0) return;
    const ids = [...this.#changes.keys()];
    this.#due.addAll(ids.map((id) => ({ at: this.#nextChange(this.#table.get(id)), subject: id })));
    const outcomes = [...this.#changes].map(([id, change]) => this.#outcomeOf(id, change));
    this.#changes.clear();
    this.#rows.change(outcomes);
  }

  #outcomeOf(id: string, change: Change<Row>): Outcome<Row> {
    const row = this.#table.get(id);
    return { ...change, row: row && this.#plan.isWanted(row, this.#now) ? row : undefined };
  }

  #nextChange(row: Row | undefined): number {
    return (row && this.#plan.nextChange?.(row, this.#now)) ?? Number.POSITIVE_INFINITY;
  }
}
