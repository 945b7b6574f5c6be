// The journal: the requests to the API and their responses, of every account, within fixed bounds.
import { Listeners } from '../util/listeners.ts';
import { Chunks } from './chunks.ts';
import type { Entry, KeptEntry } from './entry.ts';
import { FoundEntry, StoredEntry } from './stored-entry.ts';

export interface Bounds {
  /** The most entries; beyond that the oldest are dropped. */
  entries: number;
  /** The most bytes of all entries, roughly; likewise. */
  bytes: number;
}

export class Journal {
  /** A ring buffer: an entry overwrites the one that is `capacity` older; a removed entry leaves its place empty. */
  readonly #ring: StoredEntry[] = [];
  readonly #chunks = new Chunks();
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
    const number = ++this.#count;
    if (this.#capacity > 0) {
      this.#remove(number - this.#capacity);
      const at = number % this.#capacity;
      this.#ring[at] ??= new StoredEntry();
      this.#ring[at].set(number, entry, this.#chunks);
      this.#bytes += this.#ring[at].weight;
      while (this.#bytes > this.#mostBytes) this.#remove(this.#oldest++);
    }
    if (this.#listeners.size > 0) this.#listeners.tell({ number, ...entry });
  }

  /**
   * The entries of an account, oldest first, as far as they are in the journal when they are taken.
   * @param accountId null for the requests without a key, which belong to no account
   */
  *of(accountId: string | null): Generator<KeptEntry> {
    const first = Math.max(1, this.#count - this.#capacity + 1);
    const last = this.#count;
    for (let number = first; number <= last; number++) {
      const entry = this.#ring[number % this.#capacity];
      if (entry?.number === number && entry.accountId === accountId) yield new FoundEntry(entry);
    }
  }

  /** Removes the entries of an account; of null, those without a key. */
  forget(accountId: string | null): void {
    for (const { number } of this.of(accountId)) this.#remove(number);
  }

  clear(): void {
    for (const entry of this.#ring) entry?.clear(this.#chunks);
    this.#bytes = 0;
  }

  #remove(number: number): void {
    const entry = this.#ring[number % this.#capacity];
    if (entry?.number !== number) return;
    this.#bytes -= entry.weight;
    entry.clear(this.#chunks);
  }

  /** Calls back for each new entry of an account; of null, for those without a key. Returns what ends that. */
  follow(accountId: string | null, listener: (entry: Entry) => void): () => void {
    return this.#listeners.add((entry) => {
      if (entry.accountId === accountId) listener(entry);
    }, 'a listener of requests');
  }
}
