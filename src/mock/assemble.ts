// Assembles one mock: its accounts, their observers, and the app.
import { inspect } from 'node:util';
import type { AccountObserver } from '../accounts/account.ts';
import { createAccounts } from '../accounts/accounts.ts';
import { openSavedState } from '../accounts/saved-state.ts';
import type { MockSettings } from '../config/options.ts';
import type { Lifecycle } from '../config/settings.ts';
import type { MockParts } from '../control/mock-control.ts';
import { createSharedEvents } from '../control/shared-events.ts';
import { FieldsError } from '../errors/fields-error.ts';
import { createStatusFeed, type StatusFeed } from '../files/status-feed.ts';
import { createApp } from '../http/app.ts';
import { createImportRunner } from '../imports/import-runner.ts';
import type { Entry } from '../journal/entry.ts';
import { Journal } from '../journal/journal.ts';
import { SharedJournal } from '../journal/shared-journal.ts';
import { Judge } from '../judge/judge.ts';
import { checkRule, MOST_RULES } from '../records/fault-rule.ts';
import { type SavedClock, savedClock } from '../store/backend.ts';
import { Leases } from '../store/leases.ts';
import { SharedStore } from '../store/shared-store.ts';
import {
  followingClock,
  realTime,
  startingAt,
  stoppedAt,
  type TimeSource,
  wallClock,
} from '../time/clock.ts';
import { Listeners } from '../util/listeners.ts';
import { printable } from '../util/printable.ts';
import { createDispatcher } from '../webhooks/dispatcher.ts';
import { createWorker, type Worker } from '../webhooks/worker.ts';
import { createWorld, type WorldPlan } from '../world/world.ts';

interface Assembled {
  app: ReturnType<typeof createApp>;
  parts: MockParts;
  /** Whether other mocks work on the same accounts. */
  isShared: boolean;
  /** To be called before the first request. Rejects with StoreError if a store cannot be used. */
  open(): Promise<void> | undefined;
  /** To be called at the end, before the accounts are closed: leaves what is to be done to other mocks of the store. */
  leave(): Promise<void>;
}

/**
 * A mock without a port.
 * @throws FieldsError for a wrong fault rule, DataFileError for an unusable data file, StoreError if a store is given
 * and its client library is not installed
 */
export function assemble(settings: MockSettings, plan: WorldPlan): Assembled {
  const world = createWorld(plan);
  const isShared = settings.store !== undefined;
  let worker: Worker | undefined;
  let shared: MockParts['shared'];
  const runner = createImportRunner({ isShared, onCaughtUp: (account) => feed.catchUp(account) });
  const feed: StatusFeed = createStatusFeed({
    knownUntil: runner.nextDue,
    onDue: isShared ? (account) => worker?.due(account) : undefined,
  });
  const dispatcher = createDispatcher(settings, feed, isShared);
  const bounds = { entries: settings.journal, bytes: settings.journalBytes };
  const journal = new Journal(bounds);
  const judge = new Judge(settings.maxAccounts, onDefect, isShared);
  const observer: AccountObserver = {
    opened(account) {
      feed.opened(account);
      dispatcher.opened(account);
      runner.opened(account);
    },
    closed(account) {
      runner.closed(account);
      shared?.events.closed(account);
      dispatcher.closed(account);
      feed.closed(account);
    },
    adopted(account) {
      runner.adopted(account);
      feed.adopted(account);
      dispatcher.adopted(account);
    },
    advanced(account) {
      runner.advanced(account);
      feed.advanced(account);
    },
    changed(account, change) {
      runner.changed(account, change);
      feed.changed(account, change);
      dispatcher.changed(account, change);
    },
  };
  const faults = [...settings.faults.map((rule) => checkRule(rule)), ...plan.faults];
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
  const store =
    settings.store === undefined
      ? undefined
      : new SharedStore({
          url: settings.store,
          expiry: settings.storeExpiry,
          header: { lifecycle: settings.lifecycle, startTime },
        });
  const followed = followingClock();
  const time = backend
    ? timeSourceFor(settings.lifecycle, startTime, backend.clock)
    : store && initial.runs
      ? followed
      : initial;
  const accounts = createAccounts({
    ...settings,
    world,
    settings,
    faults,
    time,
    backend,
    store,
    storeObserver: {
      onTime: followed.follow,
      looked: (account, isWatched) => shared?.events.looked(account, isWatched),
      beforeWrite: (account) => worker?.beforeWrite(account),
      afterWrite: (account) => worker?.afterWrite(account),
    },
    observer,
  });
  if (store && accounts.shared) {
    const common = { accounts, shared: accounts.shared, feed };
    worker = createWorker({ ...common, runner, leases: new Leases(store), dispatcher });
    const events = createSharedEvents({ ...common, store });
    shared = { store, journal: new SharedJournal(store, bounds), events };
  }
  const { adminToken, apiVersion, cors } = settings;
  const streams = new Set<() => void>();
  const answered = new Listeners<Omit<Entry, 'number'>>();
  const common = { accounts, dispatcher, journal, judge, feed, runner, shared, world, streams };
  const parts = { ...common, answered, apiVersion };
  const app = createApp({ ...parts, adminToken, cors, onDefect });
  let opened: Promise<void> | undefined;
  return {
    app,
    parts,
    isShared,
    open: () => {
      opened ??= store?.open().then(() => worker?.start());
      return opened;
    },
    leave: async () => worker?.stop(),
  };
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
