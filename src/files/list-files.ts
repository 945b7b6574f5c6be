// Lists an account's files, filtered and ordered.
import type { Account } from '../accounts/account.ts';
import type { operations } from '../openapi/cloudglue.ts';
import { fileBody, type View } from './bodies.ts';
import { matchesFilter, readFilter } from './filter.ts';
import { statusAt } from './lifecycle.ts';
import { isWithin, pageOf } from './page.ts';
import { hidesRecords, isFileVisible } from './visible.ts';

type ListQuery = NonNullable<operations['listFiles']['parameters']['query']>;

/** One page of an account's files, and the total of matching ones. Throws ApiError if the query is invalid. */
export function listFiles(account: Account, query: ListQuery, view: View) {
  const { status, created_after, created_before } = query;
  const isDated = isWithin(created_after, created_before);
  const filter = query.filter ? readFilter(query.filter, account.apiVersion) : undefined;
  const hides = hidesRecords(account);
  const isFiltered = isDated || status || filter || hides;
  return pageOf(account, account.store.files, query, {
    isWanted: isFiltered
      ? (file, now) =>
          (!hides || isFileVisible(account, file)) &&
          (!isDated || isDated(file.createdAt)) &&
          (!status || statusAt(file, now) === status) &&
          (!filter ||
            matchesFilter(filter, file.metadata, () => fileBody(file, { origin: view.origin, now })))
      : undefined,
    nameOf: ({ filename }) => filename,
    bodyOf: (file, now) => fileBody(file, { ...view, now }),
  });
}
