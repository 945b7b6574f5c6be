// Puts one mock together: its accounts, what observes them, and the app.
import { type AccountObserver, createAccounts } from '../accounts/accounts.ts';
import type { MockSettings } from '../config/options.ts';
import type { Lifecycle } from '../config/settings.ts';
import type { MockParts } from '../control/mock-control.ts';
import { createStatusFeed } from '../files/status-feed.ts';
import { createApp } from '../http/app.ts';
import { Journal } from '../journal/journal.ts';
import { checkRule } from '../records/fault-rule.ts';
import { type DataFile, openDataFile } from '../store/data-file.ts';
import { startingAt, stoppedAt, type TimeSource, wallClock } from '../time/clock.ts';
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
  const journal = new Journal(settings.journal);
  const observer: AccountObserver = {
    opened: feed.opened,
    advanced: feed.advanced,
    changed(account, change) {
      feed.changed(account, change);
      dispatcher.changed(account, change);
    },
  };
  const faults = [...settings.faults.map(checkRule), ...plan.faults];
  const startTime = settings.startTime === undefined ? null : Date.parse(settings.startTime);
  const dataFile =
    settings.data === undefined ? undefined : openDataFile(settings.data, { ...settings, startTime });
  const time = timeSourceFor(settings.lifecycle, startTime, dataFile);
  const accounts = createAccounts({ ...settings, world, settings, faults, time, dataFile, observer });
  const parts = { accounts, dispatcher, journal, feed, world, streams: new Set<() => void>() };
  const { adminToken } = settings;
  const app = createApp({ ...parts, adminToken, onDefect: (thrown) => console.error(thrown) });
  return { app, parts };
}

/** Where clocks stand that do not run: the seeded world's last day, so that answers are the same every day. */
const WORLD_TIME = Date.parse('2026-01-15T09:00:00Z');

/** The clock under all accounts; where there is a data file, it goes on from there, and never back. */
function timeSourceFor(
  lifecycle: Lifecycle,
  startTime: number | null,
  dataFile: DataFile | undefined,
): TimeSource {
  if (lifecycle !== 'timed') return stoppedAt(startTime ?? WORLD_TIME);
  if (startTime === null) return wallClock(dataFile?.latest);
  if (!dataFile) return startingAt(startTime, wallClock());
  const { latest, header } = dataFile;
  return startingAt(startTime, wallClock(latest - startTime + header.madeAt), header.madeAt);
}
