// How deep JSON may be nested: far deeper than any client sends, and far less than exhausts the stack when it is
// written out again. Each door takes what comes out of those before it, wrapped into more.

/** The body of an operation, and JSON within its parts. */
export const API_DEPTH = 100;
/** The body of a request to the control plane: a snapshot holds what operations took. */
export const CONTROL_DEPTH = 150;
/** A data file, which holds what the control plane took. */
export const DATA_DEPTH = 200;

/** Whether a value is nested over so many levels deep. */
export const isDeeperThan = (limit: number, value: unknown): boolean =>
  value !== null &&
  typeof value === 'object' &&
  (limit === 0 || Object.values(value).some((part) => isDeeperThan(limit - 1, part)));

/**
 * Reads JSON.
 * @param limit how many levels deep it may be nested
 * @throws Error that says what is wrong with it
 */
export function parseJson(text: string, limit = API_DEPTH): unknown {
  const json: unknown = JSON.parse(text);
  // Each level takes two characters at least.
  if (text.length > 2 * limit && isDeeperThan(limit, json))
    throw new Error(`it is nested over ${limit} levels deep`);
  const changed = LARGE_NUMBER.test(text) ? changedNumberIn(text) : undefined;
  if (changed !== undefined)
    throw new Error(
      `the number ${changed.length > 40 ? `${changed.slice(0, 40)}…` : changed} would come back as another one, for it is beyond what JSON numbers hold exactly (2^53): send it as text`,
    );
  return json;
}

/** What every number has that may change when it is read; hardly any JSON does. */
const LARGE_NUMBER = /\d{16}|\d[eE]\+?\d{2}/;
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

/** The place after the quote that ends the string that begins here. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
