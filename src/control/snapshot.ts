// A snapshot: the state of one account, or of all, as JSON can hold it.
import * as z from 'zod';
import { LAST_MOMENT } from '../clock.ts';
import type { AccountSnapshot } from '../store/records.ts';
import { accountSnapshot } from '../store/snapshot.ts';
import { CONTROL_DEPTH, isDeeperThan } from '../wire/json-depth.ts';
import { explain } from '../wire/validation.ts';

const FORMAT = 'cloudglue-mock snapshot';
const VERSION = 3;

/** The state of one account, or of all; plain data that JSON can hold. */
export interface Snapshot {
  format: typeof FORMAT;
  version: typeof VERSION;
  /** Milliseconds that the mock's own clock was advanced by. */
  advancedBy: number;
  accounts: Record<string, AccountSnapshot>;
}

const snapshotSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  advancedBy: z.int().min(0).max(LAST_MOMENT),
  accounts: z.record(z.string(), accountSnapshot),
});

/** Something that is no snapshot, or one of another version. */
export class SnapshotError extends TypeError {
  override name = 'SnapshotError';
}

/** Throws SnapshotError for what is no snapshot of this version. */
export function checkSnapshot(snapshot: unknown): Snapshot {
  const refuse = (why: string) =>
    new SnapshotError(`not a snapshot of this version of cloudglue-mock: ${why}`);
  if (isDeeperThan(CONTROL_DEPTH, snapshot)) throw refuse(`it is nested over ${CONTROL_DEPTH} levels deep`);
  const result = snapshotSchema.safeParse(snapshot);
  if (!result.success) throw refuse(explain(result.error, snapshot));
  return snapshot as Snapshot;
}

export const snapshotOf = (accounts: Record<string, AccountSnapshot>, advancedBy = 0): Snapshot => ({
  format: FORMAT,
  version: VERSION,
  advancedBy,
  accounts,
});
