// Where accounts live: lowdb, in memory. Every change is one synchronous step, so none can be seen half done.
import { Low, Memory } from 'lowdb';
import { AccountStore } from './account-store.ts';
import type { Usage } from './table.ts';

interface Data {
  accounts: Map<string, AccountStore>;
}

export interface Store {
  readonly usage: Readonly<Usage>;
  /** The account's part of the store; made at its first use. */
  account(id: string): AccountStore;
  /** Forgets an account and all it holds. */
  drop(id: string): void;
  /** Resolves when every change up to now is kept as safely as the store keeps anything. */
  commit(): Promise<void>;
}

/** A store that lives as long as the process. */
export function createStore(): Store {
  const db = new Low<Data>(new Memory<Data>(), { accounts: new Map() });
  const { accounts } = db.data;
  const usage: Usage = { kept: 0 };
  return {
    usage,
    account(id) {
      const account = accounts.get(id) ?? new AccountStore(usage);
      accounts.set(id, account);
      return account;
    },
    drop(id) {
      accounts.get(id)?.reset();
      accounts.delete(id);
    },
    commit: () => db.write(),
  };
}
