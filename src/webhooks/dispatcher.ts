// From changes of status to events on their way: follows every account that has webhooks, and no other.
import type { Account, AccountObserver } from '../accounts/account.ts';
import type { StatusFeed } from '../files/status-feed.ts';
import type { WebhookRecord } from '../records/webhook.ts';
import { awaited } from '../time/clock.ts';
import { AccountDeliveries } from './account-deliveries.ts';
import { refusalOf } from './endpoint.ts';
import type { DeliverySettings, Sending } from './outbox.ts';
import { Slots } from './slots.ts';

/** Attempts that are under way at the same time, whichever webhooks and accounts they are for. */
const MOST_ATTEMPTS = 64;

interface Followed {
  unfollow: () => void;
  deliveries: AccountDeliveries;
}

export interface Dispatcher extends Pick<AccountObserver, 'opened' | 'closed' | 'adopted' | 'changed'> {
  /** Why nothing is sent to an endpoint, or undefined where it is. */
  refusalOf(endpoint: string): string | undefined;
  /** To be called where other machines can reach the mock and need no token to control it. */
  setExposed(isExposed: boolean): void;
  /** Resolves when nothing is under way, nor waiting to be tried again. */
  idle(account?: Account): Promise<void>;
  /** The same, without keeping the process alive. */
  whenIdle(account: Account): Promise<void>;
  /**
   * Whether this mock sends the events of an account: it always does, unless it shares its accounts with others. Call it
   * after the account was looked for in their store.
   */
  setSending(account: Account, isSending: boolean): void;
  /** Real milliseconds until there is an event to find or to send; infinite if there is none to come. */
  dueIn(account: Account): number;
  /** Sends nothing more. */
  stop(): void;
}

/**
 * Sends what the feed tells of; it must hear of each change of an account after the feed does.
 * @param isShared whether other mocks work on the same accounts, so that it sends only where it is told to
 */
export function createDispatcher(
  settings: DeliverySettings,
  feed: StatusFeed,
  isShared: boolean,
): Dispatcher {
  const { webhookHosts, webhookTimeout, webhookPause } = settings;
  const sending: Sending = {
    webhookHosts,
    webhookTimeout,
    webhookPause,
    isExposed: false,
    slots: new Slots(MOST_ATTEMPTS),
    pending: 0,
    madeInTurn: 0,
  };
  const followed = new Map<Account, Followed>();

  function forget(account: Account): void {
    const { unfollow, deliveries } = followed.get(account) ?? {};
    deliveries?.stop();
    unfollow?.();
    followed.delete(account);
  }

  function follow(account: Account, from: 'now' | 'last'): void {
    const deliveries = new AccountDeliveries(account, sending, !isShared);
    const entry: Followed = { unfollow: () => {}, deliveries };
    followed.set(account, entry);
    // A listener before it may have closed the account.
    const announce: Parameters<StatusFeed['follow']>[1] = (change) =>
      followed.get(account)?.deliveries.announce(change);
    entry.unfollow = feed.follow(account, announce, from);
  }

  function webhookChanged(account: Account, before?: WebhookRecord, after?: WebhookRecord): void {
    const { deliveries } = followed.get(account) ?? {};
    if (after && !deliveries) {
      // What happened before anybody listened is not told.
      follow(account, 'now');
    } else if (after && !before) {
      deliveries?.addWebhook(after.id);
    } else if (before && !after) {
      deliveries?.removeWebhook(before.id);
      if (account.store.webhooks.size === 0) forget(account);
    }
  }

  return {
    opened(account) {
      if (account.store.sizeOf('webhooks') > 0) follow(account, 'last');
    },
    closed: forget,
    adopted(account) {
      const { deliveries } = followed.get(account) ?? {};
      if (account.store.sizeOf('webhooks') === 0) forget(account);
      else if (deliveries) deliveries.takeUp();
      else follow(account, 'last');
    },
    changed(account, change) {
      if (change.table === 'webhooks') {
        webhookChanged(account, change.before, change.after);
      } else if (change.table === 'deliveries') {
        followed.get(account)?.deliveries.deliveryChanged(change.before, change.after);
      }
    },
    refusalOf: (endpoint) => refusalOf(endpoint, sending),
    setExposed(isExposed) {
      sending.isExposed = isExposed;
    },
    async idle(account) {
      const all = [...followed].flatMap(([one, { deliveries }]) =>
        account && one !== account ? [] : [deliveries],
      );
      await awaited(Promise.all(all.map((deliveries) => deliveries.idle())));
    },
    async whenIdle(account) {
      await followed.get(account)?.deliveries.idle();
    },
    setSending(account, isSending) {
      followed.get(account)?.deliveries.setSending(isSending);
    },
    dueIn(account) {
      const { deliveries } = followed.get(account) ?? {};
      return deliveries?.hasWork ? 0 : feed.dueIn(account);
    },
    stop() {
      for (const account of [...followed.keys()]) forget(account);
    },
  };
}
