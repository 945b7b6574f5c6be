// What this mock knows of an account in a store that mocks share: its fields, one for each record, so that a change of one
// record writes that record, and other mocks read and take over no more than it.
import { type AccountState, tableNames } from '../records/account-state.ts';
import { recordText } from '../store/data-text.ts';
import type { Changes, Fields } from '../store/shared-store.ts';
import type { AccountStore } from './account-store.ts';
import type { AccountParts, ForeignChange, StoreChange } from './store-change.ts';

/** A record, and its place among those of its kind: they are kept in the order in which they came. */
interface Row {
  place: number;
  record: object;
}

/** An account as the store has it. */
export interface Adoption {
  /** All of it; undefined if the store does not have it. */
  state(): AccountState | undefined;
  /** What has to be changed for that in this process; undefined if all of it has to. */
  changes: { parts: AccountParts; records: ForeignChange[] } | undefined;
}

const nameOf = (table: string, { id }: { id: string }) => `${table}/${id}`;

/** What is not a record. Each part is written if its text changed. */
const PARTS: readonly string[] = ['account', 'world', 'refusals', 'deletions'];

function partTexts({ world, refusals, deletions, ...account }: AccountParts): [string, string][] {
  const some = Object.entries(deletions).filter(([, times]) => times.length > 0);
  const parts = { account, world, refusals, deletions: Object.fromEntries(some) };
  return Object.entries(parts).map(([name, part]) => [name, JSON.stringify(part)]);
}

export class Replica {
  /** As in the store, at the version that is known. */
  readonly #parts = new Map<string, string>();
  readonly #rows = new Map<string, Row>();
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
      if (row) set.push([name, `${row.place} ${recordText(row.record)}`]);
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

  /** Takes over what the store has, in place of changes here. */
  takeOver({ isWhole, fields }: Fields): Adoption {
    const recordNames = [...fields.keys()].filter((name) => !PARTS.includes(name));
    const undone = new Map([...this.#taken, ...this.#changed]);
    const names = [...new Set([...undone.keys(), ...recordNames])];
    const last = this.#lastStored;
    const here = names.map((name) => (undone.has(name) ? undone : this.#rows).get(name)?.place);
    const wasWhole = this.#isWhole;
    this.#changed = new Map();
    this.#taken = new Map();
    if (isWhole) {
      this.#parts.clear();
      this.#rows.clear();
    }
    for (const [name, text] of fields) {
      if (PARTS.includes(name)) this.#parts.set(name, text);
      else this.#store(name, text === '' ? undefined : rowOf(text));
    }
    this.#isWhole = this.#parts.size === 0;
    const state = () => (this.#isWhole ? undefined : this.#state());
    const there = names.map((name) => this.#rows.get(name)?.place);
    // In this process, a record keeps its place, goes, or comes after all others.
    const fits = there.every(
      (place, at) => place === undefined || place === here[at] || (here[at] === undefined && place > last),
    );
    if (isWhole || wasWhole || this.#isWhole || !fits) return { state, changes: undefined };
    return { state, changes: { parts: this.#readParts(), records: this.#recordsOf(names) } };
  }

  #store(name: string, row: Row | undefined): void {
    if (!row) {
      this.#rows.delete(name);
      return;
    }
    this.#rows.set(name, row);
    this.#lastStored = Math.max(this.#lastStored, row.place);
    this.#lastPlace = Math.max(this.#lastPlace, row.place);
  }

  /** Records as they are in the store, in order of their places. */
  #recordsOf(names: string[]): ForeignChange[] {
    return names
      .map((name) => ({ name, row: this.#rows.get(name) }))
      .sort((a, b) => (a.row?.place ?? 0) - (b.row?.place ?? 0))
      .map(({ name, row }) => {
        const slash = name.indexOf('/');
        return [name.slice(0, slash), name.slice(slash + 1), row?.record] as unknown as ForeignChange;
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

  #readParts(): AccountParts {
    const read = (name: string) => JSON.parse(this.#parts.get(name) ?? '{}');
    const deletions = read('deletions');
    return {
      ...read('account'),
      world: read('world'),
      refusals: read('refusals'),
      deletions: Object.fromEntries(tableNames.map((name) => [name, deletions[name] ?? []])),
    };
  }

  #state(): AccountState {
    const rows: Record<string, Row[]> = {};
    for (const [name, row] of this.#rows) {
      const table = name.slice(0, name.indexOf('/'));
      rows[table] ??= [];
      rows[table].push(row);
    }
    const { deletions, ...parts } = this.#readParts();
    const tables = tableNames.map((name) => {
      const own = (rows[name] ?? []).sort((a, b) => a.place - b.place);
      return [name, { rows: own.map(({ record }) => record), deletions: deletions[name] }];
    });
    return { ...parts, ...Object.fromEntries(tables) };
  }
}

/** A record's field: its place and its JSON. */
function rowOf(text: string): Row {
  const space = text.indexOf(' ');
  return { place: Number(text.slice(0, space)), record: JSON.parse(text.slice(space + 1)) };
}
