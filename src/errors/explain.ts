// What a validator found, in words: which field, what is wrong with it, and what it must be.
import type * as z from 'zod';
import { quote } from './cases/error-case.ts';

type Issue = z.core.$ZodIssue;

const FORMATS: Record<string, string> = {
  date: 'a date written YYYY-MM-DD',
  datetime: 'a date and time written like 2026-01-15T09:00:00Z',
  uuid: 'a UUID',
  url: 'an http or https URL',
};

/** The number that was given instead of one within its limits. */
const notGiven = (value: unknown) => (typeof value === 'number' ? `, not ${value}` : '');

/** What is counted of values that are no numbers. */
const UNITS: Record<string, string> = { string: ' characters', array: ' elements', object: ' fields' };

/** Names that are listed of many. */
const MOST_NAMES = 10;

function firstOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** What was given, as short as it can be named. */
function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (value && typeof value === 'object') return 'an object';
  return typeof value === 'string' ? quote(value) : String(value);
}

/** What a duration is; it is all that may be a number or a text, in the documents and in what programs give. */
const DURATION = 'milliseconds, or a number and a unit such as "250ms", "5s", "1.5m", "2h", "1d"';

function formatOf({ format, pattern }: { format: string; pattern?: string | undefined }): string | undefined {
  if (FORMATS[format]) return `must be ${FORMATS[format]}`;
  if (pattern?.includes('(ms|s|m|h|d)')) return `must be ${DURATION}`;
  return pattern && `must match the pattern ${pattern}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
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
      return `${value === undefined ? 'is required and ' : ''}must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}${value === undefined ? '' : `, not ${nameOf(value)}`}`;
    case 'invalid_union':
      return issue.message.startsWith('Invalid input') ? unionComplaint(issue, value) : issue.message;
    case 'unrecognized_keys':
      return `has no field ${firstOf(issue.keys.map(quote))}`;
    default:
      return issue.message;
  }
}

/** Of a value that fits none of several forms, what is wrong with it in those that it comes near to. */
function unionComplaint({ errors }: z.core.$ZodIssueInvalidUnion, value: unknown): string {
  if (errors.length === 0) return 'fits several of its forms at once: give the fields of only one';
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
  return `fits none of its forms: ${[...new Set(clauses)].join(', or ')}`;
}

/** The type that a form wants, if the whole value is of another. */
function typeWanted(issues: Issue[]): string | undefined {
  const whole = issues.find(({ path }) => path.length === 0);
  return whole?.code === 'invalid_type' ? whole.expected : undefined;
}

/** Characters of a path that are shown: its keys are the client's. */
const LONGEST_PATH = 200;

/** `a.b[0]`, or a word for the whole. */
export function pathText(path: readonly PropertyKey[], whole = 'it'): string {
  if (path.length === 0) return whole;
  const text = path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${String(key)}`))
    .join('');
  return text.length > LONGEST_PATH ? `${text.slice(0, LONGEST_PATH)}…` : text;
}

/** One issue as a clause that needs no subject. */
export const explainIssue = (issue: Issue, input: unknown): string =>
  complaint(issue, valueAt(input, issue.path));

/** How long a text with several problems may get, in characters, before the rest is only counted. */
const LONGEST_TEXT = 450;

/** Several problems as one sentence without its full stop; what is left out is not even put into words. */
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

/** All that a validator found wrong with an input, as one sentence without its full stop. */
export function explain(error: z.core.$ZodError, input: unknown, whole?: string): string {
  return enumerate(error.issues, (issue) => `${pathText(issue.path, whole)} ${explainIssue(issue, input)}`);
}

const PLACES: Record<string, string> = {
  query: 'query parameter',
  param: 'path parameter',
  json: 'body field',
};

/** What a validator found wrong with one part of a request: its query, its path or its body. */
export function explainRequest(result: { error: z.core.$ZodError; data?: unknown; target: string }): string {
  return enumerate(result.error.issues, (issue) => {
    const name = pathText(issue.path, '');
    return `${name ? `${PLACES[result.target]} "${name}"` : 'the body'} ${explainIssue(issue, result.data)}`;
  });
}
