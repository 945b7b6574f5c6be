// Limits how deep JSON may be nested: far deeper than any client sends, and not deep enough to exhaust the stack when it
// is serialized; and how many values it may have, so that reading and checking them delays no other request. Each limit
// leaves room for values that passed the one before it, nested inside a larger document.
import { endOfString, JsonCheck } from './json-check.ts';

/** Levels in the body of an API request, and in JSON inside a part of a form. */
export const API_DEPTH = 100;
/** Levels in a snapshot, which contains values from API requests. */
export const SNAPSHOT_DEPTH = 150;
/** Levels in a data file, which contains values from control plane requests. */
export const DATA_DEPTH = 200;

/** The most elements of arrays and fields of objects in the body of an operation, over all levels. */
export const MOST_VALUES = 10_000;

/** Whether a value is nested more than `limit` levels deep. */
export const isDeeperThan = (limit: number, value: unknown): boolean =>
  value !== null &&
  typeof value === 'object' &&
  (limit === 0 || Object.values(value).some((part) => isDeeperThan(limit - 1, part)));

/** Whether a value has more elements of arrays and fields of objects than that, over all levels that a data file may have. */
export function isLargerThan(most: number, value: unknown): boolean {
  let left = most;
  const fits = (one: unknown, depth: number): boolean => {
    if (one === null || typeof one !== 'object' || depth > DATA_DEPTH) return true;
    // Names are counted one by one: to list those of a very large object takes long itself.
    for (const name in one) {
      left -= 1;
      if (left < 0 || !fits((one as Record<string, unknown>)[name], depth + 1)) return false;
    }
    return true;
  };
  return !fits(value, 1);
}

/**
 * Parses JSON.
 * @param depth how many levels deep it may be nested
 * @param values how many elements of arrays and fields of objects it may have, over all levels
 * @throws Error if it is not valid JSON, nested too deep, has too many values, or a number that a double cannot represent
 */
export function parseJson(text: string, depth = API_DEPTH, values = MOST_VALUES): unknown {
  // Before it is parsed, which takes longest where an object has very many fields.
  if (hasMoreCommas(text, values)) throw new Error(`it holds more than ${values} values`);
  const json: unknown = JSON.parse(text);
  // Each level takes at least two characters.
  if (text.length > 2 * depth && isDeeperThan(depth, json))
    throw new Error(`it is nested more than ${depth} levels deep`);
  if (LARGE_NUMBER.test(text)) {
    const check = new JsonCheck();
    check.part(text);
    check.end();
  }
  return json;
}

/** Matches all numbers that parsing may change. Hardly any JSON has one, so the exact check rarely runs. */
const LARGE_NUMBER = /\d{16}|\d[eE]\+?\d{2}/;
const QUOTE_OR_COMMA = /[",]/g;

/** Whether there are so many commas outside strings: every value but the first of its array or object has one. */
function hasMoreCommas(text: string, limit: number): boolean {
  if (text.length <= limit) return false;
  let count = 0;
  for (let at = text.indexOf(','); at >= 0 && count <= limit; at = text.indexOf(',', at + 1)) count++;
  if (count <= limit) return false;
  count = 0;
  QUOTE_OR_COMMA.lastIndex = 0;
  for (let match = QUOTE_OR_COMMA.exec(text); match; match = QUOTE_OR_COMMA.exec(text)) {
    if (match[0] === '"') QUOTE_OR_COMMA.lastIndex = endOfString(text, match.index + 1);
    else if (++count > limit) return true;
  }
  return false;
}
