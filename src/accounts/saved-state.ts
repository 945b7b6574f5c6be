// The saved state of a mock: what its data file holds, and whether it fits the options of this start.
import * as z from 'zod';
import { type Lifecycle, lifecycles } from '../config/settings.ts';
import { explain } from '../errors/explain.ts';
import { type AccountState, accountState } from '../records/account-state.ts';
import type { Backend, SavedClock } from '../store/backend.ts';
import { openDataFile } from '../store/data-file.ts';
import { DataFileError } from '../store/data-file-error.ts';
import { LAST_MOMENT } from '../time/clock.ts';

export interface SavedStatePlan {
  lifecycle: Lifecycle;
  /** When the clock starts, in milliseconds since the Unix epoch; null for the default. */
  startTime: number | null;
  maxAccounts: number;
  /** The mock's own clock where the file is new. */
  clock: SavedClock;
}

const moment = z.int().min(0).max(LAST_MOMENT);

const savedState = z.strictObject({
  lifecycle: z.enum(Object.keys(lifecycles) as [Lifecycle, ...Lifecycle[]]),
  startTime: moment.nullable(),
  clock: z.strictObject({ offset: moment, now: moment, savedAt: moment }),
  accounts: z.record(z.string().min(1), accountState),
});

/**
 * Opens the data file at a path, or makes it.
 * @throws DataFileError if it cannot be used, or does not fit
 */
export function openSavedState(path: string, plan: SavedStatePlan): Backend<AccountState> {
  const { lifecycle, startTime, clock } = plan;
  return openDataFile<AccountState>(path, {
    header: { lifecycle, startTime, clock },
    check(document) {
      const result = savedState.safeParse(document);
      if (!result.success) throw new Error(explain(result.error, document, 'it'));
      // As it was given: the check leaves out what connectors add to items.
      const { accounts, ...header } = document as z.output<typeof savedState>;
      refuseMisfit(path, plan, { ...header, accounts: Object.keys(accounts).length });
      return { header, accounts };
    },
  });
}

/** Under another clock files would go back to what they were, and accounts would be forgotten that nobody forgot. */
function refuseMisfit(
  path: string,
  plan: SavedStatePlan,
  saved: { lifecycle: Lifecycle; startTime: number | null; accounts: number },
): void {
  const start = saved.startTime === null ? undefined : new Date(saved.startTime).toISOString();
  if (saved.lifecycle !== plan.lifecycle) {
    throw new DataFileError(
      `the data file ${path} was made with the lifecycle ${saved.lifecycle}, not ${plan.lifecycle}: give --lifecycle ${saved.lifecycle}, or another file`,
    );
  }
  if (saved.startTime !== plan.startTime) {
    throw new DataFileError(
      `the data file ${path} was made ${start ? `with the start time ${start}: give --start-time ${start}` : 'without a start time: leave --start-time out'}, or give another file`,
    );
  }
  if (saved.accounts > plan.maxAccounts) {
    throw new DataFileError(
      `the data file ${path} holds ${saved.accounts} accounts, more than --max-accounts ${plan.maxAccounts}: give at least --max-accounts ${saved.accounts}, or another file`,
    );
  }
}
