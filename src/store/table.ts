// One kind of record of one account: found by id, by what it was made of, by what it belongs to, or in a listing.
import { Listing, type ListingPlan } from './listing.ts';

/** Every record has an id for clients and a key that no two records of a table share. */
export interface Keyed {
  readonly id: string;
  readonly key: string;
}

/** How many records all tables of a store hold together, keys of deleted ones included. */
export interface Usage {
  kept: number;
}

/** Listings that are kept of a table: a client pages through one or two at a time. */
const LISTINGS_KEPT = 16;

/** Called after each change: without `before` for a new record, without `after` for one that is gone. */
export type OnChange<Row> = (before: Row | undefined, after: Row | undefined) => void;

interface TableOptions<Row> {
  usage: Usage;
  onChange: OnChange<Row>;
  /** Called for a record that is gone without a trace. */
  onForget: (row: Row) => void;
  /** Ids of other records that a record belongs to, under which `of()` finds it. */
  belongsTo?: (row: Row) => string[];
}

/** A table as JSON can hold it. */
export interface TableSnapshot<Row> {
  rows: Row[];
  deletions: [key: string, times: number][];
}

/** What tables have in common in which nothing is; never changed. */
const NOTHING = new Map<never, never>();

/** Records are replaced, never changed, so that a snapshot can share them. */
export class Table<Row extends Keyed> {
  #rows: Map<string, Row> = NOTHING;
  #idsByKey: Map<string, string> = NOTHING;
  // Made when they are needed: most accounts delete nothing, and files belong to nobody.
  /** How often the record of a key was deleted: its next one gets another id. */
  #deletions: Map<string, number> | undefined;
  #groups: Map<string, Set<string>> | undefined;
  /** By what they list, the one unused for longest first. */
  #listings: Map<string, Listing<Row>> | undefined;
  readonly #options: TableOptions<Row>;

  constructor(options: TableOptions<Row>) {
    this.#options = options;
  }

  /** Records, without those that are gone. */
  get size(): number {
    return this.#rows.size;
  }

  /** What counts for the store's limits: the records, and the keys of those deleted. */
  get kept(): number {
    return this.#rows.size + (this.#deletions?.size ?? 0);
  }

  get(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  /** The record that was made of what the key stands for. */
  find(key: string): Row | undefined {
    const id = this.#idsByKey.get(key);
    return id === undefined ? undefined : this.get(id);
  }

  /** Every record, oldest first. */
  all(): IterableIterator<Row> {
    return this.#rows.values();
  }

  /** The records that belong to another one, oldest first. */
  of(ownerId: string): Row[] {
    return [...(this.#groups?.get(ownerId) ?? [])].flatMap((id) => this.#rows.get(id) ?? []);
  }

  /** How many records belong to another one. */
  countOf(ownerId: string): number {
    return this.#groups?.get(ownerId)?.size ?? 0;
  }

  /** The listing of that name, made to plan if it is new; the last few are kept. */
  listing(name: string, plan: ListingPlan<Row>): Listing<Row> {
    this.#listings ??= new Map();
    const listing = this.#listings.get(name) ?? new Listing<Row>(this, plan);
    this.#listings.delete(name);
    this.#listings.set(name, listing);
    if (this.#listings.size > LISTINGS_KEPT) {
      // Not one that somebody waits for.
      const unused = [...this.#listings].find(([other, { isUpdating }]) => other !== name && !isUpdating);
      if (unused) this.#listings.delete(unused[0]);
      unused?.[1].drop();
    }
    return listing;
  }

  /**
   * To be told that another record changed, to which some belong, if listings are about what that is.
   * @param isMoved whether they may have another place in listings now
   */
  ownerChanged(ownerId: string, isMoved: boolean): void {
    if (this.#listings) for (const row of this.of(ownerId)) this.#tellListings(row.id, row, isMoved);
  }

  #dropListings(): void {
    for (const listing of this.#listings?.values() ?? []) listing.drop();
    this.#listings = undefined;
  }

  /** How often the record of a key was deleted. */
  timesDeleted(key: string): number {
    return this.#deletions?.get(key) ?? 0;
  }

  insert(row: Row): Row {
    this.#add(row);
    this.#options.onChange(undefined, row);
    return row;
  }

  /** Changes some fields of a record. Undefined if there is none with that id. */
  update(id: string, changes: Partial<Omit<Row, 'id' | 'key'>>): Row | undefined {
    const before = this.get(id);
    if (!before) return undefined;
    const after = { ...before, ...changes };
    this.#rows.set(id, after);
    this.#tellListings(id, before);
    this.#options.onChange(before, after);
    return after;
  }

  remove(id: string): Row | undefined {
    const row = this.get(id);
    if (!row) return undefined;
    this.#takeOut(row);
    const times = this.timesDeleted(row.key);
    this.#deletions ??= new Map();
    this.#deletions.set(row.key, times + 1);
    if (times > 0) this.#options.usage.kept -= 1;
    this.#options.onChange(row, undefined);
    return row;
  }

  /** Removes a record without remembering that it was there. */
  forget(id: string): void {
    const row = this.get(id);
    if (!row) return;
    this.#takeOut(row);
    this.#options.usage.kept -= 1;
    this.#options.onForget(row);
  }

  snapshot(): TableSnapshot<Row> {
    return { rows: [...this.#rows.values()], deletions: [...(this.#deletions ?? [])] };
  }

  /** Puts back what a snapshot holds; nobody is told of it as of changes. */
  restore({ rows, deletions }: TableSnapshot<Row>): void {
    this.clear();
    for (const row of rows) this.#add(row);
    this.#deletions = new Map(deletions);
    this.#options.usage.kept += this.#deletions.size;
  }

  clear(): void {
    this.#options.usage.kept -= this.kept;
    this.#rows = NOTHING;
    this.#idsByKey = NOTHING;
    this.#deletions = undefined;
    this.#groups = undefined;
    this.#dropListings();
  }

  #add(row: Row): void {
    if (this.#rows === NOTHING) {
      this.#rows = new Map();
      this.#idsByKey = new Map();
    }
    this.#rows.set(row.id, row);
    this.#idsByKey.set(row.key, row.id);
    this.#options.usage.kept += 1;
    this.#tellListings(row.id, undefined);
    for (const owner of this.#options.belongsTo?.(row) ?? []) {
      this.#groups ??= new Map();
      this.#groups.set(owner, (this.#groups.get(owner) ?? new Set()).add(row.id));
    }
  }

  #takeOut(row: Row): void {
    this.#rows.delete(row.id);
    this.#idsByKey.delete(row.key);
    this.#leaveGroups(row);
    this.#tellListings(row.id, row);
  }

  #tellListings(id: string, before: Row | undefined, isMoved = false): void {
    if (!this.#listings) return;
    for (const listing of this.#listings.values()) listing.changed(id, before, isMoved);
  }

  #leaveGroups(row: Row): void {
    for (const owner of this.#options.belongsTo?.(row) ?? []) {
      const group = this.#groups?.get(owner);
      group?.delete(row.id);
      if (group?.size === 0) this.#groups?.delete(owner);
    }
  }
}
