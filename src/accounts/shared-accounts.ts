// Accounts of a store that other mocks work on, too: how a mock finds their newest state, and how it changes them.
import { ApiError } from '../errors/api-error.ts';
import { keys } from '../store/keys.ts';
import { SharedState } from '../store/shared-state.ts';
import type { Fields, SharedStore } from '../store/shared-store.ts';
import { doInSlices } from '../time/slices.ts';
import type { Account } from './account.ts';
import type { AccountStore } from './account-store.ts';
import { findNewest, refuseAway, workOnNewest } from './on-newest.ts';
import { type Adoption, Replica } from './replica.ts';
import type { StoreChange } from './store-change.ts';
import { readAccount } from './stored-account.ts';

/** What is told of the accounts in a store. */
export interface StoreObserver {
  /** Is told the time of the store's clock, in milliseconds since the Unix epoch. */
  onTime(at: number): void;
  /** An account was found to be the newest, followed by event streams or not. */
  looked(account: Account, isWatched: boolean): void;
  /** An account is about to be written, and waits for what this resolves to. */
  beforeWrite(account: Account): Promise<void> | undefined;
  afterWrite(account: Account): void;
}

interface SharedAccountsOptions {
  store: SharedStore;
  observer: StoreObserver | undefined;
  /** The account, if it is in this process. */
  find(id: string): Account | undefined;
  /** Puts what another mock left of an account in its place; undefined: nothing, so that it is as at first. */
  adopt(id: string, left: AccountStore | Adoption | undefined): void;
}

export type SharedAccounts = ReturnType<typeof shareAccounts>;

export function shareAccounts({ store, observer, find, adopt }: SharedAccountsOptions) {
  const replicas = new Map<string, Replica>();
  function replicaOf(id: string): Replica {
    const known = replicas.get(id);
    if (known) return known;
    const replica = new Replica();
    replicas.set(id, replica);
    return replica;
  }
  /** Resolves to what puts the fields in the account's place, and returns whether it could. */
  async function readNext(id: string, { isWhole, fields }: Fields): Promise<() => boolean> {
    if (isWhole) {
      const stored = await doInSlices(readAccount(fields));
      return () => {
        replicaOf(id).takeOver(stored);
        adopt(id, stored.store);
        return true;
      };
    }
    return () => {
      const adoption = replicaOf(id).takeOverChanges(fields);
      if (!adoption || !find(id)) return false;
      adopt(id, adoption);
      return true;
    };
  }
  function drop(id: string): void {
    replicas.delete(id);
    state.drop(id);
  }
  const state = new SharedState({
    store,
    takeChanges(id) {
      const account = find(id);
      return account && replicaOf(id).takeChanges(account.store);
    },
    async read(id, fields) {
      const refuse = (error: unknown): never => {
        throw store.refusal(keys.account(id), error);
      };
      const put = await readNext(id, fields).catch(refuse);
      return () => {
        try {
          return put();
        } catch (error) {
          // What was put in place of it does not count: the next look reads all of it.
          drop(id);
          return refuse(error);
        }
      };
    },
    onTime: (at) => observer?.onTime(at),
    looked(id, isWatched) {
      const account = find(id);
      if (account) observer?.looked(account, isWatched);
    },
    beforeWrite(id) {
      const account = find(id);
      return account && observer?.beforeWrite(account);
    },
    afterWrite(id) {
      const account = find(id);
      if (account) observer?.afterWrite(account);
    },
  });
  return {
    state,
    /** To be called after each change of an account; with `change` if a record changed. */
    changed(id: string, change?: StoreChange): void {
      if (change) replicaOf(id).recordChanged(change);
      state.changed(id);
    },
    /** To be called after an account was replaced by a new one in this process. */
    replaced(id: string): void {
      replicaOf(id).replaced();
      state.changed(id);
    },
    /** To be called when an account is no longer in this process. It stays in the store. */
    drop,
    /** Resolves when the account in this process is as new as any. Rejects with ApiError while the store is away. */
    look: (id: string): Promise<void> => findNewest(state, id),
    /** Works on the newest state of an account, and again if another mock was faster; resolves when that is written. */
    work: <T>(id: string, work: () => T | Promise<T>): Promise<T> => workOnNewest(state, id, work),
    /** Resolves when what was changed without `work` is written. Rejects with ApiError if it cannot be. */
    async written(id: string): Promise<void> {
      const epoch = state.epochOf(id);
      if (!(await state.holds(id, epoch).catch(refuseAway))) throw ApiError.of('store-busy');
    },
    close: (): Promise<void> => store.close(),
  };
}
