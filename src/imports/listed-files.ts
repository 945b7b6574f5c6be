// What an import finds at its connector: pages of items, each item once, however many sets of filters find it.
import type { ImportRecord } from '../records/import.ts';
import { type BrowseOptions, browse } from '../sources/browse.ts';
import type { SourceItem } from '../sources/item.ts';
import type { Connector } from '../sources/source.ts';
import { PAGE_SIZE } from './import-rates.ts';

export interface ListedFiles {
  /** Items that no page before has. */
  pages: SourceItem[][];
  keys: Set<string>;
  /** Whether there is more than `most`. */
  isCut: boolean;
}

/**
 * Lists what an import means, one pass for each of its sets of filters.
 * @param options `most`: the most items
 * @throws ApiError if a folder or path is not there
 */
export function listFilesOf(
  connector: Connector,
  filters: ImportRecord['filters'],
  { most, ...options }: BrowseOptions & { most: number },
): ListedFiles {
  const keys = new Set<string>();
  const pages: SourceItem[][] = [];
  for (const set of filters.length > 0 ? filters : [{}]) {
    const { entries, isShown } = browse(connector, set, options);
    for (let at = 0; at === 0 || at < entries.length; at += PAGE_SIZE) {
      const page: SourceItem[] = [];
      pages.push(page);
      for (const entry of entries.slice(at, at + PAGE_SIZE)) {
        if (!('item' in entry) || keys.has(entry.item.key)) continue;
        if (isShown?.(entry) === false) continue;
        if (keys.size === most) return { pages, keys, isCut: true };
        keys.add(entry.item.key);
        page.push(entry.item);
      }
    }
  }
  return { pages, keys, isCut: false };
}
