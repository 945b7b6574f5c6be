// Which of the known names somebody probably meant.
import { closest, distance } from 'fastest-levenshtein';

/** Characters of a name that is compared with others, which takes the product of their lengths. */
const LONGEST_NAME = 500;

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

/** The known name that is spelled most alike, unless none is much alike. */
export function meant(given: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || given.length > LONGEST_NAME) return undefined;
  const byPlain = new Map(known.map((name) => [plain(name), name]));
  const nearest = closest(plain(given), [...byPlain.keys()]);
  const tolerated = Math.max(2, Math.floor(nearest.length / 3));
  return distance(plain(given), nearest) <= tolerated ? byPlain.get(nearest) : undefined;
}

/** What to say about a name that is unknown: the one that was probably meant, and the others. */
export function explainUnknown(given: string, known: readonly string[], kinds: string): string {
  const guess = meant(given, known);
  const others = known.filter((name) => name !== guess);
  const quoted = others.map((name) => JSON.stringify(name)).join(', ');
  if (guess === undefined)
    return others.length > 0 ? `; the ${kinds} are ${quoted}` : `; there are no ${kinds}`;
  return `: did you mean ${JSON.stringify(guess)}?${quoted && ` The other ${kinds} are ${quoted}`}`;
}
