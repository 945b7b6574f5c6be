// The journal: the requests to the API and their responses, of every account, within fixed bounds.
import type { Finding } from '../judge/finding.ts';
import type { OperationId } from '../openapi/cloudglue.ts';
import type { Bytes } from '../util/kept-bodies.ts';
import { Listeners } from '../util/listeners.ts';

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
  /** What is wrong with the request. */
  findings: readonly Finding[];
  /** Names and values in turns, as they arrived. */
  requestHeaders: readonly string[];
  requestBody: string | null;
  /** 0 if the connection was broken instead. */
  status: number;
  responseHeaders: Readonly<Record<string, string>>;
  /** Its text, or its beginning in UTF-8. */
  responseBody: string | Bytes | null;
}

/** What an entry takes beside its texts. */
const ENTRY_BYTES = 1_000;

/** Roughly the bytes of an entry. */
function weightOf({
  url,
  ignored,
  requestHeaders,
  requestBody,
  responseHeaders,
  responseBody,
}: Entry): number {
  let weight = ENTRY_BYTES + url.length + (requestBody?.length ?? 0) + (responseBody?.length ?? 0);
  for (const text of ignored) weight += text.length;
  for (const text of requestHeaders) weight += text.length;
  for (const name in responseHeaders) weight += name.length + (responseHeaders[name]?.length ?? 0);
  return weight;
}

interface Bounds {
  /** The most entries; beyond that the oldest are dropped. */
  entries: number;
  /** The most bytes of all entries, roughly; likewise. */
  bytes: number;
}

export class Journal {
  /** A ring buffer: an entry overwrites the one that is `capacity` older; a removed entry leaves a gap. */
  readonly #ring: (Entry | undefined)[] = [];
  readonly #listeners = new Listeners<Entry>();
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
    this.#listeners.tell(numbered);
  }

  /**
   * The entries of an account, oldest first.
   * @param accountId null for the requests without a key, which belong to no account
   */
  of(accountId: string | null): Entry[] {
    return this.#ring
      .flatMap((entry) => (entry?.accountId === accountId ? [entry] : []))
      .toSorted((a, b) => a.number - b.number);
  }

  /** Removes the entries of an account; of null, those without a key. */
  forget(accountId: string | null): void {
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

  /** Calls back for each new entry of an account; of null, for those without a key. Returns what ends that. */
  follow(accountId: string | null, listener: (entry: Entry) => void): () => void {
    return this.#listeners.add((entry) => {
      if (entry.accountId === accountId) listener(entry);
    }, 'a listener of requests');
  }
}
