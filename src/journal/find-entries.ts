// Finds requests in the journal by criteria.
import { FieldsError } from '../errors/fields-error.ts';
import type { Parts } from '../time/slices.ts';
import { compilePattern, matches, type Pattern } from '../util/wildcards.ts';
import type { Entry, KeptEntry } from './entry.ts';
import { partsOf, uriOf } from './entry-parts.ts';

/** What requests can be found by; patterns take `*` and `?`. */
export interface RequestCriteria {
  operation?: string | undefined;
  method?: string | undefined;
  /** A pattern. */
  path?: string | undefined;
  status?: number | undefined;
  /** A pattern for the URI that was to be synced. */
  uri?: string | undefined;
  /** False: only requests that matched no route. */
  matched?: boolean | undefined;
  /** Only requests after the one with this number. */
  since?: number | undefined;
  /** Only requests up to the one with this number. */
  until?: number | undefined;
  /** True: the requests without a key, which belong to no account, instead of the account's own. */
  keyless?: boolean | undefined;
}

/** The pattern of a criterion, if there is one. */
function patternOf(field: 'path' | 'uri', text: string | undefined): Pattern | undefined {
  try {
    return text === undefined ? undefined : compilePattern(text);
  } catch (broken) {
    throw new FieldsError('the requests cannot be found', [{ field, detail: (broken as Error).message }]);
  }
}

/** The entries that fit all criteria. Throws FieldsError for a broken pattern. */
export function* findEntries(
  entries: Iterable<KeptEntry>,
  criteria: RequestCriteria = {},
): Parts<KeptEntry[]> {
  const { operation, method, path, status, uri, matched, since = 0, until } = criteria;
  const [pathPattern, uriPattern] = [patternOf('path', path), patternOf('uri', uri)];
  const fitsPatterns = (entry: Entry | undefined) =>
    entry !== undefined &&
    (!pathPattern || matches(pathPattern, partsOf(entry.url).path)) &&
    (!uriPattern || matches(uriPattern, uriOf(entry) ?? ''));
  const found: KeptEntry[] = [];
  for (const entry of entries) {
    const fits =
      entry.number > since &&
      (until === undefined || entry.number <= until) &&
      (operation === undefined || entry.operation === operation) &&
      (method === undefined || entry.method === method.toUpperCase()) &&
      (status === undefined || entry.status === status) &&
      (matched === undefined || entry.matched === matched) &&
      (!(pathPattern || uriPattern) || fitsPatterns(entry.read()));
    if (fits) found.push(entry);
    yield;
  }
  return found;
}
