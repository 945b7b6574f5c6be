// One page of an account's records, as every listing of the API gives it.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import { type Query, select } from '../store/query.ts';
import type { Keyed, Table } from '../store/table.ts';

/** The document gives no default; the vendor's documentation does, for files. */
const DEFAULT_LIMIT = 50;
/** How often a listing is made again because something changed meanwhile. */
const RETRIES = 2;

interface PageQuery {
  limit?: number;
  offset?: number;
  order?: string;
  sort?: 'asc' | 'desc';
}

interface Wanted<Row, Body> extends Pick<Query<Row>, 'ownerId' | 'nameOf'> {
  /**
   * Every record, unless given.
   * @param now milliseconds since the Unix epoch, on the account's clock
   */
  isWanted?: ((row: Row, now: number) => boolean) | undefined;
  /**
   * What the API shows of a record; undefined if there is nothing any more.
   * @param now as above
   */
  bodyOf: (row: Row, now: number) => Body | undefined;
}

/**
 * A page as the API shows it: the wanted records in the order that is asked for, and how many are wanted in all. A long
 * listing is made while others are answered; the bodies are made in the turn that finds the page still to be true.
 * @throws ApiError if limit or offset is negative
 */
export async function pageOf<Row extends Keyed, Body>(
  { store, clock }: Account,
  table: Table<Row>,
  { limit = DEFAULT_LIMIT, offset = 0, order, sort = 'desc' }: PageQuery,
  { ownerId, isWanted, nameOf, bodyOf }: Wanted<Row, Body>,
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
    if (store.version !== version && retries < RETRIES) continue;
    const data = page.flatMap((row) => bodyOf(row, now) ?? []);
    return { object: 'list' as const, data, total, limit: data.length, offset };
  }
}

/** Whether a moment lies within days or moments of a query, each of which means its first instant in UTC. */
export function isWithin(after?: string, before?: string): ((epochMs: number) => boolean) | undefined {
  if (!after && !before) return undefined;
  const from = after ? Date.parse(after) : Number.NEGATIVE_INFINITY;
  const to = before ? Date.parse(before) : Number.POSITIVE_INFINITY;
  return (epochMs) => epochMs >= from && epochMs < to;
}
