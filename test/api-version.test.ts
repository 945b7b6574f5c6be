// The version of the API that a mock and an account answer as: what newer versions added never reaches an older client.
import { describe, expect, test } from 'vitest';
import { createMock, type MockOptions } from '../src/index.ts';
import { operationsById } from '../src/openapi/cloudglue.ts';
import { operationsOf } from '../src/openapi/document.ts';
import { API_VERSIONS, type ApiVersion, documentOf, NEWEST } from '../src/openapi/versions.ts';
import { annotatedDocument } from './support/annotated-document.ts';
import { ids, setup } from './support/setup.ts';

const OLDEST = API_VERSIONS[0];
const newestTypes = (version: ApiVersion) =>
  (documentOf(version).components.schemas.DataConnector as { properties: { type: { enum: string[] } } })
    .properties.type.enum;

describe('choosing a version', () => {
  test('without a choice it is the newest, as health tells', async () => {
    const { mock, call } = setup();
    expect(mock.apiVersion).toBe(NEWEST);
    expect((await call('GET', '/__admin/health')).body).toMatchObject({ api_version: NEWEST });
  });

  test.each(API_VERSIONS)('%s can be chosen', async (apiVersion) => {
    const { mock, call, connectors } = setup({ apiVersion });
    expect((await call('GET', '/__admin/health')).body).toMatchObject({ api_version: apiVersion });
    expect(mock.account('cg-test').settings.get().api_version).toBe(apiVersion);
    const types = new Set((await connectors()).body.data.map(({ type }) => type as string));
    expect(types.has('iconik')).toBe(newestTypes(apiVersion).includes('iconik'));
  });

  test('an unknown version is refused with those that there are', async () => {
    expect(() => createMock({ apiVersion: '0.7.8' as NonNullable<MockOptions['apiVersion']> })).toThrow(
      /apiVersion.*0\.7\.7.*0\.7\.12.*0\.7\.32/,
    );
    const { call, mock } = setup();
    const { status, body } = await call<{ detail: string }>('PATCH', '/__admin/settings', {
      api_version: '0.7.8',
    });
    expect([status, JSON.stringify(body)]).toEqual([
      400,
      expect.stringMatching(/0\.7\.7.*0\.7\.12.*0\.7\.32/),
    ]);
    expect((await mock.fetch('/openapi.json?version=0.9')).status).toBe(400);
  });
});

test('one server has accounts of two versions', async () => {
  const { mock, as } = setup();
  mock.account('cg-old').settings.update({ api_version: OLDEST });
  const total = async (token: string) => (await as(token).connectors()).body.data.length;
  expect(await total('cg-new')).toBe((await total('cg-old')) + 1);
  mock.account('cg-old').settings.update({ api_version: NEWEST });
  expect(await total('cg-new')).toBe(await total('cg-old'));
});

test('a snapshot carries on at another version, which shows what it has', async () => {
  const { mock, as } = setup();
  const client = as('cg-test');
  await client.sync(ids.grain, 'grain://recording/abc123');
  await client.sync(ids.iconik, 'iconik://asset/c81e5b40-7d22-11f0-b3c9-0242ac120002');
  const snapshot = mock.account('cg-test').snapshot();
  const old = setup({ apiVersion: OLDEST });
  old.mock.account('cg-test').restore(snapshot);
  const { body } = await old.files();
  expect([body.total, body.data.map(({ source }) => source)]).toEqual([1, ['grain']]);
  const newest = setup();
  newest.mock.account('cg-test').restore(old.mock.account('cg-test').snapshot());
  expect((await newest.files()).body.total).toBe(2);
});

describe('a client of an older version', () => {
  test('finds neither a connector, nor a file, nor a collection of a kind that it does not have', async () => {
    const { mock, browse, sync, file, files, createCollection, collection, collections } = setup();
    const made = (await sync(ids.iconik, 'iconik://asset/c81e5b40-7d22-11f0-b3c9-0242ac120002')).body;
    const folder = (await createCollection('Library', { collection_type: 'metadata' })).body;
    await createCollection('Films');
    mock.account('cg-test').settings.update({ api_version: OLDEST });
    expect((await browse(ids.iconik)).status).toBe(404);
    expect((await file(made.id)).status).toBe(404);
    expect((await files()).body).toMatchObject({ data: [], total: 0 });
    expect((await collection(folder.id)).status).toBe(404);
    expect((await collections()).body.data.map(({ name }) => name)).toEqual(['Films']);
    expect((await createCollection('More', { collection_type: 'metadata' })).status).toBe(400);
  });

  test('gets no field that it does not have, and what it sends of later fields is named as ignored', async () => {
    const { as, mock } = setup({ apiVersion: OLDEST });
    const old = as('cg-old');
    const { status, headers, body } = await old.createCollection('Films', {
      describe_config: { enable_summary: true, prompt: 'Name every person.' },
    });
    expect(status).toBe(200);
    expect(headers.get('x-cloudglue-mock-ignored')).toBe('describe_config.prompt; since=0.7.32');
    mock.account('cg-old').settings.update({ api_version: NEWEST });
    expect((await old.collection(body.id)).body.describe_config).not.toHaveProperty('prompt');
    const { body: newer } = await old.createCollection('Talks', {
      describe_config: { enable_summary: true, prompt: 'Name every person.' },
    });
    expect(newer.describe_config).toHaveProperty('prompt');
    mock.account('cg-old').settings.update({ api_version: OLDEST });
    const shown = (await old.collection(newer.id)).body.describe_config;
    expect(shown).toMatchObject({ enable_summary: true });
    expect(shown).not.toHaveProperty('prompt');
  });

  test('is told of a query parameter that is ignored, in a header and in the journal', async () => {
    const { mock, browse } = setup({ apiVersion: OLDEST });
    const { status, headers } = await browse(ids.dropbox, { recursive: 'true', limit: 2 });
    expect([status, headers.get('x-cloudglue-mock-ignored')]).toEqual([200, 'recursive; since=0.7.20']);
    await browse(ids.dropbox, { limit: 2 });
    const [first, second] = mock.account('cg-test').requests.list();
    expect([first?.ignored, second?.ignored]).toEqual([['recursive; since=0.7.20'], []]);
    mock.account('cg-test').settings.update({ api_version: NEWEST });
    expect((await browse(ids.dropbox, { recursive: 'true' })).headers.has('x-cloudglue-mock-ignored')).toBe(
      false,
    );
  });

  test('is told of a filter that does not count for the provider, then or ever', async () => {
    const { mock, browse } = setup({ apiVersion: OLDEST, startTime: '2026-01-15T09:00:00Z' });
    const ignored = async (id: string, filters: Record<string, string>) =>
      (await browse(id, filters)).headers.get('x-cloudglue-mock-ignored');
    expect(await ignored(ids.zoom, { title_search: 'kick' })).toBe('title_search; since=0.7.9');
    expect(await ignored(ids.grain, { title_search: 'kick', path: '/Team' })).toBe('path');
    mock.account('cg-test').settings.update({ api_version: NEWEST });
    expect(await ignored(ids.zoom, { title_search: 'kick', from: '2025-06-01' })).toBeNull();
    expect(
      mock
        .account('cg-test')
        .requests.list()
        .map((one) => one.ignored),
    ).toEqual([['title_search; since=0.7.9'], ['path'], []]);
  });

  test.each(API_VERSIONS)(
    'at %s is told of what no version has, whatever it is called',
    async (apiVersion) => {
      const { mock, call } = setup({ apiVersion });
      const header = (headers: Headers) => headers.get('x-cloudglue-mock-ignored');
      const { baseUrl } = await mock.listen();
      const send = (body: object) =>
        fetch(`${baseUrl}/collections?colour=red`, {
          method: 'POST',
          headers: { authorization: 'Bearer cg-test', 'content-type': 'application/json' },
          body: JSON.stringify({
            name: JSON.stringify(body),
            collection_type: 'media-descriptions',
            ...body,
          }),
        });
      const odd = await send({
        'nä, me\n\u2713': 1,
        describe_config: { enable_speech: true, enable_spech: true },
      });
      expect([odd.status, header(odd.headers)]).toEqual([
        200,
        'colour, n%C3%A4%2C me%0A%E2%9C%93, describe_config.enable_spech',
      ]);
      const [request] = mock.account('cg-test').requests.list();
      expect(request?.ignored).toEqual(['colour', 'nä, me\n\u2713', 'describe_config.enable_spech']);
      const many = await send(
        Object.fromEntries(Array.from({ length: 5_000 }, (_, nth) => [`key${nth}`, 1])),
      );
      expect([many.status, header(many.headers)]).toEqual([
        200,
        expect.stringMatching(/^colour, key0, .* 4981 more$/),
      ]);
      const plain = await call('GET', '/v1/files?limit=1&status=completed');
      expect(header(plain.headers)).toBeNull();
    },
  );

  test('is answered in its version, whose name every answer carries', async () => {
    const { mock, connectors } = setup({ apiVersion: '0.7.12' });
    expect((await connectors()).headers.get('x-cloudglue-mock-api-version')).toBe('0.7.12');
    mock.account('cg-test').settings.update({ api_version: NEWEST });
    expect((await connectors()).headers.has('x-cloudglue-mock-api-version')).toBe(false);
  });
});

describe('the control plane', () => {
  type Versions = {
    default: string;
    versions: string[];
    changed_in: string[];
    differences: { noticed_by: string; place: string }[];
    detail?: string;
  };
  const versions = (query = '', apiVersion: ApiVersion = NEWEST) =>
    setup({ apiVersion }).call<Versions>('GET', `/__admin/versions${query}`);

  test('lists the versions, and no differences unasked', async () => {
    const { body } = await versions('', '0.7.12');
    expect(body).toMatchObject({ default: '0.7.12', versions: API_VERSIONS, differences: [] });
    expect(body.changed_in).toEqual(expect.arrayContaining(['0.7.8', '0.7.20', '0.7.32']));
  });

  test('lists what differs between two versions, first what most clients notice', async () => {
    const { body } = await versions('?from=0.7.7&to=0.7.32');
    const order = body.differences.map(({ noticed_by }) => noticed_by);
    expect([...new Set(order)]).toEqual(['every client', 'strict clients', 'no client']);
    expect((await versions('?to=0.7.32')).body.differences).toEqual(body.differences);
    const places = (await versions('?from=0.7.14&to=0.7.15')).body.differences.map(({ place }) => place);
    expect(places).toContain('DataConnectorFile.thumbnail_url');
    expect(places).not.toContain('listDataConnectorFiles query recursive');
  });

  test.each(['0.7.6', '0.9.0', 'newest', ''])(
    'refuses the version "%s" with those that there are',
    async (from) => {
      const { status, body } = await versions(`?from=${from}`);
      expect(status).toBe(400);
      expect(body.detail).toContain('from must be a version of the API from 0.7.7 to 0.7.32, such as');
    },
  );

  test('refuses a range that ends before it begins, and takes one of a single version', async () => {
    const { status, body } = await versions('?from=0.7.12&to=0.7.9');
    expect(status).toBe(400);
    expect(body.detail).toContain('from must not be later than to: ask from 0.7.9 to 0.7.12');
    expect((await versions('?from=0.7.9&to=0.7.9')).body.differences).toEqual([]);
  });

  test('lists no error case, and no item, that the version does not have', async () => {
    const errorsAt = async (apiVersion: ApiVersion) => {
      const { body } = await setup({ apiVersion }).call<{
        data: { operations: string[]; ways: { items: string[] } }[];
      }>('GET', '/__admin/errors');
      const operations = new Set(body.data.flatMap((one) => one.operations));
      return { operations, items: body.data.flatMap(({ ways }) => ways.items) };
    };
    const [old, now] = [await errorsAt(OLDEST), await errorsAt(NEWEST)];
    expect(now.items.some((uri) => uri.startsWith('iconik:'))).toBe(true);
    expect(old.items.some((uri) => uri.startsWith('iconik:'))).toBe(false);
    const known = [...operationsOf(documentOf(OLDEST)).keys(), 'every operation'];
    expect([...old.operations].filter((id) => !known.includes(id))).toEqual([]);
  });
});

describe('the document', () => {
  test.each(API_VERSIONS)(
    'of %s is served by a mock of that version, and to who asks for it',
    async (version) => {
      const document = documentOf(version);
      const own = setup({ apiVersion: version }).mock;
      // The document as it is names this address; it is served with the one that it was asked at.
      const url = 'http://127.0.0.1:4747/openapi.json';
      expect(await (await own.fetch(url)).json()).toEqual(document);
      expect(await (await setup().mock.fetch(`${url}?version=${version}`)).json()).toEqual(document);
    },
  );

  test('has every operation of the newest version', () => {
    const all = [...operationsOf(annotatedDocument).keys()];
    expect(all).toEqual([...operationsById.keys()]);
  });
});
