// Publishes changes of status to the followers of an account: one watcher per followed account, one timer for all.
import type { Account, AccountObserver } from '../accounts/account.ts';
import { createAlarm } from '../time/clock.ts';
import { Listeners } from '../util/listeners.ts';
import { type Publish, type StatusChange, StatusWatcher } from './status-watcher.ts';

export interface StatusFeed extends AccountObserver {
  /**
   * Calls back for each change of status of an account's files, and continues with the account that replaces it after
   * a reset or a restore. Returns a function that stops it.
   * @param from `now` (default): only changes from now on; `last`: continues after the last announced change
   */
  follow(account: Account, listener: Publish, from?: 'now' | 'last'): () => void;
  /** Calls back for the changes that are due in an account. */
  catchUp(account: Account): void;
  /** Real milliseconds until the next change is due in an account; infinite if none is, or nobody follows it. */
  dueIn(account: Account): number;
  /** Stops all callbacks. */
  stop(): void;
}

interface Followed {
  /** Undefined while no account with the id is open. */
  account: Account | undefined;
  watcher: StatusWatcher | undefined;
  listeners: Listeners<StatusChange>;
}

interface FeedOptions {
  /** The moment up to which an account's files have been made: changes after it have to wait. */
  knownUntil: (account: Account) => number;
  /**
   * Called instead of the followers when time has made a change due: where several mocks share an account, only one of
   * them is to tell of it.
   */
  onDue?: ((account: Account) => void) | undefined;
}

export function createStatusFeed({ knownUntil, onDue }: FeedOptions): StatusFeed {
  /** By account id, because an account may be replaced by another one with the same id. */
  const followed = new Map<string, Followed>();
  const alarm = createAlarm(() => {
    for (const { account } of [...followed.values()]) if (account) ring(account);
  });

  function ring(account: Account): void {
    if (!onDue) catchUp(account);
    else if (dueIn(account) <= 0) onDue(account);
    else arm(account);
  }

  /** When something is due next that only a call brings about, on the account's clock. */
  function nextDueOf(account: Account): number {
    const { watcher } = followed.get(account.id) ?? {};
    if (!watcher) return Number.POSITIVE_INFINITY;
    const known = knownUntil(account);
    // Whoever makes the files that are missing looks again after that; among several mocks, one is to make them.
    if (watcher.nextDue > known) return onDue ? known : Number.POSITIVE_INFINITY;
    return watcher.nextDue;
  }

  function dueIn(account: Account): number {
    const { clock } = account;
    const next = nextDueOf(account);
    if (!Number.isFinite(next)) return next;
    const delay = next - clock.now();
    return clock.runs || delay <= 0 ? delay : Number.POSITIVE_INFINITY;
  }

  /** Sets the alarm for an account's next change, if its clock runs. */
  function arm({ id }: Account): void {
    // A listener may have had the account replaced by another one.
    const { account } = followed.get(id) ?? {};
    if (!account?.clock.runs) return;
    const delay = dueIn(account);
    if (Number.isFinite(delay)) alarm.ringWithin(delay);
  }

  /** Publishes the changes that are due in an account. */
  function catchUp(account: Account): void {
    followed.get(account.id)?.watcher?.catchUp();
    arm(account);
  }

  function watch(account: Account, listeners: Followed['listeners']): void {
    const publish = (change: StatusChange) => listeners.tell(change);
    const watcher = new StatusWatcher(account, publish, () => knownUntil(account));
    followed.set(account.id, { account, watcher, listeners });
  }

  return {
    follow(account, listener, from = 'now') {
      const { id } = account;
      if (followed.has(id)) {
        if (!onDue || from === 'now') catchUp(account);
      } else {
        if (from === 'now') account.store.announcedAt = account.clock.now();
        watch(account, new Listeners());
      }
      const remove = followed.get(id)?.listeners.add(listener, 'a listener of changes of status');
      if (onDue) arm(account);
      else catchUp(account);
      return () => {
        remove?.();
        if (followed.get(id)?.listeners.size === 0) followed.delete(id);
      };
    },
    opened(account) {
      const { listeners } = followed.get(account.id) ?? {};
      if (listeners) watch(account, listeners);
    },
    // Followers stay, for the next account with the id.
    closed({ id }) {
      const { watcher, listeners } = followed.get(id) ?? {};
      watcher?.stop();
      if (listeners) followed.set(id, { account: undefined, watcher: undefined, listeners });
    },
    adopted(account) {
      const { watcher, listeners } = followed.get(account.id) ?? {};
      watcher?.stop();
      if (listeners) watch(account, listeners);
      arm(account);
    },
    advanced: catchUp,
    catchUp,
    dueIn,
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
