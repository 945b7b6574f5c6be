// What changed in an account since it was last written: names only, so that many changes of one thing are one.
import type { AccountSnapshot, Tables } from './records.ts';
import type { Keyed } from './table.ts';

export type TableName = keyof Tables;
export type FieldName = keyof Omit<AccountSnapshot, TableName | 'refusals'>;

/** The changes of one table, by ids and keys. */
export interface TableChanges {
  /** New or changed, in the order in which they came. */
  readonly rows: Set<string>;
  readonly gone: Set<string>;
  /** Keys whose records were deleted. */
  readonly deletions: Set<string>;
}

export class AccountChanges {
  /** Whether nothing that was written before counts any more. */
  isWhole = false;
  readonly fields = new Set<FieldName>();
  /** Keys of items. */
  readonly refusals = new Set<string>();
  readonly tables = new Map<TableName, TableChanges>();

  /** Notes that everything was replaced or forgotten. */
  replaceAll(): void {
    this.isWhole = true;
  }

  /** Notes a record that is new, changed or deleted. */
  record(name: TableName, before: Keyed | undefined, after: Keyed | undefined): void {
    if (after) this.#of(name).rows.add(after.id);
    else if (before) {
      this.forgotten(name, before.id);
      this.#of(name).deletions.add(before.key);
    }
  }

  /** Notes a record that is gone without a trace. */
  forgotten(name: TableName, id: string): void {
    const { rows, gone } = this.#of(name);
    // One that comes again under the same id has lost its place in the order.
    rows.delete(id);
    gone.add(id);
  }

  #of(name: TableName): TableChanges {
    let changes = this.tables.get(name);
    if (!changes) {
      changes = { rows: new Set(), gone: new Set(), deletions: new Set() };
      this.tables.set(name, changes);
    }
    return changes;
  }
}
