// Limits how deep JSON may be nested: far deeper than any client sends, and not deep enough to exhaust the stack when
// it is serialized. Each limit leaves room for values that passed the one before it, nested inside a larger document.

/** Levels in the body of an API request, and in JSON inside a part of a form. */
export const API_DEPTH = 100;
/** Levels in the body of a control plane request: a snapshot contains values from API requests. */
export const CONTROL_DEPTH = 150;
/** Levels in a data file, which contains values from control plane requests. */
export const DATA_DEPTH = 200;

/** Whether a value is nested more than `limit` levels deep. */
export const isDeeperThan = (limit: number, value: unknown): boolean =>
  value !== null &&
  typeof value === 'object' &&
  (limit === 0 || Object.values(value).some((part) => isDeeperThan(limit - 1, part)));

/**
 * Parses JSON.
 * @param limit how many levels deep it may be nested
 * @throws Error if it is not valid JSON, nested too deep, or has a number that a double cannot represent
 */
export function parseJson(text: string, limit = API_DEPTH): unknown {
  const json: unknown = JSON.parse(text);
  // Each level takes at least two characters.
  if (text.length > 2 * limit && isDeeperThan(limit, json))
    throw new Error(`it is nested more than ${limit} levels deep`);
  const changed = LARGE_NUMBER.test(text) ? changedNumberIn(text) : undefined;
  if (changed !== undefined)
    throw new Error(
      `the number ${changed.length > 40 ? `${changed.slice(0, 40)}…` : changed} would be read back as a different number, because it is beyond the exact range of JSON numbers (2^53): send it as a string`,
    );
  return json;
}

/** Matches all numbers that parsing may change. Hardly any JSON has one, so the exact check rarely runs. */
const LARGE_NUMBER = /\d{16}|\d[eE]\+?\d{2}/;
const STRING_OR_NUMBER = /"|-?\d[\d.eE+-]*/g;

/** The first number in valid JSON that is an integer a double cannot represent exactly, or is too large for a double. */
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

/** The index after the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
