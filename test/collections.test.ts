// Collections: files by id or by URL of any source, with a status of their own that follows the file's.
import { describe, expect, test } from 'vitest';
import { ids, setup } from './support/setup.ts';

const GRAIN = 'grain://recording/abc123';
const YOUTUBE = 'https://www.youtube.com/watch?v=Qk7mR2dYx0E';
const AUDIO = 'https://media.quaymark.example/talks/panel-berth-planning.mp3';

async function withCollection(options = {}, extra = {}) {
  const client = setup(options);
  const { body } = await client.createCollection('Calls', extra);
  return { ...client, id: body.id };
}

describe('a collection', () => {
  test('is created, read, listed and removed', async () => {
    const { createCollection, collection, collections, call } = setup();
    const describe_config = { enable_speech: true };
    const { status, body } = await createCollection('Calls', { description: 'All of them', describe_config });
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Calls', description: 'All of them', file_count: 0, describe_config });
    expect((await collection(body.id)).body).toEqual(body);
    expect((await collections()).body).toMatchObject({ data: [body], total: 1, limit: 1, offset: 0 });
    expect((await call('DELETE', `/v1/collections/${body.id}`)).body).toEqual({
      id: body.id,
      object: 'collection',
    });
    expect((await collection(body.id)).status).toBe(404);
  });

  test('keeps its settings unchanged, and ignores those of other types', async () => {
    const { createCollection } = setup();
    const kept = {
      extract_config: { schema: { deep: [{ anything: null }] }, enable_transcript_mode: true },
      default_segmentation_config: { strategy: 'narrative', narrative_config: { number_of_chapters: 3 } },
      default_thumbnails_config: { enable_segment_thumbnails: false },
    };
    const { body } = await createCollection('Data', {
      collection_type: 'entities',
      ...kept,
      describe_config: { enable_speech: true },
    });
    expect(body).toMatchObject(kept);
    expect(body).not.toHaveProperty('describe_config');
  });

  test('has a unique name until it is removed; the next one with the name has another id', async () => {
    const { createCollection, call, as } = setup();
    const { id } = (await createCollection('Calls')).body;
    expect(await createCollection('Calls')).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining('"Calls" already exists') },
    });
    expect((await as('other').createCollection('Calls')).status).toBe(200);
    await call('DELETE', `/v1/collections/${id}`);
    const next = await createCollection('Calls');
    expect(next.status).toBe(200);
    expect(next.body.id).not.toBe(id);
  });

  test('is listed by name, type and date', async () => {
    const { createCollection, collections, mock } = setup();
    await createCollection('b');
    mock.clock.advance('1h');
    await createCollection('a', { collection_type: 'face-analysis' });
    await createCollection('c');
    const names = async (query: Record<string, string | number>) =>
      (await collections(query)).body.data.map(({ name }) => name);
    expect(await names({})).toEqual(['c', 'a', 'b']);
    expect(await names({ sort: 'asc', limit: 2 })).toEqual(['b', 'a']);
    expect(await names({ order: 'name', sort: 'asc' })).toEqual(['a', 'b', 'c']);
    expect(await names({ order: 'name', offset: 1 })).toEqual(['b', 'a']);
    expect(await names({ collection_type: 'face-analysis' })).toEqual(['a']);
    expect(await names({ created_after: '2026-01-15T09:30:00Z' })).toEqual(['c', 'a']);
    // As the official Python SDK writes times, with a zone and without one.
    expect(await names({ created_after: '2026-01-15T10:30:00.000000+0100' })).toEqual(['c', 'a']);
    expect(await names({ created_after: '2026-01-15T09:30:00.000000' })).toEqual(['c', 'a']);

    expect(await names({ created_before: '2026-01-15T09:30:00Z' })).toEqual(['b']);
  });

  test.each([
    ['no name', { name: undefined }, '"name" is required'],
    ['an empty name', { name: ' ' }, '"name" must not be empty'],
    ['an unknown type', { collection_type: 'movies' }, '"collection_type" must be one of'],
    ['entities without a prompt or a schema', { collection_type: 'entities' }, 'a prompt or a schema'],
    [
      'a broken setting',
      { default_segmentation_config: { strategy: 'uniform', uniform_config: { window_seconds: 500 } } },
      'window_seconds" must be at most 120',
    ],
    [
      'cuts by hand for all',
      { default_segmentation_config: { strategy: 'manual' } },
      'strategy" must be one of',
    ],
  ])('with %s is refused', async (_what, wrong, text) => {
    const { createCollection, collections } = setup();
    expect(await createCollection('x', wrong)).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining(text) },
    });
    expect((await collections()).body.total).toBe(0);
  });
});

describe('adding', () => {
  test.each([
    ['a connector URI', GRAIN, 'grain'],
    ['a Dropbox share link', 'https://www.dropbox.com/s/b2vrhy678t7poas4voh71/x.mp4', 'dropbox'],
    ['a YouTube video', YOUTUBE, 'youtube'],
    ['a short YouTube link', 'https://youtu.be/b9Tz_wPq4Lc?si=x', 'youtube'],
    ['a TikTok video', 'https://vm.tiktok.com/ZMhQk7rTd', 'http'],
    ['a Loom recording', 'https://www.loom.com/share/5b1d0f3c9e7a4c2f8d6b3a1e0f9c7d52', 'loom'],
    ['a direct link', 'https://example.com/a.mp4', 'http'],
  ])('%s creates a file', async (_what, url, source) => {
    const { addMedia, file, collection, id } = await withCollection({ credits: 0 });
    const { status, body } = await addMedia(id, { url });
    expect(status).toBe(200);
    expect(body).toMatchObject({ collection_id: id, status: 'pending', file: { source } });
    expect((await file(body.file_id)).body).toEqual(body.file);
    expect((await collection(id)).body.file_count).toBe(1);
  });

  test('an item that already has a file uses that file, whether given by id, by URI or by source', async () => {
    const { addMedia, sync, files, id } = await withCollection();
    const { id: fileId, uri } = (await sync(ids.grain, GRAIN)).body;
    for (const wanted of [{ file_id: fileId }, { url: uri }, { url: GRAIN }])
      expect((await addMedia(id, wanted)).body.file_id).toBe(fileId);
    expect((await files()).body.total).toBe(1);
  });

  test('uses the oldest connector of the type', async () => {
    const { addMedia, browse, id } = await withCollection();
    const [newer] = (await browse(ids.agencyDrive)).body.data.filter(({ type }) => type === 'file');
    const [older] = (await browse(ids['google-drive'])).body.data.filter(({ type }) => type === 'file');
    expect((await addMedia(id, { url: older?.uri })).status).toBe(200);
    expect((await addMedia(id, { url: newer?.uri })).status).toBe(404);
  });

  test('a page of its files shows one moment, whatever happens before it is sent', async () => {
    const { addMedia, videos, id, mock } = await withCollection();
    const { file_id } = (await addMedia(id, { url: GRAIN })).body;
    const { files } = mock.account('cg-test');
    mock.clock.settle();
    for (let hops = 0; hops < 40; hops++) {
      const page = videos(id, { status: 'completed' });
      for (let hop = 0; hop < hops; hop++) await null;
      files.set(file_id, { status: 'failed' });
      const { data, total } = (await page).body;
      expect(data.map(({ status }) => status)).toEqual(Array(total).fill('completed'));
      files.set(file_id, { status: 'completed' });
    }
  });

  test('a file is never further in a collection than it is itself, whatever is planned for it', async () => {
    const { addMedia, video, id, mock } = await withCollection();
    const { file_id } = (await addMedia(id, { url: GRAIN })).body;
    const { files, clock } = mock.account('cg-test');
    files.set(file_id, {
      steps: [
        { after: '10s', status: 'processing' },
        { after: '20s', status: 'failed' },
        { after: '30s', status: 'pending' },
        { after: '35s', status: 'processing' },
        { after: '40s', status: 'completed' },
      ],
    });
    const seen: string[] = [];
    for (let seconds = 0; seconds <= 40; seconds += 5) {
      const { status, file } = (await video(id, file_id)).body;
      seen.push(status === file?.status ? status : `${status} of ${file?.status}`);
      clock.advance('5s');
    }
    expect(seen).toEqual([
      ...['pending', 'pending', 'processing', 'processing', 'failed'],
      ...['failed', 'pending', 'processing', 'completed'],
    ]);
  });

  test('a file again returns its unchanged entry', async () => {
    const { addMedia, videos, id, mock } = await withCollection();
    const first = (await addMedia(id, { url: GRAIN })).body;
    mock.clock.advance('2s');
    const again = (await addMedia(id, { url: GRAIN })).body;
    expect(again).toMatchObject({ added_at: first.added_at, status: 'processing' });
    expect((await videos(id)).body.total).toBe(1);
  });

  test.each([
    ['neither id nor URL', {}, 400, 'file_id is required, or url is required'],
    ['both', { file_id: 'x', url: GRAIN }, 400, 'only one'],
    ['an unknown file', { file_id: 'nope' }, 404, 'No file has the id "nope"'],
    ['an unknown file by its URI', { url: 'cloudglue://files/nope' }, 404, 'No file has the id "nope"'],
    ['an unknown item', { url: 'grain://recording/nope' }, 404, 'was not found'],
    ['a broken YouTube link', { url: 'https://www.youtube.com/@quaymark' }, 400, 'not a YouTube URL'],
    ['a gated one', { url: 'https://www.youtube.com/watch?v=pV5eGd1TqZ4' }, 400, 'needs a login'],
    ['a page', { url: 'https://vimeo.com/1' }, 400, 'a page of vimeo.com'],
    ['a document', { url: 'https://example.com/a.pdf' }, 400, 'application/pdf'],
    ['no URL', { url: 'nonsense' }, 400, 'Accepted forms'],
    [
      'a broken setting',
      { url: GRAIN, segmentation_config: { strategy: 'x' } },
      400,
      'segmentation_config.strategy',
    ],
    [
      'two ways to cut',
      {
        url: GRAIN,
        segmentation_id: 'a3a1f0a7-6d53-4c44-9d6c-0d5c6a7e8b90',
        segmentation_config: { strategy: 'uniform', uniform_config: { window_seconds: 5 } },
      },
      400,
      'not both',
    ],
    [
      'audio, with the shot detector',
      { url: AUDIO, segmentation_config: { strategy: 'shot-detector' } },
      400,
      'is audio',
    ],
  ])('%s is refused, and nothing is created', async (_what, wanted, status, text) => {
    const { addMedia, files, videos, id } = await withCollection();
    expect(await addMedia(id, wanted)).toMatchObject({
      status,
      body: { error: expect.stringContaining(text) },
    });
    expect((await files()).body.total).toBe(0);
    expect((await videos(id)).body.total).toBe(0);
  });

  test('audio cannot be added to a face-analysis collection', async () => {
    const { addMedia, files, id } = await withCollection({}, { collection_type: 'face-analysis' });
    expect((await addMedia(id, { url: AUDIO })).status).toBe(400);
    expect((await files()).body.total).toBe(0);
    expect((await addMedia(id, { url: YOUTUBE })).status).toBe(200);
  });
});

describe('the status in a collection', () => {
  test('is that of the file, if both start together', async () => {
    const { addMedia, video, id, mock } = await withCollection();
    const { file_id } = (await addMedia(id, { url: GRAIN })).body;
    for (const [by, status] of [
      ['2s', 'processing'],
      ['6s', 'completed'],
    ] as const) {
      mock.clock.advance(by);
      expect((await video(id, file_id)).body).toMatchObject({ status, file: { status } });
    }
    expect((await video(id, file_id)).body.segmentation).toMatchObject({
      file_id,
      status: 'completed',
      segmentation_config: { strategy: 'uniform', uniform_config: { window_seconds: 20 } },
    });
  });

  test('starts over for a completed file', async () => {
    const { sync, addMedia, video, videos, id, mock } = await withCollection();
    const fileId = (await sync(ids.grain, GRAIN)).body.id;
    mock.clock.advance('1h');
    expect((await addMedia(id, { file_id: fileId })).body).toMatchObject({
      status: 'pending',
      file: { status: 'completed' },
    });
    expect((await videos(id, { status: 'completed' })).body.total).toBe(0);
    mock.clock.advance('8s');
    expect((await video(id, fileId)).body.status).toBe('completed');
    expect((await videos(id, { status: 'completed' })).body.total).toBe(1);
  });

  test.each([
    ['failed', 'https://www.youtube.com/watch?v=Xf0LrC6mWao'],
    ['processing', 'https://media.quaymark.example/broken/stuck-in-processing.mp4'],
  ])('ends with the status of the file: %s', async (status, url) => {
    const { addMedia, video, id, mock } = await withCollection();
    const { file_id } = (await addMedia(id, { url })).body;
    mock.clock.advance('1h');
    expect((await video(id, file_id)).body).toMatchObject({ status, file: { status } });
  });

  test('advances with each read, and the file with it, if the lifecycle is polled', async () => {
    const { addMedia, video, file, id } = await withCollection({ lifecycle: 'polled' });
    const { file_id } = (await addMedia(id, { url: GRAIN })).body;
    expect((await video(id, file_id)).body).toMatchObject({
      status: 'processing',
      file: { status: 'processing' },
    });
    expect((await video(id, file_id)).body).toMatchObject({
      status: 'completed',
      file: { status: 'completed' },
    });
    expect((await file(file_id)).body.status).toBe('completed');
  });
});

describe('a file in a collection', () => {
  test('is found by filters, order and pages', async () => {
    const { addMedia, videos, id, mock } = await withCollection();
    for (const name of ['b', 'a', 'c']) {
      await addMedia(id, { url: `https://example.com/${name}.mp4` });
      mock.clock.advance('1d');
    }
    const names = async (query: Record<string, string | number>) =>
      (await videos(id, query)).body.data.map(({ file }) => file?.filename?.[0]);
    expect(await names({})).toEqual(['c', 'a', 'b']);
    expect(await names({ order: 'filename', sort: 'asc', limit: 2, offset: 1 })).toEqual(['b', 'c']);
    expect(await names({ added_after: '2026-01-16' })).toEqual(['c', 'a']);
    expect(await names({ added_before: '2026-01-16' })).toEqual(['b']);
    const filter = '{"file":[{"path":"filename","operator":"Equal","valueText":"a.mp4"}]}';
    expect(await names({ filter })).toEqual(['a']);
    expect((await videos(id, { filter: '{' })).status).toBe(400);
  });

  test('can be removed from it, and the file stays', async () => {
    const { addMedia, video, file, collection, call, id } = await withCollection();
    const { file_id } = (await addMedia(id, { url: GRAIN })).body;
    const path = `/v1/collections/${id}/videos/${file_id}`;
    expect((await call('DELETE', path)).body).toEqual({
      collection_id: id,
      file_id,
      object: 'collection_file',
    });
    expect(await video(id, file_id)).toMatchObject({
      status: 404,
      body: { error: expect.stringContaining(file_id) },
    });
    expect((await call('DELETE', path)).status).toBe(404);
    expect((await file(file_id)).status).toBe(200);
    expect((await collection(id)).body.file_count).toBe(0);
  });

  test('is removed with the file, and a collection with all its entries', async () => {
    const { addMedia, video, videos, remove, call, collection, file, id } = await withCollection();
    const { file_id } = (await addMedia(id, { url: GRAIN })).body;
    await remove(file_id);
    expect((await video(id, file_id)).status).toBe(404);
    expect((await collection(id)).body.file_count).toBe(0);
    const other = (await addMedia(id, { url: YOUTUBE })).body.file_id;
    await call('DELETE', `/v1/collections/${id}`);
    expect((await videos(id)).status).toBe(404);
    expect((await file(other)).status).toBe(200);
  });
});

test('a snapshot includes collections and their files', async () => {
  const { addMedia, videos, collections, mock, id } = await withCollection();
  await addMedia(id, { url: GRAIN });
  const before = [(await collections()).body, (await videos(id)).body];
  const snapshot = JSON.parse(JSON.stringify(mock.snapshot()));
  mock.reset();
  expect((await collections()).body.total).toBe(0);
  mock.restore(snapshot);
  expect([(await collections()).body, (await videos(id)).body]).toEqual(before);
});

test('files and their entries in collections are created together or not at all', async () => {
  const { addMedia, createCollection, files } = setup({ maxFiles: 2 });
  const { id } = (await createCollection('Calls')).body;
  expect((await addMedia(id, { url: GRAIN })).status).toBe(429);
  expect((await files()).body.total).toBe(0);
});

test.each([
  ['nothing', null, 200, ''],
  ['a number', 7, 400, 'file_id must be a string'],
  ['an object', {}, 400, 'file_id must be a string'],
])('a file_id that is %s together with a URL', async (_what, file_id, status, text) => {
  const { createCollection, call } = setup();
  const { id } = (await createCollection('All')).body;
  const url = 'https://media.quaymark.example/talks/port-automation-keynote.mp4';
  const answer = await call('POST', `/v1/collections/${id}/media`, { url, file_id });
  expect(answer.status).toBe(status);
  expect(JSON.stringify(answer.body)).toContain(text);
});
