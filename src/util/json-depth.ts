// What JSON may hold: nesting far deeper than any client sends, and far less than exhausts the stack when it is written
// out again; and so many values that reading and checking them delays nobody. Each reader takes what comes out of those
// before it, wrapped into more.

/** The body of an operation, and JSON within its parts. */
export const API_DEPTH = 100;
/** A snapshot, which holds what operations took. */
export const SNAPSHOT_DEPTH = 150;
/** A data file, which holds what the control plane took. */
export const DATA_DEPTH = 200;

/** Elements of arrays and fields of objects in the body of an operation, all together. */
const MOST_VALUES = 10_000;

/** Whether a value is nested over so many levels deep. */
export const isDeeperThan = (limit: number, value: unknown): boolean =>
  value !== null &&
  typeof value === 'object' &&
  (limit === 0 || Object.values(value).some((part) => isDeeperThan(limit - 1, part)));

/**
 * Reads JSON.
 * @param depth how many levels deep it may be nested
 * @param values how many elements of arrays and fields of objects it may have in all
 * @throws Error that says what is wrong with it
 */
export function parseJson(text: string, depth = API_DEPTH, values = MOST_VALUES): unknown {
  // Before it is parsed, which takes longest where an object has very many fields.
  if (hasMoreCommas(text, values)) throw new Error(`it holds more than ${values} values`);
  const json: unknown = JSON.parse(text);
  // Each level takes two characters at least.
  if (text.length > 2 * depth && isDeeperThan(depth, json))
    throw new Error(`it is nested over ${depth} levels deep`);
  const changed = LARGE_NUMBER.test(text) ? changedNumberIn(text) : undefined;
  if (changed !== undefined)
    throw new Error(
      `the number ${changed.length > 40 ? `${changed.slice(0, 40)}…` : changed} would come back as another one, for it is beyond what JSON numbers hold exactly (2^53): send it as text`,
    );
  return json;
}

/** What every number has that may change when it is read; hardly any JSON does. */
const LARGE_NUMBER = /\d{16}|\d[eE]\+?\d{2}/;
const QUOTE_OR_COMMA = /[",]/g;
const STRING_OR_NUMBER = /"|-?\d[\d.eE+-]*/g;

/** The first integer in valid JSON that a double does not hold exactly, or number that it does not hold at all. */
function changedNumberIn(text: string): string | undefined {
  STRING_OR_NUMBER.lastIndex = 0;
  for (let match = STRING_OR_NUMBER.exec(text); match; match = STRING_OR_NUMBER.exec(text)) {
    const [token] = match;
    if (token === '"') STRING_OR_NUMBER.lastIndex = endOfString(text, match.index);
    else if (!Number.isFinite(Number(token))) return token;
    else if (/^-?\d{16,}$/.test(token) && BigInt(Number(token)) !== BigInt(token)) return token;
  }
  return undefined;
}

/** The place after the quote that ends the string that begins here, or after the text if none does. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** Whether there are so many commas outside strings: every value but the first of its array or object has one. */
function hasMoreCommas(text: string, limit: number): boolean {
  if (text.length <= limit) return false;
  let count = 0;
  for (let at = text.indexOf(','); at >= 0 && count <= limit; at = text.indexOf(',', at + 1)) count++;
  if (count <= limit) return false;
  count = 0;
  QUOTE_OR_COMMA.lastIndex = 0;
  for (let match = QUOTE_OR_COMMA.exec(text); match; match = QUOTE_OR_COMMA.exec(text)) {
    if (match[0] === '"') QUOTE_OR_COMMA.lastIndex = endOfString(text, match.index);
    else if (++count > limit) return true;
  }
  return false;
}
