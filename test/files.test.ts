// Files: their life, their fields, listing and changing them.
import { describe, expect, test } from 'vitest';
import type { Schemas } from '../src/openapi/cloudglue.ts';
import { definitions } from '../src/sources/connectors/connector-registry.ts';
import { ids, setup } from './support/setup.ts';

const GRAIN = 'grain://recording/abc123';
const STUCK = 'grain://recording/stuck_4Xe-9';
const BROKEN = 'grain://recording/corrupted_7Qm-2';

describe('the lifecycle of a file', () => {
  test('manual: the status advances with the clock, and only forward', async () => {
    const { sync, file, mock } = setup({ lifecycle: 'manual' });
    const { body } = await sync(ids.grain, GRAIN);
    const seen = [];
    for (const step of ['0s', '1999ms', '1ms', '5999ms', '1ms', '1d']) {
      mock.clock.advance(step);
      seen.push((await file(body.id)).body.status);
    }
    expect(seen).toEqual(['pending', 'pending', 'processing', 'processing', 'completed', 'completed']);
  });

  test('polled: each read advances the status, and nothing else does', async () => {
    const { sync, file, files } = setup({ lifecycle: 'polled' });
    const { body } = await sync(ids.grain, GRAIN);
    await files();
    expect((await sync(ids.grain, GRAIN)).body.status).toBe('pending');
    const seen = [];
    for (let read = 0; read < 4; read++) seen.push((await file(body.id)).body.status);
    expect(seen).toEqual(['processing', 'completed', 'completed', 'completed']);
    expect((await sync(ids.grain, GRAIN)).body.status).toBe('completed');
  });

  test('instant: the status is final in the first answer', async () => {
    const { sync } = setup({ lifecycle: 'instant' });
    expect((await sync(ids.grain, GRAIN)).body.status).toBe('completed');
    expect((await sync(ids.grain, BROKEN)).body.status).toBe('failed');
  });

  test('timed: the status advances by itself, faster at a higher speed', async () => {
    const { sync, file } = setup({ lifecycle: 'timed', speed: 100 });
    const { body } = await sync(ids.grain, GRAIN);
    expect(body.status).toBe('pending');
    await expect.poll(async () => (await file(body.id)).body.status, { interval: 5 }).toBe('completed');
  });

  test('a file that is stuck never leaves processing', async () => {
    const { sync, file, mock } = setup();
    const { body } = await sync(ids.grain, STUCK);
    mock.clock.advance('365d');
    expect((await file(body.id)).body.status).toBe('processing');
  });

  test('a transcript has nothing to process', async () => {
    const { sync, browse } = setup();
    const { body } = await browse(ids.grain, { title_search: 'transcript only' });
    const answer = await sync(ids.grain, body.data[0]?.uri ?? '');
    expect(answer.body).toMatchObject({ status: 'not_applicable', bytes: null });
    expect(answer.body).not.toHaveProperty('media_info');
  });
});

describe('the fields of a file', () => {
  test('appear as processing proceeds', async () => {
    const { sync, file, mock } = setup();
    const { body: pending } = await sync(ids.grain, GRAIN);
    expect(Object.keys(pending)).not.toEqual(expect.arrayContaining(['media_info']));
    mock.clock.advance('2s');
    const { body: processing } = await file(pending.id);
    expect(processing).toMatchObject({ bytes: expect.any(Number), media_info: { duration_seconds: 2734.6 } });
    expect(processing).not.toHaveProperty('thumbnail_url');
    mock.clock.advance('6s');
    expect(await file(pending.id)).toHaveProperty('body.thumbnail_url');
  });

  test('are all present, and only metadata is null, once a video is completed', async () => {
    const { sync } = setup({ lifecycle: 'instant' });
    const { body } = await sync(ids.grain, GRAIN);
    const documented = (await import('../src/openapi/cloudglue.ts')).cloudglueDocument.components.schemas
      .File;
    expect(Object.keys(body).toSorted()).toEqual(Object.keys(documented?.properties ?? {}).toSorted());
    const nulls = Object.entries({ ...body, ...body.media_info, ...body.video_info }).filter(
      ([, value]) => value === null,
    );
    expect(nulls).toEqual([['metadata', null]]);
  });

  test('of a failed file include its size but no media information', async () => {
    const { sync } = setup({ lifecycle: 'instant' });
    const { body } = await sync(ids.grain, BROKEN);
    expect(body.bytes).toBeGreaterThan(0);
    expect(new Set(Object.values({ ...body.media_info, ...body.video_info }))).toEqual(new Set([null]));
    expect(body).not.toHaveProperty('thumbnail_url');
  });

  test('of an audio file have no picture', async () => {
    const { sync } = setup({ lifecycle: 'instant' });
    const audio = definitions
      .flatMap(({ type, seeded, item }) =>
        seeded.flatMap(({ id, items }) => items.map((seed) => ({ type, id, item: item(seed) }))),
      )
      .filter(({ item }) => item.media?.type === 'audio' && !item.error && item.outcome === 'completed');
    expect(audio.length).toBeGreaterThan(3);
    for (const { id, item } of audio) {
      const { body } = await sync(id, item.uri);
      expect(body).toMatchObject({
        media_type: 'audio',
        media_info: { width: null, height: null, has_audio: true },
      });
      expect(body).not.toHaveProperty('video_info');
      expect(body).not.toHaveProperty('thumbnail_url');
    }
  });

  test('include a thumbnail that this server serves as an image', async () => {
    const { sync, mock } = setup({ lifecycle: 'instant' });
    const { body } = await sync(ids.grain, GRAIN);
    for (const url of [
      body.thumbnail_url,
      (body.source_metadata as Schemas['GrainSourceMetadata']).thumbnail_url,
    ]) {
      const picture = await mock.fetch(url ?? '');
      expect(picture.headers.get('content-type')).toBe('image/svg+xml');
      expect(await picture.text()).toMatch(/^<svg [^>]+>.*<\/svg>$/);
    }
  });
});

describe('listing', () => {
  async function library() {
    const { mock, ...client } = setup();
    for (const [day, uri] of [
      ['0s', 'zoom://id/86420197531'],
      ['1d', 'grain://recording/abc123'],
      ['1d', BROKEN],
      ['1d', STUCK],
    ] as const) {
      mock.clock.advance(day);
      await client.sync(uri.startsWith('zoom') ? ids.zoom : ids.grain, uri);
    }
    mock.clock.advance('3s');
    return { mock, ...client };
  }
  const names = (body: { data: { filename?: string }[] }) =>
    body.data.map(({ filename }) => filename?.slice(0, 9));

  test('shows the newest first, with the total and the size of the page', async () => {
    const { files } = await library();
    const { body } = await files({ limit: 3 });
    expect(body).toMatchObject({ object: 'list', total: 4, limit: 3, offset: 0 });
    expect(names(body)).toEqual(['Stuck imp', 'Corrupted', 'Nordhavn ']);
    expect(names((await files({ limit: 3, offset: 3 })).body)).toEqual([expect.any(String)]);
    expect((await files({ offset: 9 })).body).toMatchObject({ data: [], total: 4, limit: 0, offset: 9 });
  });

  test('shows 50 files by default, and at most 100', async () => {
    const { files, sync, browse } = setup();
    const { body } = await browse(ids.s3, {
      bucket: 'quaymark-recordings',
      prefix: 'timelapse/gate-a/',
      limit: 100,
    });
    for (const { uri } of body.data.slice(0, 60)) await sync(ids.s3, uri ?? '');
    expect((await files()).body).toMatchObject({ total: 60, limit: 50 });
    expect((await files({ limit: 100 })).body.limit).toBe(60);
    expect((await files({ limit: 0 })).body).toMatchObject({ total: 60, limit: 0, data: [] });
    for (const query of [{ limit: 101 }, { limit: -1 }, { offset: -1 }, { limit: 'ten' }, { limit: '1.5' }]) {
      expect((await files(query)).status, JSON.stringify(query)).toBe(400);
    }
  });

  test('orders by date or by name, ascending or descending', async () => {
    const { files } = await library();
    const byName = names((await files({ order: 'filename', sort: 'asc' })).body);
    expect(byName).toEqual(byName.toSorted());
    expect(names((await files({ order: 'filename', sort: 'desc' })).body)).toEqual(byName.toReversed());
    const oldestFirst = names((await files({ sort: 'asc' })).body);
    expect(names((await files({ order: 'created_at' })).body)).toEqual(oldestFirst.toReversed());
    expect((await files({ order: 'size' })).body.error).toContain('must be one of created_at, filename');
  });

  test('filters by status and by day, in UTC', async () => {
    const { files } = await library();
    const counts = async (query: Record<string, string>) => (await files(query)).body.total;
    expect(await counts({ status: 'processing' })).toBe(1);
    expect(await counts({ status: 'completed' })).toBe(2);
    expect(await counts({ status: 'failed' })).toBe(1);
    expect(await counts({ created_after: '2026-01-17' })).toBe(2);
    expect(await counts({ created_before: '2026-01-17' })).toBe(2);
    expect(await counts({ created_after: '2026-01-16', created_before: '2026-01-17' })).toBe(1);
    const midnight = setup({ startTime: '2026-03-01T00:00:00Z' });
    await midnight.sync(ids.grain, GRAIN);
    expect((await midnight.files({ created_after: '2026-03-01' })).body.total).toBe(1);
    expect((await midnight.files({ created_before: '2026-03-01' })).body.total).toBe(0);
    expect((await files({ created_after: '2026-02-30' })).body.error).toContain('a date written YYYY-MM-DD');
    expect((await files({ status: 'done' })).status).toBe(400);
  });
});

describe('changing', () => {
  test('sets name and metadata and nothing else', async () => {
    const { sync, update, file } = setup();
    const { body: before } = await sync(ids.grain, GRAIN);
    const { status, body } = await update(before.id, {
      filename: 'Review.mp4',
      metadata: { a: { b: [1] } },
      status: 'failed',
    });
    expect(status).toBe(200);
    expect(body).toEqual({ ...before, filename: 'Review.mp4', metadata: { a: { b: [1] } } });
    expect((await update(before.id, { filename: 'Again.mp4' })).body.metadata).toEqual({ a: { b: [1] } });
    expect((await update(before.id, { metadata: {} })).body).toMatchObject({
      filename: 'Again.mp4',
      metadata: {},
    });
    expect((await update(before.id, {})).body).toEqual((await file(before.id)).body);
  });

  test.each([
    [{ filename: 7 }, 'body field "filename" must be a string'],
    [{ filename: '' }, 'body field "filename" must not be empty'],
    [{ filename: ' ' }, 'body field "filename" must not be empty'],
    [{ metadata: null }, 'body field "metadata" must be an object'],
    [{ metadata: 'x' }, 'body field "metadata" must be an object'],
    [[], 'the body must be an object'],
  ])('refuses %j and changes nothing', async (changes, text) => {
    const { sync, update, file } = setup();
    const { body: before } = await sync(ids.grain, GRAIN);
    const { status, body } = await update(before.id, changes);
    expect({ status, text: body.error }).toEqual({ status: 400, text: expect.stringContaining(text) });
    expect((await file(before.id)).body).toEqual(before);
  });

  test('a file that does not exist gets 404', async () => {
    const { update, file, remove } = setup();
    for (const id of ['nope', '00000000-0000-4000-8000-000000000000', '__proto__', '%2e%2e', '%00']) {
      expect((await file(id)).status).toBe(404);
      expect((await update(id, { filename: 'x' })).status).toBe(404);
      expect((await remove(id)).status).toBe(404);
    }
  });
});
