// How much all accounts hold together: an upper bound, which is counted anew only where it comes near to the limit.
import { ApiError } from '../errors/api-error.ts';
import type { Account } from './account.ts';
import type { AccountStore } from './account-store.ts';

interface LimitOptions {
  most: number;
  /** How much an account holds. */
  measure(store: AccountStore): number;
  /** What is limited, in words, with the option that sets the limit. */
  told: { held: string; option: string };
  /** The accounts, the one unused for longest first. */
  accounts(): Iterable<Account>;
  forget(account: Account): void;
  /** What counts too, and goes before any account. */
  spare?: { readonly bytes: number; clear(): void };
}

export class Limit {
  readonly #options: LimitOptions;
  /** What all accounts held when they were last counted, and all that was added since. */
  #atMost = 0;

  constructor(options: LimitOptions) {
    this.#options = options;
  }

  /** To be told of what an account holds in addition. */
  add(amount: number): void {
    this.#atMost += amount;
  }

  /** Whether there is room for more, with all accounts as they are. */
  hasRoom(amount: number): boolean {
    const { most, measure, spare } = this.#options;
    const hasRoom = () => this.#atMost + (spare?.bytes ?? 0) + amount <= most;
    if (hasRoom()) return true;
    this.#atMost = [...this.#options.accounts()].reduce((sum, { store }) => sum + measure(store), 0);
    if (!hasRoom()) spare?.clear();
    return hasRoom();
  }

  /** Makes room in other accounts, by forgetting those unused for longest. Throws ApiError if that is not enough. */
  reserve(asking: Account, amount: number): void {
    if (this.hasRoom(amount)) return;
    const { most, measure, told, forget } = this.#options;
    const hasRoom = () => this.#atMost + amount <= most;
    for (const account of [...this.#options.accounts()]) {
      if (hasRoom()) return;
      const held = measure(account.store);
      if (account === asking || held === 0) continue;
      forget(account);
      this.#atMost -= held;
    }
    if (!hasRoom()) throw ApiError.of('file-limit', `${most} ${told.held}`, told.option);
  }
}
