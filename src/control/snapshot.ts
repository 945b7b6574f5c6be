// A snapshot: the state of one account, or of all, as JSON can hold it.
import * as z from 'zod';
import type { Accounts } from '../accounts/accounts.ts';
import { explain } from '../errors/explain.ts';
import { type AccountState, accountState, countRecords } from '../records/account-state.ts';
import { weightOfAccount } from '../records/weight.ts';
import { LAST_MOMENT } from '../time/clock.ts';
import { isDeeperThan, SNAPSHOT_DEPTH } from '../util/json-depth.ts';
import { validate } from '../util/validate.ts';

const FORMAT = 'cloudglue-mock snapshot';
const VERSION = 3;

/** The state of one account, or of all; plain data that JSON can hold. */
export interface Snapshot {
  format: typeof FORMAT;
  version: typeof VERSION;
  /** Milliseconds that the mock's own clock was advanced by. */
  advancedBy: number;
  /** By id; what is in an account is not documented, and may differ in the next version. */
  accounts: Record<string, object>;
}

const snapshotSchema = z
  .strictObject({
    format: z.literal(FORMAT),
    version: z.literal(VERSION),
    advancedBy: z.int().min(0).max(LAST_MOMENT),
    accounts: z.record(z.string(), accountState),
  })
  .refine(
    ({ advancedBy, accounts }) =>
      Object.values(accounts)
        .map(({ clock }) => clock.offset + advancedBy)
        .every((advanced) => advanced >= 0 && advanced <= LAST_MOMENT),
    'must have no account whose clock is behind the one at the start, or beyond the year 9999',
  );

/** Something that is no snapshot, or one of another version. */
export class SnapshotError extends TypeError {
  override name = 'SnapshotError';
}

/** Throws SnapshotError for what is no snapshot of this version. */
export function checkSnapshot(snapshot: unknown): z.output<typeof snapshotSchema> {
  const refuse = (why: string) =>
    new SnapshotError(`not a snapshot of this version of cloudglue-mock: ${why}`);
  if (isDeeperThan(SNAPSHOT_DEPTH, snapshot)) throw refuse(`it is nested over ${SNAPSHOT_DEPTH} levels deep`);
  const result = validate(snapshotSchema, snapshot);
  if (!result.success) throw refuse(explain(result.error, snapshot));
  // As it was given: records that a mock took a snapshot of are shared with it.
  return snapshot as z.output<typeof snapshotSchema>;
}

/** Throws SnapshotError for more than the mock may keep: some of it would be forgotten at once. */
export function refuseTooMuch(accounts: AccountState[], limits: Accounts['limits']): void {
  const { maxAccounts, maxFiles, maxBytes } = limits;
  const sumOf = (measure: (state: AccountState) => number) =>
    accounts.reduce((sum, account) => sum + measure(account), 0);
  const refuse = (held: number, most: number, what: string, option: string) => {
    if (held <= most) return;
    throw new SnapshotError(
      `the snapshot holds ${held} ${what}, more than --${option} ${most}: start the mock with at least --${option} ${held}`,
    );
  };
  refuse(accounts.length, maxAccounts, 'accounts', 'max-accounts');
  refuse(sumOf(countRecords), maxFiles, 'records', 'max-files');
  refuse(sumOf(weightOfAccount), maxBytes, 'bytes', 'max-bytes');
}

export const snapshotOf = (accounts: Record<string, AccountState>, advancedBy: number): Snapshot => ({
  format: FORMAT,
  version: VERSION,
  advancedBy,
  accounts,
});
