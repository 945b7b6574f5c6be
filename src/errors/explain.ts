// Puts what a validator found into words: which field, what is wrong with it, and what it must be.
import type * as z from 'zod';
import { meantBy } from '../openapi/meant-names.ts';
import { closestTo } from '../util/suggest.ts';
import { fieldsBeside } from '../util/validate.ts';
import { quote } from './cases/error-case.ts';

type Issue = z.core.$ZodIssue;

const FORMATS: Record<string, string> = {
  date: 'a date written YYYY-MM-DD',
  datetime: 'a date and time written like 2026-01-15T09:00:00Z',
  uuid: 'a UUID',
  url: 'an http or https URL',
};

/** Names a number that is outside its limits. */
const notGiven = (value: unknown) => (typeof value === 'number' ? `, not ${value}` : '');

/** The units of size limits, by the type of the value. */
const UNITS: Record<string, string> = { string: ' characters', array: ' elements', object: ' fields' };

/** How many names a text lists; the others are only counted. */
const MOST_NAMES = 10;

function firstOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** A short name for a value that was given. */
function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (value && typeof value === 'object') return 'an object';
  return typeof value === 'string' ? quote(value) : String(value);
}

/** The end of a text about a value that is not one of those that there are; of many, only the closest is named. */
export function amongText(known: readonly unknown[], given: unknown): string {
  const guess = typeof given === 'string' ? closestTo(given, known.map(String)) : undefined;
  const names =
    guess !== undefined && known.length > MOST_NAMES ? `${known.length} values` : known.join(', ');
  return `${known.length > 1 ? 'one of ' : ''}${names}, not ${nameOf(given)}${meant(guess)}`;
}

/** What is wrong with a value, or a missing one, that is not one of those that there are. */
export const oneOfText = (known: readonly unknown[], given: unknown): string =>
  given === undefined
    ? `is required and must be ${known.length > 1 ? 'one of ' : ''}${known.join(', ')}`
    : `must be ${amongText(known, given)}`;

const meant = (guess: string | undefined): string =>
  guess === undefined ? '' : `: did you mean ${JSON.stringify(guess)}?`;

/** The end of a text about an unknown field: the one that was probably meant, else those that there are. */
export function unknownFieldText(name: string, unknown: readonly string[]): string {
  const known = fieldsBeside(unknown);
  const own = known.filter((field) => !field.includes('.'));
  const guess = known.find((field) => field.endsWith(`.${name}`)) ?? meantBy(name, own);
  if (guess !== undefined || own.length === 0) return meant(guess);
  return `; the fields are ${firstOf(own)}`;
}

/** How to write a duration, which is the only kind of value that may be either a number or a string. */
const DURATION = 'milliseconds, or a number and a unit such as "250ms", "5s", "1.5m", "2h", "1d"';

function formatOf({ format, pattern }: { format: string; pattern?: string | undefined }): string | undefined {
  if (FORMATS[format]) return `must be ${FORMATS[format]}`;
  if (pattern?.includes('(ms|s|m|h|d)')) return `must be ${DURATION}`;
  return pattern && `must match the pattern ${pattern}`;
}

/** What is in an input at a path; undefined where it has no such place. */
export function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (node, key) => (node as Record<PropertyKey, unknown> | undefined)?.[key],
    input,
  );
}

function complaint(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type': {
      if (value === undefined) return 'is required';
      const expected = issue.expected === 'int' ? 'whole number' : issue.expected;
      const remedy = expected === 'string' && typeof value === 'number' ? ': write it in quotes' : '';
      return `must be ${/^[aeio]/.test(expected) ? 'an' : 'a'} ${expected}, not ${nameOf(value)}${remedy}`;
    }
    case 'too_big':
      return `must ${UNITS[issue.origin] ? 'have' : 'be'} ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}${UNITS[issue.origin] ?? notGiven(value)}`;
    case 'too_small':
      return UNITS[issue.origin] && Number(issue.minimum) === 1
        ? 'must not be empty'
        : `must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}${UNITS[issue.origin] ?? notGiven(value)}`;
    case 'invalid_format':
      return formatOf(issue) ?? issue.message;
    case 'invalid_value':
      return oneOfText(issue.values, value);
    case 'invalid_union':
      return issue.message.startsWith('Invalid input') ? unionComplaint(issue, value) : issue.message;
    case 'unrecognized_keys':
      return `has no field ${firstOf(issue.keys.map(quote))}${issue.keys.length > 1 ? '' : unknownFieldText(issue.keys[0] ?? '', issue.keys)}`;
    default:
      return issue.message;
  }
}

/** What is wrong with a value that matches no member of a union: the problems of the members it comes close to. */
function unionComplaint({ errors }: z.core.$ZodIssueInvalidUnion, value: unknown): string {
  if (errors.length === 0) return 'matches several alternatives at once: give the fields of only one';
  const types = errors.map(typeWanted);
  if (types.every((type) => type !== undefined)) {
    const isDuration = types.toSorted().join() === 'number,string';
    const wanted = isDuration ? DURATION : `a value of type ${types.join(' or ')}`;
    return value === undefined ? `is required: ${wanted}` : `must be ${wanted}, not ${nameOf(value)}`;
  }
  if (value === undefined) return 'is required';
  const near = errors.filter((_, at) => types[at] === undefined);
  const [only, ...others] = near;
  if (only && others.length === 0 && only.every(({ path }) => path.length === 0)) {
    return only
      .slice(0, MOST_NAMES)
      .map((one) => complaint(one, value))
      .join(' and ');
  }
  const clauses = near.map((issues) =>
    issues
      .slice(0, MOST_NAMES)
      .map((one) => `${pathText(one.path)} ${complaint(one, valueAt(value, one.path))}`)
      .join(' and '),
  );
  return `matches none of the alternatives: ${[...new Set(clauses)].join(', or ')}`;
}

/** The type that a member of a union expects, if the value as a whole is of another type. */
function typeWanted(issues: Issue[]): string | undefined {
  const whole = issues.find(({ path }) => path.length === 0);
  return whole?.code === 'invalid_type' ? whole.expected : undefined;
}

/** The longest path shown, in characters: its keys come from the client, so they can be of any length. */
const LONGEST_PATH = 200;

/** A path as text, such as `a.b[0]`; `whole` for the empty path. */
export function pathText(path: readonly PropertyKey[], whole = 'it'): string {
  if (path.length === 0) return whole;
  const text = path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${String(key)}`))
    .join('');
  return text.length > LONGEST_PATH ? `${text.slice(0, LONGEST_PATH)}…` : text;
}

/** One issue as a clause whose subject is the field. */
export const explainIssue = (issue: Issue, input: unknown): string =>
  complaint(issue, valueAt(input, issue.path));

/** The longest text with several problems, in characters; the remaining problems are only counted. */
const LONGEST_TEXT = 450;

/** Several problems as one sentence without its full stop. `inWords` is not called for problems that are left out. */
export function enumerate<Problem>(
  problems: readonly Problem[],
  inWords: (problem: Problem) => string,
  longest = LONGEST_TEXT,
): string {
  let text = '';
  for (const [index, problem] of problems.entries()) {
    const words = inWords(problem);
    if (index > 0 && text.length + words.length > longest) {
      return `${text}; and ${problems.length - index} more`;
    }
    text += index > 0 ? `; ${words}` : words;
  }
  return text;
}

/** Everything a validator found wrong with an input, as one sentence without its full stop. */
export function explain(error: z.core.$ZodError, input: unknown, whole?: string): string {
  return enumerate(error.issues, (issue) => `${pathText(issue.path, whole)} ${explainIssue(issue, input)}`);
}

/** A part of a request that does not fit the document. */
export interface InvalidPart {
  target: 'query' | 'param' | 'json';
  error: z.core.$ZodError;
  data?: unknown;
}

/** How texts name the places of each part. */
export const PLACES: Record<InvalidPart['target'], string> = {
  query: 'query parameter',
  param: 'path parameter',
  json: 'body field',
};

/** Everything a validator found wrong with one part of a request: its query, path or body. */
export function explainRequest(result: InvalidPart): string {
  return enumerate(result.error.issues, (issue) => {
    const name = pathText(issue.path, '');
    return `${name ? `${PLACES[result.target]} "${name}"` : 'the body'} ${explainIssue(issue, result.data)}`;
  });
}
