// Pages of a listing: an opaque token that is good for one listing only.
import { digest } from '../random.ts';
import { ApiError } from '../wire/errors.ts';

interface Page<Entry> {
  entries: Entry[];
  /** Null on the last page. */
  nextPageToken: string | null;
}

interface PageRequest {
  /** What the listing is of: a token made for another listing is refused. */
  listing: unknown;
  limit: number;
  pageToken?: string | undefined;
}

/** One page of a listing. Throws ApiError for a token that this listing did not give. */
export function paginate<Entry>(
  entries: readonly Entry[],
  { listing, limit, pageToken }: PageRequest,
): Page<Entry> {
  const start = pageToken ? readToken(pageToken, listing) : 0;
  const end = start + limit;
  return {
    entries: entries.slice(start, end),
    nextPageToken: end < entries.length ? writeToken(end, listing) : null,
  };
}

/** Clients encode query strings differently, so a token is base64url, which needs no encoding at all. */
function writeToken(start: number, listing: unknown): string {
  const seal = digest(JSON.stringify([listing, start]), 12);
  return Buffer.from(`${start} ${seal}`).toString('base64url');
}

function readToken(token: string, listing: unknown): number {
  const start = Number.parseInt(Buffer.from(token, 'base64url').toString(), 10);
  if (!(start > 0) || writeToken(start, listing) !== token) throw ApiError.of('invalid-page-token');
  return start;
}
