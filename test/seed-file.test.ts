// Seed files: a user's own world, and errors that say where to look.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createMock, SeedError } from '../src/index.ts';
import { connectorCount } from './support/ids.ts';
import { ids, setup } from './support/setup.ts';

const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-'));
afterAll(() => rmSync(folder, { recursive: true }));

let written = 0;
function seedFile(text: string, extension = 'yaml'): string {
  const path = join(folder, `seed-${written++}.${extension}`);
  writeFileSync(path, text);
  return path;
}

const OWN = '3f2c1e5a-9b7d-4c6e-8a1f-0d2b4c6e8f10';

test('chooses the version of the API, unless the option does', () => {
  const seed = seedFile('api_version: 0.7.12');
  expect(setup({ seed }).mock.apiVersion).toBe('0.7.12');
  expect(setup({ seed, apiVersion: '0.7.7' }).mock.apiVersion).toBe('0.7.7');
  expect(() => createMock({ seed: seedFile('api_version: 0.7.8') })).toThrow(
    /:1: api_version .*0\.7\.7.*0\.7\.32/,
  );
});

test('adds items to the connector of a type, and keeps the seeded ones', async () => {
  const seed = seedFile(`
connectors:
  - type: grain
    items:
      - id: mine
        title: Our own recording
        created_at: 2026-02-01T10:00:00Z
        duration_seconds: 61.5
        teams: [{ id: t1, name: Own team }]
`);
  const { sync, browse, sourceMetadata } = setup({ seed, lifecycle: 'instant' });
  expect((await browse(ids.grain, { team: 'Own team' })).body.data).toHaveLength(1);
  expect((await sync(ids.grain, 'grain://recording/mine')).body).toMatchObject({
    status: 'completed',
    media_info: { duration_seconds: 61.5 },
    source_metadata: { title: 'Our own recording', end_datetime: '2026-02-01T10:01:01.500Z' },
  });
  expect((await sync(ids.grain, 'grain://recording/abc123')).status).toBe(200);
  const { body } = await sourceMetadata(ids.grain, 'grain://recording/mine');
  expect(body.source_metadata).toMatchObject({ duration_ms: 61_500 });
});

test('adds a connector, with stable defaults for fields left out', async () => {
  const seed = seedFile(
    JSON.stringify({
      connectors: [
        {
          type: 's3',
          id: OWN,
          metadata: { bucket_names: ['mine'] },
          items: [{ bucket: 'mine', key: 'a b/ü.mp4' }],
        },
      ],
    }),
    'json',
  );
  const { connectors, sync } = setup({ seed });
  expect((await connectors()).body).toMatchObject({
    total: connectorCount + 1,
    data: expect.arrayContaining([expect.objectContaining({ id: OWN, type: 's3' })]),
  });
  const first = await sync(OWN, 's3://mine/a b/ü.mp4');
  expect(first.body.filename).toBe('ü.mp4');
  expect((await setup({ seed }).sync(OWN, 's3://mine/a b/ü.mp4')).body).toEqual(first.body);
});

test('replaces the world, or an item of the seeded world by one with the same URI', async () => {
  const replaced = setup({
    seed: seedFile('mode: replace\nconnectors:\n  - { type: gong, items: [{ id: "1", title: One }] }\n'),
  });
  const { body } = await replaced.connectors();
  expect(body.data.map(({ type }) => type)).toEqual(['gong']);
  expect((await replaced.sync(body.data[0]?.id ?? '', 'gong://call/1')).status).toBe(200);
  const changed = setup({
    seed: seedFile(
      'connectors:\n  - { type: grain, items: [{ id: abc123, title: Ours, error: provider-unavailable }] }\n',
    ),
  });
  expect((await changed.sync(ids.grain, 'grain://recording/abc123')).status).toBe(502);
});

test('accepts errors that occur a limited number of times, for items and for public URLs', async () => {
  const { sync, syncUrl } = setup({
    seed: seedFile(`
connectors:
  - type: gong
    items: [{ id: "1", title: One, error: item-not-found, error_times: 1 }]
urls:
  - { url: https://cdn.our-site.example/a.mp4, error: share-link-expired, error_times: 2 }
`),
  });
  const uri = 'https://CDN.our-site.example/%61.mp4';
  expect((await sync(ids.gong, 'gong://call/1')).status).toBe(404);
  expect((await sync(ids.gong, 'gong://call/1')).status).toBe(200);
  expect([(await syncUrl(uri)).status, (await syncUrl(uri)).status, (await syncUrl(uri)).status]).toEqual([
    403, 403, 200,
  ]);
});

test('accepts JSON that is indented with tabs', async () => {
  const seed = seedFile(
    '{\n\t"connectors": [\n\t\t{\n\t\t\t"type": "gong",\n\t\t\t"items": []\n\t\t}\n\t]\n}',
    'json',
  );
  expect((await setup({ seed }).connectors()).body.total).toBe(connectorCount);
});

describe('a mistake is refused with its line, its field and what was expected', () => {
  test.each([
    [
      'a wrong type',
      'connectors:\n  - type: grain\n    items:\n      - id: a\n        title: 7\n',
      ':5: connectors[0].items[0].title must be a string, not 7',
    ],
    [
      'a missing field',
      'connectors:\n  - type: grain\n    items:\n      - id: a\n',
      ':4: connectors[0].items[0].title is required',
    ],
    [
      'an unknown field',
      'connectors:\n  - type: gong\n    colour: red\n',
      ':3: connectors[0] has no field "colour"',
    ],
    [
      'an unknown connector',
      'connectors:\n  - type: vimeo\n',
      ':2: connectors[0].type must be one of s3, gcs, google-drive',
    ],
    [
      'a negative size',
      'connectors:\n  - type: s3\n    items:\n      - { bucket: a, key: b,\n          size_bytes: -1 }\n',
      ':5: connectors[0].items[0].size_bytes must be at least 0',
    ],
    [
      'a date that is none',
      'connectors:\n  - type: s3\n    created_at: yesterday\n',
      ':3: connectors[0].created_at must be a date and time',
    ],
    [
      'an id that is none',
      'connectors:\n  - type: s3\n    id: mine\n',
      ':3: connectors[0].id must be a UUID',
    ],
    [
      'an id of another type',
      `connectors:\n  - type: s3\n    id: ${ids.grain}\n`,
      ':2: connectors[0].type must be grain',
    ],
    ['an unknown mode', 'mode: add\nconnectors: []\n', ':1: mode must be one of extend, replace'],
    [
      'neither connectors nor URLs',
      'mode: extend\n',
      'the file must have api_version, connectors, urls or faults',
    ],
    [
      'a URL of a connector',
      'urls:\n  - url: s3://bucket/key.mp4\n',
      ':2: urls[0].url must be a public URL: "s3://bucket/key.mp4" is not an http or https URL',
    ],
    [
      'a URL that is not a video',
      'urls:\n  - url: https://www.loom.com/pricing\n',
      ':2: urls[0].url must be a public URL: "https://www.loom.com/pricing" is not a Loom URL',
    ],
    [
      'an error that is met zero times',
      'connectors:\n  - type: gong\n    items:\n      - { id: a, title: A, error: item-not-found,\n          error_times: 0 }\n',
      ':5: connectors[0].items[0].error_times must be at least 1',
    ],
    [
      'a number of times without an error',
      'connectors:\n  - type: grain\n    items:\n      - { id: a, title: A,\n          error_times: 2 }\n',
      ':5: connectors[0].items[0].error_times is the number of times that error occurs, and there is no error: add one of share-link-gated',
    ],
    [
      'an unknown quirk of a listing',
      'connectors:\n  - type: zoom\n    items:\n      - { uuid: a, topic: A, listing: slow }\n',
      ':4: connectors[0].items[0].listing must be one of empty-page, expiring-tokens, not "slow"',
    ],
    [
      'a quirk of a listing where nothing is listed',
      'urls:\n  - { url: https://example.com/a.mp4, listing: empty-page }\n',
      ':2: urls[0] has no field "listing"',
    ],
    ['an empty file', '', 'the file must be an object, not null'],
    ['broken YAML', 'connectors: [\n  - {', 'not valid YAML or JSON'],
    ['broken JSON', '{"connectors": [}', 'not valid YAML or JSON'],
    ['a duplicate key', 'connectors: []\nconnectors: []\n', ':2: not valid YAML or JSON'],
    [
      'aliases that explode',
      `a: &a [${'x,'.repeat(20)}]\nb: &b [${'*a,'.repeat(20)}]\nc: &c [${'*b,'.repeat(20)}]\nconnectors: [${'*c,'.repeat(20)}]\n`,
      'not valid YAML or JSON',
    ],
    [
      'the same item twice',
      'connectors:\n  - type: gong\n    items:\n      - { id: a, title: A }\n      - { id: a, title: B }\n',
      ':5: connectors[0].items[1] is the same item as connectors[0].items[0]',
    ],
  ])('%s', (_what, text, problem) => {
    const seed = seedFile(text);
    let message = '';
    try {
      createMock({ seed });
    } catch (error) {
      expect(error).toBeInstanceOf(SeedError);
      message = (error as Error).message;
    }
    expect(message).toContain(seed);
    expect(message).toContain(problem);
  });

  test('a file that does not exist', () => {
    expect(() => createMock({ seed: join(folder, 'nope.yaml') })).toThrow(
      /cannot read the seed file .*nope\.yaml: no such file .*\(ENOENT\)/,
    );
    expect(() => createMock({ seed: folder })).toThrow(SeedError);
  });
});

test('a snapshot that is restored in a mock with another world changes neither world', async () => {
  const [first, second] = [
    setup(),
    setup({ seed: seedFile('mode: replace\nconnectors:\n  - { type: s3 }\n') }),
  ];
  const [a, b] = [first.mock.account('cg-test'), second.mock.account('cg-test')];
  a.connectors.add({ type: 'gong', items: [] });
  const count = a.connectors.list().length;
  b.restore(a.snapshot());
  expect(
    b.connectors
      .list()
      .map(({ type }) => type)
      .toSorted(),
  ).toEqual(['gong', 's3']);
  expect(a.connectors.list().length).toBe(count);
});

test('of connectors created at the same moment, the API and provider states agree on the oldest', async () => {
  const grain = (id: string, name: string) =>
    `  - { type: grain, id: ${id}${id}-${id}-4${id.slice(1)}-8${id.slice(1)}-${id}${id}${id}, items: [{ id: ${name}, title: x }] }\n`;
  const seed = seedFile(`mode: replace\nconnectors:\n${grain('aaaa', 'of-a')}${grain('bbbb', 'of-b')}`);
  const { mock, createCollection, addMedia } = setup({ seed });
  const answers: Record<string, number[]> = {};
  for (const name of ['of-a', 'of-b']) {
    const uri = `grain://recording/${name}`;
    const state = await mock.fetch('/__admin/pact/setup?token=cg-test', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state: 'an item exists', params: { uri } }),
    });
    const collection = (await createCollection(name)).body.id;
    answers[name] = [state.status, (await addMedia(collection, { url: uri })).status];
  }
  expect(answers).toEqual({ 'of-a': [409, 404], 'of-b': [200, 200] });
});
