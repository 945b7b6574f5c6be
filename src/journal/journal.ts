// The journal: what was asked of the API and what was answered, of every account, within fixed bounds.
import type { OperationId } from '../openapi/cloudglue.ts';

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
  /** Names and values in turns, as they came. */
  requestHeaders: readonly string[];
  requestBody: string | null;
  /** 0 where the connection was broken instead. */
  status: number;
  responseHeaders: Readonly<Record<string, string>>;
  responseBody: string | null;
}

type Listener = (entry: Entry) => void;

export class Journal {
  /** A ring: each entry takes the place of the one that is `capacity` older; what was forgotten leaves a gap. */
  readonly #ring: (Entry | undefined)[] = [];
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
    if (this.#capacity > 0) this.#ring[this.#count % this.#capacity] = numbered;
    for (const listener of this.#listeners) listener(numbered);
  }

  /** What an account asked, and what was asked without a key, oldest first. */
  of(accountId: string): Entry[] {
    return this.#ring
      .flatMap((entry) => (entry && isOf(accountId, entry) ? [entry] : []))
      .toSorted((a, b) => a.number - b.number);
  }

  /** Forgets what an account asked, and what was asked without a key. */
  forget(accountId: string): void {
    for (const { number } of this.of(accountId)) this.#ring[number % this.#capacity] = undefined;
  }

  clear(): void {
    this.#ring.length = 0;
  }

  /** Calls back for each request from now on. Returns what ends that. */
  follow(accountId: string, listener: Listener): () => void {
    const own: Listener = (entry) => isOf(accountId, entry) && listener(entry);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }
}

const isOf = (wanted: string, { accountId }: Entry) => accountId === wanted || accountId === null;
