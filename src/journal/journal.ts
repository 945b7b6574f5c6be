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

/** What an entry takes beside its texts. */
const ENTRY_BYTES = 1_000;

/** Roughly the bytes of an entry. */
function weightOf({ url, requestHeaders, requestBody, responseHeaders, responseBody }: Entry): number {
  let weight = ENTRY_BYTES + url.length + (requestBody?.length ?? 0) + (responseBody?.length ?? 0);
  for (const text of requestHeaders) weight += text.length;
  for (const name in responseHeaders) weight += name.length + (responseHeaders[name]?.length ?? 0);
  return weight;
}

interface Bounds {
  /** Entries at most; beyond it the oldest are forgotten. */
  entries: number;
  /** Bytes of all entries, roughly, likewise. */
  bytes: number;
}

type Listener = (entry: Entry) => void;

export class Journal {
  /** A ring buffer: an entry overwrites the one that is `capacity` older; a removed entry leaves a gap. */
  readonly #ring: (Entry | undefined)[] = [];
  readonly #listeners = new Set<Listener>();
  readonly #capacity: number;
  readonly #mostBytes: number;
  #bytes = 0;
  #count = 0;
  /** No entry with a smaller number is left. */
  #oldest = 1;

  constructor({ entries, bytes }: Bounds) {
    this.#capacity = entries;
    this.#mostBytes = bytes;
  }

  /** Whether anyone would see an entry. */
  get isOpen(): boolean {
    return this.#capacity > 0 || this.#listeners.size > 0;
  }

  add(entry: Omit<Entry, 'number'>): void {
    const numbered = { number: ++this.#count, ...entry };
    if (this.#capacity > 0) {
      this.#remove(numbered.number - this.#capacity);
      this.#ring[numbered.number % this.#capacity] = numbered;
      this.#bytes += weightOf(numbered);
      while (this.#bytes > this.#mostBytes) this.#remove(this.#oldest++);
    }
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
    for (const { number } of this.of(accountId)) this.#remove(number);
  }

  clear(): void {
    this.#ring.length = 0;
    this.#bytes = 0;
  }

  #remove(number: number): void {
    const entry = this.#ring[number % this.#capacity];
    if (entry?.number !== number) return;
    this.#ring[number % this.#capacity] = undefined;
    this.#bytes -= weightOf(entry);
  }

  /** Calls back for each new entry. Returns the function that ends that. */
  follow(accountId: string, listener: Listener): () => void {
    const own: Listener = (entry) => belongsTo(accountId, entry) && listener(entry);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }
}

const belongsTo = (wanted: string, { accountId }: Entry) => accountId === wanted || accountId === null;
