// JSON as the demo handles it: written in one line, and read by the path of a field.

/** JSON in one line that leaves room to read: `{ "url": "…" }`. */
export const inOneLine = (value: unknown): string =>
  (JSON.stringify(value, null, 1) ?? 'nothing').replace(/\n */g, ' ');

/** The value at a path such as `data[2].uri`; undefined where the path leads nowhere. */
export const valueAt = (body: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], body);
