// Time and state of the whole mock in a program's hands.
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { StatusFeed } from '../files/status-feed.ts';
import type { Journal } from '../journal/journal.ts';
import type { Dispatcher } from '../webhooks/dispatcher.ts';
import { type Delivery, deliveryLog } from '../webhooks/log.ts';
import type { World } from '../world/world.ts';
import { type Settled, settle } from './settle.ts';
import { checkSnapshot, refuseTooMuch, type Snapshot, snapshotOf } from './snapshot.ts';

/** What moves time and state, of one account or of the whole mock. */
export interface Control {
  clock: {
    /** Milliseconds since the Unix epoch. */
    now(): number;
    /**
     * Moves the clock forward: files go on with their processing as if that time had passed.
     * @param by milliseconds, or a duration such as `'250ms'`, `'5s'`, `'1.5m'`, `'2h'`, `'1d'`
     * @returns the new time in milliseconds since the Unix epoch
     * @throws RangeError if the duration is malformed, negative or over a hundred years, or leads beyond the year 9999
     */
    advance(by: number | string): number;
    /**
     * Moves the clock of each account on until all of its files have ended.
     * @returns the time then, the latest one of several accounts; and the ids of files that never end
     */
    settle(): Settled;
  };
  webhooks: {
    /** The events to be sent to webhooks, and the last 1,000 of each account that were sent or given up; oldest first. */
    deliveries(): Delivery[];
    /** Resolves when every event that fell due was delivered or given up, retries included. */
    idle(): Promise<void>;
  };
  /** Back to the very first answers: no files, no webhooks, rules and world as at the start, no advance of the clock. */
  reset(): void;
  /**
   * All that is kept, with the clock, as JSON can hold it. The journal and the options are not in it. It shares its
   * records with the mock: to change some before they are put back, take a `structuredClone` of it.
   */
  snapshot(): Snapshot;
  /**
   * Puts back what a snapshot holds, and forgets everything since.
   * @throws TypeError if it is no snapshot, of another version, or more than may be kept; nothing is changed then
   */
  restore(snapshot: Snapshot): void;
}

/** The parts of a mock that its control uses. */
export interface MockParts {
  accounts: Accounts;
  dispatcher: Dispatcher;
  journal: Journal;
  feed: StatusFeed;
  /** The world as every account finds it. */
  world: World;
  /** What ends each event stream that is open. */
  streams: Set<() => void>;
}

/** Control of every account, and of the clock that all of them follow. */
export function controlAll({ accounts, dispatcher, journal }: MockParts): Control {
  const all = (): Account[] => [...accounts.entries()].map(([, account]) => account);
  const clear = (advancedBy: number) => {
    accounts.clear();
    accounts.clockState.offset = advancedBy;
  };
  return {
    clock: {
      now: () => accounts.clock.now(),
      advance: (by) => accounts.clock.advance(by),
      settle: () => {
        const settled = all().map(settle);
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
    },
    snapshot: () =>
      snapshotOf(
        Object.fromEntries(all().map(({ id, store }) => [id, store.state()])),
        accounts.clockState.offset,
      ),
    restore(snapshot) {
      const { advancedBy, accounts: kept } = checkSnapshot(snapshot);
      refuseTooMuch(Object.values(kept), accounts.limits);
      clear(advancedBy);
      for (const [id, state] of Object.entries(kept)) accounts.replace(id, state);
    },
  };
}
