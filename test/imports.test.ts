// Bulk imports: definitions, and runs that move with the clock and bring files into a collection.
import { describe, expect, test } from 'vitest';
import type { Schemas } from '../src/openapi/cloudglue.ts';
import { type Client, ids, setup } from './support/setup.ts';

type Import = Schemas['MetadataImport'] & { id: string; latest_run: Run; error: string };
type Run = Schemas['MetadataImportRun'] & {
  id: string;
  progress: Required<Schemas['MetadataImportRunProgress']>;
};

const PAGE = 20;

function importsOf({ call }: Client, collectionId: string) {
  const base = `/v1/collections/${collectionId}/imports`;
  return {
    create: (body: object = {}) =>
      call<Import>('POST', base, { name: 'Calls', connector_id: ids.grain, ...body }),
    list: (query = '') => call<Schemas['MetadataImportList'] & { data: Import[] }>('GET', `${base}${query}`),
    get: (id: string, query = '') =>
      call<Import & { runs: Run[]; total_runs: number }>('GET', `${base}/${id}${query}`),
    remove: (id: string) => call<{ id: string; deleted: boolean }>('DELETE', `${base}/${id}`),
    run: (id: string, body?: object) => call<Run & { error: string }>('POST', `${base}/${id}/runs`, body),
    cancel: (id: string, runId: string) => call<Run>('POST', `${base}/${id}/runs/${runId}/cancel`),
  };
}

async function withImports(collection_type = 'metadata', options = {}) {
  const client = setup(options);
  const { body } = await client.createCollection('Library', {
    collection_type,
    ...(collection_type === 'entities' && { extract_config: { prompt: 'Decisions' } }),
  });
  return { ...client, id: body.id, ...importsOf(client, body.id) };
}

/** A Drive with so many files at its root, as a connector of the account. */
function addDrive(mock: ReturnType<typeof setup>['mock'], count: number) {
  const items = Array.from({ length: count }, (_, nth) => ({
    id: `talk-${nth}`,
    path: `Talk ${String(nth).padStart(5, '0')}.mp4`,
    ...(nth === 1 && { error: 'item-not-found' }),
  }));
  return mock.account('cg-test').connectors.add({ type: 'google-drive', items }).id;
}

const addsUp = ({ progress }: Run) => {
  const { files_listed, files_created, files_updated, files_skipped, files_failed } = progress;
  expect(files_listed).toBe(files_created + files_updated + files_skipped + files_failed);
  expect(progress.files_queued).toBe(progress.files_indexed + progress.files_imported + files_failed);
};

describe('a run', () => {
  test('goes from pending to its end with the clock, and its counts add up all the way', async () => {
    const { mock, id, create, get, collection, videos, files } = await withImports();
    const connector_id = addDrive(mock, PAGE + 5);
    const made = await create({ connector_id });
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({ import_type: 'metadata', default_mode: 'append', filters: [] });
    expect(made.body.latest_run).toMatchObject({ status: 'pending', started_at: null, completed_at: null });
    const runNow = async () => (await get(made.body.id)).body.runs[0] as Run;
    const seen: string[] = [];
    const counts: number[] = [];
    for (let steps = 0; steps < 40 && (await runNow()).status !== 'completed'; steps++) {
      const run = await runNow();
      addsUp(run);
      const { files_created } = run.progress;
      expect([(await files()).body.total, (await collection(id)).body.file_count]).toEqual([
        files_created,
        files_created,
      ]);
      expect((await videos(id, { limit: 100 })).body.data).toHaveLength(files_created);
      if (seen.at(-1) !== run.status) seen.push(String(run.status));
      counts.push(files_created);
      mock.clock.advance('500ms');
    }
    const run = await runNow();
    addsUp(run);
    expect(seen).toEqual(['pending', 'processing']);
    expect([...new Set(counts)]).toEqual([0, PAGE - 1]);
    expect(run.progress).toMatchObject({
      pages_listed: 2,
      files_listed: PAGE + 5,
      files_created: PAGE + 4,
      files_failed: 1,
      files_indexed: PAGE + 4,
    });
    expect(Number(run.completed_at)).toBeGreaterThan(Number(run.started_at));
  });

  test('of media brings files in that go their own way, and tells webhooks of each at its time', async () => {
    const { mock, id, create, videos } = await withImports('media-descriptions');
    const events: string[] = [];
    mock.account('cg-test').follow(({ type, data }) => {
      if (type !== 'request') events.push(String((data as { status?: string }).status));
    });
    const made = await create({ filters: [{ title_search: 'Q4 business review' }] });
    expect(made.body.import_type).toBe('media');
    expect(events).toEqual([]);
    mock.account('cg-test').clock.settle();
    const { data } = (await videos(id)).body;
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ status: 'completed', searchable_status: 'completed' });
    expect(data[0]?.segmentation).toBeDefined();
    expect(events).toEqual(['processing', 'processing', 'completed', 'completed']);
  });

  test('appends what is new, and refreshes what fits', async () => {
    const { mock, create, run, get } = await withImports();
    const account = mock.account('cg-test');
    const connector_id = addDrive(mock, 4);
    const { id } = (await create({ connector_id })).body;
    account.clock.settle();
    account.connectors.put(connector_id, { id: 'new', path: 'New.mp4' });
    const ended = async (body?: object) => {
      await run(id, body);
      account.clock.settle();
      return (await get(id)).body.runs[0]?.progress;
    };
    expect(await ended()).toMatchObject({ files_created: 1, files_skipped: 3, files_failed: 1 });
    expect(await ended({ mode: 'refresh' })).toMatchObject({ files_created: 0, files_updated: 4 });
  });

  test('removes what is gone, in a refresh only, and never where max_files cut the listing', async () => {
    const { mock, id, create, run, get, addMedia, collection } = await withImports();
    const connector_id = addDrive(mock, 5);
    const own = (await create({ connector_id })).body;
    await addMedia(id, { url: 'grain://recording/abc123' });
    const account = mock.account('cg-test');
    account.clock.settle();
    expect((await collection(id)).body.file_count).toBe(5);
    account.connectors.removeItem(connector_id, 'gdrive://file/talk-3');
    const removed = async (body: object) => {
      expect((await run(own.id, body)).status).toBe(200);
      account.clock.settle();
      return (await get(own.id)).body.runs[0]?.progress.files_removed;
    };
    expect(await removed({ delete_missing: true })).toBe(0);
    expect(await removed({ mode: 'refresh', delete_missing: true, max_files: 2 })).toBe(0);
    expect(await removed({ mode: 'refresh', delete_missing: true })).toBe(1);
    expect((await collection(id)).body.file_count).toBe(4);
  });

  test('lists no more than max_files, and each file once where sets of filters overlap', async () => {
    const { mock, create, get } = await withImports();
    const listed = async (body: object) => {
      const { id } = (await create(body)).body;
      mock.account('cg-test').clock.settle();
      return (await get(id)).body.runs[0]?.progress;
    };
    const whole = await listed({});
    expect(await listed({ filters: [{}, {}] })).toMatchObject({
      files_listed: whole?.files_listed,
      files_skipped: whole?.files_created,
      pages_listed: 2 * Number(whole?.pages_listed),
    });
    expect(await listed({ max_files: 2 })).toMatchObject({ files_listed: 2 });
  });

  test('is the only active one of its collection', async () => {
    const { create, run, mock } = await withImports();
    const first = (await create()).body;
    expect((await create({ name: 'Again' })).body.latest_run).toBeNull();
    const refused = await run(first.id);
    expect([refused.status, refused.body.error]).toEqual([
      409,
      expect.stringContaining(String(first.latest_run.id)),
    ]);
    mock.account('cg-test').clock.settle();
    expect((await run(first.id)).status).toBe(200);
  });

  test('that is cancelled stays where it is, also when it is cancelled again', async () => {
    const { mock, id, create, cancel, files, collection } = await withImports('media-descriptions');
    const connector_id = addDrive(mock, 3 * PAGE);
    const made = (await create({ connector_id, rate_limit: 50 })).body;
    mock.clock.advance('2s');
    const cancelled = await cancel(made.id, made.latest_run.id);
    const { files_created } = cancelled.body.progress;
    expect([cancelled.status, cancelled.body.status, files_created]).toEqual([200, 'cancelled', PAGE - 1]);
    mock.clock.advance('1h');
    expect((await cancel(made.id, made.latest_run.id)).body).toEqual(cancelled.body);
    expect([(await files()).body.total, (await collection(id)).body.file_count]).toEqual([
      files_created,
      files_created,
    ]);
  });

  test('fails if its connector is removed while it goes on, and keeps what it has', async () => {
    const { mock, create, get, files, run } = await withImports();
    const connector_id = addDrive(mock, 3 * PAGE);
    const { id } = (await create({ connector_id })).body;
    mock.clock.advance('4s');
    mock.account('cg-test').connectors.remove(connector_id);
    const runNow = async () => (await get(id)).body.runs[0];
    expect(await runNow()).toMatchObject({ status: 'failed', error: expect.stringContaining(connector_id) });
    mock.clock.advance('1h');
    expect((await files()).body.total).toBe(PAGE - 1);
    await run(id);
    mock.clock.advance('1h');
    expect(await runNow()).toMatchObject({ status: 'failed', progress: { files_listed: 0 } });
  });

  test('fails if the folder that it lists is not there', async () => {
    const { mock, create, get } = await withImports();
    const body = { connector_id: ids['google-drive'], filters: [{ folder_id: 'nowhere' }] };
    const { id } = (await create(body)).body;
    mock.account('cg-test').clock.settle();
    expect((await get(id)).body.runs[0]).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('nowhere'),
    });
  });

  test('keeps what it has where there is no room for more records', async () => {
    const { mock, create, get } = await withImports('metadata', { maxFiles: 30 });
    const { id } = (await create({ connector_id: addDrive(mock, 100) })).body;
    mock.account('cg-test').clock.settle();
    const run = (await get(id)).body.runs[0];
    expect(run).toMatchObject({ status: 'failed', error: expect.stringContaining('--max-files') });
    expect(run?.progress.files_created).toBeGreaterThan(0);
  });

  test.each(['instant', 'polled'] as const)('has ended at once where files are %s', async (lifecycle) => {
    const { create, id, videos } = await withImports('metadata', { lifecycle });
    const { latest_run } = (await create({ max_files: 2 })).body;
    expect(latest_run).toMatchObject({ status: 'completed', progress: { files_created: 2 } });
    expect((await videos(id)).body.total).toBe(2);
  });

  test('does not keep a client from having a file that the run would bring in later', async () => {
    const { mock, id, create, sync, file, addMedia, files } = await withImports();
    await create();
    const made = (await sync(ids.grain, 'grain://recording/abc123')).body;
    expect((await file(made.id)).status).toBe(200);
    expect((await addMedia(id, { file_id: made.id })).body.added_at).toBe(made.created_at);
    expect((await files()).body.total).toBe(1);
    mock.account('cg-test').clock.settle();
    const all = (await files({ limit: 100 })).body.data.map((one) => one.id);
    expect(all.filter((one) => one === made.id)).toHaveLength(1);
  });
});

describe('an import', () => {
  test('is listed, read with a page of its runs, and removed; what it brought in stays', async () => {
    const { mock, create, list, get, run, remove, files, id, call } = await withImports();
    const first = (await create({ max_files: 2, start: false })).body;
    expect(first).toMatchObject({ max_files: 2, rate_limit: null, latest_run: null });
    const second = (await create({ name: 'More', max_files: 3 })).body;
    mock.account('cg-test').clock.settle();
    for (let nth = 0; nth < 3; nth++) {
      await run(second.id);
      mock.account('cg-test').clock.settle();
    }
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

  test('that is removed, or whose collection is, brings in nothing more', async () => {
    for (const path of ['import', 'collection']) {
      const { mock, create, remove, id, call, files } = await withImports();
      const made = (await create()).body;
      if (path === 'import') await remove(made.id);
      else await call('DELETE', `/v1/collections/${id}`);
      mock.clock.advance('1h');
      expect((await files()).body.total).toBe(0);
    }
  });

  const zoom = { connector_id: ids.zoom };
  test('of Zoom has its first day written down, six months back on the clock', async () => {
    const { create } = await withImports();
    expect((await create(zoom)).body.filters).toEqual([{ from: '2025-07-15' }]);
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
  ])('is refused with 400: %s', async (_, body, text) => {
    const { create, list } = await withImports();
    const { status, body: refused } = await create(body);
    expect([status, refused.error]).toEqual([400, expect.stringContaining(text)]);
    expect((await list()).body.total).toBe(0);
  });

  test.each(['include_thumbnails', 'enrich_metadata'])('of media cannot have %s', async (option) => {
    const { create, run } = await withImports('entities', {});
    const wrong = await create({ [option]: true });
    expect([wrong.status, wrong.body.error]).toEqual([400, expect.stringContaining(option)]);
    const { id } = (await create({ start: false })).body;
    expect((await run(id, { [option]: true })).status).toBe(400);
  });

  test('is in snapshots, runs on from there, and counts as a record', async () => {
    const { mock, create, get } = await withImports();
    const { id } = (await create({ max_files: 3 })).body;
    const account = mock.account('cg-test');
    const snapshot = JSON.parse(JSON.stringify(account.snapshot()));
    account.clock.settle();
    account.restore(snapshot);
    expect((await get(id)).body.runs[0]?.status).toBe('pending');
    account.clock.settle();
    expect((await get(id)).body.runs[0]).toMatchObject({
      status: 'completed',
      progress: { files_created: 3 },
    });
  });
});

test('a large import delays no other request', async () => {
  const { mock, create, as, get, list } = await withImports();
  const connector_id = addDrive(mock, 10_000);
  const other = as('other');
  await other.connectors();
  let answered = 0;
  const importing = create({ connector_id }).then(({ body }) => ({ id: body.id, answered }));
  for (let nth = 0; nth < 5; nth++) {
    await other.connectors();
    answered++;
  }
  const { id, answered: before } = await importing;
  expect(before).toBe(5);
  mock.account('cg-test').clock.settle();
  expect((await get(id)).body.runs[0]?.progress.files_indexed).toBe(9_999);
  expect((await list()).body.total).toBe(1);
});

test('a client of an older version has no imports', async () => {
  const { id, list, create } = await withImports('entities', { apiVersion: '0.7.12' });
  expect([(await list()).status, (await create()).status]).toEqual([404, 404]);
  expect(id).toBeDefined();
});
