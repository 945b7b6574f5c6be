// A snapshot: the state of one account, or of all, as plain data for JSON.
import * as z from 'zod';
import type { Accounts } from '../accounts/accounts.ts';
import { explain, pathText } from '../errors/explain.ts';
import {
  type AccountState,
  accountState,
  countRecords,
  type Keyed,
  problemOfRows,
} from '../records/account-state.ts';
import { weightOfAccount } from '../records/weight.ts';
import { LAST_MOMENT } from '../time/clock.ts';
import type { Parts } from '../time/slices.ts';
import { isDeeperThan, isLargerThan, SNAPSHOT_DEPTH } from '../util/json-depth.ts';
import { validate } from '../util/validate.ts';
import { AT_ONCE, longListsOf, withoutLongLists } from './long-lists.ts';

const FORMAT = 'cloudglue-mock snapshot';
const VERSION = 4;

/** The state of one account, or of all accounts, as plain data for JSON. */
export interface Snapshot {
  format: typeof FORMAT;
  version: typeof VERSION;
  /** How far the mock's own clock was advanced, in milliseconds. */
  advancedBy: number;
  /** Accounts by id. Their content is not documented, and may change with the next version. */
  accounts: Record<string, object>;
}

const snapshotSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  advancedBy: z.int().min(0).max(LAST_MOMENT),
  accounts: z.record(z.string(), accountState),
});

/** Thrown for a value that is not a snapshot, a snapshot of another version, or one that exceeds the mock's limits. */
export class SnapshotError extends TypeError {
  override name = 'SnapshotError';
}

type CheckedSnapshot = z.output<typeof snapshotSchema>;

/**
 * Returns a valid snapshot. Throws SnapshotError for anything else.
 * @param most values that it may have beside its records, which are checked in one part
 */
export function* checkSnapshot(snapshot: unknown, most = Number.POSITIVE_INFINITY): Parts<CheckedSnapshot> {
  const refuse = (why: string) =>
    new SnapshotError(`not a snapshot of this version of cloudglue-mock: ${why}`);
  const check = (part: unknown, placed?: (error: z.ZodError) => z.ZodError) => {
    if (isDeeperThan(SNAPSHOT_DEPTH, part))
      throw refuse(`it is nested more than ${SNAPSHOT_DEPTH} levels deep`);
    const { success, error } = validate(snapshotSchema, part);
    if (!success) throw refuse(explain(placed?.(error) ?? error, snapshot));
  };
  const rest = withoutLongLists(snapshot);
  if (isLargerThan(most, rest)) throw refuse(`it holds more than ${most} values beside its records`);
  check(rest);
  yield;
  for (const list of longListsOf(snapshot)) {
    for (let at = 0; at < list.entries.length; at += AT_ONCE) {
      check(list.alone(at), (error) => list.inWhole(error, at));
      yield;
    }
    const problem = list.table && problemOfRows(list.table, list.entries as Keyed[]);
    if (problem) throw refuse(`${pathText(list.path)} ${problem}`);
    yield;
  }
  // The value itself, not a copy: a snapshot shares its records with the mock.
  return snapshot as CheckedSnapshot;
}

/** Throws SnapshotError if a clock would show a time that none can show. */
export function refuseTime(now: number, { earliest }: Pick<Accounts, 'earliest'>): void {
  if (now >= earliest && now <= LAST_MOMENT) return;
  throw new SnapshotError(
    `the clock of an account would be before ${new Date(earliest).toISOString()} or beyond the year 9999: restore the snapshot in a mock with the start time of the one that it is of, and give it a time in between`,
  );
}

/** Throws SnapshotError if the accounts exceed the mock's limits: some would be evicted at once. */
export function* refuseTooMuch(accounts: AccountState[], limits: Accounts['limits']): Parts<void> {
  const { maxAccounts, maxFiles, maxBytes } = limits;
  const refuse = (held: number, most: number, what: string, option: string) => {
    if (held <= most) return;
    throw new SnapshotError(
      `the snapshot has ${held} ${what}, more than --${option} ${most}: start the mock with at least --${option} ${held}`,
    );
  };
  refuse(accounts.length, maxAccounts, 'accounts', 'max-accounts');
  refuse(
    accounts.reduce((sum, account) => sum + countRecords(account), 0),
    maxFiles,
    'records',
    'max-files',
  );
  let bytes = 0;
  for (const account of accounts) bytes += yield* weightOfAccount(account);
  refuse(bytes, maxBytes, 'bytes', 'max-bytes');
}

export const snapshotOf = (accounts: Record<string, AccountState>, advancedBy: number): Snapshot => ({
  format: FORMAT,
  version: VERSION,
  advancedBy,
  accounts,
});
