// The text of a data file: one JSON document with one record per line, so that a person can read and compare it.

/** The size of a chunk, in characters. */
const CHUNK = 262_144;

/** Records are immutable, so their text is cached. */
const texts = new WeakMap<object, string>();

/** The text of one record, as JSON. */
export function recordText(record: object): string {
  let text = texts.get(record);
  if (text === undefined) {
    text = JSON.stringify(record);
    texts.set(record, text);
  }
  return text;
}

/** The lines of an object's fields. A value is written as `nested` returns it, or else on one line. */
function* fields(
  entries: Iterable<[string, unknown]>,
  indent: string,
  nested: (value: unknown) => Iterable<string> | undefined,
): Generator<string> {
  let separator = '{\n';
  for (const [name, value] of entries) {
    yield `${separator}${indent} ${JSON.stringify(name)}: `;
    yield* nested(value) ?? [JSON.stringify(value)];
    separator = ',\n';
  }
  yield separator === ',\n' ? `\n${indent}}` : '{}';
}

function* list(records: readonly object[], indent: string): Generator<string> {
  let separator = '[\n';
  for (const record of records) {
    yield `${separator}${indent} `;
    yield recordText(record);
    separator = ',\n';
  }
  yield `\n${indent}]`;
}

type Fields = Record<string, unknown>;

/** The fields of a table, with one line per record; undefined for an empty table. */
function tableText(value: unknown): Iterable<string> | undefined {
  const { rows } = value as { rows?: object[] };
  if (!rows?.length) return undefined;
  return fields(Object.entries(value as Fields), '   ', (part) =>
    part === rows ? list(rows, '    ') : undefined,
  );
}

function* pieces(header: Fields, accounts: ReadonlyMap<string, object>): Generator<string> {
  const all = Object.entries({ ...header, accounts });
  yield* fields(all, '', (value) =>
    value === accounts
      ? fields(accounts, ' ', (account) => fields(Object.entries(account as Fields), '  ', tableText))
      : undefined,
  );
  yield '\n';
}

/** The text in chunks of bounded size, so that no chunk blocks other requests for long. */
export function* dataText(header: Fields, accounts: ReadonlyMap<string, object>): Generator<string> {
  let chunk = '';
  for (const piece of pieces(header, accounts)) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}
