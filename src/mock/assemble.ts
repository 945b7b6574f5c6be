// Assembles one mock: its accounts, their observers, and the app.
import { inspect } from 'node:util';
import type { AccountObserver } from '../accounts/account.ts';
import { createAccounts } from '../accounts/accounts.ts';
import { openSavedState } from '../accounts/saved-state.ts';
import type { MockSettings } from '../config/options.ts';
import type { Lifecycle } from '../config/settings.ts';
import type { MockParts } from '../control/mock-control.ts';
import { FieldsError } from '../errors/fields-error.ts';
import { createStatusFeed } from '../files/status-feed.ts';
import { createApp } from '../http/app.ts';
import { Journal } from '../journal/journal.ts';
import { Judge } from '../judge/judge.ts';
import { checkRule, MOST_RULES } from '../records/fault-rule.ts';
import { type SavedClock, savedClock } from '../store/backend.ts';
import { realTime, startingAt, stoppedAt, type TimeSource, wallClock } from '../time/clock.ts';
import { printable } from '../util/printable.ts';
import { createDispatcher } from '../webhooks/dispatcher.ts';
import { createWorld, type WorldPlan } from '../world/world.ts';

/** A mock without a port. Throws FieldsError for a wrong fault rule, DataFileError for an unusable data file. */
export function assemble(
  settings: MockSettings,
  plan: WorldPlan,
): { app: ReturnType<typeof createApp>; parts: MockParts } {
  const world = createWorld(plan);
  const feed = createStatusFeed();
  const dispatcher = createDispatcher(settings, feed);
  const journal = new Journal({ entries: settings.journal, bytes: settings.journalBytes });
  const judge = new Judge(settings.maxAccounts, onDefect);
  const observer: AccountObserver = {
    opened(account) {
      feed.opened(account);
      dispatcher.opened(account);
    },
    closed(account) {
      dispatcher.closed(account);
      feed.closed(account);
    },
    advanced: feed.advanced,
    changed(account, change) {
      feed.changed(account, change);
      dispatcher.changed(account, change);
    },
  };
  const faults = [...settings.faults.map(checkRule), ...plan.faults];
  if (faults.length > MOST_RULES) {
    const detail = `are ${faults.length} with those of the seed file: give at most ${MOST_RULES}`;
    throw new FieldsError('the fault rules cannot be used', [{ field: 'faults', detail }]);
  }
  const startTime = settings.startTime === undefined ? null : Date.parse(settings.startTime);
  const initial = timeSourceFor(settings.lifecycle, startTime);
  const backend =
    settings.data === undefined
      ? undefined
      : openSavedState(settings.data, { ...settings, startTime, clock: savedClock(initial, 0) });
  const time = backend ? timeSourceFor(settings.lifecycle, startTime, backend.clock) : initial;
  const accounts = createAccounts({ ...settings, world, settings, faults, time, backend, observer });
  const { adminToken, apiVersion, cors } = settings;
  const parts = {
    accounts,
    dispatcher,
    journal,
    judge,
    feed,
    world,
    streams: new Set<() => void>(),
    apiVersion,
  };
  const app = createApp({ ...parts, adminToken, cors, onDefect });
  return { app, parts };
}

/** Prints an error that nobody expected. It may name what a client sent. */
const onDefect = (thrown: unknown): void => console.error(printable(inspect(thrown)));

/** The time of stopped clocks: the last day of the seeded world, so that answers are the same every day. */
const WORLD_TIME = Date.parse('2026-01-15T09:00:00Z');

/** The clock below all accounts. With saved state, it resumes from the saved time. */
function timeSourceFor(lifecycle: Lifecycle, startTime: number | null, saved?: SavedClock): TimeSource {
  if (lifecycle !== 'timed') return stoppedAt(startTime ?? WORLD_TIME);
  // The time since the save has passed for the mock too, unless the machine's clock was set back meanwhile.
  const resumed = saved && saved.now + Math.max(0, realTime() - saved.savedAt);
  if (startTime === null) return wallClock(resumed);
  return startingAt(resumed ?? startTime, wallClock());
}
