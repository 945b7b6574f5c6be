// What differs between two versions of the API, and which clients of the older one notice it.
import { checkVersion, compareVersions } from './api-versions.ts';
import type { Change } from './changes.ts';
import { allChanges } from './versions.ts';

/**
 * The clients of the older version that notice a difference, those who notice most first.
 *
 * `every client`: the same request gets another answer. `strict clients`: those that check answers against the
 * older document, and so refuse values that it does not have. `no client`: only who asks for it meets it.
 */
export const NOTICED_BY = ['every client', 'strict clients', 'no client'] as const;
export type NoticedBy = (typeof NOTICED_BY)[number];

export interface Difference extends Pick<Change, 'version' | 'kind' | 'place' | 'pointer' | 'what' | 'text'> {
  noticedBy: NoticedBy;
  /** The operations of the older version that it concerns. */
  operations: string[];
}

function noticedBy({ kind, subject, required }: Change, { requests, answers }: Change['users']): NoticedBy {
  const inRequests: NoticedBy = requests.length > 0 ? 'every client' : 'no client';
  const inAnswers: NoticedBy = answers.length > 0 ? 'strict clients' : 'no client';
  const inBoth: NoticedBy = requests.length > 0 ? inRequests : inAnswers;
  if (subject === 'text') return 'no client';
  if (subject === 'rule') return requests.length + answers.length > 0 ? 'every client' : 'no client';
  if (subject === 'required' || subject === 'null') return required ? inRequests : inAnswers;
  if (kind === 'changed') return inBoth;
  if (kind === 'added') {
    if (subject === 'enum value' || subject === 'union member' || subject === 'status') return inAnswers;
    return required ? inRequests : 'no client';
  }
  if (subject === 'status') return 'no client';
  return subject === 'enum value' || subject === 'union member' ? inRequests : inBoth;
}

const rank = ({ noticedBy: by }: Difference) => NOTICED_BY.indexOf(by);

/**
 * The differences between two versions, in whichever order they are given: first what most clients of the older one
 * notice, then by version and by the document's order. What is new as a whole is one difference.
 * @param changes of a document, in its order
 */
export function differencesIn(
  changes: readonly Change[],
  [one, other]: readonly [string, string],
): Difference[] {
  const [older, newer] = [one, other].toSorted(compareVersions) as [string, string];
  const isLater = (version: string | undefined) =>
    version !== undefined && compareVersions(version, older) > 0;
  /** Operations that the older version does not have. */
  const missing = new Set(
    changes.flatMap(({ subject, kind, version, place }) =>
      subject === 'operation' && (kind === 'added') === isLater(version) && kind !== 'changed' ? [place] : [],
    ),
  );
  const found = new Map<string, Difference>();
  for (const change of changes) {
    const { version, kind, place, pointer, what, text, within, users } = change;
    if (!isLater(version) || compareVersions(version, newer) > 0 || isLater(within)) continue;
    const requests = users.requests.filter((id) => !missing.has(id));
    const answers = users.answers.filter((id) => !missing.has(id));
    const difference: Difference = {
      version,
      kind,
      place,
      pointer,
      what,
      ...(text !== undefined && { text }),
      noticedBy: noticedBy(change, { requests, answers }),
      operations: [...new Set([...requests, ...answers])],
    };
    // What changed at one place at once is one difference.
    const key = `${version} ${kind} ${pointer}`;
    const known = found.get(key);
    if (known) {
      difference.what = `${known.what}, ${what}`;
      if (rank(known) < rank(difference)) difference.noticedBy = known.noticedBy;
    }
    found.set(key, difference);
  }
  return [...found.values()].toSorted((a, b) => rank(a) - rank(b) || compareVersions(a.version, b.version));
}

/**
 * The differences between two versions of the API, as `differencesIn` gives them.
 * @throws {RangeError} for a version that is not known
 */
export const differencesBetween = (one: string, other: string): Difference[] =>
  differencesIn(allChanges(), [checkVersion(one), checkVersion(other)]);
