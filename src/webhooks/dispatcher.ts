// From changes of status to events on their way: follows every account that has webhooks, and no other.
import type { Account, AccountObserver } from '../accounts/account.ts';
import type { StatusFeed } from '../files/status-feed.ts';
import type { StatusChange } from '../files/status-watcher.ts';
import type { DeliveryRecord } from '../records/delivery.ts';
import type { WebhookEvent, WebhookRecord } from '../records/webhook.ts';
import { awaited } from '../time/clock.ts';
import { uuidFrom } from '../util/random.ts';
import { type DeliverySettings, Outbox } from './outbox.ts';
import { eventPayload } from './webhook-bodies.ts';

/** How many deliveries an account's log keeps beside those under way. */
const LOG_LENGTH = 1_000;

interface Followed {
  unfollow: () => void;
  /** By the id of the webhook. */
  outboxes: Map<string, Outbox>;
  /** Ids of deliveries that are over, in the order in which they ended. */
  ended: string[];
}

export interface Dispatcher extends Pick<AccountObserver, 'opened' | 'closed' | 'changed'> {
  /** Resolves when nothing is under way, nor waiting to be tried again. */
  idle(account?: Account): Promise<void>;
  /** Sends nothing more. */
  stop(): void;
}

/** Sends what the feed tells of; it must hear of each change of an account after the feed does. */
export function createDispatcher(settings: DeliverySettings, feed: StatusFeed): Dispatcher {
  const followed = new Map<Account, Followed>();

  function forget(account: Account): void {
    const { unfollow, outboxes } = followed.get(account) ?? {};
    for (const outbox of outboxes?.values() ?? []) outbox.stop();
    unfollow?.();
    followed.delete(account);
  }

  /** Follows an account, and goes on with what is on its way. */
  function follow(account: Account, from: 'now' | 'last'): void {
    const { webhooks, deliveries } = account.store;
    const outboxes = new Map<string, Outbox>();
    const entry: Followed = { unfollow: () => {}, outboxes, ended: [] };
    followed.set(account, entry);
    for (const { id } of webhooks.all()) outboxes.set(id, new Outbox(account, id, settings));
    for (const delivery of deliveries.all()) {
      if (delivery.state === 'pending') outboxes.get(delivery.webhookId)?.add(delivery);
      else entry.ended.push(delivery.id);
    }
    entry.unfollow = feed.follow(account, (change) => announce(account, change), from);
  }

  function webhookChanged(
    account: Account,
    before: WebhookRecord | undefined,
    after: WebhookRecord | undefined,
  ) {
    if (after && !followed.has(account)) {
      // What happened before anybody listened is not told.
      follow(account, 'now');
    } else if (after && !before) {
      followed.get(account)?.outboxes.set(after.id, new Outbox(account, after.id, settings));
    } else if (before && !after) {
      followed.get(account)?.outboxes.get(before.id)?.stop();
      followed.get(account)?.outboxes.delete(before.id);
      for (const { id, webhookId, state } of account.store.deliveries.all()) {
        if (webhookId === before.id && state === 'pending') {
          account.store.deliveries.update(id, { state: 'cancelled' });
        }
      }
      if (account.store.webhooks.size === 0) forget(account);
    }
  }

  function announce(account: Account, change: StatusChange): void {
    const { store, apiVersion } = account;
    const type = `${change.entry ? 'collection.' : ''}file.job.${change.status}` as WebhookEvent;
    const listeners = [...store.webhooks.all()].filter(
      ({ active, events }) => active && events.includes(type),
    );
    if (listeners.length === 0) return;
    const eventId = uuidFrom(`event ${change.file.id} ${type} ${store.count('events')}`);
    for (const webhook of listeners) {
      const id = uuidFrom(`delivery ${eventId} ${webhook.id}`);
      const delivery = store.deliveries.insert({
        id,
        key: id,
        webhookId: webhook.id,
        endpoint: webhook.endpoint,
        eventId,
        eventType: type,
        fileId: change.file.id,
        state: 'pending',
        attempts: [],
        body: {
          event_id: eventId,
          event_type: type,
          payload: eventPayload(change, { origin: webhook.origin, apiVersion }),
        },
      });
      followed.get(account)?.outboxes.get(webhook.id)?.add(delivery);
    }
  }

  function deliveryChanged(account: Account, before?: DeliveryRecord, after?: DeliveryRecord): void {
    if (!after || after.state === 'pending' || before?.state !== 'pending') return;
    const { ended = [] } = followed.get(account) ?? {};
    ended.push(after.id);
    while (ended.length > LOG_LENGTH) account.store.deliveries.forget(ended.shift() ?? '');
  }

  return {
    opened(account) {
      if (account.store.sizeOf('webhooks') > 0) follow(account, 'last');
    },
    closed: forget,
    changed(account, change) {
      if (change.table === 'webhooks') {
        webhookChanged(account, change.before, change.after);
      } else if (change.table === 'deliveries') {
        deliveryChanged(account, change.before, change.after);
      }
    },
    async idle(account) {
      const boxes = () =>
        [...followed].flatMap(([one, { outboxes }]) =>
          account && one !== account ? [] : [...outboxes.values()],
        );
      await awaited(Promise.all(boxes().map((outbox) => outbox.empty())));
    },
    stop() {
      for (const account of [...followed.keys()]) forget(account);
    },
  };
}
