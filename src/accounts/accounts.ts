// The accounts of a mock, one for each token: none ever meets another.
import type { Settings } from '../config/settings.ts';
import { ApiError } from '../errors/api-error.ts';
import { RECORDS } from '../errors/cases/gateway-cases.ts';
import type { AccountState } from '../records/account-state.ts';
import type { FaultRule } from '../records/fault-rule.ts';
import { type Backend, savedClock } from '../store/backend.ts';
import { Saver } from '../store/saver.ts';
import { Clock, type ClockState, type TimeSource } from '../time/clock.ts';
import { digest } from '../util/random.ts';
import { plainWords } from '../util/system-errors.ts';
import type { World } from '../world/world.ts';
import { Account, type AccountObserver, type SharedParts } from './account.ts';
import { AccountStore } from './account-store.ts';
import { addRule } from './fault-rules.ts';
import { Limit } from './limit.ts';
import { type Beginning, beginningOf } from './special-keys.ts';

interface AccountsOptions {
  world: World;
  settings: Settings;
  /** Fault rules that every account begins with. */
  faults: readonly FaultRule[];
  time: TimeSource;
  /** Where accounts are saved, and go on from; without it they live as long as the process. */
  backend?: Backend<AccountState> | undefined;
  /** Accounts at most; beyond it, the one unused for longest is forgotten. */
  maxAccounts: number;
  /** Records of all accounts together at most; beyond it, other accounts are forgotten likewise. */
  maxFiles: number;
  /** Bytes of what clients sent, of all accounts together, likewise. */
  maxBytes: number;
  observer: AccountObserver;
}

/** Ids of tokens that are remembered: a digest at each request would cost a tenth of it. */
const TOKENS_REMEMBERED = 20_000;

export type Accounts = ReturnType<typeof createAccounts>;

/** Throws what a request gets whose changes cannot be saved. */
function refuse(error: Error): never {
  throw ApiError.of('data-not-kept', plainWords(error));
}

export function createAccounts(options: AccountsOptions) {
  const { world, settings, faults, time, backend, maxAccounts, maxFiles, maxBytes, observer } = options;
  /** How accounts begin that begin in a special way, once a request came with their token. */
  const beginnings = new Map<string, Beginning>();
  // In the order of their last use: a Map keeps the order of insertion.
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
  const shared: SharedParts = {
    world,
    settings,
    clock,
    advanced: (account) => observer.advanced(account),
    reserve: (account, more) => {
      records.reserve(account, more);
      bytes.reserve(account, 0);
    },
    settled: (id) => saver?.settled(id),
  };

  /** Opens an account with a state, or as accounts begin. */
  function open(id: string, state?: AccountState): Account {
    let held = 0;
    const store = new AccountStore((change) => {
      if (change && !change.before) records.add(1);
      bytes.add(store.bytes - held);
      held = store.bytes;
      saver?.changed(id);
      if (change) observer.changed(account, change);
    }, state ?? beginningState(id));
    const account = new Account(id, store, shared);
    records.add(store.recordCount);
    held = store.bytes;
    bytes.add(held);
    accounts.set(id, account);
    observer.opened(account);
    return account;
  }

  /** What an account holds before its first request; undefined for nothing. */
  function beginningState(id: string): AccountState | undefined {
    const beginning = beginnings.get(id);
    const rules = [...(beginning?.faults ?? []), ...faults];
    if (rules.length === 0 && !beginning?.settings) return undefined;
    const store = new AccountStore(() => {});
    if (beginning?.settings) store.settings = beginning.settings;
    for (const rule of rules) addRule(store, rule);
    return store.state();
  }

  /** Closes an account: whoever still holds it gets an error. */
  function close(id: string): void {
    const account = accounts.get(id);
    if (!account) return;
    observer.closed(account);
    accounts.delete(id);
    account.store.close();
  }

  function forget({ id }: Account): void {
    close(id);
    beginnings.delete(id);
    saver?.changed(id);
  }

  /** Gives an account another state: as accounts begin, unless one is given. */
  function replace(id: string, state?: AccountState): Account {
    close(id);
    const account = open(id, state);
    saver?.changed(id);
    return account;
  }

  /** A change that was not saved did not happen; but no clock goes back. */
  function undo(id: string, saved: AccountState | undefined): void {
    const reached = accounts.get(id)?.store.offset ?? Number.NEGATIVE_INFINITY;
    close(id);
    if (!saved) return;
    const account = open(id, saved);
    if (reached > saved.clock.offset) account.store.offset = reached;
  }

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

  function byId(id: string): Account {
    if (latest?.id === id && accounts.get(id) === latest) return latest;
    const account = accounts.get(id) ?? open(id);
    latest = account;
    accounts.delete(id);
    accounts.set(id, account);
    const [longestUnused] = accounts.values();
    if (accounts.size > maxAccounts && longestUnused) forget(longestUnused);
    return account;
  }

  function ofToken(token: string): Account {
    const id = idOf(token);
    const beginning = beginningOf(token);
    if (beginning) beginnings.set(id, beginning);
    return byId(id);
  }

  for (const [id, state] of backend?.saved ?? []) open(id, state);

  return {
    /** The clock that every account's clock follows: advancing it advances them all. */
    clock,
    clockState,
    /** How many accounts there may be, and how much in all of them. */
    limits: { maxAccounts, maxFiles, maxBytes },
    /** The id of a token's account; it does not reveal the token. */
    idOf,
    /** The account of a token, new if it has none or was forgotten. */
    of: ofToken,
    byId,
    /** Ids and accounts, the one unused for longest first. */
    entries: () => accounts.entries(),
    /** Gives an account another state, or that in which accounts begin. Whoever holds the account gets an error. */
    replace,
    /** Forgets every account. */
    clear: () => {
      for (const account of [...accounts.values()]) forget(account);
    },
    /**
     * Before a request reads an account: resolves when no save of it is under way, whatever became of it; undefined
     * if none is. The account may be another object then.
     */
    settled: (id: string) => saver?.settled(id),
    /**
     * Before a request changes an account: resolves when no save of it is under way; undefined if none is. The account
     * may be another object then. Rejects with ApiError as long as nothing can be saved.
     */
    writable: (id: string) => saver?.writable(id)?.catch(refuse),
    /**
     * After a request changed an account: resolves when the change is saved; undefined if it is. Rejects with ApiError
     * if it is not; then it was undone.
     */
    saved: (id: string) => saver?.saved(id)?.catch(refuse),
    /** Saves what is left to be saved, and lets others have the data file. Rejects if it could not be saved. */
    close: async () => saver?.close({ withClock: time.runs }),
  };
}
