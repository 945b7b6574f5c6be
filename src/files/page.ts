// One page of an account's records, as every listing of the API gives it.

import { ApiError } from '../errors/api-error.ts';
import type { ListingPlan } from '../store/listing.ts';
import type { Keyed, Table } from '../store/table.ts';
import type { TimeSource } from '../time/clock.ts';

/** The document gives no default; the vendor's documentation does, for files. */
const DEFAULT_LIMIT = 50;
/** How often much may change while a listing is made before it is made at one go, however long others wait. */
const PATIENCE = 3;

interface PageQuery {
  limit?: number;
  offset?: number;
  order?: string;
  sort?: 'asc' | 'desc';
}

interface Wanted<Row, Taken> extends Partial<Omit<ListingPlan<Row>, 'compare'>> {
  /** What records are ordered by where the query asks for something else than the date. */
  nameOf?: (row: Row) => string;
  /** All that `isWanted` depends on beside the record and the time: listings with the same are one. */
  criteria?: unknown;
  /** The account's. */
  clock: TimeSource;
  /** What is taken of a record, if not the record itself, while all is as the page says. */
  take?: (row: Row) => Taken[];
}

/**
 * The wanted records of a page, in the order that is asked for, and how many are wanted in all. A long listing is
 * made while others are answered: it tells how things are in the end, and when that was.
 * @throws ApiError if limit or offset is negative
 */
export async function pageOf<Row extends Keyed & { createdAt: number }, Taken = Row>(
  table: Table<Row>,
  { limit = DEFAULT_LIMIT, offset = 0, order, sort = 'desc' }: PageQuery,
  { nameOf, criteria, clock, take, ...wanted }: Wanted<Row, Taken>,
) {
  if (limit < 0) throw ApiError.of('invalid-request', 'query parameter "limit" must be at least 0');
  if (offset < 0) throw ApiError.of('invalid-request', 'query parameter "offset" must be at least 0');
  if (table.size === 0) return { page: [], total: 0, now: clock.now(), offset };
  const byName = nameOf !== undefined && order !== undefined && !/_at$/.test(order);
  const name = JSON.stringify([byName, criteria]);
  const plan: ListingPlan<Row> = {
    compare: byName ? (a, b) => compare(nameOf(a), nameOf(b)) : (a, b) => a.createdAt - b.createdAt,
    isWanted: () => true,
    ...wanted,
  };
  for (let tries = 1; ; tries++) {
    // The table lets go of a listing where everything changes, be it while somebody waits for it.
    const listing = table.listing(name, plan);
    const updating = listing.update(() => clock.now(), tries > PATIENCE);
    if (!updating) {
      const { page, ...rest } = listing.page(offset, limit, sort === 'desc');
      return { page: (take ? page.flatMap(take) : page) as Taken[], ...rest, offset };
    }
    await updating;
  }
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
