// The text of a data file: one JSON document with a record on each line, so that a person can read and compare it.

/** Characters that are written at once. */
const CHUNK = 262_144;

/** Records are replaced, never changed: what was written before needs not be made again. */
const texts = new WeakMap<object, string>();

function textOf(record: object): string {
  let text = texts.get(record);
  if (text === undefined) {
    text = JSON.stringify(record);
    texts.set(record, text);
  }
  return text;
}

/** The lines of an object's fields, each with what `nested` makes of its value or with the value in one line. */
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
    yield textOf(record);
    separator = ',\n';
  }
  yield `\n${indent}]`;
}

type Fields = Record<string, unknown>;

/** The table's fields, with a line for each record. */
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

/** The text in chunks of a bounded size, so that making it blocks nobody for long. */
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
