// Limits the records over all accounts. Keeps an upper bound of their number, and recounts when that reaches the limit.
import { ApiError } from '../errors/api-error.ts';
import type { Account } from './account.ts';

export class RecordLimit {
  readonly #limit: number;
  /** The accounts, the least recently used first. */
  readonly #accounts: () => Iterable<Account>;
  readonly #forget: (account: Account) => void;
  /** The number of records at the last count, plus every record added since. */
  #atMost = 0;

  constructor(limit: number, accounts: () => Iterable<Account>, forget: (account: Account) => void) {
    this.#limit = limit;
    this.#accounts = accounts;
    this.#forget = forget;
  }

  /** Call after records were added to an account. */
  add(records: number): void {
    this.#atMost += records;
  }

  /** Makes room by evicting other accounts, the least recently used first. Throws ApiError if that is not enough. */
  reserve(requester: Account, records: number): void {
    const hasRoom = () => this.#atMost + records <= this.#limit;
    if (hasRoom()) return;
    const accounts = [...this.#accounts()];
    this.#atMost = accounts.reduce((sum, { store }) => sum + store.recordCount, 0);
    for (const account of accounts) {
      if (hasRoom()) return;
      const { recordCount } = account.store;
      if (account === requester || recordCount === 0) continue;
      this.#forget(account);
      this.#atMost -= recordCount;
    }
    if (!hasRoom()) throw ApiError.of('file-limit', this.#limit);
  }
}
