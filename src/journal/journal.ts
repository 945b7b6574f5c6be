// The journal: the requests to the API and their responses, of every account, within fixed bounds.
import type { OperationId } from '../openapi/cloudglue.ts';

/** One request and its response, unredacted; `entry-body.ts` makes what others may see of it. */
export interface Entry {
  /** Counts up over all accounts. */
  number: number;
  /** The id that the response carried. */
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
  /** What was ignored because the account's version of the API does not have it, with its first version. */
  ignored: readonly string[];
  /** Ids of the fault rules that fired. */
  faults: readonly string[];
  /** Names and values in turns, as they arrived. */
  requestHeaders: readonly string[];
  requestBody: string | null;
  /** 0 if the connection was broken instead. */
  status: number;
  responseHeaders: Readonly<Record<string, string>>;
  responseBody: string | null;
}

type Listener = (entry: Entry) => void;

export class Journal {
  /** A ring buffer: an entry overwrites the one that is `capacity` older; a removed entry leaves a gap. */
  readonly #ring: (Entry | undefined)[] = [];
  readonly #listeners = new Set<Listener>();
  readonly #capacity: number;
  #count = 0;

  /** @param capacity how many entries it holds; beyond it the oldest are dropped */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Whether anyone would see an entry. */
  get isOpen(): boolean {
    return this.#capacity > 0 || this.#listeners.size > 0;
  }

  add(entry: Omit<Entry, 'number'>): void {
    const numbered = { number: ++this.#count, ...entry };
    if (this.#capacity > 0) this.#ring[this.#count % this.#capacity] = numbered;
    for (const listener of this.#listeners) listener(numbered);
  }

  /** The entries of an account and those without a key, oldest first. */
  of(accountId: string): Entry[] {
    return this.#ring
      .flatMap((entry) => (entry && belongsTo(accountId, entry) ? [entry] : []))
      .toSorted((a, b) => a.number - b.number);
  }

  /** Removes the entries of an account and those without a key. */
  forget(accountId: string): void {
    for (const { number } of this.of(accountId)) this.#ring[number % this.#capacity] = undefined;
  }

  clear(): void {
    this.#ring.length = 0;
  }

  /** Calls back for each new entry. Returns the function that ends that. */
  follow(accountId: string, listener: Listener): () => void {
    const own: Listener = (entry) => belongsTo(accountId, entry) && listener(entry);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }
}

const belongsTo = (wanted: string, { accountId }: Entry) => accountId === wanted || accountId === null;
