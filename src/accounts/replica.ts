// What this mock knows of an account in a store that mocks share: its fields, one for each record, so that a change of one
// record writes that record, and other mocks read no more than it.
import { type AccountState, tableNames } from '../records/account-state.ts';
import { recordText } from '../store/data-text.ts';
import type { Changes, Fields } from '../store/shared-store.ts';
import type { AccountStore, StoreChange } from './account-store.ts';

/** A record, and its place among those of its kind: they are kept in the order in which they came. */
interface Row {
  place: number;
  record: object;
}

const nameOf = (table: string, { id }: { id: string }) => `${table}/${id}`;

/** What is not a record. Each part is written if its text changed. */
const PARTS = ['account', 'world', 'refusals', 'deletions'] as const;

function partsOf({ clock, counters, announcedAt, settings, world, refusals, ...tables }: AccountState) {
  const deletions = tableNames.flatMap((name) =>
    tables[name].deletions.length > 0 ? [[name, tables[name].deletions]] : [],
  );
  const account = { clock, counters, announcedAt, settings };
  return { account, world, refusals, deletions: Object.fromEntries(deletions) };
}

export class Replica {
  /** As in the store, at the version that is known. */
  readonly #parts = new Map<string, string>();
  readonly #rows = new Map<string, Row>();
  /** Records that changed here since; undefined for those that are gone. */
  #changed = new Map<string, Row | undefined>();
  /** Whether all records are to be written, because the account was made or replaced here. */
  #isWhole = true;
  #lastPlace = 0;

  /** To be called after each change of a record here. */
  recordChanged({ table, before, after }: StoreChange): void {
    const record = after ?? before;
    if (!record) return;
    const name = nameOf(table, record);
    const known = this.#changed.get(name) ?? this.#rows.get(name);
    const place = before && known ? known.place : ++this.#lastPlace;
    this.#changed.set(name, after && { place, record: after });
  }

  /** To be called after the account was replaced here. */
  replaced(): void {
    this.#isWhole = true;
  }

  /** What is to be written. `written` is to be called when it is. */
  takeChanges(store: AccountStore): Changes {
    const state = store.state();
    if (this.#isWhole) this.#changeAll(state);
    const changed = this.#changed;
    this.#changed = new Map();
    this.#isWhole = false;
    const parts = Object.entries(partsOf(state)).flatMap(([name, part]): [string, string][] => {
      const text = JSON.stringify(part);
      return text === this.#parts.get(name) ? [] : [[name, text]];
    });
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
        for (const [name, row] of changed) {
          if (row) this.#rows.set(name, row);
          else this.#rows.delete(name);
        }
      },
    };
  }

  /** Takes over what the store has, in place of changes here. Returns the state; undefined if there is none. */
  takeOver({ isWhole, fields }: Fields): AccountState | undefined {
    this.#changed.clear();
    if (isWhole) {
      this.#parts.clear();
      this.#rows.clear();
    }
    for (const [name, text] of fields) this.#set(name, text);
    this.#isWhole = this.#parts.size === 0;
    return this.#isWhole ? undefined : this.#state();
  }

  #set(name: string, text: string): void {
    if (PARTS.some((part) => part === name)) this.#parts.set(name, text);
    else if (text === '') this.#rows.delete(name);
    else {
      const space = text.indexOf(' ');
      const place = Number(text.slice(0, space));
      this.#rows.set(name, { place, record: JSON.parse(text.slice(space + 1)) });
      this.#lastPlace = Math.max(this.#lastPlace, place);
    }
  }

  #changeAll(state: AccountState): void {
    this.#changed = new Map([...this.#rows.keys()].map((name) => [name, undefined]));
    for (const table of tableNames) {
      for (const record of state[table].rows) {
        this.#changed.set(nameOf(table, record), { place: ++this.#lastPlace, record });
      }
    }
  }

  #state(): AccountState {
    const read = (name: string) => JSON.parse(this.#parts.get(name) ?? '{}');
    const deletions = read('deletions');
    const rows: Record<string, Row[]> = {};
    for (const [name, row] of this.#rows) {
      const table = name.slice(0, name.indexOf('/'));
      rows[table] ??= [];
      rows[table].push(row);
    }
    const tables = tableNames.map((name) => {
      const own = (rows[name] ?? []).sort((a, b) => a.place - b.place);
      return [name, { rows: own.map(({ record }) => record), deletions: deletions[name] ?? [] }];
    });
    return {
      ...read('account'),
      world: read('world'),
      refusals: read('refusals'),
      ...Object.fromEntries(tables),
    };
  }
}
