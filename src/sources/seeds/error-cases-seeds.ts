// The error cases of the seeded world: an item for each, whose name says what happens when it is synced.
import type { ItemSeed, ListingQuirk } from '../item.ts';

/** What only some sources have: share links, a rate limit, listings of a part of their items. */
type Feature = 'share-links' | 'rate-limit' | 'listings';

interface ErrorCase extends Pick<ItemSeed, 'error' | 'error_times' | 'outcome' | 'listing'> {
  name: string;
  /** Sources without it cannot have this error case. */
  needs?: Feature;
}

const errorCases: ErrorCase[] = [
  { name: 'Not found at the source', error: 'item-not-found' },
  { name: 'Provider down', error: 'provider-unavailable' },
  { name: 'Provider down twice, then succeeds', error: 'provider-unavailable', error_times: 2 },
  { name: 'Processing fails', outcome: 'failed' },
  { name: 'Processing never ends', outcome: 'processing' },
  { name: 'Share link gated', error: 'share-link-gated', needs: 'share-links' },
  { name: 'Share link expired', error: 'share-link-expired', needs: 'share-links' },
  { name: 'Rate limited', error: 'provider-rate-limited', needs: 'rate-limit' },
  {
    name: 'Rate limited twice, then succeeds',
    error: 'provider-rate-limited',
    error_times: 2,
    needs: 'rate-limit',
  },
  { name: 'Empty page', listing: 'empty-page', needs: 'listings' },
  { name: 'Expiring tokens', listing: 'expiring-tokens', needs: 'listings' },
];

/** Enough for two pages of two, and for a third that is empty. */
const ITEMS_PER_LISTING = 4;

/** An item for an error case, before a source gives it an id. */
export interface ErrorCaseItem {
  /** Names of folders and of the file, without an extension. */
  path: [string, ...string[]];
  /** The path in lower case and dashes, for keys: `error-cases/provider-down`. */
  key: string;
  /** The last part of the key, for ids: `provider-down`. */
  slug: string;
  /** For sources without folders. */
  title: string;
  seed: ItemSeed;
}

/** The items for all error cases that a source with these features can have. */
export function errorCaseItems(...features: Feature[]): ErrorCaseItem[] {
  return errorCases.flatMap(({ name, needs, ...seed }, minute) => {
    if (needs && !features.includes(needs)) return [];
    return seed.listing
      ? wholeListing(name, seed.listing)
      : [single(name, { ...seed, created_at: on(DAY, minute) })];
  });
}

/** The day of the error cases, before everything else in the seeded world. */
const DAY = '2025-06-05';
const on = (day: string, minute: number) => `${day}T10:${String(minute).padStart(2, '0')}:00Z`;

const single = (name: string, seed: ItemSeed) =>
  itemOf(['Error cases', name], `Error case: ${name.charAt(0).toLowerCase()}${name.slice(1)}`, seed);

/** Items that are listed alone: they share a folder, a day, and a word in their titles that no other item has. */
function wholeListing(name: string, listing: ListingQuirk): ErrorCaseItem[] {
  const day = { 'empty-page': '2025-06-07', 'expiring-tokens': '2025-06-08' }[listing];
  return Array.from({ length: ITEMS_PER_LISTING }, (_, index) => {
    const title = `${name.replace(/s$/, '')} demo ${index + 1}`;
    return itemOf(['Error cases', name, title], title, { listing, created_at: on(day, index) });
  });
}

function itemOf(path: [string, ...string[]], title: string, seed: ItemSeed): ErrorCaseItem {
  const slugs = path.map((name) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-'));
  return { path, key: slugs.join('/'), slug: slugs.at(-1) ?? '', title, seed };
}
