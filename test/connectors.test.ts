// What every connector promises: a new one is tested by registering it.
import { describe, expect, test } from 'vitest';
import { definitions } from '../src/sources/connectors/connector-registry.ts';
import type { ConnectorType } from '../src/sources/definition.ts';
import { ids, setup } from './support/setup.ts';
import { walkAll } from './support/walk.ts';

describe.each(definitions.map((definition) => [definition.type, definition] as const))(
  '%s',
  (type, definition) => {
    const items = definition.seeded.flatMap((seeded) => seeded.items.map((item) => definition.item(item)));
    const canBeSynced = (item: (typeof items)[number]) =>
      item.media && !item.error && !definition.refuses?.(item);
    const syncable = items.filter(canBeSynced);
    const sample = syncable[0]?.uri ?? '';
    const unknownUri = items[0]?.uri.replace(/[^/]*$/, 'zzz$&') ?? '';

    test('reads the URI of each of its items back to that item, in canonical form', () => {
      for (const { uri, key } of items) expect(definition.read(uri)).toEqual({ uri, key });
    });

    test('shows every item in its listings, folder by folder and page by page', async () => {
      const client = setup();
      for (const seeded of definition.seeded) {
        const uris = (await walkAll(client, seeded)).map(({ uri }) => uri);
        expect(uris.toSorted()).toEqual(seeded.items.map((item) => definition.item(item).uri).toSorted());
      }
    });

    test('syncs each of its media items into one file, and again into the same', async () => {
      const { sync, files } = setup();
      const id = ids[type];
      const own =
        definition.seeded.find((seeded) => seeded.id === id)?.items.map((item) => definition.item(item)) ??
        [];
      const good = own.filter(canBeSynced).slice(0, 60);
      for (const { uri, filename } of good) {
        const first = await sync(id, uri);
        expect(first.status, uri).toBe(200);
        expect(first.body).toMatchObject({ status: 'pending', source: type, filename });
        expect((await sync(id, uri)).body).toEqual(first.body);
      }
      expect((await files({ limit: 1 })).body.total).toBe(good.length);
    });

    test('answers 404 for a well-formed URI that its source does not have', async () => {
      const { status, body } = await setup().sync(ids[type], unknownUri);
      expect({ status, error: body.error }).toEqual({
        status: 404,
        error: expect.stringContaining('not found at the source'),
      });
    });

    test('synthesizes stable details for that URI if the mock is told to', async () => {
      const options = { unknownUris: 'create', lifecycle: 'instant' } as const;
      const [here, there] = [setup(options), setup(options)];
      const first = await here.sync(ids[type], unknownUri);
      expect(first.status).toBe(200);
      expect(first.body).toMatchObject({ status: 'completed', source: type, bytes: expect.any(Number) });
      expect((await there.sync(ids[type], unknownUri)).body).toEqual(first.body);
    });

    test.each(definitions.filter((other) => other.type !== type).map((other) => [other.type] as const))(
      'refuses its URI on a %s connector and names both types',
      async (other: ConnectorType) => {
        const { status, body } = await setup().sync(ids[other], sample);
        expect(status).toBe(400);
        expect(body.error).toContain(`a URI of type ${type}, `);
        expect(body.error).toContain(`connector is of type ${other}.`);
      },
    );

    test('lists the accepted forms when it refuses a malformed URI of its own scheme', async () => {
      const scheme = sample.slice(0, sample.indexOf('://'));
      const { status, body } = await setup().sync(ids[type], `${scheme}://`);
      expect(status).toBe(400);
      expect(
        definition.forms.some((form) => body.error.includes(form)) || body.error.includes('folder'),
      ).toBe(true);
    });

    test('ignores the browsing parameters that it does not support', async () => {
      const { browse } = setup();
      const bucket = { ...('bucket' in definition.filters && { bucket: bucketOf(sample) }) };
      const foreign = Object.fromEntries(
        (['from', 'to', 'folder_id', 'path', 'prefix', 'title_search', 'team', 'meeting_type'] as const)
          .filter((name) => !(name in definition.filters))
          .map((name) => [name, name === 'from' || name === 'to' ? '1999-01-01' : 'no such thing']),
      );
      const plain = await browse(ids[type], bucket);
      expect((await browse(ids[type], { ...bucket, ...foreign })).body).toEqual(plain.body);
      expect(plain.body.data.length).toBeGreaterThan(0);
    });

    test('has an item whose processing fails, and one whose provider is down', async () => {
      const { sync, file, mock } = setup();
      const failing = items.find(({ outcome }) => outcome === 'failed');
      const down = items.find(({ error }) => error === 'provider-unavailable');
      const { body } = await sync(ids[type], failing?.uri ?? '');
      mock.clock.advance('1m');
      expect((await file(body.id)).body.status).toBe('failed');
      expect((await sync(ids[type], down?.uri ?? '')).status).toBe(502);
    });
  },
);

const bucketOf = (uri: string) => new URL(uri).host;

test('the seeded world has files from 40 KB to 9 GB, and names that are hard to escape', () => {
  const items = definitions.flatMap(({ seeded, item }) =>
    seeded.flatMap((one) => one.items.map((seed) => item(seed))),
  );
  const sizes = items.flatMap(({ sizeBytes }) => sizeBytes ?? []);
  expect([Math.min(...sizes) < 41_000, Math.max(...sizes) > 9e9, Math.max(...sizes) < 9.2e9]).toEqual([
    true,
    true,
    true,
  ]);
  for (const hard of [' ', '+', '%', '#', '?', "'", 'ü', '日']) {
    expect(
      items.some(({ name }) => name.includes(hard)),
      hard,
    ).toBe(true);
  }
});
