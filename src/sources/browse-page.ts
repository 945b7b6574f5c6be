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

/** After which entry a page begins, with what the token of a listing with a quirk must remember beside it. */
interface Position {
  /** The place of the last entry that was given, which may be gone by now. */
  after: string;
  /** `EMPTY`, or the moment at which a token was given that expires. */
  note?: string | undefined;
}

/** One page of a listing. Throws ApiError for a token that this listing did not give, or that has expired. */
export function paginate(
  { identity: listing, entries, quirk, isSplit, isShown = () => true }: Listing,
  { limit: most, pageToken, now }: PageRequest,
): Page {
  const position = pageToken ? readToken(pageToken, listing) : undefined;
  const note = position?.note;
  if (quirk === 'expiring-tokens' && now - Number(note) > TOKEN_LIFE) throw ApiError.of('expired-page-token');
  const limit = isSplit ? Math.min(most, Math.ceil(entries.length / 2)) : most;
  const start = position ? firstAfter(position.after, entries) : 0;
  const end = note === EMPTY ? start : start + limit;
  const after = note === EMPTY ? position?.after : entries[end - 1]?.place;
  return {
    // What is matched while listing leaves pages short, or empty.
    entries: entries.slice(start, end).filter(isShown),
    nextPageToken:
      end < entries.length && after !== undefined
        ? writeToken({ after, note: nextNote(quirk, position === undefined, now) }, listing)
        : null,
  };
}

/** How many entries stand up to a place: they are in the order of their places. */
function firstAfter(place: string, entries: readonly BrowseEntry[]): number {
  const found = entries.findIndex((entry) => entry.place > place);
  return found < 0 ? entries.length : found;
}

/** What the token after a page remembers; the only empty page comes second. */
function nextNote(quirk: ListingQuirk | null, isFirst: boolean, now: number): string | undefined {
  if (quirk === 'expiring-tokens') return String(now);
  return quirk === 'empty-page' && isFirst ? EMPTY : undefined;
}

/** Clients encode query strings differently, so a token is base64url, which needs no encoding at all. */
function writeToken({ after, note }: Position, listing: unknown): string {
  const kept = note === undefined ? [after] : [after, note];
  const seal = digest(JSON.stringify([listing, ...kept]), 12);
  return Buffer.from(JSON.stringify([seal, ...kept])).toString('base64url');
}

function readToken(token: string, listing: unknown): Position {
  const [, after, note] = partsOf(token);
  if (typeof after !== 'string' || !(note === undefined || typeof note === 'string')) {
    throw ApiError.of('invalid-page-token');
  }
  const position = { after, note };
  if (writeToken(position, listing) !== token) throw ApiError.of('invalid-page-token');
  return position;
}

function partsOf(token: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
