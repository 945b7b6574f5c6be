// How many records all accounts hold: an upper bound, which is counted anew only where it comes near to the limit.
import { ApiError } from '../errors/api-error.ts';
import type { Account } from './account.ts';

export class RecordLimit {
  readonly #limit: number;
  /** The accounts, the one unused for longest first. */
  readonly #accounts: () => Iterable<Account>;
  readonly #forget: (account: Account) => void;
  /** What all accounts held when they were last counted, and every record that was added since. */
  #atMost = 0;

  constructor(limit: number, accounts: () => Iterable<Account>, forget: (account: Account) => void) {
    this.#limit = limit;
    this.#accounts = accounts;
    this.#forget = forget;
  }

  /** To be told of records that an account holds in addition. */
  add(records: number): void {
    this.#atMost += records;
  }

  /** Makes room in other accounts, by forgetting those unused for longest. Throws ApiError if that is not enough. */
  reserve(asking: Account, records: number): void {
    const hasRoom = () => this.#atMost + records <= this.#limit;
    if (hasRoom()) return;
    const accounts = [...this.#accounts()];
    this.#atMost = accounts.reduce((sum, { store }) => sum + store.recordCount, 0);
    for (const account of accounts) {
      if (hasRoom()) return;
      const { recordCount } = account.store;
      if (account === asking || recordCount === 0) continue;
      this.#forget(account);
      this.#atMost -= recordCount;
    }
    if (!hasRoom()) throw ApiError.of('file-limit', this.#limit);
  }
}
