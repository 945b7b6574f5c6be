// Judges every request, each account by itself, and remembers what it found for reports.
import { AccountJudge } from './account-judge.ts';
import type { Exchange } from './exchange.ts';
import type { Finding } from './finding.ts';
import type { End } from './rule.ts';

/** What a client did wrong in an account, or in all of them. */
export interface Report {
  /** How many requests were judged. */
  requests: number;
  errors: number;
  warnings: number;
  findings: Finding[];
  /** Kinds of mistakes that are not listed, because there were too many. */
  dropped: number;
}

export class Judge {
  /** By account id; requests without a key are of null. */
  readonly #accounts = new Map<string | null, AccountJudge>();
  readonly #mostAccounts: number;

  /** @param mostAccounts beyond that the account that was judged first is forgotten */
  constructor(mostAccounts: number) {
    this.#mostAccounts = mostAccounts;
  }

  /** Judges a request of an account; of null, one without a key. Returns what is wrong with it. */
  observe(accountId: string | null, exchange: Exchange): readonly Finding[] {
    let judge = this.#accounts.get(accountId);
    if (!judge) {
      judge = new AccountJudge();
      this.#accounts.set(accountId, judge);
      const [oldest] = this.#accounts.keys();
      if (this.#accounts.size > this.#mostAccounts) this.#accounts.delete(oldest ?? null);
    }
    return judge.observe(exchange);
  }

  /** The report of an account, as if its client had come to its end. */
  of(accountId: string | null, end: End): Report {
    return summarize([this.#accounts.get(accountId)?.report(end)]);
  }

  /**
   * The report of all accounts.
   * @param endOf the end of an account
   */
  ofAll(endOf: (accountId: string | null) => End): Report {
    return summarize([...this.#accounts].map(([id, judge]) => judge.report(endOf(id))));
  }

  forget(accountId: string | null): void {
    this.#accounts.delete(accountId);
  }

  clear(): void {
    this.#accounts.clear();
  }
}

function summarize(reports: (ReturnType<AccountJudge['report']> | undefined)[]): Report {
  const given = reports.filter((one) => one !== undefined);
  const findings = given.flatMap((one) => one.findings);
  return {
    requests: given.reduce((sum, one) => sum + one.requests, 0),
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    findings,
    dropped: given.reduce((sum, one) => sum + one.dropped, 0),
  };
}
