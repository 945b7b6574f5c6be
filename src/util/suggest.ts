// "Did you mean …?" for unknown names.
import { closest, distance } from 'fastest-levenshtein';

/** Longer names are not compared: the cost is the product of both lengths. */
const LONGEST_NAME = 500;

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

/** The known name with the closest spelling; undefined if none is close enough. */
export function closestTo(given: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || given.length > LONGEST_NAME) return undefined;
  const byPlain = new Map(known.map((name) => [plain(name), name]));
  const nearest = closest(plain(given), [...byPlain.keys()]);
  const tolerated = Math.max(2, Math.floor(nearest.length / 3));
  return distance(plain(given), nearest) <= tolerated ? byPlain.get(nearest) : undefined;
}

/** The end of an error text about an unknown name: the closest known name, and the others. */
export function explainUnknown(given: string, known: readonly string[], kinds: string): string {
  const guess = closestTo(given, known);
  const others = known.filter((name) => name !== guess);
  const quoted = others.map((name) => JSON.stringify(name)).join(', ');
  if (guess === undefined)
    return others.length > 0 ? `; the ${kinds} are ${quoted}` : `; there are no ${kinds}`;
  return `: did you mean ${JSON.stringify(guess)}?${quoted && ` The other ${kinds} are ${quoted}`}`;
}
