// Changes of status to whoever follows an account: one watcher for each such account, one timer for all.
import type { Account, AccountObserver } from '../accounts/account.ts';
import { createAlarm } from '../time/clock.ts';
import { Listeners } from '../util/listeners.ts';
import { type Publish, type StatusChange, StatusWatcher } from './status-watcher.ts';

export interface StatusFeed extends AccountObserver {
  /**
   * Calls back for each change of status of an account's files, also of the one that has its id after it was closed.
   * Returns what ends that.
   * @param from `now`: what fell due before is not told; `last`: goes on from what was told last
   */
  follow(account: Account, listener: Publish, from?: 'now' | 'last'): () => void;
  /** Tells nothing more. */
  stop(): void;
}

interface Followed {
  /** Undefined while there is none with that id. */
  account: Account | undefined;
  watcher: StatusWatcher | undefined;
  listeners: Listeners<StatusChange>;
}

export function createStatusFeed(): StatusFeed {
  /** By the ids of accounts: one that was closed may be followed by another one with its id. */
  const followed = new Map<string, Followed>();
  const alarm = createAlarm(() => {
    for (const { account } of [...followed.values()]) if (account) catchUp(account);
  });

  /** Sets the alarm for an account's next change, where time passes by itself. */
  function arm({ id, clock }: Account): void {
    const { watcher } = followed.get(id) ?? {};
    if (watcher && clock.runs && Number.isFinite(watcher.nextDue)) {
      alarm.ringWithin(watcher.nextDue - clock.now());
    }
  }

  /** Tells what fell due in an account until now. */
  function catchUp(account: Account): void {
    followed.get(account.id)?.watcher?.catchUp();
    arm(account);
  }

  function watch(account: Account, listeners: Followed['listeners']): void {
    const watcher = new StatusWatcher(account, (change) => listeners.tell(change));
    followed.set(account.id, { account, watcher, listeners });
  }

  return {
    follow(account, listener, from = 'now') {
      const { id } = account;
      if (followed.has(id)) catchUp(account);
      else {
        if (from === 'now') account.store.announcedAt = account.clock.now();
        watch(account, new Listeners());
      }
      const remove = followed.get(id)?.listeners.add(listener, 'a listener of changes of status');
      catchUp(account);
      return () => {
        remove?.();
        if (followed.get(id)?.listeners.size === 0) followed.delete(id);
      };
    },
    opened(account) {
      const { listeners } = followed.get(account.id) ?? {};
      if (listeners) watch(account, listeners);
    },
    // Whoever follows its id hears of the account that has it next.
    closed({ id }) {
      const { watcher, listeners } = followed.get(id) ?? {};
      watcher?.stop();
      if (listeners) followed.set(id, { account: undefined, watcher: undefined, listeners });
    },
    advanced: catchUp,
    changed(account, change) {
      followed.get(account.id)?.watcher?.changed(change);
      arm(account);
    },
    stop() {
      alarm.stop();
      followed.clear();
    },
  };
}
