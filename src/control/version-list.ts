// The versions of the API, and what differs between two of them.
import { FieldsError } from '../errors/fields-error.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
import { checkVersion, compareVersions, OLDEST } from '../openapi/api-versions.ts';
import { differencesBetween } from '../openapi/differences.ts';
import { API_VERSIONS, type ApiVersion, allChanges, NEWEST } from '../openapi/versions.ts';

interface Range {
  from?: string | undefined;
  to?: string | undefined;
}

/**
 * @param byDefault the version that the mock answers as
 * @param range of the differences; without either end there are none
 * @throws FieldsError for a version that is not known, and for a range that ends before it begins
 */
export function listVersions(byDefault: ApiVersion, range: Range): AdminSchemas['VersionList'] {
  const isAsked = range.from !== undefined || range.to !== undefined;
  const [from, to] = isAsked ? endsOf(range) : [null, null];
  return {
    default: byDefault,
    versions: [...API_VERSIONS],
    changed_in: [...new Set(allChanges().map(({ version }) => version))].toSorted(compareVersions),
    from,
    to,
    differences:
      from === null
        ? []
        : differencesBetween(from, to).map(({ noticedBy, text = null, ...difference }) => ({
            noticed_by: noticedBy,
            text,
            ...difference,
          })),
  };
}

function endsOf({ from = OLDEST, to = NEWEST }: Range): [from: string, to: string] {
  const problems = Object.entries({ from, to }).flatMap(([field, version]) => {
    try {
      checkVersion(version);
      return [];
    } catch (error) {
      return [{ field, detail: (error as Error).message }];
    }
  });
  if (problems.length === 0 && compareVersions(from, to) > 0)
    problems.push({ field: 'from', detail: `must not be later than to: ask from ${to} to ${from}` });
  if (problems.length > 0) throw new FieldsError('the differences cannot be listed', problems);
  return [from, to];
}
