// The newer types of collections and their settings, and what the oldest version had beside.
import { describe, expect, test } from 'vitest';
import type { Schemas } from '../src/openapi/cloudglue.ts';
import { ids, setup } from './support/setup.ts';

const GRAIN = 'grain://recording/abc123';
const TALK = 'https://media.quaymark.example/talks/port-automation-keynote.mp4';
const YOUTUBE = 'https://www.youtube.com/watch?v=Qk7mR2dYx0E';
const criterion = { name: 'decision', instructions: 'What was decided' };

describe('a collection of type metadata', () => {
  async function withIndex() {
    const client = setup();
    const { body } = await client.createCollection('Index', {
      collection_type: 'metadata',
      default_thumbnails_config: { enable_segment_thumbnails: true },
    });
    return { ...client, id: body.id, made: body };
  }

  test('indexes what connectors say of their items, in less time than media takes, without a segmentation', async () => {
    const { mock, id, made, addMedia, video } = await withIndex();
    expect(made).not.toHaveProperty('default_thumbnails_config');
    const { file_id } = (await addMedia(id, { url: GRAIN })).body;
    mock.clock.advance('1s');
    const { body } = await video(id, file_id);
    expect(body).toMatchObject({
      status: 'completed',
      searchable_status: 'completed',
      file: { status: 'completed', source_metadata: { source_type: 'grain' } },
    });
    expect(body).not.toHaveProperty('segmentation');
  });

  test('merges metadata into that of the file, which other types ignore', async () => {
    const { id, addMedia, sync, update, createCollection } = await withIndex();
    const { id: file_id } = (await sync(ids.grain, GRAIN)).body;
    await update(file_id, { metadata: { a: 1, b: 1 } });
    const merged = await addMedia(id, { url: GRAIN, metadata: { b: 2, c: 3 } });
    expect(merged.body.file?.metadata).toEqual({ a: 1, b: 2, c: 3 });
    const films = (await createCollection('Films')).body.id;
    const other = await addMedia(films, { url: GRAIN, metadata: { d: 4 } });
    expect(other.body.file?.metadata).toEqual({ a: 1, b: 2, c: 3 });
  });

  test.each([
    ['a direct link', TALK],
    ['an object of S3', 's3://quaymark-recordings/standups/2026-01-12.mp4'],
    ['a YouTube video', YOUTUBE],
  ])('refuses %s', async (_, url) => {
    const { id, addMedia, files } = await withIndex();
    expect((await addMedia(id, { url })).status).toBeGreaterThanOrEqual(400);
    expect((await files()).body.total).toBe(0);
  });
});

describe('settings', () => {
  test('of moments are needed, and come back as attachments', async () => {
    const { createCollection, addMedia, video } = setup();
    const refused = await createCollection('Moments', { collection_type: 'moments' });
    expect([refused.status, refused.body.error]).toEqual([400, expect.stringContaining('moments_config')]);
    const { body } = await createCollection('Moments', {
      collection_type: 'moments',
      moments_config: { criteria: [{ criterion, boundary_policy: 'tight' }] },
    });
    expect(body.moments_config?.criteria).toEqual([
      expect.objectContaining({
        criterion_name: 'decision',
        criterion,
        options: { boundary_policy: 'tight' },
        backfill_status: 'completed',
        files_total: 0,
      }),
    ]);
    const { file_id } = (await addMedia(body.id, { url: GRAIN })).body;
    expect((await video(body.id, file_id)).body).not.toHaveProperty('searchable_status');
  });

  test('of entities come from metadata or from the transcript, not from both', async () => {
    const { createCollection } = setup();
    const entities = (extract_config: object) =>
      createCollection('Prices', {
        collection_type: 'entities',
        extract_config: { prompt: 'x', ...extract_config },
      });
    const both = await entities({ enable_metadata_mode: true, enable_transcript_mode: true });
    expect([both.status, both.body.error]).toEqual([400, expect.stringContaining('not both')]);
    const { body } = await entities({ enable_metadata_mode: true });
    expect(body.extract_config).toMatchObject({ enable_metadata_mode: true });
  });

  test('a prompt of descriptions has at most 2000 characters', async () => {
    const { createCollection } = setup();
    const status = async (length: number) =>
      (await createCollection(`${length}`, { describe_config: { prompt: 'x'.repeat(length) } })).status;
    expect([await status(2_000), await status(2_001)]).toEqual([200, 400]);
  });
});

describe.each(['0.7.7', '0.7.32'] as const)('at %s', (apiVersion) => {
  test('a collection gets another name, which is free again, and another description', async () => {
    const { call, createCollection, collection } = setup({ apiVersion });
    const { body } = await createCollection('Calls');
    const change = (id: string, changes: object) =>
      call<Schemas['Collection'] & { error: string }>('PUT', `/v1/collections/${id}`, changes);
    const renamed = { ...body, name: 'Talks', description: 'All' };
    expect((await change(body.id, { name: 'Talks', description: 'All' })).body).toEqual(renamed);
    expect((await change(body.id, {})).body).toEqual(renamed);
    expect((await change(body.id, { name: 'Talks' })).status).toBe(200);
    const next = (await createCollection('Calls')).body;
    expect(next.id).not.toBe(body.id);
    expect(await change(next.id, { name: 'Talks' })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('A collection named "Talks" already exists') },
    });
    expect((await change(next.id, { name: ' ' })).status).toBe(400);
    expect((await change('nope', { name: 'x' })).status).toBe(404);
    expect((await collection(body.id)).body).toEqual(renamed);
  });

  test('older ways add files, and YouTube videos only', async () => {
    const { call, createCollection, sync, files } = setup({ apiVersion });
    const { id } = (await createCollection('Calls')).body;
    const add = (way: string, body: object) =>
      call<Schemas['CollectionFile'] & { error: string }>('POST', `/v1/collections/${id}/${way}`, body);
    const { id: file_id } = (await sync(ids.grain, GRAIN)).body;
    expect((await add('videos', { file_id })).body).toMatchObject({ file_id, status: 'pending' });
    const video = await add('youtube', { url: YOUTUBE, metadata: { a: 1 } });
    expect(video.body).toMatchObject({ status: 'pending', file: { metadata: { a: 1 }, source: 'youtube' } });
    expect((await add('youtube', { url: YOUTUBE, metadata: { a: 2 } })).body.file?.metadata).toEqual({
      a: 1,
    });
    expect((await add('youtube', { url: TALK })).body.error).toContain('not a YouTube URL');
    expect((await files()).body.total).toBe(2);
  });
});

test('an older client sees no field that came later', async () => {
  const { call, createCollection, addMedia, as, mock } = setup();
  const { id } = (await createCollection('Calls')).body;
  const { file_id } = (await addMedia(id, { url: GRAIN })).body;
  expect((await as('cg-test').video(id, file_id)).body).toHaveProperty('searchable_status');
  mock.account('cg-test').settings.update({ api_version: '0.7.12' });
  expect((await as('cg-test').video(id, file_id)).body).not.toHaveProperty('searchable_status');
  for (const path of ['moments', 'moment-criteria', 'imports'])
    expect((await call('GET', `/v1/collections/${id}/${path}`)).status, path).toBe(404);
});
