// The long lists in a snapshot, each of which can be checked a few entries at a time: its tables, and items of connectors.
import * as z from 'zod';
import { type Tables, tableNames } from '../records/account-state.ts';

/** Entries of a list that are checked at once. */
export const AT_ONCE = 20;

type Values = Record<string, unknown>;

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isLong = (value: unknown): value is unknown[] => Array.isArray(value) && value.length > AT_ONCE;
const objectsIn = (value: unknown): [string, Values][] =>
  isObject(value)
    ? Object.entries(value).filter((entry): entry is [string, Values] => isObject(entry[1]))
    : [];

interface LongList {
  /** Its table; undefined for the items of a connector. */
  table?: keyof Tables;
  entries: unknown[];
  /** Where it is in the snapshot. */
  path: string[];
  /** A snapshot that has nothing but some of its entries: the first ones from there on. */
  alone(from: number): unknown;
  /** What is wrong with those entries, at their places in the whole snapshot. */
  inWhole(error: z.ZodError, from: number): z.ZodError;
}

const NO_ROWS = { rows: [], deletions: [] };
const NO_RECORDS = Object.fromEntries(tableNames.map((name) => [name, NO_ROWS]));

/** The same snapshot, where every long list is empty. */
export function withoutLongLists(snapshot: unknown): unknown {
  if (!isObject(snapshot) || !isObject(snapshot.accounts)) return snapshot;
  const changed = objectsIn(snapshot.accounts).map(([id, account]) => {
    const tables = tableNames.flatMap((name) => {
      const table = account[name];
      if (!isObject(table)) return [];
      const shorter = (['rows', 'deletions'] as const).filter((part) => isLong(table[part]));
      return shorter.length > 0
        ? [[name, { ...table, ...Object.fromEntries(shorter.map((part) => [part, []])) }]]
        : [];
    });
    const world = objectsIn(account.world).flatMap(([connector, one]) =>
      isObject(one.seed) && isLong(one.seed.items)
        ? [[connector, { ...one, seed: { ...one.seed, items: [] } }]]
        : [],
    );
    const refusals = isLong(account.refusals) && { refusals: [] };
    const emptied = { ...account, ...Object.fromEntries(tables), ...refusals };
    return [
      id,
      world.length > 0
        ? { ...emptied, world: { ...(account.world as Values), ...Object.fromEntries(world) } }
        : emptied,
    ];
  });
  return { ...snapshot, accounts: { ...snapshot.accounts, ...Object.fromEntries(changed) } };
}

/** The long lists of a snapshot that is valid without them. */
export function* longListsOf(snapshot: unknown): Generator<LongList> {
  const { accounts } = snapshot as { accounts: Record<string, Values> };
  for (const [id, account] of Object.entries(accounts)) {
    const bare = { ...account, ...NO_RECORDS, world: {}, refusals: [] };
    const list = (entries: unknown[], path: string[], put: (some: unknown[]) => Values): LongList => ({
      entries,
      path: ['accounts', id, ...path],
      alone: (from) => ({
        ...(snapshot as Values),
        accounts: { [id]: { ...bare, ...put(entries.slice(from, from + AT_ONCE)) } },
      }),
      inWhole: ({ issues }, from) =>
        new z.ZodError(issues.map((issue) => moved(issue, path.length + 2, from))),
    });
    for (const table of tableNames) {
      const { rows, deletions } = account[table] as { rows: unknown[]; deletions: unknown[] };
      if (isLong(rows))
        yield { ...list(rows, [table, 'rows'], (some) => ({ [table]: { ...NO_ROWS, rows: some } })), table };
      if (isLong(deletions))
        yield list(deletions, [table, 'deletions'], (some) => ({ [table]: { ...NO_ROWS, deletions: some } }));
    }
    if (isLong(account.refusals)) yield list(account.refusals, ['refusals'], (some) => ({ refusals: some }));
    for (const [connector, one] of objectsIn(account.world)) {
      const { items } = one.seed as { items: unknown[] };
      if (!isLong(items)) continue;
      yield list(items, ['world', connector, 'seed', 'items'], (some) => ({
        world: { [connector]: { ...one, seed: { ...(one.seed as Values), items: some } } },
      }));
    }
  }
}

/** An issue whose path has, at a place, a number that counts from elsewhere. */
const moved = <Issue extends { path: PropertyKey[] }>(issue: Issue, at: number, by: number): Issue => ({
  ...issue,
  path: issue.path.map((key, place) => (place === at && typeof key === 'number' ? key + by : key)),
});
