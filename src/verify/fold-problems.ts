// A difference in each entry of a list is told once, and the problems of an interaction stand in an order.
import type { Problem } from './outcome.ts';

/** Problems that are told of each kind of finding; the others are only counted. */
const MOST = 20;

/** The values that Pact shows. */
const VALUES = /'[^']*'|\b\d+\b/g;

const { compare } = new Intl.Collator('en', { numeric: true });

/** The status comes first: with another one, the rest of the answer is another too. */
const rank = ({ kind }: Problem) => (kind === 'StatusMismatch' ? 0 : 1);

/** Problems sorted by their places, those that differ only in entries of lists and in values as one, and at most so many. */
export function foldProblems(problems: readonly Problem[]): Problem[] {
  const alike = new Map<string, Problem[]>();
  for (const problem of problems.toSorted((a, b) => rank(a) - rank(b) || compare(a.at ?? '', b.at ?? ''))) {
    const place = problem.at?.replace(/\[\d+\]/g, '[*]');
    const key = JSON.stringify({ ...problem, at: place, text: problem.text.replace(VALUES, '') });
    const known = alike.get(key);
    if (known) known.push(problem);
    else alike.set(key, [problem]);
  }
  const folded = [...alike.values()].map(asOne);
  return folded.length > MOST ? [...folded.slice(0, MOST), countOf(folded.slice(MOST))] : folded;
}

/** Problems that are alike, as the first of them with how many there are. */
function asOne(problems: readonly Problem[]): Problem {
  const [first] = problems as [Problem];
  const areSame = problems.every(({ text }) => text === first.text);
  if (areSame && problems.every(({ at }) => at === first.at)) return first;
  const indices = problems.map(({ at = '' }) => at.match(/\[\d+\]/g) ?? []);
  let nth = -1;
  const at = first.at?.replace(/\[\d+\]/g, (index) => {
    nth += 1;
    return indices.every((one) => one[nth] === index) ? index : '[*]';
  });
  return {
    ...first,
    ...(at !== undefined && { at }),
    text: `${problems.length} times${areSame ? '' : ', such as'}: ${first.text}`,
  };
}

function countOf(rest: readonly Problem[]): Problem {
  const [{ found }] = rest as [Problem];
  const severity = rest.some((one) => one.severity === 'error') ? 'error' : 'warning';
  return { found, severity, kind: 'more', text: `and ${rest.length} more, at other places` };
}
