// The `filter` of a listing: every operator, on everything that it can be about.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileLike } from '../src/util/wildcards.ts';
import { rounds } from './support/rounds.ts';
import { ids, setup } from './support/setup.ts';

/** Three files: Ana's review, Ben's demo, and one without metadata. */
async function library() {
  const { sync, update, files, mock } = setup();
  const uris = ['abc123', '50aaef4a-e798-4c8b-bcc5-1238a9aaf33e', '3e90f338-efec-436a-9287-04f9626956a5'];
  const made = [];
  for (const uri of uris) {
    made.push((await sync(ids.grain, `grain://recording/${uri}`)).body.id);
    mock.clock.advance('1d');
  }
  const [ana = '', ben = '', none = ''] = made;
  await update(ana, {
    filename: 'Review.mp4',
    metadata: { speaker: 'Ana', tags: ['a', 'b'], score: 7, deep: { er: 'x' } },
  });
  await update(ben, {
    filename: 'demo.MOV',
    metadata: { speaker: 'ben', tags: ['b'], score: 10, 'deep.er': 'y' },
  });
  await update(none, { filename: 'Other 100%.mp4' });
  const names = new Map([
    [ana, 'ana'],
    [ben, 'ben'],
    [none, 'none'],
  ]);
  const search = async (filter: unknown) => {
    const { status, body } = await files({
      filter: typeof filter === 'string' ? filter : JSON.stringify(filter),
      sort: 'asc',
    });
    return status === 200 ? body.data.map(({ id }) => names.get(id)).join(' ') : `${status} ${body.error}`;
  };
  return { search, ana };
}

const metadata = (path: string, operator: string, value: string | string[]) => ({
  metadata: [
    { path, operator, ...(Array.isArray(value) ? { valueTextArray: value } : { valueText: value }) },
  ],
});

test.each([
  [metadata('speaker', 'Equal', 'Ana'), 'ana'],
  [metadata('speaker', 'Equal', 'ana'), ''],
  [metadata('metadata.speaker', 'Equal', 'Ana'), 'ana'],
  [metadata('speaker', 'NotEqual', 'Ana'), 'ben'],
  [metadata('speaker', 'Like', 'A%'), 'ana'],
  [metadata('speaker', 'Like', '_e_'), 'ben'],
  [metadata('speaker', 'In', ['Ana', 'ben']), 'ana ben'],
  [metadata('tags', 'ContainsAny', ['a', 'z']), 'ana'],
  [metadata('tags', 'ContainsAll', ['a', 'b']), 'ana'],
  [metadata('tags', 'ContainsAll', ['b']), 'ana ben'],
  [metadata('score', 'GreaterThan', '9'), 'ben'],
  [metadata('score', 'LessThan', '10'), 'ana'],
  [metadata('score', 'Equal', '7.0'), 'ana'],
  [metadata('deep.er', 'Equal', 'x'), 'ana'],
  [metadata('no.such', 'NotEqual', 'x'), ''],
  [metadata('constructor', 'Like', '%'), ''],
  [{ file: [{ path: 'filename', operator: 'Like', valueText: '%.mp4' }] }, 'ana none'],
  [{ file: [{ path: 'filename', operator: 'Like', valueText: 'DEMO.mov' }] }, 'ben'],
  [
    { file: [{ path: 'created_at', operator: 'GreaterThan', valueText: '2026-01-16T00:00:00Z' }] },
    'ben none',
  ],
  [{ file: [{ path: 'created_at', operator: 'Equal', valueText: '2026-01-15T10:00:00+01:00' }] }, 'ana'],
  [{ file: [{ path: 'bytes', operator: 'GreaterThan', valueText: '1' }] }, 'ana ben none'],
  [{ file: [{ path: 'uri', operator: 'Like', valueText: 'cloudglue://files/%' }] }, 'ana ben none'],
  [{ video_info: [{ path: 'duration_seconds', operator: 'GreaterThan', valueText: '2500' }] }, 'ana'],
  [
    {
      video_info: [{ path: 'duration_seconds', operator: 'GreaterThan', valueText: '25', scope: 'segment' }],
    },
    '',
  ],
  [
    { video_info: [{ path: 'duration_seconds', operator: 'Equal', valueText: '20', scope: 'segment' }] },
    'ana ben none',
  ],
  [{ video_info: [{ path: 'has_audio', operator: 'Equal', valueText: 'true' }] }, 'ana ben none'],
  [
    {
      ...metadata('speaker', 'Like', '%'),
      file: [{ path: 'filename', operator: 'Like', valueText: '%mov' }],
    },
    'ben',
  ],
  [{}, 'ana ben none'],
])('%j finds "%s"', async (filter, found) => {
  expect(await (await library()).search(filter)).toBe(found);
});

describe('criteria on source metadata', () => {
  const source = (path: string, operator: string, value: string | string[]) => ({
    source_metadata: metadata(path, operator, value).metadata,
  });

  /** A call of Gong, a meeting of Zoom and an upload without any. */
  async function sources() {
    const client = setup();
    const { mock, sync, upload } = client;
    const { connectors } = mock.account('cg-test');
    const parties = [
      { name: 'Mette Kjær', affiliation: 'External' },
      { name: 'Ben', affiliation: 'Internal' },
    ];
    const started = '2026-01-12T09:00:00Z';
    connectors.put(ids.gong, { id: '42', title: 'Renewal', source_metadata: { parties, started } });
    connectors.put(ids.zoom, { uuid: 'aa==', topic: 'Renewal', source_metadata: { duration_minutes: 50 } });
    const gong = (await sync(ids.gong, 'gong://call/42')).body.id;
    const zoom = (await sync(ids.zoom, 'zoom://uuid/aa%3D%3D')).body.id;
    const form = new FormData();
    form.append('file', new File(['x'], 'a.mp4'));
    await upload(form);
    const names = new Map([
      [gong, 'gong'],
      [zoom, 'zoom'],
    ]);
    const collection = (await client.createCollection('All')).body.id;
    for (const file_id of names.keys()) await client.addMedia(collection, { file_id });
    const namesOf = (found: { id: string }[]) => found.map(({ id }) => names.get(id) ?? 'upload').join(' ');
    return { ...client, collection, namesOf };
  }

  test.each([
    [source('topic', 'Equal', 'Renewal'), 'zoom'],
    [source('source_metadata.title', 'Equal', 'Renewal'), 'gong'],
    [source('parties.name', 'Equal', 'Ben'), 'gong'],
    [source('parties.affiliation', 'In', ['External']), 'gong'],
    [source('parties.name', 'Equal', 'Nobody'), ''],
    [source('started', 'GreaterThan', '2026-01-11'), 'gong'],
    [source('started', 'GreaterThan', '2026-01-13'), ''],
    [source('duration_minutes', 'GreaterThan', '9'), 'zoom'],
    [source('source_type', 'NotEqual', 'gong'), 'zoom'],
    [{ ...source('source_type', 'Like', '%'), metadata: metadata('a', 'Equal', 'b').metadata }, ''],
    [source('constructor.name', 'Like', '%'), ''],
  ])('%j finds "%s"', async (filter, found) => {
    const { files, videos, collection, namesOf } = await sources();
    const query = { filter: JSON.stringify(filter), sort: 'asc' };
    expect(namesOf((await files(query)).body.data)).toBe(found);
    const { data } = (await videos(collection, query)).body;
    expect(namesOf(data.map(({ file_id }) => ({ id: file_id })))).toBe(found);
  });

  test('are refused in a version that does not have them', async () => {
    const { mock, files } = await sources();
    const filter = JSON.stringify(source('topic', 'Equal', 'Renewal'));
    mock.account('cg-test').settings.update({ api_version: '0.7.12' });
    expect((await files({ filter })).body.total).toBe(1);
    mock.account('cg-test').settings.update({ api_version: '0.7.7' });
    const { status, body } = await files({ filter });
    expect([status, body.error]).toEqual([400, expect.stringContaining('no field "source_metadata"')]);
  });
});

test('a file is found by its id', async () => {
  const { search, ana } = await library();
  expect(await search({ file: [{ path: 'id', operator: 'Equal', valueText: ana }] })).toBe('ana');
});

test.each([
  ['{', '400 Invalid filter: it is not valid JSON'],
  ['[]', '400 Invalid filter: it must be an object, not an array'],
  ['null', '400 Invalid filter: it must be an object, not null'],
  [{ speaker: 'Ana' }, '400 Invalid filter: it has no field "speaker"'],
  [{ metadata: {} }, '400 Invalid filter: metadata must be an array'],
  [
    { metadata: [{ path: 'a' }] },
    '400 Invalid filter: metadata[0].operator is required and must be one of Equal',
  ],
  [
    { metadata: [{ path: 'a', operator: 'Is', valueText: 'x' }] },
    '400 Invalid filter: metadata[0].operator must be one of Equal',
  ],
  [
    { metadata: [{ path: '', operator: 'Equal', valueText: 'x' }] },
    '400 Invalid filter: metadata[0].path must not be empty',
  ],
  [metadata('a', 'Equal', ['x']), '400 Invalid filter: metadata[0]: Equal requires valueText'],
  [metadata('a', 'In', 'x'), '400 Invalid filter: metadata[0]: In requires valueTextArray'],
  [
    { file: [{ path: 'size', operator: 'Equal', valueText: '1' }] },
    '400 Invalid filter: file[0].path must be one of filename',
  ],
  [
    { file: [{ path: 'bytes', operator: 'LessThan', valueText: 'big' }] },
    '400 Invalid filter: file[0].valueText must be a number, not "big"',
  ],
  [
    { file: [{ path: 'created_at', operator: 'LessThan', valueText: 'noon' }] },
    '400 Invalid filter: file[0].valueText must be a date, not "noon"',
  ],
])('%j is refused by name', async (filter, text) => {
  expect(await (await library()).search(filter)).toContain(text);
});

describe('LIKE', () => {
  const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

  test('agrees with a regular expression', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'B', '%', '_', '.', 'é'), maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (text, pattern) => {
        const source = [...pattern].map((c) => (c === '%' ? '.*' : c === '_' ? '.' : literally(c))).join('');
        expect(compileLike(pattern)(text)).toBe(new RegExp(`^${source}$`, 'isu').test(text));
      }),
      { numRuns: rounds(500) },
    );
  });

  test('is fast for a pattern on which a regular expression would backtrack', () => {
    expect(compileLike(`${'%a'.repeat(2_000)}%b`)('a'.repeat(20_000))).toBe(false);
  });
});

test('no operator throws, whatever the metadata', async () => {
  const { sync, update, files } = setup();
  const { id } = (await sync(ids.grain, 'grain://recording/abc123')).body;
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom({ toString: 1 }, [{ toString: 1 }], { toJSON: 1 }));
  const operators = [
    'Equal',
    'NotEqual',
    'LessThan',
    'GreaterThan',
    'Like',
    'In',
    'ContainsAny',
    'ContainsAll',
  ];
  await fc.assert(
    fc.asyncProperty(value, fc.string(), async (given, text) => {
      await update(id, { metadata: { given } });
      for (const operator of operators) {
        const wanted = operator.startsWith('Contains') || operator === 'In' ? [text] : text;
        const { status, body } = await files({ filter: JSON.stringify(metadata('given', operator, wanted)) });
        expect(status, JSON.stringify(body)).toBe(200);
      }
    }),
    { numRuns: rounds(8) },
  );
});
