// Puts one mock together: its accounts, what observes them, and the app.
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
import { checkRule, MOST_RULES } from '../records/fault-rule.ts';
import { type SavedClock, savedClock } from '../store/backend.ts';
import { realTime, startingAt, stoppedAt, type TimeSource, wallClock } from '../time/clock.ts';
import { printable } from '../util/printable.ts';
import { createDispatcher } from '../webhooks/dispatcher.ts';
import { createWorld, type WorldPlan } from '../world/world.ts';

/** A mock without a port. Throws FieldsError if a fault rule is wrong, DataFileError if the data file is. */
export function assemble(
  settings: MockSettings,
  plan: WorldPlan,
): { app: ReturnType<typeof createApp>; parts: MockParts } {
  const world = createWorld(plan);
  const feed = createStatusFeed();
  const dispatcher = createDispatcher(settings, feed);
  const journal = new Journal({ entries: settings.journal, bytes: settings.journalBytes });
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
  const parts = { accounts, dispatcher, journal, feed, world, streams: new Set<() => void>() };
  const { adminToken } = settings;
  const app = createApp({ ...parts, adminToken, onDefect });
  return { app, parts };
}

/** What is thrown may name what a client sent. */
const onDefect = (thrown: unknown): void => console.error(printable(inspect(thrown)));

/** Where clocks stand that do not run: the seeded world's last day, so that answers are the same every day. */
const WORLD_TIME = Date.parse('2026-01-15T09:00:00Z');

/** The clock under all accounts; where state was saved, it goes on from there. */
function timeSourceFor(lifecycle: Lifecycle, startTime: number | null, saved?: SavedClock): TimeSource {
  if (lifecycle !== 'timed') return stoppedAt(startTime ?? WORLD_TIME);
  // It has gone on since, and a machine's clock that was set back does not take it back.
  const resumed = saved && saved.now + Math.max(0, realTime() - saved.savedAt);
  if (startTime === null) return wallClock(resumed);
  return startingAt(resumed ?? startTime, wallClock());
}
