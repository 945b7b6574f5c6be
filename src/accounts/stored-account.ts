// An account as a store has it that mocks share: a field for each record, and a few for what else there is.
import type * as z from 'zod';
import { explain } from '../errors/explain.ts';
import {
  type AccountParts,
  type AccountState,
  partsState,
  recordSchemaOf,
  tableNames,
} from '../records/account-state.ts';
import { recordText } from '../store/data-text.ts';
import type { Parts } from '../time/slices.ts';
import { AccountStore } from './account-store.ts';

/** A record, and its place among all of the account: they are kept in the order in which they came. */
export interface Row {
  place: number;
  record: object;
}

/** A whole account, as it was read. */
export interface StoredAccount {
  /** Texts of what is no record; empty if the store does not have the account. */
  parts: Map<string, string>;
  /** Records, by the names of their fields. */
  rows: Map<string, Row>;
  lastPlace: number;
  /** Undefined if the store does not have the account. */
  store: AccountStore | undefined;
}

/** The name of a record's field. */
export const nameOf = (table: string, { id }: { id: string }) => `${table}/${id}`;

export const tableOf = (name: string) => name.slice(0, name.indexOf('/')) as (typeof tableNames)[number];

/** A record's field: its place and its JSON. */
export const rowText = ({ place, record }: Row) => `${place} ${recordText(record)}`;

/** Reads a record's field. Throws Error if no mock wrote it. */
export function rowOf(name: string, text: string): Row {
  const space = text.indexOf(' ');
  const place = Number(text.slice(0, space));
  const table = tableOf(name);
  if (!tableNames.includes(table)) throw new Error(`no field is called ${name}`);
  if (!Number.isSafeInteger(place) || place < 1)
    throw new Error(`the field ${name} has no place before its JSON`);
  const record = checked(name, recordSchemaOf(table), JSON.parse(text.slice(space + 1)));
  if (nameOf(table, record) !== name)
    throw new Error(`the field ${name} has a record with the id ${record.id}`);
  return { place, record };
}

/** The value itself, and not a copy. Throws Error if it is not what it should be. */
function checked<Value>(name: string, schema: z.ZodType<Value>, value: unknown): Value {
  const { success, error } = schema.safeParse(value);
  if (!success) throw new Error(`the field ${name} is not as it should be: ${explain(error, value)}`);
  return value as Value;
}

/** What is not a record. Each part is written if its text changed. */
const PARTS: readonly string[] = ['account', 'world', 'refusals', 'deletions'];

export const isPart = (name: string) => PARTS.includes(name);

export function partTexts({ world, refusals, deletions, ...account }: AccountParts): [string, string][] {
  const some = Object.entries(deletions).filter(([, times]) => times.length > 0);
  const parts = { account, world, refusals, deletions: Object.fromEntries(some) };
  return Object.entries(parts).map(([name, part]) => [name, JSON.stringify(part)]);
}

export function partsOf(texts: ReadonlyMap<string, string>): AccountParts {
  const read = (name: string) => JSON.parse(texts.get(name) ?? '{}');
  const deletions = read('deletions');
  return checked('account, world, refusals or deletions', partsState, {
    ...read('account'),
    world: read('world'),
    refusals: read('refusals'),
    deletions: { ...Object.fromEntries(tableNames.map((name) => [name, []])), ...deletions },
  });
}

/** Reads a whole account. Nothing else is changed. */
export function* readAccount(fields: ReadonlyMap<string, string>): Parts<StoredAccount> {
  const parts = new Map<string, string>();
  const rows = new Map<string, Row>();
  const names = new Map<number, string>();
  let count = 0;
  for (const [name, text] of fields) {
    if (++count % 100 === 0) yield;
    if (isPart(name)) {
      parts.set(name, text);
      continue;
    }
    const row = rowOf(name, text);
    rows.set(name, row);
    names.set(row.place, name);
  }
  // As numbers they are sorted without a call for each two of them.
  const places = Float64Array.from(names.keys()).sort();
  const lastPlace = places.at(-1) ?? 0;
  if (parts.size === 0) return { parts, rows, lastPlace, store: undefined };
  const { deletions, ...own } = partsOf(parts);
  const tables = Object.fromEntries(
    tableNames.map((name) => [name, { rows: [] as object[], deletions: deletions[name] }]),
  );
  for (const place of places) {
    if (++count % 1_000 === 0) yield;
    const name = names.get(place) ?? '';
    tables[tableOf(name)]?.rows.push(rows.get(name)?.record ?? {});
  }
  const state = { ...own, ...(tables as unknown as Pick<AccountState, (typeof tableNames)[number]>) };
  return { parts, rows, lastPlace, store: yield* AccountStore.inParts(state) };
}
