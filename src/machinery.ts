// Puts the parts of one mock together: its accounts, who follows what happens in them, and the app over them.
import { type AccountObserver, createAccounts } from './accounts.ts';
import { createApp } from './app.ts';
import { startingAt, stoppedAt, type TimeSource, wallClock } from './clock.ts';
import type { Machinery } from './control/control.ts';
import { checkRule } from './faults/rules.ts';
import { Journal } from './journal/journal.ts';
import type { MockSettings } from './options.ts';
import { createStatusFeed } from './sync/feed.ts';
import { createDispatcher } from './webhooks/dispatcher.ts';
import { createWorld, type WorldPlan } from './world/world.ts';

/** A mock without doors. Throws FieldsError if a fault rule is wrong. */
export function assemble(
  settings: MockSettings,
  plan: WorldPlan,
): { app: ReturnType<typeof createApp>; machinery: Machinery } {
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
  const accounts = createAccounts({
    ...settings,
    world,
    settings,
    faults: [...settings.faults.map(checkRule), ...plan.faults],
    time: timeSourceFor(settings),
    observer,
  });
  const machinery = { accounts, dispatcher, journal, feed, world, streams: new Set<() => void>() };
  const { adminToken } = settings;
  const app = createApp({ ...machinery, adminToken, onDefect: (thrown) => console.error(thrown) });
  return { app, machinery };
}

/** Where clocks stand that do not run: the seeded world's last day, so that answers are the same every day. */
const WORLD_TIME = Date.parse('2026-01-15T09:00:00Z');

function timeSourceFor({ lifecycle, startTime }: MockSettings): TimeSource {
  const start = startTime === undefined ? undefined : Date.parse(startTime);
  if (lifecycle !== 'timed') return stoppedAt(start ?? WORLD_TIME);
  return start === undefined ? wallClock() : startingAt(start, wallClock());
}
