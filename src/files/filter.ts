// The `filter` of a listing: JSON criteria on metadata, video information and the file itself.

import { ApiError } from '../errors/api-error.ts';
import { explain } from '../errors/explain.ts';
import type { Schemas } from '../openapi/cloudglue.ts';
import { validatorOfSchema } from '../openapi/cloudglue.ts';
import { isLike } from '../util/wildcards.ts';

type File = Schemas['File'];
type SearchFilter = Schemas['SearchFilter'];
type Criterion = NonNullable<
  SearchFilter['file'] | SearchFilter['video_info'] | SearchFilter['metadata']
>[number];

const validator = validatorOfSchema('SearchFilter');

/** What a path's values are; text where nothing is said. */
const KINDS: Record<string, 'number' | 'date'> = {
  duration_seconds: 'number',
  bytes: 'number',
  created_at: 'date',
};
/** The length of a file's segments where nothing else was asked for. */
const SEGMENT_SECONDS = 20;

/** The criteria of a filter's text. Throws ApiError if it is malformed or a criterion makes no sense. */
export function readFilter(text: string): SearchFilter {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw ApiError.of('invalid-filter', `it is not valid JSON (${(error as Error).message})`);
  }
  const result = validator.safeParse(json);
  if (!result.success) throw ApiError.of('invalid-filter', explain(result.error, json));
  for (const [group, criteria] of Object.entries(result.data)) {
    criteria?.forEach((criterion, index) => {
      checkCriterion(
        criterion,
        `${group}[${index}]`,
        group === 'metadata' ? undefined : KINDS[criterion.path],
      );
    });
  }
  return result.data;
}

const takesArray = ({ operator }: Criterion) => ['In', 'ContainsAny', 'ContainsAll'].includes(operator);

function checkCriterion(criterion: Criterion, place: string, kind: 'number' | 'date' | undefined): void {
  const name = takesArray(criterion) ? 'valueTextArray' : 'valueText';
  const values = takesArray(criterion) ? criterion.valueTextArray : criterion.valueText;
  if (values === undefined) {
    throw ApiError.of('invalid-filter', `${place}: ${criterion.operator} needs ${name}`);
  }
  if (!kind || criterion.operator === 'Like') return;
  for (const value of [values].flat()) {
    if (Number.isNaN(asNumber(value, kind))) {
      throw ApiError.of('invalid-filter', `${place}.${name} must be a ${kind}, not ${JSON.stringify(value)}`);
    }
  }
}

const asNumber = (value: string, kind: 'number' | 'date') =>
  kind === 'date' ? Date.parse(value) : value.trim() === '' ? Number.NaN : Number(value);

/**
 * Whether a file meets every criterion. A value that the file does not have meets none.
 * @param bodyOf gives the file as the API shows it, which is made only where its metadata decides nothing
 */
export function matchesFilter(
  { metadata = [], video_info = [], file: own = [] }: SearchFilter,
  given: File['metadata'],
  bodyOf: () => File,
): boolean {
  if (!metadata.every((criterion) => meets(metadataAt(given, criterion.path), criterion))) return false;
  if (video_info.length + own.length === 0) return true;
  const file = bodyOf();
  return (
    video_info.every((criterion) =>
      videoValues(file, criterion).some((value) => meets(value, criterion, KINDS[criterion.path])),
    ) && own.every((criterion) => meets(file[criterion.path], criterion, KINDS[criterion.path]))
  );
}

function metadataAt(metadata: File['metadata'], path: string): unknown {
  const read = (keys: string[]) =>
    keys.reduce<unknown>(
      (node, key) =>
        node && typeof node === 'object' && Object.hasOwn(node, key)
          ? (node as Record<string, unknown>)[key]
          : undefined,
      metadata,
    );
  return read(path.split('.')) ?? read(path.replace(/^metadata\./, '').split('.'));
}

function videoValues(
  { video_info }: File,
  { path, scope }: NonNullable<SearchFilter['video_info']>[number],
): unknown[] {
  const value = video_info?.[path];
  if (scope !== 'segment' || typeof value !== 'number') return [value];
  const rest = value % SEGMENT_SECONDS;
  return [...(value >= SEGMENT_SECONDS ? [SEGMENT_SECONDS] : []), ...(rest > 0 ? [rest] : [])];
}

/** Metadata can be anything that JSON holds, be it an object that will not be made a text. */
const textOf = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** Less than zero, zero, or more, as the value is less than, equal to or more than the text; NaN if neither. */
function compare(value: unknown, text: string, kind?: 'number' | 'date'): number {
  if (typeof value === 'number') return value - asNumber(text, kind ?? 'number');
  const own = textOf(value);
  return own < text ? -1 : Number(own > text);
}

function meets(
  value: unknown,
  { operator, valueText = '', valueTextArray = [] }: Criterion,
  kind?: 'number' | 'date',
) {
  if (value === undefined || value === null) return false;
  const values: unknown[] = Array.isArray(value) ? value : [value];
  const has = (text: string) => values.some((one) => compare(one, text, kind) === 0);
  switch (operator) {
    case 'Equal':
      return compare(value, valueText, kind) === 0;
    case 'NotEqual':
      return compare(value, valueText, kind) !== 0;
    case 'LessThan':
      return compare(value, valueText, kind) < 0;
    case 'GreaterThan':
      return compare(value, valueText, kind) > 0;
    case 'Like':
      return isLike(textOf(value), valueText);
    case 'In':
      return valueTextArray.some((text) => compare(value, text, kind) === 0);
    case 'ContainsAny':
      return valueTextArray.some(has);
    case 'ContainsAll':
      return valueTextArray.every(has);
  }
}
