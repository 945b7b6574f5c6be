// What browsing a connector lists: all of it, before it is cut into pages.

import type { Listings } from '../config/settings.ts';
import { isSince } from '../openapi/versions.ts';
import type { Parts } from '../time/slices.ts';
import { sortInParts } from '../time/sort-in-parts.ts';
import type { BrowseEntry, BrowseFilters, ConnectorDefinition, FilterName } from './definition.ts';
import type { ListingQuirk, SourceItem } from './item.ts';
import type { Connector } from './source.ts';

/** A whole listing. */
export interface Listing {
  /** Which listing it is: the connector's id and the filters that count. */
  identity: readonly [id: string, filters: BrowseFilters];
  entries: readonly BrowseEntry[];
  /** Which entries of a page are shown, where a filter is matched while listing; every one, unless given. */
  isShown?: ((entry: BrowseEntry) => boolean) | undefined;
  /** An odd way of paging: that of the account, or where all the files in it have the same one. */
  quirk: ListingQuirk | null;
  /** Whether it has several pages, however many entries a page may have. */
  isSplit: boolean;
}

export interface BrowseOptions {
  /** The version of the API that is answered as. */
  version: string;
  /** Milliseconds since the Unix epoch, on the account's clock. */
  now: number;
  /** How listings are paged; default: as their items say. */
  listings?: Listings;
  /** The place that is listed where the filters name none. */
  everywhere?: BrowseFilters | undefined;
}

/** The latest listings of each connector, the oldest first: connectors never change, and clients ask for the next page. */
const cache = new WeakMap<Connector, Map<string, readonly BrowseEntry[]>>();
/** Listings of a connector in the cache. */
const CACHE_SIZE = 16;

/** The filters of items, which are alike for all providers; the others say which place is listed. */
const ITEM_FILTERS = ['from', 'to', 'title_search'] as const satisfies FilterName[];
type ItemFilter = (typeof ITEM_FILTERS)[number];
const isItemFilter = (name: string): name is ItemFilter => (ITEM_FILTERS as readonly string[]).includes(name);

/** Everything that browsing lists for these filters, in order; filters that do not count for the provider are ignored. */
export function* browse(connector: Connector, given: BrowseFilters, options: BrowseOptions): Parts<Listing> {
  const { id, definition, items } = connector;
  const { version, now, listings = 'usual', everywhere = {} } = options;
  const filters = countingFilters(definition, given, version);
  const named = only(filters, (name) => !isItemFilter(name));
  const place = isEmpty(named) ? everywhere : named;
  const all = yield* cached(connector, JSON.stringify(place), () =>
    sortInParts(definition.browse(items, place), byPlace),
  );
  const wanted = { ...lookBack(definition, { version, now }), ...only(filters, isItemFilter) };
  const matchedLater = (name: string) =>
    definition.filters[name as ItemFilter]?.isMatchedWhileListing === true;
  const atProvider = only(wanted, (name) => !matchedLater(name));
  const whileListing = only(wanted, matchedLater);
  const entries = isEmpty(atProvider)
    ? all
    : yield* cached(connector, JSON.stringify({ ...place, ...atProvider }), () =>
        filterInParts(all, (entry) => isWanted(definition, entry, atProvider)),
      );
  return {
    identity: [id, filters],
    entries,
    isShown: isEmpty(whileListing) ? undefined : (entry) => isWanted(definition, entry, whileListing),
    quirk: listings === 'usual' ? quirkOf(entries) : listings,
    isSplit: listings !== 'usual',
  };
}

const byPlace = (a: BrowseEntry, b: BrowseEntry) => (a.place < b.place ? -1 : 1);

function* filterInParts<Entry>(
  entries: readonly Entry[],
  isWanted: (entry: Entry) => boolean,
): Parts<Entry[]> {
  const wanted: Entry[] = [];
  for (const entry of entries) {
    if (isWanted(entry)) wanted.push(entry);
    yield;
  }
  return wanted;
}

function* cached(
  connector: Connector,
  name: string,
  make: () => Parts<readonly BrowseEntry[]>,
): Parts<readonly BrowseEntry[]> {
  const listings = cache.get(connector) ?? new Map<string, readonly BrowseEntry[]>();
  cache.set(connector, listings);
  const known = listings.get(name);
  if (known) return known;
  const entries = yield* make();
  const [oldest] = listings.keys();
  if (listings.size >= CACHE_SIZE && oldest !== undefined) listings.delete(oldest);
  listings.set(name, entries);
  return entries;
}

function quirkOf(entries: readonly BrowseEntry[]): ListingQuirk | null {
  let quirk: ListingQuirk | null | undefined;
  for (const entry of entries) {
    if (!('item' in entry)) continue;
    const { listing } = entry.item;
    if (listing === null || (quirk !== undefined && quirk !== listing)) return null;
    quirk = listing;
  }
  return quirk ?? null;
}

const isEmpty = (filters: BrowseFilters) => Object.keys(filters).length === 0;

const only = (filters: BrowseFilters, isMeant: (name: string) => boolean): BrowseFilters =>
  Object.fromEntries(Object.entries(filters).filter(([name]) => isMeant(name)));

/** Those that the provider supports in that version, in the order of its definition. */
const countingFilters = (
  { filters }: ConnectorDefinition,
  given: BrowseFilters,
  version: string,
): BrowseFilters =>
  Object.fromEntries(
    Object.entries(filters).flatMap(([name, { since }]) => {
      const value = given[name as FilterName];
      return value && isSince(version, since) ? [[name, value]] : [];
    }),
  );

/** The filters that are given and do not count, each with the version since which it does, if there is one. */
export const ignoredFilters = (
  { filters }: ConnectorDefinition,
  given: BrowseFilters,
  version: string,
): string[] =>
  Object.keys(given).flatMap((name) => {
    const known = filters[name as FilterName];
    if (!given[name as FilterName] || (known && isSince(version, known.since))) return [];
    return [known ? `${name}; since=${known.since}` : name];
  });

/** Where a provider lists a while only, the day from which on it lists, unless a request says otherwise. */
export function lookBack({ looksBack }: ConnectorDefinition, { version, now }: BrowseOptions): BrowseFilters {
  if (!looksBack || !isSince(version, looksBack.since)) return {};
  const day = new Date(now);
  day.setUTCMonth(day.getUTCMonth() - looksBack.months);
  return { from: day.toISOString().slice(0, 10) };
}

const DAY = 86_400_000;

/** Whether a moment lies in the days that `from` and `to` (YYYY-MM-DD, both included, UTC) span. */
function isWithin(createdAt: number, { from, to }: BrowseFilters): boolean {
  if (from && createdAt < Date.parse(from)) return false;
  return !(to && createdAt >= Date.parse(to) + DAY);
}

/** Whether an entry is what the filters want; folders always are, for their files may be. */
function isWanted({ filters }: ConnectorDefinition, entry: BrowseEntry, wanted: BrowseFilters): boolean {
  if (!('item' in entry)) return true;
  const { title_search } = wanted;
  return (
    isWithin(entry.item.createdAt, wanted) &&
    (!title_search || hasTitle(entry.item, title_search, filters.title_search?.isFullText === true))
  );
}

/** Whether the title contains the text, or each word of it, in any case. */
function hasTitle({ name }: SourceItem, wanted: string, isFullText: boolean): boolean {
  const title = name.toLowerCase();
  const text = wanted.toLowerCase();
  return isFullText ? text.split(/\s+/).every((word) => title.includes(word)) : title.includes(text);
}
