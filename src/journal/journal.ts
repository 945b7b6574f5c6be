// The journal: what was asked of the API and what was answered, of every account, within fixed bounds.
import type { OperationId } from '../spec/cloudglue.ts';

/** One request and its answer, as they were; what others may see of it is in `entry-body.ts`. */
export interface Entry {
  /** Counts up over all accounts. */
  number: number;
  /** The id that the answer carried. */
  id: string;
  /** The account of the key, or null without one. */
  accountId: string | null;
  /** Milliseconds since the Unix epoch, in real time. */
  at: number;
  durationMs: number;
  method: string;
  url: string;
  operation: OperationId | null;
  /** Whether a route matched. */
  matched: boolean;
  /** Ids of the fault rules that fired. */
  faults: readonly string[];
  requestHeaders: Record<string, string>;
  requestBody: string | null;
  /** 0 where the connection was broken instead. */
  status: number;
  responseHeaders: Record<string, string>;
  responseBody: string | null;
}

type Listener = (entry: Entry) => void;

export class Journal {
  readonly #entries = new Map<number, Entry>();
  readonly #listeners = new Set<Listener>();
  readonly #capacity: number;
  #count = 0;

  /** @param capacity requests that are kept; beyond it the oldest are forgotten */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Whether anything is to be written down. */
  get isOpen(): boolean {
    return this.#capacity > 0 || this.#listeners.size > 0;
  }

  add(entry: Omit<Entry, 'number'>): void {
    const numbered = { number: ++this.#count, ...entry };
    this.#entries.set(numbered.number, numbered);
    if (this.#entries.size > this.#capacity) {
      const [oldest] = this.#entries.keys();
      if (oldest !== undefined) this.#entries.delete(oldest);
    }
    for (const listener of this.#listeners) listener(numbered);
  }

  /** What an account asked, and what was asked without a key, oldest first. */
  of(accountId: string): Entry[] {
    return [...this.#entries.values()].filter((entry) => isOf(accountId, entry));
  }

  /** Forgets what an account asked, and what was asked without a key. */
  forget(accountId: string): void {
    for (const { number } of this.of(accountId)) this.#entries.delete(number);
  }

  clear(): void {
    this.#entries.clear();
  }

  /** Calls back for each request from now on. Returns what ends that. */
  follow(accountId: string, listener: Listener): () => void {
    const own: Listener = (entry) => isOf(accountId, entry) && listener(entry);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }
}

const isOf = (wanted: string, { accountId }: Entry) => accountId === wanted || accountId === null;
