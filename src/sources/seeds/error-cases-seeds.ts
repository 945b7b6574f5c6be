// What can go wrong at a source, on purpose: the seeded world has an item for each, named by what it does.
import type { ItemSeed, ListingQuirk } from '../item.ts';

/** What not every source has: links that are shared, a limit of its own on requests, listings of a part. */
type Feature = 'share-links' | 'rate-limit' | 'listings';

interface Trouble extends Pick<ItemSeed, 'error' | 'error_times' | 'outcome' | 'listing'> {
  name: string;
  /** Sources without it cannot have this trouble. */
  needs?: Feature;
}

const troubles: Trouble[] = [
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

/** An item for a trouble, before a source gives it an id of its own. */
export interface TroubledItem {
  /** Names of folders and of the file, without an extension. */
  path: [string, ...string[]];
  /** The path in lower case and dashes, for keys: `error-cases/provider-down`. */
  key: string;
  /** The last part of the key, for ids: `provider-down`. */
  slug: string;
  /** For what has no folders. */
  title: string;
  seed: ItemSeed;
}

/** The items for all the troubles that a source with these features can have. */
export function troubledItems(...features: Feature[]): TroubledItem[] {
  return troubles.flatMap(({ name, needs, ...seed }, minute) => {
    if (needs && !features.includes(needs)) return [];
    return seed.listing
      ? wholeListing(name, seed.listing)
      : [single(name, { ...seed, created_at: on(DAY, minute) })];
  });
}

/** Before anything else in the seeded world. */
const DAY = '2025-06-05';
const on = (day: string, minute: number) => `${day}T10:${String(minute).padStart(2, '0')}:00Z`;

const single = (name: string, seed: ItemSeed) =>
  troubled(['Error cases', name], `Error case: ${name.charAt(0).toLowerCase()}${name.slice(1)}`, seed);

/** A folder of its own, a day of its own, and titles with words that no other has. */
function wholeListing(name: string, listing: ListingQuirk): TroubledItem[] {
  const day = { 'empty-page': '2025-06-07', 'expiring-tokens': '2025-06-08' }[listing];
  return Array.from({ length: ITEMS_PER_LISTING }, (_, index) => {
    const title = `${name.replace(/s$/, '')} demo ${index + 1}`;
    return troubled(['Error cases', name, title], title, { listing, created_at: on(day, index) });
  });
}

function troubled(path: [string, ...string[]], title: string, seed: ItemSeed): TroubledItem {
  const slugs = path.map((name) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-'));
  return { path, key: slugs.join('/'), slug: slugs.at(-1) ?? '', title, seed };
}
