// The events on their way to one webhook: in order for each file, several files at a time, tried again when refused.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import type { DeliveryAttempt, DeliveryRecord } from '../records/delivery.ts';
import { pause, soon } from '../time/clock.ts';
import { reportDefect } from '../util/report-defect.ts';
import { createStop } from '../util/stop.ts';
import { type EndpointRules, isNamed, refusalOf } from './endpoint.ts';
import { send } from './send.ts';
import type { Slots } from './slots.ts';

export interface DeliverySettings {
  webhookHosts?: string | undefined;
  webhookTimeout: number;
  webhookPause: number;
}

/** What all outboxes of a mock share. */
export interface Sending extends DeliverySettings, EndpointRules {
  /** One for each attempt that is under way. */
  slots: Slots;
  /** Deliveries in all outboxes. */
  pending: number;
  /** Deliveries that were made in this turn of the event loop. */
  madeInTurn: number;
}

/** Files whose events are under way to one endpoint at the same time. */
const MOST_AT_ONCE = 8;
const RETRIES = 3;
/** Real milliseconds before a store that is away is asked again. */
const AWAY_PAUSE = 500;

export class Outbox {
  readonly #account: Account;
  readonly #webhookId: string;
  readonly #sending: Sending;
  /** Ids of deliveries by file, the one under way first. */
  readonly #lanes = new Map<string, string[]>();
  /** Ids of all deliveries in lanes. */
  readonly #queued = new Set<string>();
  /** Files with an event to send and none under way. */
  readonly #ready: string[] = [];
  readonly #stopped = createStop();
  #size = 0;
  #underWay = 0;
  #whenEmpty: (() => void)[] = [];

  constructor(account: Account, webhookId: string, sending: Sending) {
    this.#account = account;
    this.#webhookId = webhookId;
    this.#sending = sending;
  }

  /** How many deliveries are under way, or waiting to be tried again. */
  get size(): number {
    return this.#size;
  }

  /** Sends an event after those of its file that were added before, once. */
  add({ id, fileId }: DeliveryRecord): void {
    if (this.#queued.has(id)) return;
    this.#queued.add(id);
    this.#count(1);
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
    if (this.#size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#whenEmpty.push(resolve));
  }

  /** Sends nothing more. */
  stop(): void {
    this.#stopped.abort();
    this.#lanes.clear();
    this.#queued.clear();
    this.#count(-this.#size);
  }

  #count(more: number): void {
    this.#size += more;
    this.#sending.pending += more;
    if (this.#size === 0) for (const resolve of this.#whenEmpty.splice(0)) resolve();
  }

  #next(): void {
    while (this.#underWay < MOST_AT_ONCE && !this.#stopped.signal.aborted) {
      const fileId = this.#ready.shift();
      if (fileId === undefined) return;
      this.#underWay += 1;
      void this.#deliverFirst(fileId);
    }
  }

  /** Never rejects: nobody waits for it, and the process would end. */
  async #deliverFirst(fileId: string): Promise<void> {
    const lane = this.#lanes.get(fileId) ?? [];
    const [id = ''] = lane;
    try {
      await this.#deliver(id);
    } catch (thrown) {
      await this.#giveUp(id, thrown);
    }
    this.#underWay -= 1;
    if (this.#stopped.signal.aborted) return;
    lane.shift();
    this.#queued.delete(id);
    if (lane.length > 0) this.#ready.push(fileId);
    else this.#lanes.delete(fileId);
    this.#count(-1);
    this.#next();
  }

  /** Ends a delivery that a defect of the mock prevents. */
  async #giveUp(id: string, thrown: unknown): Promise<void> {
    if (this.#stopped.signal.aborted) return;
    reportDefect(`the delivery ${id} is given up, because of a defect`, thrown);
    try {
      await this.#end(id, 'failed');
    } catch (again) {
      reportDefect(`the delivery ${id} stays pending, because of a defect`, again);
    }
  }

  /** One event, until it is delivered or given up. */
  async #deliver(id: string): Promise<void> {
    for (;;) {
      const rest = await this.#sending.slots.run(() => this.#try(id));
      if (rest === undefined) return;
      await pause(rest, this.#stopped.signal).catch(() => {});
    }
  }

  /** Tries once, if it still should. Resolves to the pause before the next attempt in milliseconds, if there is one. */
  async #try(id: string): Promise<number | undefined> {
    if (this.#stopped.signal.aborted) return undefined;
    // No receiver is told of what a crash could still undo; a full disk stops no event.
    if (!(await this.#isSettled())) return AWAY_PAUSE;
    if (this.#stopped.signal.aborted) return undefined;
    const { deliveries, webhooks } = this.#account.store;
    const delivery = deliveries.get(id);
    // It can be changed, or paused, between two attempts.
    const webhook = webhooks.get(this.#webhookId);
    if (delivery?.state !== 'pending') return undefined;
    if (!webhook?.active) return this.#end(id, 'cancelled');
    const { endpoint, secret } = webhook;
    if (refusalOf(endpoint, this.#sending)) return this.#end(id, 'refused', endpoint);
    const at = this.#account.clock.now();
    const { isRefused, ...outcome } = await send(delivery.body, {
      endpoint,
      secret,
      timeoutMs: this.#sending.webhookTimeout,
      signal: this.#stopped.signal,
      onlyLoopback: !isNamed(endpoint, this.#sending),
    });
    if (this.#stopped.signal.aborted) return undefined;
    return this.#record(id, (attempts) => {
      const all = [...attempts, { at, ...outcome }];
      return { attempts: all, state: isRefused ? 'refused' : stateAfter(all), endpoint };
    });
  }

  /** Whether the account was found as it is, in the file or the store where it is kept. */
  async #isSettled(): Promise<boolean> {
    try {
      await this.#account.settled();
      return true;
    } catch (error) {
      if (isAway(error)) return false;
      throw error;
    }
  }

  #end(id: string, state: DeliveryRecord['state'], endpoint?: string): Promise<undefined> {
    return this.#record(id, () => ({
      state,
      ...(endpoint !== undefined && { endpoint }),
    })) as Promise<undefined>;
  }

  /**
   * Records what came of a delivery, whatever other mocks do to the account meanwhile.
   * @returns the pause before the next attempt in milliseconds, if there is one
   */
  async #record(
    id: string,
    changesOf: (attempts: readonly DeliveryAttempt[]) => Partial<DeliveryRecord>,
  ): Promise<number | undefined> {
    const record = () => {
      const { deliveries } = this.#account.store;
      const delivery = deliveries.get(id);
      if (delivery?.state !== 'pending') return undefined;
      const { state, attempts } = deliveries.update(id, changesOf(delivery.attempts)) ?? delivery;
      return state === 'pending' ? this.#sending.webhookPause * 2 ** (attempts.length - 1) : undefined;
    };
    while (!this.#stopped.signal.aborted) {
      const recorded = await this.#account.change(record).catch(retryLater);
      if (recorded !== RETRY) return recorded;
      await pause(AWAY_PAUSE, this.#stopped.signal).catch(() => {});
    }
    return undefined;
  }
}

const RETRY = Symbol('retry');

/** Whether something failed because of a store that does not answer or refuses it, or that others keep busy. */
const isAway = (error: unknown) =>
  error instanceof ApiError && ['store-away', 'store-refused', 'store-busy'].includes(error.case);

/** Throws what waiting does not mend. */
function retryLater(error: unknown): typeof RETRY {
  if (isAway(error)) return RETRY;
  throw error;
}

function stateAfter(attempts: readonly DeliveryAttempt[]): DeliveryRecord['state'] {
  if (attempts.at(-1)?.status === 200) return 'delivered';
  return attempts.length > RETRIES ? 'failed' : 'pending';
}
