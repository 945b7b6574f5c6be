// The lines of a data file: what changed in one account, with values as they are now, so that later lines win.
import type * as z from 'zod';
import { type AccountStore, NAMES } from './account-store.ts';
import type { AccountChanges, FieldName, TableName } from './changes.ts';
import type { AccountSnapshot, Tables } from './records.ts';
import type { dataHeader, mockPatch } from './snapshot.ts';
import type { Table } from './table.ts';

export type Header = z.output<typeof dataHeader>;
export type MockPatch = z.output<typeof mockPatch>;

/** To be read in this order: what is gone may be there again. */
export interface TablePatch<Row> {
  gone?: string[];
  deletions?: [key: string, times: number][];
  rows?: Row[];
}
const KINDS = ['gone', 'deletions', 'rows'] as const;

type TablePatches = { [Name in TableName]?: TablePatch<Tables[Name]> };

export type AccountPatch = {
  /** When it was written, on the mock's clock, where that runs. */
  at?: number;
  account: string;
  /** Nothing that lines before say of the account counts any more. */
  replaces?: true;
  /** The account is there no more. */
  forgotten?: true;
  /** The next line is a part of the same change. */
  continues?: true;
} & Partial<Pick<AccountSnapshot, FieldName | 'refusals'>> &
  TablePatches;

export type Patch = AccountPatch | MockPatch;

/** What changed in an account, or all of it if everything did. */
export function patchOf(account: string, store: AccountStore, changes: AccountChanges): AccountPatch {
  if (changes.isWhole) return { account, replaces: true, ...wholeOf(store.snapshot()) };
  const { clock, counters, announcedAt, settings = {}, world = {} } = store;
  const fields = { clock: { offset: clock.offset }, counters, announcedAt, settings, world };
  const refusals = [...changes.refusals].map((key): [string, number] => [key, store.timesRefused(key)]);
  const tables = [...changes.tables].map(([name, { gone, deletions, rows }]) => {
    const table = store[name] as unknown as Table<Tables[TableName]>;
    return [
      name,
      withoutEmpty({
        gone: [...gone],
        deletions: [...deletions].map((key): [string, number] => [key, table.timesDeleted(key)]),
        rows: [...rows].flatMap((id) => table.get(id) ?? []),
      }),
    ];
  });
  return {
    account,
    ...Object.fromEntries([...changes.fields].map((name) => [name, fields[name]])),
    ...(refusals.length > 0 && { refusals }),
    ...(Object.fromEntries(tables) as TablePatches),
  };
}

/** All that an account holds. */
export function wholeOf({ refusals, ...snapshot }: AccountSnapshot): Omit<AccountPatch, 'account'> {
  const { clock, counters, announcedAt, settings, world } = snapshot;
  const tables = NAMES.flatMap((name) => {
    const { rows, deletions } = snapshot[name];
    return rows.length + deletions.length > 0 ? [[name, withoutEmpty({ deletions, rows })]] : [];
  });
  return {
    clock,
    counters,
    announcedAt,
    settings,
    world,
    ...(refusals.length > 0 && { refusals }),
    ...(Object.fromEntries(tables) as TablePatches),
  };
}

const withoutEmpty = (lists: Record<string, unknown[]>) =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));

/** Ids, keys and records that one line of a change holds; more would be too much to make in one go. */
const MOST_IN_A_LINE = 100;

/** A change as lines, all of which count or none. */
export function* linesOf(patch: Patch): Generator<Patch> {
  const parts = partsOf(patch, MOST_IN_A_LINE);
  let part = parts.next();
  while (!part.done) {
    const next = parts.next();
    yield next.done ? part.value : { ...(part.value as AccountPatch), continues: true };
    part = next;
  }
}

/** A patch cut into several that hold so many ids, keys and records each, and amount to the same. */
export function* partsOf(patch: Patch, size: number): Generator<Patch> {
  if ('mock' in patch || entriesOf(patch) <= size) {
    yield patch;
    return;
  }
  const { at, account } = patch;
  const isTable = ([name]: [string, unknown]) => NAMES.includes(name as TableName);
  yield Object.fromEntries(Object.entries(patch).filter((entry) => !isTable(entry))) as AccountPatch;
  for (const name of NAMES) {
    for (const kind of KINDS) {
      const list: unknown[] = patch[name]?.[kind] ?? [];
      for (let from = 0; from < list.length; from += size) {
        const piece = { [name]: { [kind]: list.slice(from, from + size) } };
        yield { ...(at !== undefined && { at }), account, ...piece };
      }
    }
  }
}

/** Ids, keys and records in a patch. */
export function entriesOf(patch: AccountPatch): number {
  let entries = 0;
  for (const name of NAMES) {
    const table = patch[name];
    if (table) for (const kind of KINDS) entries += table[kind]?.length ?? 0;
  }
  return entries;
}
