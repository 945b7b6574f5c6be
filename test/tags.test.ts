// Tags of files.
import { describe, expect, test } from 'vitest';
import type { Schemas } from '../src/openapi/cloudglue.ts';
import { ids, setup } from './support/setup.ts';

type Tag = Schemas['VideoTag'] & { error: string };
type Tags = Schemas['ListVideoTagsResponse'] & { data: Tag[] };

async function withFile(options = {}) {
  const client = setup(options);
  const { body } = await client.sync(ids.grain, 'grain://recording/abc123');
  const { call } = client;
  return {
    ...client,
    file_id: body.id,
    tag: (extra: object = {}) =>
      call<Tag>('POST', '/v1/tags', { label: 'topic', value: 'pricing', file_id: body.id, ...extra }),
    tags: (query = '') => call<Tags>('GET', `/v1/tags${query}`),
    tagsOfFile: () => call<Tags>('GET', `/v1/files/${body.id}/tags`),
  };
}

describe.each(['0.7.7', '0.7.32'] as const)('at %s', (apiVersion) => {
  test('a tag is made, read, changed, listed and removed', async () => {
    const { call, tag, tags, tagsOfFile, file_id } = await withFile({ apiVersion });
    const { body } = await tag();
    expect(body).toEqual({ id: body.id, label: 'topic', value: 'pricing', type: 'file', file_id });
    const path = `/v1/tags/${body.id}`;
    expect((await call('GET', path)).body).toEqual(body);
    const changed = { ...body, value: 'discount' };
    expect((await call('PUT', path, { value: 'discount' })).body).toEqual(changed);
    expect((await tags()).body).toEqual({ object: 'list', data: [changed], total: 1, limit: 1, offset: 0 });
    expect((await tagsOfFile()).body.data).toEqual([changed]);
    expect((await call('DELETE', path)).body).toEqual({ id: body.id });
    expect((await call('GET', path)).status).toBe(404);
    expect((await tags()).body.total).toBe(0);
  });
});

test('tags of segments are told apart from those of files', async () => {
  const { tag, tags } = await withFile();
  await tag();
  const segment_id = '2c0f1e6a-94b7-4b8e-8d4e-6f0a5b7c9d21';
  expect((await tag({ segment_id })).body).toMatchObject({ type: 'segment', segment_id });
  const types = async (query: string) => (await tags(query)).body.data.map(({ type }) => type);
  expect(await types('?type=segment')).toEqual(['segment']);
  expect(await types('?type=file')).toEqual(['file']);
  expect(await types('?limit=1&offset=1')).toEqual(['file']);
});

test('the tags of a file are gone with it', async () => {
  const { tag, tags, tagsOfFile, remove, file_id } = await withFile();
  await tag();
  await remove(file_id);
  expect([(await tags()).body.total, (await tagsOfFile()).status]).toEqual([0, 404]);
});

test('a tag needs a label, a value and a file, and a change something to change', async () => {
  const { call, tag } = await withFile();
  const { id } = (await tag()).body;
  expect((await tag({ label: '' })).body.error).toContain('"label" must not be empty');
  expect((await tag({ value: undefined })).body.error).toContain('"value" is required');
  expect((await tag({ file_id: ids.grain })).status).toBe(404);
  expect((await tag({ file_id: 'nope' })).status).toBe(400);
  expect((await call('PUT', `/v1/tags/${id}`, {})).status).toBe(400);
  expect((await call('PUT', '/v1/tags/nope', { value: 'x' })).status).toBe(404);
  expect((await call('DELETE', '/v1/tags/nope')).status).toBe(404);
});
