// The saved state of a mock: the content of its data file, and whether it fits the options given at this start.
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
  /** Where the clock starts, in milliseconds since the Unix epoch; null for the default. */
  startTime: number | null;
  maxAccounts: number;
  /** The mock's own clock, if the file is new. */
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
 * Opens or creates a data file.
 * @throws DataFileError if it cannot be used, or does not fit the options
 */
export function openSavedState(path: string, plan: SavedStatePlan): Backend<AccountState> {
  const { lifecycle, startTime, clock } = plan;
  return openDataFile<AccountState>(path, {
    header: { lifecycle, startTime, clock },
    check(document) {
      const result = savedState.safeParse(document);
      if (!result.success) throw new Error(explain(result.error, document, 'it'));
      // The document itself, not the result: parsing drops fields that connectors add to items.
      const { accounts, ...header } = document as z.output<typeof savedState>;
      refuseMisfit(path, plan, { ...header, accounts: Object.keys(accounts).length });
      return { header, accounts };
    },
  });
}

/** With another lifecycle or start time, statuses could go back; with fewer accounts, some would be evicted at once. */
function refuseMisfit(
  path: string,
  plan: SavedStatePlan,
  saved: { lifecycle: Lifecycle; startTime: number | null; accounts: number },
): void {
  const start = saved.startTime === null ? undefined : new Date(saved.startTime).toISOString();
  if (saved.lifecycle !== plan.lifecycle) {
    throw new DataFileError(
      `the data file ${path} was created with the lifecycle ${saved.lifecycle}, not ${plan.lifecycle}: give --lifecycle ${saved.lifecycle}, or another file`,
    );
  }
  if (saved.startTime !== plan.startTime) {
    throw new DataFileError(
      `the data file ${path} was created ${start ? `with the start time ${start}: give --start-time ${start}` : 'without a start time: leave --start-time out'}, or give another file`,
    );
  }
  if (saved.accounts > plan.maxAccounts) {
    throw new DataFileError(
      `the data file ${path} holds ${saved.accounts} accounts, more than --max-accounts ${plan.maxAccounts}: give at least --max-accounts ${saved.accounts}, or another file`,
    );
  }
}
