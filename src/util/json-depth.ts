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
  return json;
}
