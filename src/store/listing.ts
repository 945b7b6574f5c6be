// Records that a query wants, in its order: kept up to date, so that a page costs by the page and not by the store.
import type { Keyed } from './table.ts';

/** Which records a listing has, and in which order. */
export interface ListingPlan<Row> {
  /** As for sorting; records that are alike keep the order in which they were made. */
  compare(a: Row, b: Row): number;
  /** @param now milliseconds since the Unix epoch */
  isWanted(row: Row, now: number): boolean;
  /** When `isWanted` may say something else of the same record; infinity if never. */
  nextChange(row: Row, now: number): number;
  /** The records among which it looks; all of the table unless given. */
  source?(): Iterable<Row>;
}

interface ListedTable<Row> {
  get(id: string): Row | undefined;
  all(): Iterable<Row>;
  /** Grows with each record that is made. */
  placeOf(id: string): number;
}

/** Changes that are made one by one; of more, a listing is made anew. */
const FEW = 1_000;

/** The first index at which a sorted array is beyond something. */
function firstBeyond<One>(sorted: readonly One[], isBeyond: (one: One) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBeyond(sorted[middle] as One)) high = middle;
    else low = middle + 1;
  }
  return low;
}

export class Listing<Row extends Keyed> {
  readonly #table: ListedTable<Row>;
  readonly #plan: ListingPlan<Row>;
  #rows: Row[] = [];
  /** When records are to be looked at again, the earliest first. */
  #due: { at: number; id: string }[] = [];
  /** Records as they were at the last page, by id, with their places; without a row for those that came since. */
  readonly #changed = new Map<string, { row: Row | undefined; place: number }>();
  #isStale = true;

  constructor(table: ListedTable<Row>, plan: ListingPlan<Row>) {
    this.#table = table;
    this.#plan = plan;
  }

  /** To be told of each change of the table: what it costs is paid by the next page. */
  changed(id: string, row: Row | undefined, place: number): void {
    if (this.#isStale || this.#changed.has(id)) return;
    if (this.#changed.size > FEW) this.#isStale = true;
    else this.#changed.set(id, { row, place });
  }

  /** Records from `start` on, counted from the last record if `backwards`; and how many there are in all. */
  page(now: number, start: number, limit: number, backwards: boolean): { page: Row[]; total: number } {
    this.#catchUp(now);
    const total = this.#rows.length;
    const page = backwards
      ? this.#rows.slice(Math.max(0, total - start - limit), Math.max(0, total - start)).reverse()
      : this.#rows.slice(start, start + limit);
    return { page, total };
  }

  #catchUp(now: number): void {
    const due = firstBeyond(this.#due, ({ at }) => at > now);
    if (this.#isStale || due > FEW) {
      this.#makeAnew(now);
      return;
    }
    for (const { id } of this.#due.splice(0, due)) {
      const row = this.#table.get(id);
      if (row && !this.#changed.has(id)) this.#changed.set(id, { row, place: this.#table.placeOf(id) });
    }
    if (this.#changed.size === 0) return;
    for (const { row, place } of this.#changed.values()) if (row) this.#takeOut(row, place);
    const changed = [...this.#changed.keys()];
    this.#changed.clear();
    for (const id of changed) {
      const row = this.#table.get(id);
      if (row) this.#put(row, now);
    }
  }

  #makeAnew(now: number): void {
    const { source = () => this.#table.all(), isWanted, compare, nextChange } = this.#plan;
    const all = [...source()];
    // Sorting is stable: records that are alike stay in the order in which they were made.
    this.#rows = all.filter((row) => isWanted(row, now)).sort(compare);
    this.#due = all
      .map((row) => ({ at: nextChange(row, now), id: row.id }))
      .filter(({ at }) => Number.isFinite(at))
      .sort((a, b) => a.at - b.at);
    this.#changed.clear();
    this.#isStale = false;
  }

  #indexOf(row: Row, place: number): number {
    return firstBeyond(this.#rows, (other) => {
      const order = this.#plan.compare(other, row);
      return order > 0 || (order === 0 && this.#placeOf(other.id) >= place);
    });
  }

  /** Of a record that is gone from the table, the place that it had. */
  #placeOf(id: string): number {
    return this.#changed.get(id)?.place ?? this.#table.placeOf(id);
  }

  #takeOut(row: Row, place: number): void {
    const index = this.#indexOf(row, place);
    if (this.#rows[index] === row) this.#rows.splice(index, 1);
  }

  #put(row: Row, now: number): void {
    const at = this.#plan.nextChange(row, now);
    if (Number.isFinite(at)) {
      this.#due.splice(
        firstBeyond(this.#due, (other) => other.at > at),
        0,
        { at, id: row.id },
      );
    }
    if (this.#plan.isWanted(row, now)) {
      this.#rows.splice(this.#indexOf(row, this.#table.placeOf(row.id)), 0, row);
    }
  }
}
