// Definitions of bulk imports: made, listed, read, removed and refused.
import { expect, test } from 'vitest';
import { addDrive, withImports } from './support/imports.ts';
import { ids } from './support/setup.ts';

test('an import is listed, read with a page of its runs, and removed; what it brought in stays', async () => {
  const { account, create, list, get, runAgain, remove, files, id, call } = await withImports();
  const first = (await create({ max_files: 2, start: false })).body;
  expect(first).toMatchObject({ max_files: 2, rate_limit: null, latest_run: null });
  const second = (await create({ name: 'More', max_files: 3 })).body;
  account.clock.settle();
  for (let nth = 0; nth < 3; nth++) await runAgain(second.id);
  expect((await list()).body).toMatchObject({ total: 2, limit: 50, offset: 0 });
  expect((await list('?limit=1&offset=1')).body.data.map(({ name }) => name)).toEqual(['Calls']);
  const { runs, total_runs } = (await get(second.id, '?limit=2&offset=1')).body;
  expect([runs.length, total_runs]).toEqual([2, 4]);
  expect(runs[0]?.created_at).toBeGreaterThan(Number(runs[1]?.created_at));
  expect((await remove(second.id)).body).toEqual({
    object: 'metadata_import',
    id: second.id,
    deleted: true,
  });
  expect([(await get(second.id)).status, (await files()).body.total]).toEqual([404, 3]);
  await call('DELETE', `/v1/collections/${id}`);
  expect((await list()).status).toBe(404);
});

test.each(['the import', 'its collection'])(
  'once %s is removed, a run brings in nothing more',
  async (what) => {
    const { mock, account, create, remove, run, id, call, files } = await withImports();
    const made = (await create({ connector_id: addDrive(account, 100) })).body;
    mock.clock.advance('1s');
    if (what === 'the import') await remove(made.id);
    else await call('DELETE', `/v1/collections/${id}`);
    mock.clock.advance('1h');
    expect((await files()).body.total).toBe(19);
    expect((await run(made.id)).status).toBe(404);
  },
);

test('an import of Zoom or Gong has its first day written down, six months back on the clock', async () => {
  const { create } = await withImports();
  const zoom = { connector_id: ids.zoom };
  expect((await create(zoom)).body.filters).toEqual([{ from: '2025-07-15' }]);
  expect((await create({ connector_id: ids.gong })).body.filters).toEqual([{ from: '2025-07-15' }]);
  expect((await create({ connector_id: ids.recall })).body.filters).toEqual([]);
  const given = [{ to: '2026-01-10' }, { from: '2025-12-01' }];
  expect((await create({ ...zoom, filters: given })).body.filters).toEqual([
    { from: '2025-07-15', to: '2026-01-10' },
    { from: '2025-12-01' },
  ]);
});

test.each<[string, object, string]>([
  ['an unknown connector', { connector_id: '00000000-0000-4000-8000-000000000000' }, 'No data connector'],
  ['a connector of S3', { connector_id: ids.s3 }, 'type s3 cannot be imported'],
  ['a connector of GCS', { connector_id: ids.gcs }, 'type gcs cannot be imported'],
  ['a filter that the connector does not have', { filters: [{ path: '/Team' }] }, 'no filter "path"'],
  ['a filter that no connector has', { filters: [{ colour: 'red' }] }, 'no field "colour"'],
  ['too many sets of filters', { filters: Array.from({ length: 21 }, () => ({})) }, 'at most 20'],
  ['a day that is none', { filters: [{ from: '2026-13-01' }] }, 'YYYY-MM-DD'],
  ['an empty name', { name: '' }, '"name" must not be empty'],
  ['a rate above all limits', { rate_limit: 51 }, '"rate_limit" must be at most 50'],
  ['no files at all', { max_files: 0 }, '"max_files" must be at least 1'],
])('an import is refused with 400: %s', async (_, body, text) => {
  const { create, list } = await withImports();
  const { status, body: refused } = await create(body);
  expect([status, refused.error]).toEqual([400, expect.stringContaining(text)]);
  expect((await list()).body.total).toBe(0);
});

test.each(['include_thumbnails', 'enrich_metadata'])('an import of media cannot have %s', async (option) => {
  const { create, run } = await withImports('entities');
  const wrong = await create({ [option]: true });
  expect([wrong.status, wrong.body.error]).toEqual([400, expect.stringContaining(option)]);
  const { id } = (await create({ start: false })).body;
  expect((await run(id, { [option]: true })).status).toBe(400);
});

test('a client of an older version has no imports', async () => {
  const { id, list, create } = await withImports('entities', { apiVersion: '0.7.12' });
  expect([(await list()).status, (await create()).status]).toEqual([404, 404]);
  expect(id).toBeDefined();
});
