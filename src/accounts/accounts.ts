// The accounts of a mock, one for each token, isolated from each other.
import type { Settings } from '../config/settings.ts';
import { ApiError } from '../errors/api-error.ts';
import { RECORDS } from '../errors/cases/gateway-cases.ts';
import type { AccountState } from '../records/account-state.ts';
import type { FaultRule } from '../records/fault-rule.ts';
import { type Backend, savedClock } from '../store/backend.ts';
import { Saver } from '../store/saver.ts';
import type { SharedStore } from '../store/shared-store.ts';
import { Clock, type ClockState, type TimeSource, wallClock } from '../time/clock.ts';
import { KeptBodies } from '../util/kept-bodies.ts';
import { plainWords } from '../util/system-errors.ts';
import type { World } from '../world/world.ts';
import { Account, type AccountObserver, type SharedParts } from './account.ts';
import { createAccountIds, isAccountId } from './account-ids.ts';
import { AccountStore } from './account-store.ts';
import { addRule } from './fault-rules.ts';
import { Limit } from './limit.ts';
import type { Adoption } from './replica.ts';
import { type StoreObserver, shareAccounts } from './shared-accounts.ts';
import { type AccountPreset, presetOf } from './special-keys.ts';

interface AccountsOptions {
  world: World;
  settings: Settings;
  /** Fault rules that every account starts with. */
  faults: readonly FaultRule[];
  time: TimeSource;
  /** Where accounts are saved and loaded from; without it they last as long as the process. */
  backend?: Backend<AccountState> | undefined;
  /** Where accounts are that other mocks work on, too; instead of a backend. */
  store?: SharedStore | undefined;
  /** What is told of the accounts in the store. */
  storeObserver?: StoreObserver | undefined;
  /** The most accounts; beyond that, the least recently used one is evicted. */
  maxAccounts: number;
  /** The most records over all accounts; beyond that, the least recently used accounts are evicted. */
  maxFiles: number;
  /** Bytes of what clients sent, of all accounts together, likewise. */
  maxBytes: number;
  observer: AccountObserver;
}

/** The most bytes of response bodies that are kept, and their part of the budget of bytes. */
const MOST_KEPT = 33_554_432;
const KEPT_PART = 8;

export type Accounts = ReturnType<typeof createAccounts>;

/** Throws the error for a request whose changes cannot be saved. */
function refuse(error: Error): never {
  throw ApiError.of('data-not-kept', plainWords(error));
}

export function createAccounts(options: AccountsOptions) {
  const {
    world,
    settings,
    faults,
    time,
    backend,
    store,
    storeObserver,
    maxAccounts,
    maxFiles,
    maxBytes,
    observer,
  } = options;
  /** The initial state of accounts with a special key, by id; known once a request was sent with the key. */
  const presets = new Map<string, AccountPreset>();
  // In order of their last use: a Map iterates in insertion order, and each use inserts the account again.
  const accounts = new Map<string, Account>();
  let latest: Account | undefined;
  let offset = backend?.clock.offset ?? 0;
  const clockState: ClockState = {
    get offset() {
      return offset;
    },
    set offset(changed) {
      offset = changed;
      saver?.clockMoved();
    },
  };
  const clock = new Clock(time, {
    state: clockState,
    onAdvance: () => {
      for (const account of accounts.values()) observer.advanced(account);
    },
  });
  const kept = new KeptBodies(Math.min(MOST_KEPT, maxBytes / KEPT_PART));
  const limited = { accounts: () => accounts.values(), forget };
  const records = new Limit({
    ...limited,
    most: maxFiles,
    measure: ({ recordCount }) => recordCount,
    told: { held: RECORDS, option: 'max-files' },
  });
  const bytes = new Limit({
    ...limited,
    most: maxBytes,
    measure: (store) => store.bytes,
    spare: kept,
    told: { held: 'bytes of names, metadata and other content', option: 'max-bytes' },
  });
  const saver =
    backend &&
    new Saver<AccountState>({
      backend,
      stateOf: (id) => accounts.get(id)?.store.state(),
      clock: () => savedClock(time, offset),
      undo,
    });
  const shared =
    store && shareAccounts({ store, observer: storeObserver, find: (id) => accounts.get(id), adopt });
  const meter = time.runs ? time : wallClock();
  const parts: SharedParts = {
    world,
    settings,
    clock,
    meter,
    advanced: (account) => observer.advanced(account),
    hasRoom: (more) => records.hasRoom(more) && bytes.hasRoom(0),
    reserve: (account, more) => {
      records.reserve(account, more);
      bytes.reserve(account, 0);
    },
    settled: (id) => (shared ? shared.look(id) : saver?.settled(id)),
    change: async (id, work) => (shared ? shared.work(id, work) : work()),
  };

  /** Opens an account; by default as it is at first. */
  function open(id: string, store = initialStore(id)): Account {
    let held = 0;
    store.follow((change) => {
      // A record with another key leaves the old one behind as that of a deleted record.
      if (change?.after && change.after.key !== change.before?.key) records.add(1);
      bytes.add(store.bytes - held);
      held = store.bytes;
      saver?.changed(id);
      shared?.changed(id, change);
      if (change) observer.changed(account, change);
    });
    const account = new Account(id, store, parts);
    records.add(store.recordCount);
    held = store.bytes;
    bytes.add(held);
    accounts.set(id, account);
    observer.opened(account);
    return account;
  }

  /** What an account has before its first request. */
  function initialStore(id: string): AccountStore {
    const preset = presets.get(id);
    const store = new AccountStore();
    if (preset?.settings) store.settings = preset.settings;
    for (const rule of [...(preset?.faults ?? []), ...faults]) addRule(store, rule);
    return store;
  }

  /** Closes an account: requests that still use it get an error. */
  function close(id: string): void {
    const account = accounts.get(id);
    if (!account) return;
    observer.closed(account);
    accounts.delete(id);
    account.store.close();
  }

  function forget({ id }: Account): void {
    close(id);
    presets.delete(id);
    saver?.changed(id);
    shared?.drop(id);
  }

  /** Replaces all of an account; by default with what it is at first. */
  function replace(id: string, store?: AccountStore): Account {
    close(id);
    const account = open(id, store);
    saver?.changed(id);
    shared?.replaced(id);
    return account;
  }

  /** Undoes changes that could not be saved. The clock is not turned back. */
  function undo(id: string, saved: AccountState | undefined): void {
    const reached = accounts.get(id)?.store.offset ?? Number.NEGATIVE_INFINITY;
    close(id);
    if (!saved) return;
    const account = open(id, AccountStore.of(saved));
    if (reached > saved.clock.offset) account.store.offset = reached;
  }

  /** Puts what another mock left of an account in its place; undefined: nothing, so that it is as at first. */
  function adopt(id: string, left: AccountStore | Adoption | undefined): void {
    const account = accounts.get(id);
    if (!account) {
      open(id, left instanceof AccountStore ? left : undefined);
      return;
    }
    const { store } = account;
    const [recordsBefore, bytesBefore] = [store.recordCount, store.bytes];
    if (left && !(left instanceof AccountStore)) store.adoptChanges(left.parts, left.records);
    else store.adopt(left ?? initialStore(id));
    records.add(store.recordCount - recordsBefore);
    bytes.add(store.bytes - bytesBefore);
    observer.adopted(account);
  }

  const { idOf, keyOf } = createAccountIds(shared ? isAccountId : (id) => accounts.has(id));

  function byId(id: string): Account {
    if (latest?.id === id && accounts.get(id) === latest) return latest;
    const account = accounts.get(id) ?? open(id);
    latest = account;
    accounts.delete(id);
    accounts.set(id, account);
    const [leastRecentlyUsed] = accounts.values();
    if (accounts.size > maxAccounts && leastRecentlyUsed) forget(leastRecentlyUsed);
    return account;
  }

  /** The id of a token's account, whose initial state is known from here on. */
  function learn(token: string): string {
    const id = idOf(token);
    const preset = presetOf(token);
    if (preset) presets.set(id, preset);
    return id;
  }

  for (const [id, state] of backend?.saved ?? []) open(id, AccountStore.of(state));

  return {
    /** The accounts as those of a store that mocks share; undefined without one. */
    shared,
    /** The clock below every account's clock: advancing it advances them all. */
    clock,
    clockState,
    /** Response bodies that are answered again. */
    kept,
    /** The earliest time that a clock may show; one that runs loses time while it is stopped. */
    earliest: time.runs ? 0 : time.now(),
    /** The time that the clock of an account with this state would show. */
    timeOf: (state: AccountState['clock']) => new Clock(clock, { state, meter }).now(),
    /** The most accounts, and the most records and bytes over all of them. */
    limits: { maxAccounts, maxFiles, maxBytes },
    /** The id of a token's account; it does not reveal the token. */
    idOf,
    /** Another token of an account, which is its own as long as the account is there. */
    keyOf,
    /** The account of a token; created if it does not exist or was evicted. */
    of: (token: string) => byId(learn(token)),
    byId,
    /** The account, if it is in this process. Does not count as a use. */
    find: (id: string) => accounts.get(id),
    /**
     * Call before anything else is done with a token's account. With a shared store, resolves when the account is as new
     * as any, and rejects with ApiError while the store is away; undefined without one.
     */
    newest: (token: string) => shared?.look(learn(token)),
    /** Ids and accounts, the least recently used first. */
    entries: () => accounts.entries(),
    /** Replaces all of an account; by default with what it is at first. Requests that still use it get an error. */
    replace,
    /** Forgets every account. */
    clear: () => {
      for (const account of [...accounts.values()]) forget(account);
    },
    /**
     * Call before a request reads an account. Resolves when no save of it is in progress, whether the save succeeded or
     * not; undefined if none is. Look the account up again after that: a failed save replaces it.
     */
    settled: (id: string) => saver?.settled(id),
    /**
     * Call before a request changes an account. Resolves when no save of it is in progress; undefined if none is. Look
     * the account up again after that. Rejects with ApiError while nothing can be saved.
     */
    writable: (id: string) => (shared ? shared.look(id) : saver?.writable(id)?.catch(refuse)),
    /**
     * Call after a request changed an account. Resolves when the change is saved; undefined if there is nothing to save.
     * Rejects with ApiError if it could not be saved; the change is undone then.
     */
    saved: (id: string) => (shared ? shared.written(id) : saver?.saved(id)?.catch(refuse)),
    /** Flushes unsaved changes, and releases the data file. Rejects if they could not be saved. */
    close: async () => {
      await saver?.close({ withClock: time.runs });
      await shared?.close();
    },
  };
}
