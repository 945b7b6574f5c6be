// Where accounts live: lowdb, in memory or in a data file. Every change is one synchronous step, so none can be seen half done.
import { Low, Memory } from 'lowdb';
import type { ClockState, TimeSource } from '../time/clock.ts';
import { AccountStore } from './account-store.ts';
import type { DataFile } from './data-file.ts';
import { type Data, DataLog } from './data-log.ts';
import type { AccountSnapshot } from './records.ts';
import type { Usage } from './table.ts';
import { WatchedClock } from './watched-clock.ts';

export interface Store {
  readonly usage: Readonly<Usage>;
  /** What the mock's own clock keeps. */
  readonly clock: ClockState;
  /** The account's part of the store; made at its first use. */
  account(id: string): AccountStore;
  /** Puts an account back that was kept before. */
  load(id: string, state: AccountSnapshot): void;
  /** Forgets an account and all it holds. */
  drop(id: string): void;
  /** Resolves when what is known of an account is kept; undefined if it is. Rejects if it cannot be kept. */
  kept(id: string): Promise<void> | undefined;
  /** Rejects as long as nothing can be kept; undefined if all is well. */
  ready(): Promise<void> | undefined;
  /** Keeps what is left to be kept. Rejects if it cannot be. */
  close(): Promise<void>;
}

/** A store that lives as long as the process, or goes on in a data file. */
export function createStore(dataFile: DataFile | undefined, time: TimeSource): Store {
  const log = dataFile && new DataLog(dataFile, time);
  const clock = new WatchedClock(log, dataFile?.replay.clock.offset);
  const data: Data = { accounts: new Map(), clock };
  const db = new Low<Data>(log ?? new Memory<Data>(), data);
  // Whoever waits for a change hears of what goes wrong; a change that nobody waits for is tried again.
  if (log) log.onChange = () => void db.write().catch(() => {});
  const { accounts } = data;
  const usage: Usage = { kept: 0 };

  function add(id: string, account: AccountStore): void {
    accounts.set(id, account);
    if (log) account.changes = () => log.changesOf(id);
  }

  return {
    usage,
    clock,
    account(id) {
      const account = accounts.get(id) ?? new AccountStore(usage);
      if (!accounts.has(id)) add(id, account);
      return account;
    },
    load(id, state) {
      const account = new AccountStore(usage);
      account.restore(state);
      add(id, account);
    },
    drop(id) {
      const account = accounts.get(id);
      account?.reset();
      if (account) account.changes = undefined;
      accounts.delete(id);
    },
    kept: (id) => log?.kept(id, data),
    ready: () => log?.trouble && db.write(),
    close: async () => log?.close(data),
  };
}
