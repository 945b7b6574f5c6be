// The events on their way to one webhook: in order for each file, several files at a time, tried again when refused.
import type { Account } from '../accounts/account.ts';
import type { DeliveryAttempt, DeliveryRecord } from '../records/delivery.ts';
import type { WebhookRecord } from '../records/webhook.ts';
import { pause, soon } from '../time/clock.ts';
import { refusalOf } from './endpoint.ts';
import { send } from './send.ts';

export interface DeliverySettings {
  webhookHosts?: string | undefined;
  webhookTimeout: number;
  webhookPause: number;
}

/** Files whose events are under way to one endpoint at the same time. */
const MOST_AT_ONCE = 8;
const RETRIES = 3;

export class Outbox {
  readonly #account: Account;
  readonly #webhookId: string;
  readonly #settings: DeliverySettings;
  /** Ids of deliveries by file, the one under way first. */
  readonly #lanes = new Map<string, string[]>();
  /** Files with an event to send and none under way. */
  readonly #ready: string[] = [];
  readonly #stopped = new AbortController();
  #underWay = 0;
  #whenEmpty: (() => void)[] = [];

  constructor(account: Account, webhookId: string, settings: DeliverySettings) {
    this.#account = account;
    this.#webhookId = webhookId;
    this.#settings = settings;
  }

  add({ id, fileId }: DeliveryRecord): void {
    const lane = this.#lanes.get(fileId) ?? [];
    this.#lanes.set(fileId, lane);
    lane.push(id);
    if (lane.length > 1) return;
    this.#ready.push(fileId);
    // Not before the answer to the request that caused the event: no client could know the file yet.
    soon(() => this.#next());
  }

  /** Resolves when nothing is under way, nor waiting to be tried again. */
  empty(): Promise<void> {
    if (this.#lanes.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#whenEmpty.push(resolve));
  }

  /** Sends nothing more. */
  stop(): void {
    this.#stopped.abort();
    this.#lanes.clear();
    this.#announceEmpty();
  }

  #announceEmpty(): void {
    for (const resolve of this.#whenEmpty.splice(0)) resolve();
  }

  #next(): void {
    while (this.#underWay < MOST_AT_ONCE && !this.#stopped.signal.aborted) {
      const fileId = this.#ready.shift();
      if (fileId === undefined) return;
      this.#underWay += 1;
      void this.#deliverFirst(fileId);
    }
  }

  async #deliverFirst(fileId: string): Promise<void> {
    const lane = this.#lanes.get(fileId) ?? [];
    const [id] = lane;
    if (id !== undefined) await this.#deliver(id);
    this.#underWay -= 1;
    if (this.#stopped.signal.aborted) return;
    lane.shift();
    if (lane.length > 0) this.#ready.push(fileId);
    else this.#lanes.delete(fileId);
    if (this.#lanes.size === 0) this.#announceEmpty();
    this.#next();
  }

  /** One event, until it is delivered or given up. */
  async #deliver(id: string): Promise<void> {
    const { deliveries, webhooks } = this.#account.store;
    const { webhookHosts, webhookPause } = this.#settings;
    for (;;) {
      // No receiver is told of what a crash could still undo; a full disk stops no event.
      await this.#account.settled();
      if (this.#stopped.signal.aborted) return;
      const delivery = deliveries.get(id);
      // It can be changed, or paused, between two attempts.
      const webhook = webhooks.get(this.#webhookId);
      if (delivery?.state !== 'pending') return;
      if (!webhook?.active) return this.#end(id, 'cancelled');
      if (refusalOf(webhook.endpoint, webhookHosts)) return this.#end(id, 'refused');
      const attempt = await this.#attempt(delivery, webhook);
      if (this.#stopped.signal.aborted) return;
      const attempts = [...delivery.attempts, attempt];
      const state =
        attempt.status === 200 ? 'delivered' : attempts.length > RETRIES ? 'failed' : ('pending' as const);
      deliveries.update(id, { attempts, state, endpoint: webhook.endpoint });
      if (state !== 'pending') return;
      const rest = webhookPause * 2 ** (attempts.length - 1);
      await pause(rest, this.#stopped.signal).catch(() => {});
      if (this.#stopped.signal.aborted) return;
    }
  }

  #end(id: string, state: DeliveryRecord['state']): void {
    this.#account.store.deliveries.update(id, { state });
  }

  async #attempt({ body }: DeliveryRecord, { endpoint, secret }: WebhookRecord): Promise<DeliveryAttempt> {
    const at = this.#account.clock.now();
    const { signal } = this.#stopped;
    const timeoutMs = this.#settings.webhookTimeout;
    return { at, ...(await send(body, { endpoint, secret, timeoutMs, signal })) };
  }
}
