// Time and state in a program's hands: of one account, or of the whole mock.
import { z } from '@hono/zod-openapi';
import type { Accounts } from './accounts.ts';
import type { AccountSnapshot } from './store/records.ts';
import { accountSnapshot } from './store/snapshot.ts';
import type { Dispatcher } from './webhooks/dispatcher.ts';
import { type Delivery, deliveryLog } from './webhooks/log.ts';
import { explain } from './wire/validation.ts';

const FORMAT = 'cloudglue-mock snapshot';
const VERSION = 2;

/** The state of one account, or of all; plain data that JSON can hold. */
export interface Snapshot {
  format: typeof FORMAT;
  version: typeof VERSION;
  /** Milliseconds that the mock's own clock was advanced by. */
  advancedBy: number;
  accounts: Record<string, AccountSnapshot>;
}

/** What moves time and state, of one account or of the whole mock. */
export interface Control {
  clock: {
    /** Milliseconds since the Unix epoch. */
    now(): number;
    /**
     * Moves the clock forward: files go on with their processing as if that time had passed.
     * @param by milliseconds, or a duration such as `'250ms'`, `'5s'`, `'1.5m'`, `'2h'`, `'1d'`
     * @returns the new time in milliseconds since the Unix epoch
     * @throws RangeError if the duration is malformed, negative or over a hundred years
     */
    advance(by: number | string): number;
  };
  webhooks: {
    /** The events sent, or to be sent, to webhooks: the last 1,000 of each account, oldest first. */
    deliveries(): Delivery[];
    /** Resolves when every event that fell due was delivered or given up, retries included. */
    idle(): Promise<void>;
  };
  /** Back to the very first answers: no files, no webhooks, and no advance of the clock. */
  reset(): void;
  snapshot(): Snapshot;
  /**
   * Puts back what a snapshot holds, and forgets everything since.
   * @throws TypeError if it is no snapshot, or of another version; nothing is changed then
   */
  restore(snapshot: Snapshot): void;
}

const snapshotSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  advancedBy: z.number().min(0),
  accounts: z.record(z.string(), accountSnapshot),
});

/** Throws TypeError for what is no snapshot of this version. */
function check(snapshot: Snapshot): Snapshot {
  const result = snapshotSchema.safeParse(snapshot);
  if (!result.success) {
    throw new TypeError(
      `not a snapshot of this version of cloudglue-mock: ${explain(result.error, snapshot)}`,
    );
  }
  return snapshot;
}

const snapshotOf = (accounts: Record<string, AccountSnapshot>, advancedBy = 0): Snapshot => ({
  format: FORMAT,
  version: VERSION,
  advancedBy,
  accounts,
});

/** Control of every account, and of the clock that all of them follow. */
export function controlAll(accounts: Accounts, dispatcher: Dispatcher): Control {
  const clear = (advancedBy: number) => {
    accounts.clear();
    accounts.clockState.offset = advancedBy;
  };
  return {
    clock: accounts.clock,
    webhooks: {
      deliveries: () => [...accounts.entries()].flatMap(([, account]) => deliveryLog(account)),
      idle: () => dispatcher.idle(),
    },
    reset: () => clear(0),
    snapshot: () =>
      snapshotOf(
        Object.fromEntries([...accounts.entries()].map(([id, { store }]) => [id, store.snapshot()])),
        accounts.clockState.offset,
      ),
    restore(snapshot) {
      const { advancedBy, accounts: kept } = check(snapshot);
      clear(advancedBy);
      for (const [id, state] of Object.entries(kept)) accounts.byId(id).store.restore(state);
    },
  };
}

/** Control of one account. It is looked up at each call, for it may have been forgotten in between. */
export function controlOne(accounts: Accounts, dispatcher: Dispatcher, token: string): Control {
  const account = () => accounts.of(token);
  return {
    clock: { now: () => account().clock.now(), advance: (by) => account().clock.advance(by) },
    webhooks: {
      deliveries: () => deliveryLog(account()),
      idle: () => dispatcher.idle(account()),
    },
    reset: () => account().store.reset(),
    snapshot: () => snapshotOf({ [accounts.idOf(token)]: account().store.snapshot() }),
    restore(snapshot) {
      const kept = check(snapshot).accounts;
      const [only, ...others] = Object.values(kept);
      const state = kept[accounts.idOf(token)] ?? (others.length === 0 ? only : undefined);
      if (!state) throw new TypeError('the snapshot holds several accounts, and this one is not among them');
      account().store.restore(state);
    },
  };
}
