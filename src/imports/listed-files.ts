// What an import finds at its connector: pages of items, each item once, however many sets of filters find it.
import { NEWEST } from '../openapi/versions.ts';
import type { ImportRecord } from '../records/import.ts';
import { browse } from '../sources/browse.ts';
import type { SourceItem } from '../sources/item.ts';
import type { Connector } from '../sources/source.ts';
import { PAGE_SIZE } from './import-pace.ts';

/** A listing that is read page by page, one pass for each set of filters. */
export class ListedFiles {
  readonly connector: Connector;
  /** The keys of all items on the pages that were read. */
  readonly keys = new Set<string>();
  /** Whether there is more than it may list. */
  isCut = false;
  /** How many pages were read. */
  read = 0;
  readonly #pages: Iterator<SourceItem[]>;
  #next: IteratorResult<SourceItem[]> | undefined;

  /**
   * @param options `most`: the most items; `now`: milliseconds since the Unix epoch; `read`: how many pages a run has
   * read before
   * @throws ApiError if a folder or path is not there
   */
  constructor(
    connector: Connector,
    filters: ImportRecord['filters'],
    { most, now, read }: { most: number; now: number; read: number },
  ) {
    this.connector = connector;
    this.#pages = this.#passes(filters, most, now);
    for (let page = 0; page < read && this.hasMore; page++) this.take();
  }

  /** Whether there is another page. Throws ApiError as the constructor does. */
  get hasMore(): boolean {
    this.#next ??= this.#pages.next();
    return this.#next.done !== true;
  }

  /** The next page, without items that a page before has; none after the last. Throws ApiError likewise. */
  take(): SourceItem[] {
    if (!this.hasMore) return [];
    const page = this.#next?.value ?? [];
    this.#next = undefined;
    this.read++;
    for (const { key } of page) this.keys.add(key);
    return page;
  }

  *#passes(filters: ImportRecord['filters'], most: number, now: number): Generator<SourceItem[]> {
    const { imports } = this.connector.definition;
    for (const set of filters.length > 0 ? filters : [{}]) {
      // Imports came with the newest version's listing, and go on whatever version the account is answered in by then.
      const { entries, isShown } = browse(this.connector, set, {
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
            if (page.size > 0) yield [...page.values()];
            return;
          }
          page.set(item.key, item);
        }
        yield [...page.values()];
      }
    }
  }
}
