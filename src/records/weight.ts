// What records take of the mock's budget of bytes: what clients sent, for the rest is bounded by the number of records.
import type { Parts } from '../time/slices.ts';
import type { AccountState, Tables } from './account-state.ts';
import { tableNames } from './account-state.ts';

/** What a field of an object takes beside its name and its value. */
const FIELD = 16;
const ELEMENT = 8;

/** Records and what they hold are replaced, never changed. */
const weights = new WeakMap<object, number>();

/** Roughly the bytes of a value that JSON can hold, with its texts by their length. */
export function weightOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (value === null || typeof value !== 'object') return 0;
  const known = weights.get(value);
  if (known !== undefined) return known;
  let weight = 0;
  if (Array.isArray(value)) for (const one of value) weight += ELEMENT + weightOf(one);
  else for (const [name, one] of Object.entries(value)) weight += FIELD + name.length + weightOf(one);
  weights.set(value, weight);
  return weight;
}

/** The same of the texts in an object of known fields, and of what is nested in it. */
function weightOfFields(record: object): number {
  let weight = 0;
  for (const name in record) {
    const value = record[name as keyof typeof record] as unknown;
    if (typeof value === 'string') weight += value.length;
    // Items and their media have known fields, too.
    else if (name === 'item' || name === 'media') weight += value ? weightOfFields(value as object) : 0;
    else if (typeof value === 'object') weight += weightOf(value);
  }
  return weight;
}

/** Roughly the bytes of a record. */
export const weightOfRecord = (record: Tables[keyof Tables]): number => weightOfFields(record);

/** Of a whole account, as a snapshot has it. */
export function* weightOfAccount(state: AccountState): Parts<number> {
  let weight = 0;
  for (const name of tableNames) {
    for (const record of state[name].rows) {
      weight += weightOfRecord(record);
      yield;
    }
    for (const [key] of state[name].deletions) weight += key.length;
  }
  for (const changed of Object.values(state.world)) {
    // What was weighed by itself is not weighed again.
    for (const item of changed?.seed.items ?? []) {
      weightOf(item);
      yield;
    }
  }
  return weight + weightOf(state.world);
}
