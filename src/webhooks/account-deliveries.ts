// The events of one account on their way: a delivery for each webhook that wants one, and a log of those that are over.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import type { StatusChange } from '../files/status-watcher.ts';
import { isCollectionVisible, isFileVisible } from '../files/visible.ts';
import type { DeliveryRecord } from '../records/delivery.ts';
import type { WebhookEvent, WebhookRecord } from '../records/webhook.ts';
import { soon } from '../time/clock.ts';
import { startSlices } from '../time/slices.ts';
import { uuidFrom } from '../util/random.ts';
import { reportDefect } from '../util/report-defect.ts';
import { Outbox, type Sending } from './outbox.ts';
import { eventPayload } from './webhook-bodies.ts';

/** How many deliveries an account's log keeps beside those under way. */
const LOG_LENGTH = 1_000;
/** Deliveries in all outboxes of a mock: while there are more, an event is made into one delivery at first. */
const MOST_PENDING = 10_000;
/** Deliveries that are made within one turn of the event loop; others are made later, in slices. */
const MOST_IN_A_TURN = 200;

type Event = Pick<DeliveryRecord, 'eventId' | 'eventType' | 'fileId' | 'body'>;

const isOver = (delivery?: DeliveryRecord) =>
  delivery !== undefined && delivery.state !== 'pending' && delivery.alsoTo === undefined;

export class AccountDeliveries {
  readonly #account: Account;
  readonly #sending: Sending;
  /** By the id of the webhook. */
  readonly #outboxes = new Map<string, Outbox>();
  /** Ids of deliveries that are over, in the order in which they ended. */
  readonly #ended: string[] = [];
  /** Ids of deliveries whose event is to be delivered to further webhooks, the earliest event first. */
  readonly #waiting: string[] = [];
  #isSending: boolean;
  #isSpreading = false;
  #isStopped = false;
  #hasReported = false;

  /**
   * Goes on with what is on its way.
   * @param isSending whether this mock sends the account's events; otherwise they are only noted
   */
  constructor(account: Account, sending: Sending, isSending: boolean) {
    this.#account = account;
    this.#sending = sending;
    this.#isSending = isSending;
    this.takeUp();
  }

  /** Takes up what is on its way by the account's records, which may be others than before. */
  takeUp(): void {
    const { webhooks, deliveries } = this.#account.store;
    for (const [id, outbox] of this.#outboxes) {
      if (webhooks.get(id)) continue;
      outbox.stop();
      this.#outboxes.delete(id);
    }
    for (const { id } of webhooks.all()) if (!this.#outboxes.has(id)) this.addWebhook(id);
    this.#waiting.length = 0;
    this.#ended.length = 0;
    for (const delivery of deliveries.all()) {
      if (delivery.state === 'pending') this.#queue(delivery);
      if (delivery.alsoTo) this.#waiting.push(delivery.id);
      if (isOver(delivery)) this.#ended.push(delivery.id);
    }
    this.#spreadSoon();
  }

  /** Begins to send the account's events, or leaves that to others. */
  setSending(isSending: boolean): void {
    if (isSending === this.#isSending) return;
    this.#isSending = isSending;
    if (!isSending) {
      for (const outbox of this.#outboxes.values()) outbox.stop();
      this.#outboxes.clear();
    }
    this.takeUp();
  }

  /** Whether there is anything to send, here or at another mock. */
  get hasWork(): boolean {
    if (this.#waiting.length > 0) return true;
    const { deliveries } = this.#account.store;
    for (const { state, webhookId } of deliveries.all()) {
      if (state === 'pending' && this.#outboxes.has(webhookId)) return true;
    }
    return false;
  }

  addWebhook(id: string): void {
    this.#outboxes.set(id, new Outbox(this.#account, id, this.#sending));
  }

  /** Cancels what is on its way to a webhook that is gone. */
  removeWebhook(id: string): void {
    this.#outboxes.get(id)?.stop();
    this.#outboxes.delete(id);
    const { deliveries } = this.#account.store;
    for (const delivery of deliveries.all()) {
      if (delivery.webhookId === id && delivery.state === 'pending') {
        deliveries.update(delivery.id, { state: 'cancelled' });
      }
    }
  }

  /** Makes the deliveries of a change: at once where they are few, else one that the others are made from later. */
  announce(change: StatusChange): void {
    const { store, apiVersion } = this.#account;
    if (!isChangeVisible(this.#account, change)) return;
    const eventType = `${change.entry ? 'collection.' : ''}file.job.${change.status}` as WebhookEvent;
    const byOrigin = new Map<string, WebhookRecord[]>();
    for (const webhook of store.webhooks.all()) {
      if (!webhook.active || !webhook.events.includes(eventType)) continue;
      byOrigin.set(webhook.origin, [...(byOrigin.get(webhook.origin) ?? []), webhook]);
    }
    if (byOrigin.size === 0) return;
    const eventId = uuidFrom(`event ${change.file.id} ${eventType} ${store.count('events')}`);
    for (const [origin, [first, ...others]] of byOrigin) {
      if (!first) continue;
      if (!this.#makeRoom()) {
        this.#reportFull();
        return;
      }
      const payload = eventPayload(change, { origin, apiVersion });
      const body = { event_id: eventId, event_type: eventType, payload };
      const event: Event = { eventId, eventType, fileId: change.file.id, body };
      const isNow = this.#waiting.length === 0 && this.#takeTurn(others.length + 1);
      if (isNow && (others.length === 0 || this.#hasRoom(others.length + 1))) {
        for (const webhook of [first, ...others]) this.#insert(event, webhook);
      } else {
        const { id } = this.#insert(event, first, others);
        if (others.length > 0) this.#waiting.push(id);
        this.#spreadSoon();
      }
    }
  }

  deliveryChanged(before?: DeliveryRecord, after?: DeliveryRecord): void {
    if (before && after && before.state === 'pending' && after.state !== 'pending') this.#spreadSoon();
    if (!after || !isOver(after) || isOver(before)) return;
    this.#ended.push(after.id);
    while (this.#ended.length > LOG_LENGTH) this.#account.store.deliveries.forget(this.#ended.shift() ?? '');
  }

  /** Resolves when nothing is under way, nor waiting to be tried again. */
  async idle(): Promise<void> {
    while (!this.#isStopped && this.#isSending && (this.#waiting.length > 0 || this.#pending > 0)) {
      await Promise.all([...this.#outboxes.values()].map((outbox) => outbox.empty()));
      if (this.#waiting.length > 0) await new Promise<void>(soon);
    }
  }

  /** Sends nothing more. */
  stop(): void {
    this.#isStopped = true;
    for (const outbox of this.#outboxes.values()) outbox.stop();
  }

  get #pending(): number {
    return [...this.#outboxes.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Whether so many deliveries may be made in this turn of the event loop. */
  #takeTurn(count: number): boolean {
    const sending = this.#sending;
    if (sending.pending + count > MOST_PENDING || sending.madeInTurn + count > MOST_IN_A_TURN) return false;
    if (sending.madeInTurn === 0) {
      soon(() => {
        sending.madeInTurn = 0;
      });
    }
    sending.madeInTurn += count;
    return true;
  }

  #insert(event: Event, { id: webhookId, endpoint }: WebhookRecord, others: WebhookRecord[] = []) {
    const id = uuidFrom(`delivery ${event.eventId} ${webhookId}`);
    const delivery = this.#account.store.deliveries.insert({
      id,
      key: id,
      webhookId,
      endpoint,
      ...event,
      state: 'pending',
      attempts: [],
      ...(others.length > 0 && { alsoTo: others.map((other) => other.id) }),
    });
    this.#queue(delivery);
    return delivery;
  }

  #queue(delivery: DeliveryRecord): void {
    if (this.#isSending) this.#outboxes.get(delivery.webhookId)?.add(delivery);
  }

  #spreadSoon(): void {
    if (this.#isSpreading || !this.#isSending || this.#waiting.length === 0) return;
    this.#isSpreading = true;
    soon(() => {
      this.#spread()
        .catch((thrown) => reportDefect('events are not sent to every webhook, because of a defect', thrown))
        .finally(() => {
          this.#isSpreading = false;
        });
    });
  }

  /** Makes the deliveries that wait, in slices, until there are enough for now: the end of one calls it again. */
  async #spread(): Promise<void> {
    const slices = startSlices();
    for (
      let [id] = this.#waiting;
      id !== undefined && !this.#isStopped && this.#isSending;
      [id] = this.#waiting
    ) {
      const { deliveries, webhooks } = this.#account.store;
      const delivery = deliveries.get(id);
      const others = (delivery?.alsoTo ?? []).flatMap((other) => webhooks.get(other) ?? []);
      const isBusy = this.#pending > 0;
      if (isBusy && this.#sending.pending + others.length > MOST_PENDING) return;
      const room = [others.length, 1, 0].find((records) => this.#hasRoom(records)) ?? 0;
      const made = others.splice(0, room);
      for (const webhook of made) if (delivery) this.#insert(pickEvent(delivery), webhook);
      const isStuck = made.length === 0 && others.length > 0;
      if (isStuck && isBusy) return;
      if (isStuck) this.#reportFull();
      const isDone = isStuck || others.length === 0;
      if (isDone) this.#waiting.shift();
      deliveries.update(id, { alsoTo: isDone ? undefined : others.map((webhook) => webhook.id) });
      if (slices.isOver()) await slices.next();
    }
  }

  /** Whether there is room for records, if need be where the account's own log was. */
  #hasRoom(records: number): boolean {
    if (this.#account.hasRoom(records)) return true;
    for (const id of this.#ended.splice(0)) this.#account.store.deliveries.forget(id);
    return this.#account.hasRoom(records);
  }

  /** Makes room for a record that cannot wait, if need be by evicting other accounts. */
  #makeRoom(): boolean {
    if (this.#hasRoom(1)) return true;
    try {
      this.#account.reserve(1);
      return true;
    } catch (thrown) {
      if (thrown instanceof ApiError) return false;
      throw thrown;
    }
  }

  #reportFull(): void {
    if (this.#hasReported) return;
    this.#hasReported = true;
    reportDefect(
      'events are not sent',
      'an account has no room for their deliveries; restart the mock with a larger --max-files',
    );
  }
}

/** Whether the account's version has the kinds of the file and of the collection. */
function isChangeVisible(account: Account, { file, entry }: StatusChange): boolean {
  const collection = entry && account.store.collections.get(entry.collectionId);
  return isFileVisible(account, file) && (!collection || isCollectionVisible(account, collection));
}

const pickEvent = ({ eventId, eventType, fileId, body }: DeliveryRecord): Event => ({
  eventId,
  eventType,
  fileId,
  body,
});
