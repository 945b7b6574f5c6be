// The events of accounts in a store that mocks share: whichever mock answers a request or finds a change of status
// publishes it, if an event stream at any mock follows the account.
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { refuseAway } from '../accounts/on-newest.ts';
import type { SharedAccounts } from '../accounts/shared-accounts.ts';
import type { StatusFeed } from '../files/status-feed.ts';
import { type EntryView, entryBody } from '../journal/entry-body.ts';
import { readEntry } from '../journal/shared-journal.ts';
import { channels } from '../store/keys.ts';
import type { SharedStore } from '../store/shared-store.ts';
import { createAlarm } from '../time/clock.ts';
import { type ControlEvent, statusEvent } from './control-events.ts';

/** Real milliseconds for which a stream's mark lasts, unless it is renewed. */
const MARK = 15_000;

interface Options {
  store: SharedStore;
  accounts: Accounts;
  shared: SharedAccounts;
  feed: StatusFeed;
}

interface FollowOptions {
  /** The account; null for requests without a key. */
  id: string | null;
  listener: (event: ControlEvent) => void;
  /** Called when events may have been missed, since the store was away: the follower should begin anew. */
  onGap: () => void;
  /** Whether headers and bodies of requests are left out; default false. */
  brief?: boolean | undefined;
}

export type SharedEvents = ReturnType<typeof createSharedEvents>;

export function createSharedEvents({ store, accounts, shared, feed }: Options) {
  /** By account: what ends that its changes of status are published. */
  const published = new Map<string, () => void>();
  /** How many streams of this mock follow an account. */
  const followed = new Map<string | null, number>();
  const alarm = createAlarm(() => {
    for (const id of followed.keys()) mark(id).catch(() => {});
    if (followed.size > 0) alarm.ringWithin(MARK / 3);
  });

  function mark(id: string | null): Promise<void> {
    alarm.ringWithin(MARK / 3);
    return store.watch(id, MARK);
  }

  function unpublish(id: string): void {
    published.get(id)?.();
    published.delete(id);
  }

  return {
    /** To be called after each look at an account: its changes are published as long as streams follow it. */
    looked(account: Account, isWatched: boolean): void {
      const { id } = account;
      if (!isWatched) unpublish(id);
      else if (!published.has(id)) {
        const publish: Parameters<StatusFeed['follow']>[1] = (change) =>
          shared.state.publish(id, JSON.stringify(statusEvent(change)));
        published.set(id, feed.follow(account, publish, 'last'));
      }
    },

    closed: ({ id }: Account): void => unpublish(id),

    /** Calls back for each event from when this resolves, to a function that ends it. Rejects with ApiError while the store is away. */
    async follow({ id, listener, onGap, brief }: FollowOptions): Promise<() => void> {
      if (id !== null) {
        // What happened before anybody listened is not told.
        await shared.work(id, () => {
          const account = accounts.byId(id);
          if (!Number.isFinite(feed.dueIn(account)) && !published.has(id)) {
            account.store.announcedAt = account.clock.now();
          }
        });
      }
      const end = await store.engine
        .subscribe(channels.events(id), (message) => listener(readEvent(message, { brief })), onGap)
        .catch(refuseAway);
      followed.set(id, (followed.get(id) ?? 0) + 1);
      await mark(id).catch(refuseAway);
      let hasEnded = false;
      return () => {
        if (hasEnded) return;
        hasEnded = true;
        end();
        const left = (followed.get(id) ?? 1) - 1;
        if (left > 0) followed.set(id, left);
        else followed.delete(id);
      };
    },
  };
}

/** A request has its number before it; all else is a change of status. */
function readEvent(message: string, view: EntryView): ControlEvent {
  if (message.startsWith('{')) return { type: 'status', data: JSON.parse(message) };
  return { type: 'request', data: entryBody(readEntry(message), view) };
}
