// Values that break parsers, and requests made of both documents with such values in every place.
import * as fc from 'fast-check';
import { createMock } from '../../src/index.ts';
import { adminOperationsById } from '../../src/openapi/admin.ts';
import { operationsById } from '../../src/openapi/cloudglue.ts';
import type { JsonSchema, LocatedOperation } from '../../src/openapi/document.ts';
import { ADMIN_PATH, BASE_PATH } from '../../src/openapi/paths.ts';

export interface HostileRequest {
  operation: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

const { connectors } = createMock();
const SCHEMES = [
  's3',
  'gs',
  'gdrive',
  'dropbox',
  'zoom',
  'grain',
  'gong',
  'recall',
  'cloudglue',
  'https',
  'ftp',
];
const HOSTS = [
  'www.dropbox.com',
  'drive.google.com',
  'zoom.us',
  'us02web.zoom.us',
  'www.loom.com',
  'www.youtube.com',
  'youtu.be',
  'vm.tiktok.com',
  'xn--',
  '1.2.3.256',
  '[::1]',
  'a.invalid',
];

/** A text that is repeated until it is long. */
const repeated = fc
  .tuple(
    fc.constantFrom(
      '%25',
      '%',
      'a',
      '*a',
      '?',
      '\\',
      ' ',
      '/',
      '../',
      '%2F',
      '"',
      '{',
      '[',
      '=',
      '&',
      '\u202e',
      '\u001b[2J',
      '😀',
      '\ud800',
    ),
    fc.integer({ min: 1, max: 40_000 }),
  )
  .map(([piece, times]) => piece.repeat(times).slice(0, 200_000));

const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 2_000 }) },
  { weight: 2, arbitrary: repeated },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '__proto__',
      'constructor',
      'NaN',
      '-0',
      '1e999',
      '9007199254740993',
      'null',
    ),
  },
);

export const uri = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...connectors.flatMap(({ sampleUri }) => sampleUri ?? [])) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...SCHEMES), text).map(([scheme, rest]) => `${scheme}://${rest}`),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...HOSTS), text).map(([host, rest]) => `https://${host}/${rest}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('uuid', 'id', 'recording', 'call', 'file'), text)
      .map(([noun, rest]) => `zoom://${noun}/${rest}`),
  },
);

const PATHS = ['filename', 'bytes', 'created_at', 'duration_seconds', 'speaker', 'a.b.c', 'id', 'uri'];
const OPERATORS = [
  'Equal',
  'NotEqual',
  'LessThan',
  'GreaterThan',
  'Like',
  'In',
  'ContainsAny',
  'ContainsAll',
  'Nope',
];

/** Criteria of a list's filter, valid or not. */
const filter = fc
  .record({
    group: fc.constantFrom('metadata', 'video_info', 'file', 'nope'),
    path: fc.oneof(fc.constantFrom(...PATHS), text),
    operator: fc.constantFrom(...OPERATORS),
    valueText: fc.option(text, { nil: undefined }),
    valueTextArray: fc.option(fc.array(text, { maxLength: 40 }), { nil: undefined }),
  })
  .map(({ group, ...criterion }) => JSON.stringify({ [group]: [criterion] }));

/** JSON that is nested as deep as a text of its size can be. */
const deep = fc.integer({ min: 1, max: 20_000 }).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`);

/** A value for a schema: most of them fit, others are of another type. */
function valueFor(schema: JsonSchema, name = ''): fc.Arbitrary<unknown> {
  const {
    type,
    enum: values,
    properties,
    items,
  } = schema as {
    type?: string;
    enum?: unknown[];
    properties?: Record<string, JsonSchema>;
    items?: JsonSchema;
  };
  const odd = fc.oneof(
    fc.constantFrom(null, true, -1, 2 ** 53, 1e308, [], {}),
    text,
    fc.jsonValue({ maxDepth: 3 }),
  );
  const fitting = (): fc.Arbitrary<unknown> => {
    if (/^(url|uri)$/.test(name)) return uri;
    if (name === 'filter') return filter;
    if (values) return fc.constantFrom(...values);
    if (type === 'integer' || type === 'number')
      return fc.oneof(fc.integer({ min: -3, max: 200 }), fc.double());
    if (type === 'boolean') return fc.boolean();
    if (type === 'array') return fc.array(valueFor(items ?? {}), { maxLength: 6 });
    if (properties) {
      return fc.record(
        Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, valueFor(one, key)])),
        {
          requiredKeys: [],
        },
      );
    }
    return type === 'string' ? text : fc.jsonValue({ maxDepth: 4 });
  };
  return fc.oneof({ weight: 5, arbitrary: fitting() }, { weight: 1, arbitrary: odd });
}

const ids = fc.oneof(
  fc.constantFrom(...connectors.map(({ id }) => id)),
  fc.uuid(),
  text.map((one) => encodeURIComponent(one.toWellFormed()).slice(0, 4_000) || 'x'),
);

const headerText = text.map((one) => one.replace(/[^\t\x20-\x7e]/g, '').slice(0, 6_000));
const headers = fc.record(
  {
    prefer: fc.oneof(
      headerText,
      fc.integer({ min: 200, max: 499 }).map((code) => `code=${code}`),
    ),
    'x-request-id': headerText,
    host: fc.oneof(
      fc.constantFrom(...HOSTS),
      headerText.map((one) => one.slice(0, 200)),
    ),
    origin: headerText,
    accept: headerText,
    'content-type': fc.oneof(
      fc.constantFrom('application/json; charset=utf-16', 'text/plain', 'multipart/form-data; boundary='),
      headerText,
    ),
  },
  { requiredKeys: [] },
);

/** Control-plane requests that make later answers fail on purpose, or never end, are left out. */
const LEFT_OUT = new Set(['streamEvents', 'addFault']);

function requestOf(
  base: string,
  { id, path, method, operation }: LocatedOperation,
): fc.Arbitrary<HostileRequest> {
  const parameters = operation.parameters ?? [];
  const query = fc.record(
    Object.fromEntries(
      parameters
        .filter((one) => one.in === 'query')
        .map(({ name, schema }) => [name, valueFor(schema, name)]),
    ),
    { requiredKeys: [] },
  );
  const body = operation.requestBody?.content['application/json']?.schema;
  const form = operation.requestBody?.content['multipart/form-data'];
  const sent: fc.Arbitrary<string | undefined> = form
    ? multipart
    : body
      ? fc.oneof(
          { weight: 6, arbitrary: valueFor(body).map((value) => JSON.stringify(value) ?? '') },
          { weight: 1, arbitrary: text },
          { weight: 1, arbitrary: deep },
        )
      : fc.constant(undefined);
  return fc
    .record({ query, sent, headers, ids: fc.array(ids, { minLength: 2, maxLength: 2 }), plain: fc.boolean() })
    .map(({ query, sent, headers, ids, plain }) => {
      const search = new URLSearchParams(
        Object.entries(query).map(([name, value]) => [
          name,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]),
      );
      let nth = 0;
      const filled = path.replace(/\{\w+\}/g, () => ids[nth++] ?? '');
      return {
        operation: id,
        method: method.toUpperCase(),
        path: `${base}${filled}?${search}`.slice(0, 12_000),
        headers: {
          ...(sent !== undefined && {
            'content-type': form ? `multipart/form-data; boundary=${BOUNDARY}` : 'application/json',
          }),
          // Half of the requests come with plain headers, so that they get as far as the handler.
          ...(plain ? {} : headers),
        },
        body: sent,
      };
    });
}

const BOUNDARY = 'hostile-boundary';
const multipart = fc
  .array(
    fc.record({
      name: fc.oneof(fc.constantFrom('file', 'metadata', 'enable_segment_thumbnails'), headerText),
      filename: fc.option(headerText, { nil: undefined }),
      type: fc.option(headerText, { nil: undefined }),
      content: fc.oneof(text, fc.constant('\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41'), deep),
    }),
    { maxLength: 5 },
  )
  .map((parts) =>
    [
      ...parts.map(
        ({ name, filename, type, content }) =>
          `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n${type === undefined ? '' : `content-type: ${type}\r\n`}\r\n${content}\r\n`,
      ),
      `--${BOUNDARY}--\r\n`,
    ].join(''),
  );

/** Requests of every operation of both documents. */
export const hostileRequests: fc.Arbitrary<HostileRequest> = fc.oneof(
  ...[...operationsById.values()].map((one) => requestOf(BASE_PATH, one)),
  ...[...adminOperationsById.values()]
    .filter(({ id }) => !LEFT_OUT.has(id))
    .map((one) => requestOf(ADMIN_PATH, one as LocatedOperation)),
);
