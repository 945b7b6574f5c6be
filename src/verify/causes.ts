// Which changes of the API can be why an interaction does not hold at another version.
import { type Difference, differencesBetween } from '../openapi/differences.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import type { InteractionOutcome, Problem } from './outcome.ts';

interface Broken extends Pick<InteractionOutcome, 'operation' | 'problems'> {
  /** The query parameters that its request sends. */
  sent: ReadonlySet<string>;
}

/**
 * The causes of each problem: what changed at its place, or else in the rules of the query parameters of the request,
 * or else in all of the operation.
 * @param versions at which it is broken, and at which it holds
 */
export function causesOf(
  { operation, problems, sent }: Broken,
  versions: readonly [ApiVersion, ApiVersion],
): Difference[] {
  if (operation === null) return [];
  const matters = (change: Difference) => {
    const parameter = parameterOf(change);
    return parameter === undefined || sent.has(parameter) || isAboutAbsence(change);
  };
  const possible = differencesBetween(...versions).filter(
    (change) => change.what !== 'description changed' && isOf(operation, change) && matters(change),
  );
  const inQuery = possible.filter((change) => parameterOf(change) !== undefined);
  const causes = new Set(
    problems.flatMap((problem) => {
      const there = possible.filter((change) => isAt(problem, change));
      return there.length > 0 ? there : inQuery;
    }),
  );
  return causes.size > 0 ? possible.filter((change) => causes.has(change)) : possible;
}

const isOf = (operation: string, { place, operations }: Difference) =>
  operations.includes(operation) || place.split(' ')[0] === operation;

/** The query parameter that a change is about: `from` of `listDataConnectorFiles query from`. */
const parameterOf = ({ place }: Difference): string | undefined => / query (\w+)$/.exec(place)?.[1];

/** A rule for requests that do not send the parameter concerns them too. */
const isAboutAbsence = ({ text = '' }: Difference) => /\bwithout it\b/i.test(text);

/** Whether a change is at the place of a problem, or above it, or about a value that the problem shows. */
function isAt(problem: Problem, { place, what }: Difference): boolean {
  const names = namesIn(problem);
  const values = [...what.matchAll(/"([^"]+)"/g)].map(([, value = '']) => value);
  return [place.split(/[ .]/).at(-1) ?? '', ...values].some((name) => names.has(name));
}

/** The keys on the way to a problem, the keys and values that its text shows, and the status. */
function namesIn({ text, at = '', spec = '' }: Problem): Set<string> {
  const [, keys = ''] = /\bkeys: (.+)/.exec(text) ?? [];
  const shown = text.match(/(["'`]).+?\1|\b\d{3}\b(?! times)/g) ?? [];
  return new Set([at, spec, keys, ...shown].join(' ').split(/[^\w-]+/));
}
