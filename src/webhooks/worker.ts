// Looks after the events of accounts in a store that mocks share: finds changes of status that fell due, and sends events,
// for the accounts whose leases this mock has. Every mock writes which work there is; one does it.
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { SharedAccounts } from '../accounts/shared-accounts.ts';
import type { StatusFeed } from '../files/status-feed.ts';
import type { ImportRunner } from '../imports/import-runner.ts';
import { LEASE, type Leases } from '../store/leases.ts';
import { createAlarm, createInterruptibleSleep } from '../time/clock.ts';
import type { Dispatcher } from './dispatcher.ts';

/** Real milliseconds between two looks for accounts that nobody looks after. */
const POLL = 1_000;
/** Real milliseconds after which a lease is renewed. */
const RENEWAL = LEASE / 3;

interface WorkerOptions {
  leases: Leases;
  accounts: Accounts;
  shared: SharedAccounts;
  runner: ImportRunner;
  feed: StatusFeed;
  dispatcher: Dispatcher;
}

export interface Worker {
  /** Begins to look after accounts; the store must be open. */
  start(): Promise<void>;
  /** To be called before an account is written. Resolves when the work that this makes cannot be overlooked. */
  beforeWrite(account: Account): Promise<void> | undefined;
  /** To be called after an account was written. */
  afterWrite(account: Account): void;
  /** To be called when a change of status is due in an account. */
  due(account: Account): void;
  /** Leaves the work to others. */
  stop(): Promise<void>;
}

export function createWorker({ leases, accounts, shared, runner, feed, dispatcher }: WorkerOptions): Worker {
  /** By the id of an account whose lease this mock has: what makes it look again at once. */
  const held = new Map<string, () => void>();
  const asked = new Set<string>();
  let isStopped = false;
  let endWake = () => {};
  const alarm = createAlarm(() => void poll());

  async function poll(): Promise<void> {
    const ids = await leases.takeDue().catch(() => []);
    for (const id of ids) void lookAfter(id);
    if (!isStopped) alarm.ringWithin(POLL);
  }

  /** Looks after an account, if no other mock does. */
  function ask(id: string): void {
    held.get(id)?.();
    if (isStopped || held.has(id) || asked.has(id)) return;
    asked.add(id);
    leases
      .take(id)
      .then((isTaken) => void (isTaken && lookAfter(id)))
      // It stays due, and is found by the next look of any mock.
      .catch(() => {})
      .finally(() => asked.delete(id));
  }

  /** Has the lease of an account until there is nothing to do in it for now. Never rejects. */
  async function lookAfter(id: string): Promise<void> {
    if (held.has(id) || isStopped) return;
    const rest = createInterruptibleSleep();
    let isWoken = false;
    const wake = () => {
      isWoken = true;
      rest.interrupt();
    };
    /** From here on, what is written in this process is marked and asked for as if another mock wrote it. */
    const leave = () => {
      if (held.get(id) !== wake) return;
      held.delete(id);
      const account = accounts.find(id);
      if (account) dispatcher.setSending(account, false);
    };
    held.set(id, wake);
    try {
      do {
        isWoken = false;
        await shared.look(id);
        const account = accounts.byId(id);
        if (feed.dueIn(account) <= 0) {
          await runner.catchUp(account);
          await shared.work(id, () => feed.catchUp(accounts.byId(id)));
        }
        dispatcher.setSending(account, true);
        if (dispatcher.dueIn(account) <= 0) {
          void dispatcher.whenIdle(account).then(rest.interrupt);
          if (!isWoken) await rest.sleep(RENEWAL);
        } else {
          // What was written since, no other mock has taken for its own.
          await shared.look(id);
          const delay = dispatcher.dueIn(accounts.byId(id));
          if (isWoken || delay <= 0) continue;
          leave();
          return await leases.release(id, delay);
        }
      } while (!isStopped && (await leases.renew(id)));
      leave();
      // The lease ended while this process was held up, and what it wrote then may be overlooked.
      ask(id);
    } catch {
      // The store is away, or the account is changed all the time: the lease ends, and any mock may take it.
    } finally {
      leave();
    }
  }

  return {
    async start() {
      endWake = await leases.onWake(ask);
      alarm.ringWithin(0);
    },
    beforeWrite(account) {
      const delay = dispatcher.dueIn(account);
      if (!Number.isFinite(delay) || held.has(account.id)) return undefined;
      return leases.mark(account.id, Math.max(0, delay));
    },
    afterWrite(account) {
      if (!held.has(account.id) && dispatcher.dueIn(account) <= 0) ask(account.id);
    },
    due: ({ id }) => ask(id),
    async stop() {
      isStopped = true;
      alarm.stop();
      endWake();
      const ids = [...held.keys()];
      for (const wake of held.values()) wake();
      await Promise.allSettled(ids.map((id) => leases.release(id, 0)));
    },
  };
}
