// Judges every request, each account by itself, and remembers what it found for reports.
import { AccountJudge, type Tally } from './account-judge.ts';
import type { Exchange } from './exchange.ts';
import type { Finding } from './finding.ts';
import { Findings, Room } from './findings.ts';
import { type Met, MetAnswers } from './met.ts';
import type { End } from './rule.ts';

/** What a client did wrong in an account, or in all of them. */
export interface Report {
  /** How many requests were judged. */
  requests: number;
  errors: number;
  warnings: number;
  /** Of all accounts, a mistake that was made in several is one, with the account where it was made first. */
  findings: Finding[];
  /** Mistakes that are not listed, because there were too many kinds. */
  dropped: number;
  /** What was asked, and how it was answered. */
  met: Met[];
}

/** Called with every request that is judged, of whatever account; it must not keep the exchange. */
export type Watcher = (exchange: Exchange, accountId: string | null) => void;

/** The most accounts whose requests are followed at a time. */
const MOST_ACCOUNTS = 1_000;

export class Judge {
  /** By account id, in the order of their last use; requests without a key are of null. */
  readonly #accounts = new Map<string | null, AccountJudge>();
  readonly #watchers = new Set<Watcher>();
  readonly #mostAccounts: number;
  readonly #onDefect: (thrown: unknown) => void;
  readonly #isShared: boolean;
  #latestId: string | null | undefined;
  #room = new Room();
  /** Of accounts that are no longer followed. */
  #past: Tally = emptyTally();

  /**
   * @param mostAccounts beyond that, the account that was used the longest ago is only in the report of all
   * @param onDefect called with what was thrown where nothing should be; the request is then answered as usual
   * @param isShared whether other mocks answer requests of the same accounts: then only single requests are judged
   */
  constructor(mostAccounts: number, onDefect: (thrown: unknown) => void, isShared: boolean) {
    this.#isShared = isShared;
    this.#mostAccounts = Math.min(mostAccounts, MOST_ACCOUNTS);
    this.#onDefect = onDefect;
  }

  /** Judges a request of an account; of null, one without a key. Returns what is wrong with it. */
  observe(accountId: string | null, exchange: Exchange): readonly Finding[] {
    try {
      if (this.#watchers.size > 0) for (const watch of this.#watchers) watch(exchange, accountId);
      return this.#judgeOf(accountId).observe(exchange);
    } catch (thrown) {
      this.#onDefect(thrown);
      return [];
    }
  }

  #judgeOf(accountId: string | null): AccountJudge {
    const known = this.#accounts.get(accountId);
    if (known && this.#latestId === accountId) return known;
    const judge = known ?? new AccountJudge(this.#room, !this.#isShared);
    this.#latestId = accountId;
    this.#accounts.delete(accountId);
    this.#accounts.set(accountId, judge);
    if (this.#accounts.size > this.#mostAccounts) this.#retireOldest();
    return judge;
  }

  /** Keeps what was found in an account. It may go on, so what would show only at its end is not told. */
  #retireOldest(): void {
    for (const [id, judge] of this.#accounts) {
      addTally(this.#past, judge.tally(), id);
      this.forget(id);
      return;
    }
  }

  /** Calls a function with every request that is judged from now on. Returns what stops that. */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** The report of an account, as if its client had come to its end. */
  of(accountId: string | null, end: End): Report {
    const all = emptyTally();
    const judge = this.#accounts.get(accountId);
    if (judge) addTally(all, judge.tally(end), accountId);
    return summarize(all);
  }

  /**
   * The report of all accounts.
   * @param endOf the end of an account
   */
  ofAll(endOf: (accountId: string | null) => End): Report {
    const all = emptyTally();
    addTally(all, this.#past);
    for (const [id, judge] of this.#accounts) addTally(all, judge.tally(endOf(id)), id);
    return summarize(all);
  }

  forget(accountId: string | null): void {
    this.#accounts.get(accountId)?.release();
    this.#accounts.delete(accountId);
  }

  clear(): void {
    this.#accounts.clear();
    this.#room = new Room();
    this.#past = emptyTally();
  }
}

const emptyTally = (): Tally => ({ requests: 0, findings: new Findings(), met: new MetAnswers() });

/** Adds what an account came to; undefined where the findings say themselves of which account they are. */
function addTally(to: Tally, { requests, findings, met }: Tally, accountId?: string | null): void {
  to.requests += requests;
  to.findings.addAll(findings, accountId);
  to.met.addAll(met);
}

function summarize({ requests, findings, met }: Tally): Report {
  const list = findings.list();
  return {
    requests,
    errors: list.filter(({ severity }) => severity === 'error').length,
    warnings: list.filter(({ severity }) => severity === 'warning').length,
    findings: list,
    dropped: findings.dropped,
    met: met.list(),
  };
}
