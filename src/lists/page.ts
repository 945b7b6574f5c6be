// One page of an account's records, as every listing of the API gives it.
import { ApiError } from '../wire/errors.ts';

/** The document gives no default; the vendor's documentation does, for files. */
const DEFAULT_LIMIT = 50;

interface PageQuery {
  limit?: number;
  offset?: number;
  order?: string;
  sort?: 'asc' | 'desc';
}

interface Listing<Row> {
  isWanted?: (row: Row) => boolean;
  /** What records are ordered by where the query asks for something else than the date. */
  nameOf?: (row: Row) => string;
}

/**
 * The wanted records of a page, in the order that is asked for, and how many are wanted in all.
 * @param oldestFirst every record there is; those that are alike keep this order, or its reverse
 * @throws ApiError if limit or offset is negative
 */
export function pageOf<Row>(
  oldestFirst: Iterable<Row>,
  { limit = DEFAULT_LIMIT, offset = 0, order, sort = 'desc' }: PageQuery,
  { isWanted = () => true, nameOf }: Listing<Row>,
) {
  if (limit < 0) throw ApiError.of('invalid-request', 'query parameter "limit" must be at least 0');
  if (offset < 0) throw ApiError.of('invalid-request', 'query parameter "offset" must be at least 0');
  const wanted = [...oldestFirst].filter(isWanted);
  const byName = nameOf && order && !/_at$/.test(order);
  const ascending = byName ? wanted.toSorted((a, b) => compare(nameOf(a), nameOf(b))) : wanted;
  const inOrder = sort === 'asc' ? ascending : ascending.toReversed();
  return { page: inOrder.slice(offset, offset + limit), total: wanted.length, offset };
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** A page as the API shows it. */
export const listBody = <Body>(data: Body[], { total, offset }: { total: number; offset: number }) => ({
  object: 'list' as const,
  data,
  total,
  limit: data.length,
  offset,
});

/** Whether a moment lies within days or moments of a query, each of which means its first instant in UTC. */
export function isWithin(
  after: string | undefined,
  before: string | undefined,
): (epochMs: number) => boolean {
  const from = after ? Date.parse(after) : Number.NEGATIVE_INFINITY;
  const to = before ? Date.parse(before) : Number.POSITIVE_INFINITY;
  return (epochMs) => epochMs >= from && epochMs < to;
}
