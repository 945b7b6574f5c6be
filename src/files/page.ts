// One page of an account's records, the same way for every listing of the API.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import { type Query, select } from '../store/query.ts';
import type { Keyed, Table } from '../store/table.ts';

/** The document gives no default. This one is in the vendor's documentation, for files. */
const DEFAULT_LIMIT = 50;
/** How often a listing is repeated because something changed meanwhile. */
const RETRIES = 2;

interface PageQuery {
  limit?: number;
  offset?: number;
  order?: string;
  sort?: 'asc' | 'desc';
}

interface Wanted<Row, Body> extends Pick<Query<Row>, 'ownerId' | 'nameOf'> {
  /**
   * Whether a record matches; default: every record.
   * @param now milliseconds since the Unix epoch, on the account's clock
   */
  isWanted?: ((row: Row, now: number) => boolean) | undefined;
  /**
   * The body of a record; undefined if the record no longer exists.
   * @param now milliseconds since the Unix epoch, on the account's clock
   */
  bodyOf: (row: Row, now: number) => Body | undefined;
  /** Finds out what the bodies of these records need, if that may take long. */
  prepare?: (page: readonly Row[]) => Promise<void>;
}

/**
 * The body of a page: the matching records in the requested order, and their total. A long listing does not block other
 * requests; the bodies are created in the turn in which the page is found to be current.
 * @throws ApiError if limit or offset is negative
 */
export async function pageOf<Row extends Keyed, Body>(
  { store, clock }: Account,
  table: Table<Row>,
  { limit = DEFAULT_LIMIT, offset = 0, order, sort = 'desc' }: PageQuery,
  { ownerId, isWanted, nameOf, bodyOf, prepare }: Wanted<Row, Body>,
) {
  if (limit < 0) throw ApiError.of('invalid-request', 'query parameter "limit" must be at least 0');
  if (offset < 0) throw ApiError.of('invalid-request', 'query parameter "offset" must be at least 0');
  const isByName = order !== undefined && !/_at$/.test(order);
  for (let retries = 0; ; retries++) {
    const { version } = store;
    const now = clock.now();
    const { page, total } = await select(table, {
      ownerId,
      offset,
      limit,
      isDescending: sort === 'desc',
      isWanted: isWanted && ((row) => isWanted(row, now)),
      nameOf: isByName ? nameOf : undefined,
    });
    await prepare?.(page);
    if (store.version !== version && retries < RETRIES) continue;
    const data = page.flatMap((row) => bodyOf(row, now) ?? []);
    return { object: 'list' as const, data, total, limit: data.length, offset };
  }
}

/** A test for whether a time is in the range of a query. A date stands for its first instant in UTC. */
export function isWithin(after?: string, before?: string): ((epochMs: number) => boolean) | undefined {
  if (!after && !before) return undefined;
  const from = after ? Date.parse(after) : Number.NEGATIVE_INFINITY;
  const to = before ? Date.parse(before) : Number.POSITIVE_INFINITY;
  return (epochMs) => epochMs >= from && epochMs < to;
}
