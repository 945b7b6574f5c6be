// What the lines of a data file amount to: each changes what those before it left.
import type { ClockState } from '../time/clock.ts';
import { NAMES, NO_COUNTERS } from './account-store.ts';
import type { FieldName, TableName } from './changes.ts';
import { type AccountPatch, entriesOf, type Patch, type TablePatch } from './patch.ts';
import type { AccountSnapshot } from './records.ts';
import type { Keyed, TableSnapshot } from './table.ts';

/** A value that cannot stand where it does, though it looks right by itself. */
export class Misfit extends Error {
  readonly path: PropertyKey[];

  constructor(path: PropertyKey[], message: string) {
    super(message);
    this.path = path;
  }
}

class TableDraft {
  readonly #rows = new Map<string, Keyed>();
  readonly #idsByKey = new Map<string, string>();
  readonly #deletions = new Map<string, number>();

  get size(): number {
    return this.#rows.size + this.#deletions.size;
  }

  /** Throws Misfit if two records would share a key. */
  apply(name: TableName, { gone = [], deletions = [], rows = [] }: TablePatch<Keyed>): void {
    for (const id of gone) {
      this.#leave(id);
      this.#rows.delete(id);
    }
    for (const [key, times] of deletions) this.#deletions.set(key, times);
    for (const [index, row] of rows.entries()) {
      this.#leave(row.id);
      const other = this.#idsByKey.get(row.key);
      if (other !== undefined) {
        throw new Misfit(
          [name, 'rows', index, 'key'],
          `is the same as that of the record ${JSON.stringify(other)}`,
        );
      }
      this.#rows.set(row.id, row);
      this.#idsByKey.set(row.key, row.id);
    }
  }

  #leave(id: string): void {
    const row = this.#rows.get(id);
    if (row) this.#idsByKey.delete(row.key);
  }

  snapshot(): TableSnapshot<Keyed> {
    return { rows: [...this.#rows.values()], deletions: [...this.#deletions] };
  }
}

class AccountDraft {
  readonly #tables = Object.fromEntries(NAMES.map((name) => [name, new TableDraft()])) as Record<
    TableName,
    TableDraft
  >;
  readonly #refusals = new Map<string, number>();
  readonly #fields: Pick<AccountSnapshot, FieldName> = {
    clock: { offset: 0 },
    counters: NO_COUNTERS,
    announcedAt: 0,
    settings: {},
    world: {},
  };

  /** What it holds, records and the rest. */
  get size(): number {
    return NAMES.reduce((sum, name) => sum + this.#tables[name].size, 1);
  }

  apply(patch: AccountPatch): void {
    for (const name of Object.keys(this.#fields) as FieldName[]) {
      if (patch[name] !== undefined) Object.assign(this.#fields, { [name]: patch[name] });
    }
    for (const [key, times] of patch.refusals ?? []) this.#refusals.set(key, times);
    for (const name of NAMES) this.#tables[name].apply(name, (patch[name] ?? {}) as TablePatch<Keyed>);
  }

  snapshot(): AccountSnapshot {
    const tables = NAMES.map((name) => [name, this.#tables[name].snapshot()]);
    return { ...this.#fields, refusals: [...this.#refusals], ...Object.fromEntries(tables) };
  }
}

/** The state that lines lead to. */
export class Replay {
  readonly clock: ClockState = { offset: 0 };
  /** How much the lines say, whether it still counts or not; what counts is `size`. */
  entries = 0;
  /** The one changed last comes last. */
  readonly #accounts = new Map<string, AccountDraft>();

  /** How many accounts there are. */
  get accounts(): number {
    return this.#accounts.size;
  }

  /** What all accounts hold together, in records and accounts. */
  get size(): number {
    return [...this.#accounts.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Throws Misfit if the patch does not fit what is there. */
  apply(patch: Patch): void {
    if ('mock' in patch) {
      Object.assign(this.clock, patch.mock.clock);
      return;
    }
    const { account, replaces, forgotten } = patch;
    this.entries += Math.max(1, entriesOf(patch));
    const before = replaces || forgotten ? undefined : this.#accounts.get(account);
    this.#accounts.delete(account);
    if (forgotten) return;
    const draft = before ?? new AccountDraft();
    draft.apply(patch);
    this.#accounts.set(account, draft);
  }

  /** Hands over every account, the one changed last at the end, and keeps none. */
  *snapshots(): Generator<[id: string, state: AccountSnapshot]> {
    for (const [id, draft] of this.#accounts) {
      this.#accounts.delete(id);
      yield [id, draft.snapshot()];
    }
  }
}
