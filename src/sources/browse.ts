// What browsing a connector lists: all of it, before it is cut into pages.
import type { BrowseEntry, BrowseFilters, ConnectorDefinition } from './definition.ts';
import type { ListingQuirk } from './item.ts';
import type { Connector } from './source.ts';

/** A whole listing. */
export interface Listing {
  /** Which listing it is: the connector's id and the filters that it supports. */
  identity: readonly [id: string, filters: BrowseFilters];
  entries: readonly BrowseEntry[];
  /** An odd way of paging, where all the files in it have the same one. */
  quirk: ListingQuirk | null;
}

/** The latest listings of each connector, the oldest first: connectors never change, and clients ask for the next page. */
const cache = new WeakMap<Connector, Map<string, Listing>>();
/** Listings of a connector in the cache. */
const CACHE_SIZE = 16;

/** Everything that browsing lists for these filters, in order; filters that the provider does not support are ignored. */
export function browse(connector: Connector, given: BrowseFilters): Listing {
  const { id, definition, items } = connector;
  const filters = supportedFilters(definition, given);
  const name = JSON.stringify(filters);
  const listings = cache.get(connector) ?? new Map<string, Listing>();
  cache.set(connector, listings);
  let listing = listings.get(name);
  if (!listing) {
    const entries = definition.browse(items, filters);
    listing = { identity: [id, filters], entries, quirk: quirkOf(entries) };
    const [oldest] = listings.keys();
    if (listings.size >= CACHE_SIZE && oldest !== undefined) listings.delete(oldest);
    listings.set(name, listing);
  }
  return listing;
}

function quirkOf(entries: readonly BrowseEntry[]): ListingQuirk | null {
  const quirks = new Set(entries.flatMap((entry) => ('item' in entry ? [entry.item.listing] : [])));
  const [quirk = null] = quirks;
  return quirks.size === 1 ? quirk : null;
}

const supportedFilters = ({ filters }: ConnectorDefinition, given: BrowseFilters): BrowseFilters =>
  Object.fromEntries(filters.flatMap((name) => (given[name] ? [[name, given[name]]] : [])));
