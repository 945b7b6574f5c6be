// What this mock knows of an account in a store that mocks share: its fields, one for each record, so that a change of one
// record writes that record, and other mocks read and take over no more than it.
import { type AccountParts, type AccountState, tableNames } from '../records/account-state.ts';
import type { Changes } from '../store/shared-store.ts';
import type { AccountStore } from './account-store.ts';
import type { ForeignChange, StoreChange } from './store-change.ts';
import {
  isPart,
  nameOf,
  partsOf,
  partTexts,
  type Row,
  rowOf,
  rowText,
  type StoredAccount,
  tableOf,
} from './stored-account.ts';

/** What has to be changed in this process for an account to be as the store has it. */
export interface Adoption {
  parts: AccountParts;
  records: ForeignChange[];
}

export class Replica {
  /** As in the store, at the version that is known. */
  #parts = new Map<string, string>();
  #rows = new Map<string, Row>();
  /** Records that changed here since; undefined for those that are gone. */
  #changed = new Map<string, Row | undefined>();
  /** Those of them that are being written. */
  #taken = new Map<string, Row | undefined>();
  /** Whether all records are to be written, because the account was made or replaced here. */
  #isWhole = true;
  #lastPlace = 0;
  /** The last place that a record in the store ever had. */
  #lastStored = 0;

  /** To be called after each change of a record here. */
  recordChanged({ table, before, after }: StoreChange): void {
    const record = after ?? before;
    if (!record) return;
    const name = nameOf(table, record);
    const known = this.#changed.get(name) ?? this.#taken.get(name) ?? this.#rows.get(name);
    const place = before && known ? known.place : ++this.#lastPlace;
    this.#changed.set(name, after && { place, record: after });
  }

  /** To be called after the account was replaced here. */
  replaced(): void {
    this.#isWhole = true;
    this.#taken = new Map();
  }

  /** What is to be written. `written` is to be called when it is. */
  takeChanges(store: AccountStore): Changes {
    if (this.#isWhole) this.#changeAll(store.state());
    const changed = this.#changed;
    this.#taken = changed;
    this.#changed = new Map();
    const parts = partTexts(store.parts()).filter(([name, text]) => text !== this.#parts.get(name));
    const set = [...parts];
    const remove: string[] = [];
    for (const [name, row] of changed) {
      if (row) set.push([name, rowText(row)]);
      else remove.push(name);
    }
    return {
      set,
      remove,
      written: () => {
        for (const [name, text] of parts) this.#parts.set(name, text);
        for (const [name, row] of changed) this.#store(name, row);
        // Unless the account was replaced meanwhile.
        if (this.#taken === changed) this.#isWhole = false;
        this.#taken = new Map();
      },
    };
  }

  /** Takes over all that the store has, in place of what was known and of changes here. */
  takeOver({ parts, rows, lastPlace }: StoredAccount): void {
    this.#forgetChanges();
    this.#parts = parts;
    this.#rows = rows;
    this.#isWhole = parts.size === 0;
    this.#reached(lastPlace);
  }

  /**
   * Takes over what changed in the store since the version that is known, in place of changes here.
   * @param fields names with texts; empty for a field that was removed
   * @returns undefined if the account has to be read as a whole
   */
  takeOverChanges(fields: ReadonlyMap<string, string>): Adoption | undefined {
    const undone = new Map([...this.#taken, ...this.#changed]);
    const names = [...new Set([...undone.keys(), ...[...fields.keys()].filter((name) => !isPart(name))])];
    const last = this.#lastStored;
    const here = names.map((name) => (undone.has(name) ? undone : this.#rows).get(name)?.place);
    const wasWhole = this.#isWhole;
    this.#forgetChanges();
    for (const [name, text] of fields) {
      if (isPart(name)) this.#parts.set(name, text);
      else this.#store(name, text === '' ? undefined : rowOf(name, text));
    }
    const there = names.map((name) => this.#rows.get(name)?.place);
    // In this process, a record keeps its place, goes, or comes after all others.
    const fits = there.every(
      (place, at) => place === undefined || place === here[at] || (here[at] === undefined && place > last),
    );
    if (wasWhole || !fits) return undefined;
    return { parts: partsOf(this.#parts), records: this.#recordsOf(names) };
  }

  #forgetChanges(): void {
    this.#changed = new Map();
    this.#taken = new Map();
  }

  #store(name: string, row: Row | undefined): void {
    if (!row) {
      this.#rows.delete(name);
      return;
    }
    this.#rows.set(name, row);
    this.#reached(row.place);
  }

  #reached(place: number): void {
    this.#lastStored = Math.max(this.#lastStored, place);
    this.#lastPlace = Math.max(this.#lastPlace, place);
  }

  /** Records as they are in the store, in order of their places. */
  #recordsOf(names: string[]): ForeignChange[] {
    return names
      .map((name) => ({ name, row: this.#rows.get(name) }))
      .sort((a, b) => (a.row?.place ?? 0) - (b.row?.place ?? 0))
      .map(({ name, row }) => {
        const table = tableOf(name);
        return [table, name.slice(table.length + 1), row?.record] as unknown as ForeignChange;
      });
  }

  #changeAll(state: AccountState): void {
    this.#changed = new Map([...this.#rows.keys()].map((name) => [name, undefined]));
    for (const table of tableNames) {
      for (const record of state[table].rows) {
        this.#changed.set(nameOf(table, record), { place: ++this.#lastPlace, record });
      }
    }
  }
}
