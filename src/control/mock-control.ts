// The library's control of the whole mock: its clock, state and webhooks.

import type { Account } from '../accounts/account.ts';
import { AccountStore } from '../accounts/account-store.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { StatusFeed } from '../files/status-feed.ts';
import type { ImportRunner } from '../imports/import-runner.ts';
import type { Entry } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { SharedJournal } from '../journal/shared-journal.ts';
import type { Judge } from '../judge/judge.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import type { SharedStore } from '../store/shared-store.ts';
import { doAtOnce } from '../time/slices.ts';
import type { Listeners } from '../util/listeners.ts';
import type { Dispatcher } from '../webhooks/dispatcher.ts';
import { type Delivery, deliveryLog } from '../webhooks/log.ts';
import type { World } from '../world/world.ts';
import { endOf, type Report, reportBody } from './report.ts';
import { type Settled, settle } from './settle.ts';
import type { SharedEvents } from './shared-events.ts';
import { checkSnapshot, refuseTime, refuseTooMuch, type Snapshot, snapshotOf } from './snapshot.ts';

/**
 * Control of the clock, the state and the webhooks, of one account or of the whole mock.
 * @example
 * const before = mock.snapshot();
 * mock.clock.advance('8s');
 * await mock.webhooks.idle();
 * mock.restore(before);
 */
export interface Control {
  clock: {
    /** The time of the clock, in milliseconds since the Unix epoch. */
    now(): number;
    /**
     * Moves the clock forward: files are processed as if the time had passed.
     * @param by milliseconds, or a duration such as `'250ms'`, `'5s'`, `'1.5m'`, `'2h'`, `'1d'`
     * @returns the new time in milliseconds since the Unix epoch
     * @throws RangeError if the duration is malformed, negative or over a hundred years, or goes beyond the year 9999
     */
    advance(by: number | string): number;
    /**
     * Advances the clock of each account until the status of all its files is final.
     * @returns the time after that (the latest, if there are several accounts), and the ids of files that never finish
     */
    settle(): Settled;
  };
  webhooks: {
    /** Pending webhook deliveries, and the last 1,000 of each account that were delivered or given up; oldest first. */
    deliveries(): Delivery[];
    /** Resolves when every event that is due was delivered or given up, after its retries. */
    idle(): Promise<void>;
  };
  /** Restores the initial state: no files or webhooks; initial fault rules, world and settings; the clock not advanced. */
  reset(): void;
  /**
   * What clients did wrong so far, judged by the API's document and by the sequence of their requests, of one account or
   * of all; `reset()` forgets it.
   */
  report(): Report;
  /**
   * The whole state with the clock, as plain data for JSON; without the journal and the options. It shares its records
   * with the mock: to edit it before restoring it, edit a `structuredClone` of it.
   */
  snapshot(): Snapshot;
  /**
   * Restores the state in a snapshot, and discards all later changes.
   * @throws TypeError if it is not a snapshot, has another version, or exceeds the mock's limits; nothing is changed then
   */
  restore(snapshot: Snapshot): void;
}

/** The parts of a mock that its control uses. */
export interface MockParts {
  accounts: Accounts;
  dispatcher: Dispatcher;
  journal: Journal;
  judge: Judge;
  feed: StatusFeed;
  /** Where other mocks work on the same accounts: what they have in common beside the accounts. */
  shared: { store: SharedStore; journal: SharedJournal; events: SharedEvents } | undefined;
  runner: ImportRunner;
  /** The initial world of every account. */
  world: World;
  /** Functions that end each open event stream. */
  streams: Set<() => void>;
  /** Those who want to know of each request that this mock answers, whatever its account. */
  answered: Listeners<Omit<Entry, 'number'>>;
  /** The version of the API that requests are answered as, unless an account has its own. */
  apiVersion: ApiVersion;
}

/** Control of all accounts, and of the clock that they share. */
export function controlAll({ accounts, dispatcher, journal, judge, runner }: MockParts): Control {
  /** Every account as it is now. */
  const all = (): Account[] =>
    [...accounts.entries()].map(([, account]) => {
      runner.catchUpNow(account);
      return account;
    });
  const clear = (advancedBy: number) => {
    accounts.clear();
    accounts.clockState.offset = advancedBy;
  };
  return {
    clock: {
      now: () => accounts.clock.now(),
      advance(by) {
        const now = accounts.clock.advance(by);
        all();
        return now;
      },
      settle: () => {
        const settled = all().map((account) => doAtOnce(settle(account, runner)));
        return {
          now: Math.max(accounts.clock.now(), ...settled.map(({ now }) => now)),
          unsettled: settled.flatMap(({ unsettled }) => unsettled),
        };
      },
    },
    webhooks: {
      deliveries: () => all().flatMap((account) => deliveryLog(account, dispatcher)),
      idle: () => dispatcher.idle(),
    },
    reset() {
      clear(0);
      journal.clear();
      judge.clear();
    },
    report() {
      const byId = new Map(all().map((account) => [account.id, account]));
      return reportBody(judge.ofAll((id) => endOf(byId.get(id ?? ''))));
    },
    snapshot: () =>
      snapshotOf(
        Object.fromEntries(all().map(({ id, store }) => [id, store.state()])),
        accounts.clockState.offset,
      ),
    restore(snapshot) {
      const { advancedBy, accounts: states } = doAtOnce(checkSnapshot(snapshot));
      doAtOnce(refuseTooMuch(Object.values(states), accounts.limits));
      const further = advancedBy - accounts.clockState.offset;
      for (const { clock } of Object.values(states)) refuseTime(accounts.timeOf(clock) + further, accounts);
      clear(advancedBy);
      for (const [id, state] of Object.entries(states)) accounts.replace(id, AccountStore.of(state));
    },
  };
}
