// The records of one kind in one account: found by id, by key, by owner, or in order of creation.
import { doAtOnce, type Parts } from '../time/slices.ts';
import { sortInParts } from '../time/sort-in-parts.ts';

/** What every record has: an id for clients, and a key that is unique in its table. */
export interface Keyed {
  readonly id: string;
  readonly key: string;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt?: number;
}

/** A table as plain data. */
export interface TableState<Row> {
  rows: Row[];
  /** How often records with a key were deleted. */
  deletions: [key: string, times: number][];
}

interface TableOptions<Row> {
  /** Called after each change: without `before` for a new record, without `after` for a removed one. */
  onChange(before: Row | undefined, after: Row | undefined): void;
  /** The bytes of a record, always the same for one record. */
  weightOf(row: Row): number;
  /** Creates the error that every access throws once the table is closed. */
  closedError(): Error;
  /** The ids of the records that own a record. */
  belongsTo?(row: Row): string[];
}

interface Content<Row> {
  rows: Map<string, Row>;
  idsByKey: Map<string, string>;
}

/** Records are immutable: an update replaces the record, so a reference to the old one stays valid. */
export class Table<Row extends Keyed> {
  readonly #options: TableOptions<Row>;
  #content: Content<Row> | undefined = { rows: new Map(), idsByKey: new Map() };
  /** How often the record with a key was deleted, because its next one gets another id. Created on first use. */
  #deletions: Map<string, number> | undefined;
  #groups: Map<string, Set<string>> | undefined;
  /** Ids in order of creation, including those of removed records; undefined until it is needed. */
  #order: string[] | undefined;
  /** Ids in that order whose records were removed. Building it anew at each removal would take long where it is. */
  readonly #removed = new Set<string>();
  #newest = Number.NEGATIVE_INFINITY;
  #hasOrder = true;
  /** Counts what was added and taken out. */
  #changes = 0;
  #bytes = 0;

  constructor(options: TableOptions<Row>) {
    this.#options = options;
  }

  /** Adds what a table had, without telling of it. */
  *load({ rows, deletions }: TableState<Row>): Parts<void> {
    for (const [index, row] of rows.entries()) {
      this.#add(row);
      if (index % 100 === 99) yield;
    }
    this.deletions = deletions;
  }

  get size(): number {
    return this.#open.rows.size;
  }

  /** Records, and keys of deleted ones. */
  get count(): number {
    return this.size + (this.#deletions?.size ?? 0);
  }

  /** Bytes of records, and of keys of deleted ones. */
  get bytes(): number {
    return this.#bytes;
  }

  get(id: string): Row | undefined {
    return this.#open.rows.get(id);
  }

  /** The record with the key. */
  find(key: string): Row | undefined {
    return this.get(this.#open.idsByKey.get(key) ?? '');
  }

  /** Every record, in insertion order. */
  all(): IterableIterator<Row> {
    return this.#open.rows.values();
  }

  /** The records that belong to an owner, in insertion order. */
  of(ownerId: string): Row[] {
    const { rows } = this.#open;
    return [...(this.#groups?.get(ownerId) ?? [])].flatMap((id) => rows.get(id) ?? []);
  }

  /** How many records belong to an owner. */
  countOf(ownerId: string): number {
    return this.#groups?.get(ownerId)?.size ?? 0;
  }

  /**
   * Ids in order of creation; in insertion order for records created at the same moment. Some may be of removed records.
   * @param ownerId only ids of records that belong to this owner
   */
  ids(ownerId?: string): readonly string[] {
    return doAtOnce(this.idsInParts(ownerId));
  }

  /** The same in parts, for where there may be very many that were not inserted in that order. */
  *idsInParts(ownerId?: string): Parts<readonly string[]> {
    const { rows } = this.#open;
    if (ownerId !== undefined) return yield* this.#sorted([...(this.#groups?.get(ownerId) ?? [])]);
    if (this.#order) return this.#order;
    const changes = this.#changes;
    const order = yield* this.#sorted([...rows.keys()]);
    if (this.#changes !== changes) return order;
    this.#removed.clear();
    this.#order = order;
    return order;
  }

  timesDeleted(key: string): number {
    return this.#deletions?.get(key) ?? 0;
  }

  insert(row: Row): Row {
    this.#add(row);
    this.#options.onChange(undefined, row);
    return row;
  }

  /**
   * Changes fields of a record; with another key, counts the deletion of the old one. Undefined if there is none with the
   * id.
   */
  update(id: string, changes: Partial<Omit<Row, 'id' | 'createdAt'>>): Row | undefined {
    const before = this.get(id);
    if (!before) return undefined;
    const after = { ...before, ...changes };
    this.#replace(before, after);
    if (after.key !== before.key) this.#countDeletion(before.key);
    this.#options.onChange(before, after);
    return after;
  }

  /** Removes a record, and counts the deletion of its key. */
  remove(id: string): Row | undefined {
    const row = this.get(id);
    if (!row) return undefined;
    this.#takeOut(row);
    this.#countDeletion(row.key);
    this.#options.onChange(row, undefined);
    return row;
  }

  /** Removes a record without counting the deletion. */
  forget(id: string): Row | undefined {
    const row = this.get(id);
    if (!row) return undefined;
    this.#takeOut(row);
    this.#options.onChange(row, undefined);
    return row;
  }

  /**
   * Takes over records that somebody else changed, without telling of it: undefined for those that are gone. New ones
   * come last.
   */
  adopt(rows: Iterable<readonly [id: string, row: Row | undefined]>): void {
    for (const [id, row] of rows) {
      const before = this.get(id);
      if (before && row) this.#replace(before, row);
      else if (before) this.#takeOut(before);
      else if (row) this.#add(row);
    }
  }

  /** How often records with a key were deleted, in place of what was known of that. */
  set deletions(deletions: TableState<Row>['deletions']) {
    for (const [key] of this.#deletions ?? []) this.#bytes -= key.length;
    this.#deletions = deletions.length > 0 ? new Map(deletions) : undefined;
    for (const [key] of deletions) this.#bytes += key.length;
  }

  get deletions(): TableState<Row>['deletions'] {
    return [...(this.#deletions ?? [])];
  }

  close(): void {
    this.#content = undefined;
    this.#order = undefined;
    this.#groups = undefined;
  }

  get #open(): Content<Row> {
    if (!this.#content) throw this.#options.closedError();
    return this.#content;
  }

  *#sorted(ids: string[]): Parts<string[]> {
    if (this.#hasOrder) return ids;
    const { rows } = this.#open;
    const dated: { id: string; createdAt: number }[] = [];
    for (const id of ids) {
      dated.push({ id, createdAt: rows.get(id)?.createdAt ?? 0 });
      yield;
    }
    const sorted = yield* sortInParts(dated, (a, b) => a.createdAt - b.createdAt);
    return sorted.map(({ id }) => id);
  }

  #add(row: Row): void {
    const { rows, idsByKey } = this.#open;
    this.#changes++;
    rows.set(row.id, row);
    idsByKey.set(row.key, row.id);
    this.#bytes += this.#options.weightOf(row);
    const { createdAt = 0 } = row;
    if (createdAt < this.#newest) this.#hasOrder = false;
    this.#newest = Math.max(this.#newest, createdAt);
    // A record that comes again under its id has another place.
    if (this.#hasOrder && !this.#removed.has(row.id)) this.#order?.push(row.id);
    else this.#order = undefined;
    for (const owner of this.#options.belongsTo?.(row) ?? []) {
      this.#groups ??= new Map();
      this.#groups.set(owner, (this.#groups.get(owner) ?? new Set()).add(row.id));
    }
  }

  #replace(before: Row, after: Row): void {
    const { rows, idsByKey } = this.#open;
    rows.set(after.id, after);
    this.#bytes += this.#options.weightOf(after) - this.#options.weightOf(before);
    if (after.key === before.key) return;
    // The key may be another record's by now.
    if (idsByKey.get(before.key) === before.id) idsByKey.delete(before.key);
    idsByKey.set(after.key, after.id);
  }

  #takeOut(row: Row): void {
    const { id } = row;
    const { rows, idsByKey } = this.#open;
    this.#changes++;
    rows.delete(id);
    if (idsByKey.get(row.key) === id) idsByKey.delete(row.key);
    this.#bytes -= this.#options.weightOf(row);
    if (this.#order) this.#removed.add(id);
    if (this.#order && this.#removed.size > this.#order.length / 2) this.#order = undefined;
    for (const owner of this.#options.belongsTo?.(row) ?? []) {
      const group = this.#groups?.get(owner);
      group?.delete(id);
      if (group?.size === 0) this.#groups?.delete(owner);
    }
  }

  #countDeletion(key: string): void {
    this.#deletions ??= new Map();
    if (!this.#deletions.has(key)) this.#bytes += key.length;
    this.#deletions.set(key, this.timesDeleted(key) + 1);
  }
}
