// What an import finds at its connector: pages of items, each item once, however many sets of filters find it.
import { NEWEST } from '../openapi/versions.ts';
import type { ImportRecord } from '../records/import.ts';
import { browse } from '../sources/browse.ts';
import type { SourceItem } from '../sources/item.ts';
import type { Connector } from '../sources/source.ts';
import { doAtOnce, type Parts } from '../time/slices.ts';
import { PAGE_SIZE } from './import-pace.ts';

/** A listing that is read page by page, one pass for each set of filters. */
export class ListedFiles {
  readonly connector: Connector;
  /** The keys of all items on the pages that were read, or made. */
  readonly keys = new Set<string>();
  /** Whether there is more than it may list. */
  isCut = false;
  /** How many pages were read. */
  read: number;
  readonly #pages: Iterator<SourceItem[] | undefined>;
  /** The next page and the one after it: their number tells whether there are such. */
  #made: SourceItem[][] = [];
  /** How many pages were read before, and have to be made once more. */
  #before: number;
  #isAtEnd = false;
  /** What ended the listing. */
  #error: unknown;

  /**
   * @param options `most`: the most items; `now`: milliseconds since the Unix epoch; `read`: how many pages a run has
   * read before
   */
  constructor(
    connector: Connector,
    filters: ImportRecord['filters'],
    { most, now, read }: { most: number; now: number; read: number },
  ) {
    this.connector = connector;
    this.#pages = this.#passes(filters, most, now);
    this.read = read;
    this.#before = read;
  }

  /** Whether the next page can be taken, and what comes after it is known, without long work. */
  get isReady(): boolean {
    return this.#isAtEnd || this.#made.length > 1;
  }

  /** Goes on with making pages, until it is ready. */
  *prepare(): Parts<void> {
    for (; !this.isReady; yield) {
      try {
        const { done, value } = this.#pages.next();
        if (done) this.#isAtEnd = true;
        else if (value && this.#before > 0) this.#before--;
        else if (value) this.#made.push(value);
      } catch (error) {
        this.#isAtEnd = true;
        this.#error = error;
      }
    }
  }

  /** Whether there is another page. Throws ApiError if a folder or path is not there. */
  get hasMore(): boolean {
    if (this.#made.length > 0) return true;
    if (!this.isReady) doAtOnce(this.prepare());
    if (this.#made.length === 0 && this.#error !== undefined) throw this.#error;
    return this.#made.length > 0;
  }

  /** The next page, without items that a page before has; none after the last. Throws ApiError likewise. */
  take(): SourceItem[] {
    const page = this.hasMore ? this.#made.shift() : undefined;
    if (page) this.read++;
    return page ?? [];
  }

  *#passes(
    filters: ImportRecord['filters'],
    most: number,
    now: number,
  ): Generator<SourceItem[] | undefined, void, undefined> {
    const { imports } = this.connector.definition;
    for (const set of filters.length > 0 ? filters : [{}]) {
      // Imports came with the newest version's listing, and go on whatever version the account is answered in by then.
      const { entries, isShown } = yield* browse(this.connector, set, {
        version: NEWEST,
        now,
        everywhere: imports?.everywhere,
      });
      for (let at = 0; at === 0 || at < entries.length; at += PAGE_SIZE) {
        const page = new Map<string, SourceItem>();
        for (const entry of entries.slice(at, at + PAGE_SIZE)) {
          if (!('item' in entry) || isShown?.(entry) === false) continue;
          const { item } = entry;
          if (this.keys.has(item.key) || page.has(item.key)) continue;
          if (this.keys.size + page.size === most) {
            this.isCut = true;
            for (const key of page.keys()) this.keys.add(key);
            if (page.size > 0) yield [...page.values()];
            return;
          }
          page.set(item.key, item);
        }
        for (const key of page.keys()) this.keys.add(key);
        yield [...page.values()];
      }
    }
  }
}
