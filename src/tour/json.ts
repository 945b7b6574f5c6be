// JSON helpers of the demo: writes it on one line, and reads a field by its path.

/** JSON on one line, with spaces: `{ "url": "…" }`. */
export const inOneLine = (value: unknown): string =>
  (JSON.stringify(value, null, 1) ?? 'nothing').replace(/\n */g, ' ');

/** The value at a path such as `data[2].uri`; undefined if there is none. */
export const valueAt = (body: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], body);
