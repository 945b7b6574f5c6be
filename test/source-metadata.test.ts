// Source metadata: what each provider tells of an item, where it appears, and how a file is brought up to date.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Schemas } from '../src/openapi/cloudglue.ts';
import { documentOf, NEWEST } from '../src/openapi/versions.ts';
import { definitions } from '../src/sources/connectors/connector-registry.ts';
import type { ConnectorDefinition } from '../src/sources/definition.ts';

import { ids, setup } from './support/setup.ts';

const OLDEST = '0.7.7';
const telling = definitions.filter(({ sourceMetadata }) => sourceMetadata);
const drawn = telling.filter(({ type }) => type !== 'grain');

const itemsOf = ({ seeded, item }: ConnectorDefinition) =>
  (seeded[0]?.items ?? []).map((seed) => item(seed)).filter(({ media, error }) => media && !error);
const sampleOf = (definition: ConnectorDefinition) =>
  itemsOf(definition).find(({ outcome, listing }) => outcome === 'completed' && !listing)?.uri ?? '';

/** The fields that the document gives the metadata of a provider. */
function fieldsOf(type: string): string[] {
  const { schemas } = documentOf(NEWEST).components;
  const { mapping } = (schemas.SourceMetadata as { discriminator: { mapping: Record<string, string> } })
    .discriminator;
  const name = mapping[type]?.split('/').at(-1) ?? '';
  return Object.keys((schemas[name] as { properties: object }).properties);
}

describe.each(drawn.map((definition) => [definition.type, definition] as const))(
  'of %s',
  (type, definition) => {
    const sample = sampleOf(definition);

    test('has every field of the document for every seeded item, and each that may be null is null for some', () => {
      const { sourceMetadata } = definition;
      const all = itemsOf(definition).map((item) => sourceMetadata?.of(item) as Record<string, unknown>);
      for (const metadata of all) expect(Object.keys(metadata).toSorted()).toEqual(fieldsOf(type).toSorted());
      const areNull = fieldsOf(type).filter((field) => all.some((metadata) => metadata[field] === null));
      expect(areNull.length).toBeGreaterThan(0);
      const areGiven = fieldsOf(type).filter((field) => all.some((metadata) => metadata[field] !== null));
      expect(areGiven).toEqual(fieldsOf(type));
    });

    test('is the same in the look-up, in the file and in every mock', async () => {
      const { sourceMetadata, sync, file } = setup();
      const { status, body } = await sourceMetadata(ids[type], sample);
      expect([status, body.source_metadata.source_type]).toEqual([200, type]);
      const made = (await sync(ids[type], sample)).body;
      expect(made.source_metadata).toEqual(body.source_metadata);
      expect((await file(made.id)).body.source_metadata).toEqual(body.source_metadata);
      expect((await setup().sourceMetadata(ids[type], sample)).body).toEqual(body);
    });

    test('is in listings, but for what the provider does not list', async () => {
      const { browse, sourceMetadata } = setup();
      const everything = { from: '2025-01-01', limit: 100, recursive: 'true' };
      let page = (await browse(ids[type], everything)).body;
      const folder = page.data.find(({ name }) => name === 'Marketing')?.metadata.folder_id;
      if (folder) page = (await browse(ids[type], { ...everything, folder_id: folder })).body;
      const entry = page.data.find((one) => one.type === 'file');
      const { unlisted = [] } = definition.sourceMetadata ?? {};
      const { source_metadata } = (await sourceMetadata(ids[type], entry?.uri ?? '')).body;
      expect(entry?.metadata).toEqual({
        ...source_metadata,
        ...Object.fromEntries(unlisted.map((name) => [name, null])),
      });
    });

    test('can be given field by field in a seed file, null included', async () => {
      const [field = '', other = ''] = fieldsOf(type)
        .filter((name) => name !== 'source_type')
        .slice(1);
      const { mock, sourceMetadata, call } = setup();
      const seed = definition.fixture('seeded') as object;
      const put = (source_metadata: object) =>
        mock.account('cg-test').connectors.put(ids[type], { ...seed, source_metadata });
      const { uri } = put({ [field]: null });
      const { source_metadata } = (await sourceMetadata(ids[type], uri)).body;
      expect(source_metadata).toMatchObject({ [field]: null });
      expect(source_metadata[other as keyof typeof source_metadata]).not.toBeNull();
      const [idField = ''] = fieldsOf(type).slice(1);
      for (const wrong of [{ [idField]: 'other' }, { nonsense: 1 }, { [field]: { no: 'such type' } }]) {
        const answer = await call<{ detail: string }>('PUT', `/__admin/connectors/${ids[type]}/items`, {
          ...seed,
          source_metadata: wrong,
        });
        expect(answer.status, JSON.stringify(wrong)).toBe(400);
        expect(answer.body.detail).toContain('source_metadata');
      }
    });

    test('an older client sees none of it: keys of their own in listings, null in files, 501', async () => {
      const { sourceMetadata, sync, browse, mock } = setup();
      mock.account('cg-test').settings.update({ api_version: OLDEST });
      if (type === 'iconik') {
        expect((await sourceMetadata(ids[type], sample)).status).toBe(404);
        return;
      }
      expect((await sourceMetadata(ids[type], sample)).status).toBe(501);
      expect((await sync(ids[type], sample)).body.source_metadata).toBeNull();
      const entry = (await browse(ids[type])).body.data.find((one) => one.type === 'file');
      if (entry) expect(entry.metadata).not.toHaveProperty('source_type');
    });
  },
);

test('S3 and GCS tell nothing: an empty object in listings, null in files, 501', async () => {
  const { browse, sync, sourceMetadata } = setup();
  const uri = 's3://quaymark-recordings/recordings/2025/11/03/dock-1/clip-0600.mp4';
  const { data } = (await browse(ids.s3, { bucket: 'quaymark-recordings' })).body;
  expect(data.find(({ type }) => type === 'file')?.metadata).toEqual({});
  expect((await sync(ids.s3, uri)).body.source_metadata).toBeNull();
  expect((await sourceMetadata(ids.s3, uri)).status).toBe(501);
});

test('a seed file with fields of a newer version is taken at an older one, which does not show them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const seed = join(folder, 'world.yaml');
  const zoom = {
    type: 'zoom',
    items: [{ uuid: 'abc==', topic: 'Mine', source_metadata: { timezone: 'Asia/Tokyo' } }],
  };
  writeFileSync(seed, JSON.stringify({ connectors: [zoom] }));
  const { mock, sync, sourceMetadata } = setup({ seed, apiVersion: OLDEST });
  expect((await sync(ids.zoom, 'zoom://uuid/abc%3D%3D')).body.source_metadata).toBeNull();
  mock.account('cg-test').settings.update({ api_version: NEWEST });
  expect((await sourceMetadata(ids.zoom, 'zoom://uuid/abc%3D%3D')).body.source_metadata).toMatchObject({
    timezone: 'Asia/Tokyo',
  });
});

test('a private call of Gong is neither listed nor found', async () => {
  const { mock, browse, sync, sourceMetadata } = setup();
  const { connectors } = mock.account('cg-test');
  const call = { id: '42', title: 'Salaries', created_at: '2026-01-10T09:00:00Z' };
  connectors.put(ids.gong, call);
  const listed = async () =>
    (await browse(ids.gong, { limit: 100 })).body.data.some(({ name }) => name === call.title);
  expect(await listed()).toBe(true);
  connectors.put(ids.gong, { ...call, source_metadata: { is_private: true } });
  expect(await listed()).toBe(false);
  expect((await sync(ids.gong, 'gong://call/42')).status).toBe(404);
  expect((await sourceMetadata(ids.gong, 'gong://call/42')).status).toBe(404);
});

test('a recording of Recall that is not done is listed and looked up, but not synced', async () => {
  const { mock, browse, sync, sourceMetadata, addMedia, createCollection } = setup();
  const { connectors } = mock.account('cg-test');
  const uri = 'recall://recording/r-1';
  const put = (status_code: string | null) =>
    connectors.put(ids.recall, { id: 'r-1', title: 'Stand-up', source_metadata: { status_code } });
  put('processing');
  expect((await browse(ids.recall, { limit: 100 })).body.data).toContainEqual(
    expect.objectContaining({ uri, metadata: expect.objectContaining({ status_code: 'processing' }) }),
  );
  expect((await sourceMetadata(ids.recall, uri)).body.source_metadata).toMatchObject({
    status_code: 'processing',
  });
  const { status, body } = await sync(ids.recall, uri);
  expect([status, body.error]).toEqual([400, expect.stringContaining('"processing"')]);
  const collection = (await createCollection('All')).body.id;
  expect((await addMedia(collection, { url: uri })).status).toBe(400);
  put('done');
  expect((await sync(ids.recall, uri)).status).toBe(200);
});

describe('refreshing a file', () => {
  const refresh = (client: ReturnType<typeof setup>, id: string) =>
    client.call<Schemas['File'] & { error: string }>('POST', `/v1/files/${id}/sync`);

  test.each(telling.map((definition) => [definition.type, definition] as const))(
    'reads what %s tells now, and leaves status, name and notes as they are',
    async (type, definition) => {
      const client = setup();
      const { id } = (await client.sync(ids[type], sampleOf(definition))).body;
      await client.update(id, { filename: 'Mine.mp4', metadata: { tag: 'red' } });
      const before = (await client.file(id)).body;
      const { status, body } = await refresh(client, id);
      expect([status, { ...body, thumbnail_url: undefined }]).toEqual([
        200,
        { ...before, thumbnail_url: undefined },
      ]);
    },
  );

  test('fills what was synced before there was any', async () => {
    const client = setup({ apiVersion: OLDEST });
    const uri = 'zoom://uuid/%2FKvPokMhQjqvGRPa2Tl59A%3D%3D';
    const { id } = (await client.sync(ids.zoom, uri)).body;
    expect((await refresh(client, id)).status).toBe(404);
    client.mock.account('cg-test').settings.update({ api_version: NEWEST });
    expect((await client.file(id)).body.source_metadata).toBeNull();
    expect((await refresh(client, id)).body.source_metadata).toMatchObject({ source_type: 'zoom' });
    expect((await client.file(id)).body.source_metadata).toMatchObject({ source_type: 'zoom' });
  });

  test('shows what changed at the source', async () => {
    const client = setup();
    const { connectors } = client.mock.account('cg-test');
    const seed = { id: 'changing', title: 'Before' };
    const { uri } = connectors.put(ids.gong, seed);
    const { id } = (await client.sync(ids.gong, uri)).body;
    connectors.put(ids.gong, { ...seed, title: 'After' });
    expect((await client.file(id)).body.source_metadata).toMatchObject({ title: 'Before' });
    expect((await refresh(client, id)).body).toMatchObject({
      filename: 'Before.mp4',
      source_metadata: { title: 'After' },
    });
  });

  test('gives a missing thumbnail to a video of iconik, and to no other', async () => {
    const client = setup();
    const uri = 'iconik://asset/a3f0c2d8-6b1e-11f0-9a47-0242ac120002';
    const { id, ...made } = (await client.sync(ids.iconik, uri)).body;
    expect(made.thumbnail_url).toBeUndefined();
    expect((await refresh(client, id)).body).toMatchObject({
      status: 'pending',
      thumbnail_url: expect.stringMatching(/^http/),
    });
    const grain = (await client.sync(ids.grain, 'grain://recording/abc123')).body;
    expect((await refresh(client, grain.id)).body.thumbnail_url).toBeUndefined();
    client.mock.account('cg-old').settings.update({ api_version: '0.7.12' });
    const old = client.as('cg-old');
    const file = (await old.sync(ids.iconik, uri)).body;
    const refreshed = await old.call<Schemas['File']>('POST', `/v1/files/${file.id}/sync`);
    expect([refreshed.status, refreshed.body.thumbnail_url]).toEqual([200, undefined]);
  });

  test('is refused for an upload, a public URL, an object store and a lost connector, and nothing changes', async () => {
    const client = setup();
    const form = new FormData();
    form.set('file', new File(['fake'], 'a.mp4'));
    const files = [
      (await client.upload(form)).body.id,
      (await client.syncUrl('https://example.com/talk.mp4')).body.id,
      (await client.sync(ids.s3, 's3://quaymark-recordings/recordings/2025/11/03/dock-1/clip-0600.mp4')).body
        .id,
    ];
    for (const id of files) {
      const { status, body } = await refresh(client, id);
      expect([status, body.error]).toEqual([400, expect.stringContaining('nothing to refresh')]);
    }
    const { id } = (await client.sync(ids.recall, 'recall://recording/f8229cd3-a1a3-48ae-93ce-18372b92c2e5'))
      .body;
    client.mock.account('cg-test').connectors.remove(ids.recall);
    const lost = await refresh(client, id);
    expect([lost.status, lost.body.error]).toEqual([400, expect.stringContaining('type recall')]);
    expect((await client.file(id)).body.source_metadata).toMatchObject({ source_type: 'recall' });
    expect((await refresh(client, '00000000-0000-4000-8000-000000000000')).status).toBe(404);
  });

  test('is 404 where the item is gone or its provider is down, which the document has no other status for', async () => {
    const client = setup();
    const { connectors } = client.mock.account('cg-test');
    const seed = { id: 'unsteady', title: 'Unsteady' };
    const { uri } = connectors.put(ids.gong, seed);
    const { id } = (await client.sync(ids.gong, uri)).body;
    connectors.put(ids.gong, { ...seed, error: 'provider-unavailable' });
    expect((await refresh(client, id)).status).toBe(404);
    connectors.removeItem(ids.gong, uri);
    expect((await refresh(client, id)).status).toBe(404);
    expect((await client.file(id)).body.source_metadata).toMatchObject({ title: 'Unsteady' });
  });

  test('works for a synthesized item, also after a snapshot was restored', async () => {
    const client = setup({ unknownUris: 'create' });
    const { id, source_metadata } = (await client.sync(ids.zoom, 'zoom://id/81234567890')).body;
    expect((await refresh(client, id)).body.source_metadata).toEqual(source_metadata);
    const account = client.mock.account('cg-test');
    account.restore(account.snapshot());
    expect((await refresh(client, id)).body.source_metadata).toEqual(source_metadata);
  });
});
