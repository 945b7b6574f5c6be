// Where accounts live: lowdb, in memory. Every change is one synchronous step, so none can be seen half done.
import { Low, Memory } from 'lowdb';
import { AccountStore, type Usage } from './account-store.ts';
import type { AccountRecord } from './records.ts';

interface Data {
  accounts: Map<string, AccountRecord>;
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
  const open = new Map<string, AccountStore>();
  const usage: Usage = { kept: 0 };
  return {
    usage,
    account(id) {
      const account = open.get(id) ?? new AccountStore(recordOf(db.data, id), usage);
      open.set(id, account);
      return account;
    },
    drop(id) {
      open.get(id)?.reset();
      open.delete(id);
      db.data.accounts.delete(id);
    },
    commit: () => db.write(),
  };
}

function recordOf({ accounts }: Data, id: string): AccountRecord {
  const record = accounts.get(id) ?? { clock: { offset: 0 }, files: new Map(), deletions: new Map() };
  accounts.set(id, record);
  return record;
}
