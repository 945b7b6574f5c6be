// Listing an account's files: filters, order and pages.
import type { Account } from '../accounts.ts';
import type { operations } from '../generated/cloudglue.ts';
import type { FileRecord } from '../store/records.ts';
import { statusAt } from '../sync/lifecycle.ts';
import { fileBody, type View } from '../wire/bodies.ts';
import { ApiError } from '../wire/errors.ts';
import { matchesFilter, readFilter } from './filter.ts';

type ListQuery = NonNullable<operations['listFiles']['parameters']['query']>;

/** The document gives no default; the vendor's documentation does. */
const DEFAULT_LIMIT = 50;

/** One page of an account's files, and how many match in all. Throws ApiError for a query that makes no sense. */
export function listFiles({ files }: Account, query: ListQuery, view: View) {
  const { limit = DEFAULT_LIMIT, offset = 0 } = query;
  if (limit < 0) throw ApiError.of('invalid-request', 'query parameter "limit" must be at least 0');
  if (offset < 0) throw ApiError.of('invalid-request', 'query parameter "offset" must be at least 0');
  const isWanted = predicateOf(query, view);
  const matching = inOrder([...files.all()].filter(isWanted), query);
  return { page: matching.slice(offset, offset + limit), total: matching.length, offset };
}

function predicateOf(query: ListQuery, view: View): (file: FileRecord) => boolean {
  const { status, created_before, created_after } = query;
  // Both dates mean their first moment, in UTC.
  const before = created_before ? Date.parse(created_before) : Number.POSITIVE_INFINITY;
  const after = created_after ? Date.parse(created_after) : Number.NEGATIVE_INFINITY;
  const filter = query.filter ? readFilter(query.filter) : undefined;
  return (file) =>
    file.createdAt < before &&
    file.createdAt >= after &&
    (!status || statusAt(file, view.now) === status) &&
    (!filter || matchesFilter(fileBody(file, view), filter));
}

/** The files, oldest first, in the order that is asked for; those alike stay in the order of their making. */
function inOrder(
  oldestFirst: FileRecord[],
  { order = 'created_at', sort = 'desc' }: ListQuery,
): FileRecord[] {
  const ascending =
    order === 'created_at'
      ? oldestFirst
      : oldestFirst.toSorted((a, b) => (a.filename < b.filename ? -1 : Number(a.filename > b.filename)));
  return sort === 'asc' ? ascending : ascending.toReversed();
}
