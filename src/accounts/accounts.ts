// An account for each token: the same seeded world, with files, a clock and settings of its own.

import type { Settings } from '../config/settings.ts';
import { ApiError } from '../errors/api-error.ts';
import type { FaultRule } from '../records/fault-rule.ts';
import type { Connector } from '../sources/source.ts';
import type { AccountStore, StoreChange } from '../store/account-store.ts';
import type { DataFile } from '../store/data-file.ts';
import { createStore } from '../store/store.ts';
import { Clock, type TimeSource } from '../time/clock.ts';
import { digest } from '../util/random.ts';
import { plainWords } from '../util/system-errors.ts';
import { withOverlay } from '../world/overlay.ts';
import type { World } from '../world/world.ts';
import { addRule } from './fault-rules.ts';
import { type Beginning, beginningOf } from './special-keys.ts';

/** What all accounts of a mock share. */
interface Shared {
  world: World;
  settings: Settings;
  clock: TimeSource;
  observer: AccountObserver | undefined;
  /** Gives an account what it has before its first request. */
  begin(id: string, store: AccountStore): void;
  reserve(asking: Account, records: number): void;
  kept(id: string): Promise<void> | undefined;
}

/** One account. There may be very many: each is a few small objects, and what it does not use costs nothing. */
export class Account {
  /** Tells nothing of the token. */
  readonly id: string;
  readonly store: AccountStore;
  readonly clock: Clock;
  readonly #shared: Shared;

  constructor(id: string, store: AccountStore, shared: Shared) {
    this.id = id;
    this.store = store;
    this.#shared = shared;
    this.clock = new Clock(shared.clock, {
      state: store.clock,
      onAdvance: () => shared.observer?.advanced(this),
    });
  }

  /** The mock's, with what the account changed of them. */
  get settings(): Readonly<Settings> {
    const { settings } = this.#shared;
    return this.store.settings ? { ...settings, ...this.store.settings } : settings;
  }

  /** The mock's, with what the account changed of it. */
  get world(): World {
    return withOverlay(this.#shared.world, this.store.world);
  }

  /** The connector with that id. Throws ApiError if the account has none. */
  connector(id: string): Connector {
    const connector = this.world.connectors.get(id.toLowerCase());
    if (!connector) throw ApiError.of('connector-not-found', id);
    return connector;
  }

  /** Makes room for more records, one unless said otherwise. Throws ApiError if there is none to be had. */
  reserve(records = 1): void {
    this.#shared.reserve(this, records);
  }

  /** Back to how it began. */
  reset(): void {
    this.store.reset();
    this.#shared.begin(this.id, this.store);
  }

  /** Resolves when all that is known of it is kept; undefined if it is. Throws ApiError if it cannot be kept. */
  kept(): Promise<void> | undefined {
    return this.#shared.kept(this.id);
  }
}

interface AccountsOptions {
  world: World;
  settings: Settings;
  /** Fault rules that every account begins with. */
  faults: readonly FaultRule[];
  time: TimeSource;
  /** Where the accounts go on from, and are kept; without it they live as long as the process. */
  dataFile?: DataFile | undefined;
  /** Accounts that are kept; beyond it, the one unused for longest is forgotten. */
  maxAccounts: number;
  /** Records that are kept in all accounts together; beyond it, other accounts are forgotten likewise. */
  maxFiles: number;
  /** Told of every change of an account's records, and of every leap of its clock. */
  observer?: AccountObserver;
}

/** Who follows what happens in accounts, whoever makes it happen. */
export interface AccountObserver {
  /** An account is new, or new again after it was forgotten. */
  opened(account: Account): void;
  changed(account: Account, change: StoreChange): void;
  advanced(account: Account): void;
}

/** Beyond it, digests are made anew. */
const TOKENS_REMEMBERED = 20_000;

export type Accounts = ReturnType<typeof createAccounts>;

/** Throws what a request gets whose changes cannot be kept. */
function refuse(error: Error): never {
  throw ApiError.of('data-not-kept', plainWords(error));
}

/** The accounts of a mock, kept within their limits. */
export function createAccounts(options: AccountsOptions) {
  const { world, settings, faults, time, maxAccounts, maxFiles, observer } = options;
  const store = createStore(options.dataFile, time);
  const clockState = store.clock;
  /** How accounts begin that do not begin like all others, once somebody came with their token. */
  const beginnings = new Map<string, Beginning>();
  // In the order of their last use: a Map keeps the order of insertion.
  const accounts = new Map<string, Account>();
  let latest: Account | undefined;
  const clock = new Clock(time, {
    state: clockState,
    onAdvance: () => {
      for (const account of accounts.values()) observer?.advanced(account);
    },
  });

  const forget = (id: string) => {
    accounts.delete(id);
    beginnings.delete(id);
    store.drop(id);
  };

  /** Ids of the tokens that were last seen: a digest at each request would cost a tenth of it. */
  const idsByToken = new Map<string, string>();
  function idOf(token: string): string {
    let id = idsByToken.get(token);
    if (id === undefined) {
      if (idsByToken.size >= TOKENS_REMEMBERED) idsByToken.clear();
      id = digest(token);
      idsByToken.set(token, id);
    }
    return id;
  }

  function reserve(asking: Account, records: number): void {
    const hasRoom = () => store.usage.kept + records <= maxFiles;
    if (hasRoom()) return;
    for (const [id, account] of accounts) {
      if (account !== asking && account.store.kept > 0) forget(id);
      if (hasRoom()) return;
    }
    throw ApiError.of('file-limit', maxFiles);
  }

  const shared: Shared = {
    world,
    settings,
    clock,
    observer,
    begin,
    reserve,
    kept: (id) => store.kept(id)?.catch(refuse),
  };

  function open(id: string): Account {
    const account = new Account(id, store.account(id), shared);
    account.store.onChange = (change) => observer?.changed(account, change);
    observer?.opened(account);
    return account;
  }

  /** What an account has before its first request. */
  function begin(id: string, own: AccountStore): void {
    const beginning = beginnings.get(id);
    own.settings = beginning?.settings;
    for (const rule of [...(beginning?.faults ?? []), ...faults]) addRule(own, rule);
  }

  function byId(id: string): Account {
    if (latest?.id === id && accounts.has(id)) return latest;
    const known = accounts.get(id);
    if (!known) begin(id, store.account(id));
    const account = known ?? open(id);
    latest = account;
    accounts.delete(id);
    accounts.set(id, account);
    const [longestUnused] = accounts.keys();
    if (accounts.size > maxAccounts && longestUnused) forget(longestUnused);
    return account;
  }

  function ofToken(token: string): Account {
    const id = idOf(token);
    const beginning = beginningOf(token);
    if (beginning) beginnings.set(id, beginning);
    return byId(id);
  }

  for (const [id, state] of options.dataFile?.replay.snapshots() ?? []) {
    store.load(id, state);
    const account = open(id);
    accounts.set(id, account);
    observer?.changed(account, { table: 'all' });
  }

  return {
    /** The clock that every account's clock follows: advancing it advances them all. */
    clock,
    clockState,
    /** How many accounts, and records in all of them, are kept. */
    limits: { maxAccounts, maxFiles },
    /** The id of a token's account; it tells nothing of the token. */
    idOf,
    /** The account of a token, new if it has none or was forgotten. */
    of: ofToken,
    byId,
    /** Ids and accounts, the one unused for longest first. */
    entries: () => accounts.entries(),
    /** Forgets every account. */
    clear: () => {
      for (const id of [...accounts.keys()]) forget(id);
    },
    /** Throws ApiError as long as no change can be kept; undefined if all is well. To be asked before a change. */
    ready: () => store.ready()?.catch(refuse),
    /** Keeps what is left to be kept, and lets others have the data file. Throws Error if it could not be kept. */
    close: store.close,
  };
}
