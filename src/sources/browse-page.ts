// Pages of a listing: an opaque token that is good for one listing only.

import { ApiError } from '../errors/api-error.ts';
import { digest } from '../util/random.ts';
import type { Listing } from './browse.ts';
import type { BrowseEntry } from './definition.ts';
import type { ListingQuirk } from './item.ts';

/** Milliseconds for which a token is good where tokens expire. */
const TOKEN_LIFE = 10_000;
/** The note in a token whose page is empty. */
const EMPTY = 'empty';

interface Page {
  entries: BrowseEntry[];
  /** Null on the last page. */
  nextPageToken: string | null;
}

interface PageRequest {
  limit: number;
  pageToken?: string | undefined;
  /** Milliseconds since the Unix epoch, on the clock by which tokens expire. */
  now: number;
}

/** Where a page begins, with what the token of a listing with a quirk must remember beside it. */
interface Place {
  start: number;
  /** `EMPTY`, or the moment at which a token was given that expires. */
  note?: string | undefined;
}

/** One page of a listing. Throws ApiError for a token that this listing did not give, or that has expired. */
export function paginate(
  { identity: listing, entries, quirk }: Listing,
  { limit, pageToken, now }: PageRequest,
): Page {
  const { start, note }: Place = pageToken ? readToken(pageToken, listing) : { start: 0 };
  if (quirk === 'expiring-tokens' && now - Number(note) > TOKEN_LIFE) throw ApiError.of('expired-page-token');
  const end = note === EMPTY ? start : start + limit;
  return {
    entries: entries.slice(start, end),
    nextPageToken:
      end < entries.length ? writeToken({ start: end, note: nextNote(quirk, start, now) }, listing) : null,
  };
}

/** What the token after the page at `start` remembers; the only empty page comes second. */
function nextNote(quirk: ListingQuirk | null, start: number, now: number): string | undefined {
  if (quirk === 'expiring-tokens') return String(now);
  return quirk === 'empty-page' && start === 0 ? EMPTY : undefined;
}

/** Clients encode query strings differently, so a token is base64url, which needs no encoding at all. */
function writeToken({ start, note }: Place, listing: unknown): string {
  const kept = note === undefined ? [start] : [start, note];
  const seal = digest(JSON.stringify([listing, ...kept]), 12);
  return Buffer.from([...kept, seal].join(' ')).toString('base64url');
}

function readToken(token: string, listing: unknown): Place {
  const parts = Buffer.from(token, 'base64url').toString().split(' ');
  const place = { start: Number.parseInt(parts[0] ?? '', 10), note: parts.length > 2 ? parts[1] : undefined };
  if (!(place.start > 0) || writeToken(place, listing) !== token) throw ApiError.of('invalid-page-token');
  return place;
}
