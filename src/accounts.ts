// An account for each token: the same seeded world, with files, a clock and settings of its own.
import { type Clock, createClock, type TimeSource } from './clock.ts';
import type { Connector } from './connectors/source.ts';
import { digest } from './random.ts';
import type { Settings } from './settings.ts';
import type { AccountStore, StoreChange } from './store/account-store.ts';
import { createStore } from './store/store.ts';
import { ApiError } from './wire/errors.ts';
import type { World } from './world/world.ts';

export interface Account {
  readonly store: AccountStore;
  readonly clock: Clock;
  readonly settings: Readonly<Settings>;
  readonly world: World;
  /** The connector with that id. Throws ApiError if the account has none. */
  connector(id: string): Connector;
  /** Makes room for more records, one unless said otherwise. Throws ApiError if there is none to be had. */
  reserve(records?: number): void;
}

interface AccountsOptions {
  world: World;
  settings: Settings;
  time: TimeSource;
  /** Accounts that are kept; beyond it, the one unused for longest is forgotten. */
  maxAccounts: number;
  /** Records that are kept in all accounts together; beyond it, other accounts are forgotten likewise. */
  maxFiles: number;
  /** Told of every change of an account's records, and of every leap of its clock. */
  observer?: AccountObserver;
}

/** Who follows what happens in accounts, whoever makes it happen. */
export interface AccountObserver {
  changed(account: Account, change: StoreChange): void;
  advanced(account: Account): void;
}

export type Accounts = ReturnType<typeof createAccounts>;

/** The accounts of a mock, kept within their limits. */
export function createAccounts({ world, settings, time, maxAccounts, maxFiles, observer }: AccountsOptions) {
  const store = createStore();
  const clockState = { offset: 0 };
  // In the order of their last use: a Map keeps the order of insertion.
  const accounts = new Map<string, Account>();
  const clock = createClock(time, {
    state: clockState,
    onAdvance: () => {
      for (const account of accounts.values()) observer?.advanced(account);
    },
  });

  const forget = (id: string) => {
    accounts.delete(id);
    store.drop(id);
  };

  const idOf = (token: string) => digest(token);

  function reserve(asking: Account, records: number): void {
    const hasRoom = () => store.usage.kept + records <= maxFiles;
    if (hasRoom()) return;
    for (const [id, account] of accounts) {
      if (account !== asking && account.store.kept > 0) forget(id);
      if (hasRoom()) return;
    }
    throw ApiError.of('file-limit', maxFiles);
  }

  function open(id: string): Account {
    const own = store.account(id);
    const account: Account = {
      store: own,
      clock: createClock(clock, { state: own.clock, onAdvance: () => observer?.advanced(account) }),
      settings,
      world,
      connector(connectorId) {
        const connector = world.connectors.get(connectorId.toLowerCase());
        if (!connector) throw ApiError.of('connector-not-found', connectorId);
        return connector;
      },
      reserve: (records = 1) => reserve(account, records),
    };
    own.onChange = (change) => observer?.changed(account, change);
    return account;
  }

  function byId(id: string): Account {
    const account = accounts.get(id) ?? open(id);
    accounts.delete(id);
    accounts.set(id, account);
    const [longestUnused] = accounts.keys();
    if (accounts.size > maxAccounts && longestUnused) forget(longestUnused);
    return account;
  }

  return {
    /** The clock that every account's clock follows: advancing it advances them all. */
    clock,
    clockState,
    /** The id of a token's account; it tells nothing of the token. */
    idOf,
    /** The account of a token, new if it has none or was forgotten. */
    of: (token: string) => byId(idOf(token)),
    byId,
    /** Ids and accounts, the one unused for longest first. */
    entries: () => accounts.entries(),
    /** Forgets every account. */
    clear: () => {
      for (const id of [...accounts.keys()]) forget(id);
    },
    commit: store.commit,
  };
}
