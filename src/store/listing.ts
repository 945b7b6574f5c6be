// Records that a query wants, in its order: kept up to date, so that a page costs by the page and not by the store.
import { DueQueue, firstBeyond } from './due-queue.ts';
import type { Keyed } from './table.ts';

/** Which records a listing has, and in which order. */
export interface ListingPlan<Row> {
  /** As for sorting; records that are alike keep the order in which they were made. */
  compare(a: Row, b: Row): number;
  /** @param now milliseconds since the Unix epoch */
  isWanted(row: Row, now: number): boolean;
  /** When `isWanted` may say something else of the same record, infinity if never; always never unless given. */
  nextChange?(row: Row, now: number): number;
  /** The records among which it looks; all of the table unless given. */
  source?(): Iterable<Row>;
}

interface ListedTable<Row> {
  get(id: string): Row | undefined;
  /** Every record, in the order in which they were made. */
  all(): Iterable<Row>;
}

/** A change since the last page. */
interface Change<Row> {
  /** The record as it was then; none if it came since. */
  before: Row | undefined;
  /** Whether it was made since, be it again. */
  isNew: boolean;
}

/** Changes that are made one by one; of more, a listing is made anew. */
const FEW = 1_000;

export class Listing<Row extends Keyed> {
  readonly #table: ListedTable<Row>;
  readonly #plan: ListingPlan<Row>;
  #rows: Row[] = [];
  /** Ids of records that may be wanted, or no more, without having changed. */
  readonly #due = new DueQueue<string>((id) => this.#nextChange(this.#table.get(id)));
  /** By id; new records in the order in which they came. */
  readonly #changes = new Map<string, Change<Row>>();
  #isStale = true;
  /** When the last page was asked for. */
  #now = 0;

  constructor(table: ListedTable<Row>, plan: ListingPlan<Row>) {
    this.#table = table;
    this.#plan = plan;
  }

  /** To be told of each change of the table, without `before` of a new record. The next page pays for it. */
  changed(id: string, before: Row | undefined): void {
    if (this.#isStale) return;
    const known = this.#changes.get(id);
    if (known && before) return;
    if (known) this.#changes.delete(id);
    this.#changes.set(id, { before: known ? known.before : before, isNew: before === undefined });
    if (this.#changes.size > FEW) this.#isStale = true;
  }

  /** Records from `start` on, counted from the last record if `backwards`; and how many there are in all. */
  page(now: number, start: number, limit: number, backwards: boolean): { page: Row[]; total: number } {
    this.#now = now;
    if (this.#isStale || this.#due.countUntil(now) > FEW) this.#makeAnew();
    else this.#catchUp();
    const total = this.#rows.length;
    const page = backwards
      ? this.#rows.slice(Math.max(0, total - start - limit), Math.max(0, total - start)).reverse()
      : this.#rows.slice(start, start + limit);
    return { page, total };
  }

  #makeAnew(): void {
    const now = this.#now;
    const { source = () => this.#table.all(), isWanted, compare, nextChange } = this.#plan;
    const all = [...source()];
    // Sorting is stable: records that are alike stay in the order in which they were made.
    this.#rows = all.filter((row) => isWanted(row, now)).sort(compare);
    this.#due.fill(nextChange ? all.map((row) => ({ at: nextChange(row, now), subject: row.id })) : []);
    this.#changes.clear();
    this.#isStale = false;
  }

  #catchUp(): void {
    const now = this.#now;
    for (const id of this.#due.takeUntil(now)) {
      if (!this.#changes.has(id)) this.#changes.set(id, { before: this.#table.get(id), isNew: false });
    }
    if (this.#changes.size === 0) return;
    const coming: { row: Row; isNew: boolean }[] = [];
    for (const [id, { before, isNew }] of this.#changes) {
      const row = this.#table.get(id);
      this.#due.add(this.#nextChange(row), id);
      const index = before ? this.#rows.indexOf(before, this.#firstNotBefore(before)) : -1;
      const isWanted = row !== undefined && this.#plan.isWanted(row, now);
      if (index >= 0 && isWanted && !isNew && before && this.#plan.compare(before, row) === 0) {
        this.#rows[index] = row;
        continue;
      }
      if (index >= 0) this.#rows.splice(index, 1);
      if (isWanted) coming.push({ row, isNew });
    }
    this.#changes.clear();
    this.#putIn(coming);
  }

  #putIn(coming: { row: Row; isNew: boolean }[]): void {
    let places: Map<string, number> | undefined;
    const placeOf = (id: string): number => {
      places ??= new Map([...this.#table.all()].map((row, place) => [row.id, place]));
      return places.get(id) ?? 0;
    };
    for (const { row, isNew } of coming) {
      const first = this.#firstNotBefore(row);
      let index = firstBeyond(this.#rows, (other) => this.#plan.compare(other, row) > 0);
      // A new record comes last of those that are alike; one that comes back must find its place among them.
      if (!isNew) while (index > first && placeOf(this.#rows[index - 1]?.id ?? '') > placeOf(row.id)) index--;
      this.#rows.splice(index, 0, row);
    }
  }

  #nextChange(row: Row | undefined): number {
    return (row && this.#plan.nextChange?.(row, this.#now)) ?? Number.POSITIVE_INFINITY;
  }

  #firstNotBefore(row: Row): number {
    return firstBeyond(this.#rows, (other) => this.#plan.compare(other, row) >= 0);
  }
}
