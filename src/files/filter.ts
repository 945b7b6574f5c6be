// The `filter` of a listing: JSON criteria on metadata, video information and fields of the file.

import type * as z from 'zod';
import { ApiError } from '../errors/api-error.ts';
import { explain } from '../errors/explain.ts';
import type { Schemas } from '../openapi/cloudglue.ts';
import { apiOf } from '../openapi/cloudglue.ts';
import { type ApiVersion, NEWEST } from '../openapi/versions.ts';
import { validate } from '../util/validate.ts';
import { compileLike } from '../util/wildcards.ts';

type File = Schemas['File'];
type SearchFilter = Schemas['SearchFilter'];
type Criterion = NonNullable<
  | SearchFilter['file']
  | SearchFilter['video_info']
  | SearchFilter['metadata']
  | SearchFilter['source_metadata']
>[number];

const validators = new Map<ApiVersion, z.ZodType<SearchFilter>>();

/** The validator of a filter in a version of the API. */
function validatorIn(version: ApiVersion): z.ZodType<SearchFilter> {
  const known = validators.get(version);
  const validator =
    known ?? apiOf(version).validatorOf<SearchFilter>({ $ref: '#/components/schemas/SearchFilter' });
  validators.set(version, validator);
  return validator;
}

/** The types of the values at each path; text if not listed. */
const KINDS: Record<string, 'number' | 'date'> = {
  duration_seconds: 'number',
  bytes: 'number',
  created_at: 'date',
};
/** The default length of a file's segments, in seconds. */
const SEGMENT_SECONDS = 20;

/** The longest filter, in characters: more than fits into a request over a socket, where headers are limited to 16 KB. */
const LONGEST_FILTER = 16_384;
/** The most criteria of a filter: each may have to read all metadata of each file. */
const MOST_CRITERIA = 10;
/** The largest object or array that is compared, in characters and elements: as large as the longest text in a filter. */
const LARGEST_OBJECT = LONGEST_FILTER;

type Kind = 'number' | 'date' | undefined;
type Test = (value: unknown) => boolean;

/** The criteria of a filter, each with its test. */
export interface Filter {
  metadata: { path: string; meets: Test }[];
  source: { path: string; meets: Test }[];
  video: { path: 'duration_seconds' | 'has_audio'; scope?: 'file' | 'segment' | undefined; meets: Test }[];
  file: { path: NonNullable<SearchFilter['file']>[number]['path']; meets: Test }[];
}

/** Parses a filter. Throws ApiError if it is malformed or too large, or a criterion is not one of the version's. */
export function readFilter(text: string, version: ApiVersion = NEWEST): Filter {
  if (text.length > LONGEST_FILTER) {
    throw ApiError.of(
      'invalid-filter',
      `it has ${text.length} characters, and at most ${LONGEST_FILTER} are allowed`,
    );
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw ApiError.of('invalid-filter', `it is not valid JSON (${(error as Error).message})`);
  }
  const result = validate(validatorIn(version), json);
  if (!result.success) throw ApiError.of('invalid-filter', explain(result.error, json));
  const { metadata = [], source_metadata = [], video_info = [], file = [] } = result.data;
  const count = metadata.length + source_metadata.length + video_info.length + file.length;
  if (count > MOST_CRITERIA) {
    throw ApiError.of('invalid-filter', `it has ${count} criteria, and at most ${MOST_CRITERIA} are allowed`);
  }
  const compiled = <One extends Criterion>(group: string, criteria: One[]) =>
    criteria.map((criterion, index) => ({
      ...criterion,
      meets: compile(
        criterion,
        `${group}[${index}]`,
        group.endsWith('metadata') ? undefined : KINDS[criterion.path],
      ),
    }));
  return {
    metadata: compiled('metadata', metadata),
    source: compiled('source_metadata', source_metadata),
    video: compiled('video_info', video_info),
    file: compiled('file', file),
  };
}

const takesArray = ({ operator }: Criterion) => ['In', 'ContainsAny', 'ContainsAll'].includes(operator);

function checkCriterion(criterion: Criterion, place: string, kind: Kind): void {
  const name = takesArray(criterion) ? 'valueTextArray' : 'valueText';
  const values = takesArray(criterion) ? criterion.valueTextArray : criterion.valueText;
  if (values === undefined) {
    throw ApiError.of('invalid-filter', `${place}: ${criterion.operator} requires ${name}`);
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
 * Whether a file meets every criterion. A missing value meets none.
 * @param bodyOf creates the file's body; called only if the metadata alone does not exclude the file
 */
export function matchesFilter(
  { metadata, source, video, file: own }: Filter,
  given: File['metadata'],
  bodyOf: () => File,
): boolean {
  if (!metadata.every(({ path, meets }) => meets(metadataAt(given, path)))) return false;
  if (source.length + video.length + own.length === 0) return true;
  const file = bodyOf();
  return (
    source.every(({ path, meets }) => valuesAt(file.source_metadata, path).some(meets)) &&
    video.every((criterion) => videoValues(file, criterion).some(criterion.meets)) &&
    own.every(({ path, meets }) => meets(file[path]))
  );
}

const fieldOf = (node: unknown, key: string): unknown =>
  node && typeof node === 'object' && Object.hasOwn(node, key)
    ? (node as Record<string, unknown>)[key]
    : undefined;

function metadataAt(metadata: File['metadata'], path: string): unknown {
  const read = (keys: string[]) => keys.reduce<unknown>(fieldOf, metadata);
  return read(path.split('.')) ?? read(path.replace(/^metadata\./, '').split('.'));
}

/** The values at a path of source metadata: several where it leads through a list. */
function valuesAt(metadata: File['source_metadata'], path: string): unknown[] {
  const keys = path.replace(/^source_metadata\./, '').split('.');
  return keys.reduce<unknown[]>((nodes, key) => nodes.flat().map((node) => fieldOf(node, key)), [metadata]);
}

function videoValues({ video_info }: File, { path, scope }: Filter['video'][number]): unknown[] {
  const value = video_info?.[path];
  if (scope !== 'segment' || typeof value !== 'number') return [value];
  const rest = value % SEGMENT_SECONDS;
  return [...(value >= SEGMENT_SECONDS ? [SEGMENT_SECONDS] : []), ...(rest > 0 ? [rest] : [])];
}

/** The text as which a value other than a number is compared; undefined for an object that is too large to compare. */
function textOf(value: unknown, budget = { left: LARGEST_OBJECT }): string | undefined {
  if (typeof value !== 'object') return String(value);
  if (budget.left < 0) return undefined;
  try {
    return JSON.stringify(value, (key, part) => {
      budget.left -= 1 + key.length + (typeof part === 'string' ? part.length : 0);
      if (budget.left < 0) throw new RangeError('the object is too large to be compared');
      return part;
    });
  } catch {
    return undefined;
  }
}

/** Negative, zero or positive if the value is less than, equal to or greater than the text; NaN if not comparable. */
function compare(value: unknown, text: string, kind: Kind): number {
  if (typeof value === 'number') return value - asNumber(text, kind ?? 'number');
  const own = textOf(value);
  if (own === undefined) return Number.NaN;
  return own < text ? -1 : Number(own > text);
}

/** Creates a test for whether a value is one of the texts; its time does not depend on how many there are. */
function compileIsOneOf(texts: readonly string[], kind: Kind) {
  const wanted = new Set<unknown>(texts);
  const numbers = new Set(texts.map((text) => asNumber(text, kind ?? 'number')));
  return (value: unknown, budget?: { left: number }) =>
    typeof value === 'number' ? numbers.has(value) : wanted.has(textOf(value, budget));
}

/** Creates the test of a criterion. Throws ApiError if the criterion is invalid. */
function compile(criterion: Criterion, place: string, kind: Kind): Test {
  checkCriterion(criterion, place, kind);
  const test = compileTest(criterion, place, kind);
  return (value) => value !== undefined && value !== null && test(value);
}

function compileTest(
  { operator, valueText = '', valueTextArray = [] }: Criterion,
  place: string,
  kind: Kind,
): Test {
  switch (operator) {
    case 'Equal':
      return (value) => compare(value, valueText, kind) === 0;
    case 'NotEqual':
      return (value) => compare(value, valueText, kind) !== 0;
    case 'LessThan':
      return (value) => compare(value, valueText, kind) < 0;
    case 'GreaterThan':
      return (value) => compare(value, valueText, kind) > 0;
    case 'Like': {
      const isLike = likeOf(valueText, place);
      return (value) => {
        const text = textOf(value);
        return text !== undefined && isLike(text);
      };
    }
    case 'In': {
      const isOneOf = compileIsOneOf(valueTextArray, kind);
      return (value) => isOneOf(value);
    }
    case 'ContainsAny': {
      const isOneOf = compileIsOneOf(valueTextArray, kind);
      return (value) => {
        const budget = { left: LARGEST_OBJECT };
        return elementsOf(value).some((one) => isOneOf(one, budget));
      };
    }
    case 'ContainsAll':
      return (value) => {
        const budget = { left: LARGEST_OBJECT };
        const own = new Set(
          elementsOf(value).map((one) => (typeof one === 'number' ? one : textOf(one, budget))),
        );
        return valueTextArray.every((text) => own.has(text) || own.has(asNumber(text, kind ?? 'number')));
      };
  }
}

const elementsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function likeOf(pattern: string, place: string): (text: string) => boolean {
  try {
    return compileLike(pattern);
  } catch (error) {
    throw ApiError.of('invalid-filter', `${place}.valueText ${(error as Error).message}`);
  }
}
