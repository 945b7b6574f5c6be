// What requests are found by, and shown with, beside what an entry holds: path, query, and the URI that was to be synced.
import type { Entry } from './entry.ts';

/**
 * The path and the query of a request's address. It is not read as a URL: the header Host may hold what is none,
 * and the journal shows it all the same.
 */
export function partsOf(address: string): { path: string; query: URLSearchParams } {
  const [beforeFragment = ''] = address.split('#', 1);
  const question = beforeFragment.indexOf('?');
  const base = question < 0 ? beforeFragment : beforeFragment.slice(0, question);
  const slash = base.indexOf('/', base.indexOf('://') + 3);
  return {
    path: slash < 0 ? '/' : base.slice(slash),
    query: new URLSearchParams(question < 0 ? '' : beforeFragment.slice(question + 1)),
  };
}

export function uriOf({ requestBody, url }: Entry): string | null {
  const found =
    partsOf(url).query.get('url') ?? /"url"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(requestBody ?? '')?.[1];
  if (!found?.startsWith('"')) return found ?? null;
  try {
    return JSON.parse(found);
  } catch {
    return null;
  }
}
