// What a client of an older version is told of adds up: it counts what it can list, and hears of nothing else.
import { expect, test } from 'vitest';
import { dereference, operationsOf } from '../src/openapi/document.ts';
import { API_VERSIONS, type ApiVersion, documentOf } from '../src/openapi/versions.ts';
import { type Client, ids, setup } from './support/setup.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108020000000000000000000000', 'hex');
const ASSET = 'iconik://asset/c81e5b40-7d22-11f0-b3c9-0242ac120002';

/** An account with things of every kind that came with a newer version. */
async function accountWithAll() {
  const client = setup();
  const { sync, upload, createCollection, addMedia, createWebhook, call } = client;
  const form = new FormData();
  form.append('file', new File([PNG], 'poster.png', { type: 'image/png' }));
  const files = [
    (await sync(ids.iconik, ASSET)).body,
    (await sync(ids.zoom, 'zoom://uuid/uIFbDT0Ks%2F%2FVptIgjvIQug%3D%3D')).body,
    (await sync(ids.grain, 'grain://recording/abc123')).body,
    (await upload(form)).body,
  ];
  const collections = [
    (await createCollection('Films')).body,
    (await createCollection('Library', { collection_type: 'metadata' })).body,
    (
      await createCollection('Moments', {
        collection_type: 'moments',
        moments_config: { criteria: [{ criterion: { name: 'joke', instructions: 'A joke.' } }] },
      })
    ).body,
  ];
  for (const { id } of collections) {
    for (const file of files.slice(0, 3)) expect((await addMedia(id, { file_id: file.id })).status).toBe(200);
    await call('POST', `/v1/collections/${id}/imports`, {
      name: 'All',
      connector_id: ids.grain,
      start: false,
    });
  }
  for (const { id } of files) {
    const tag = await call('POST', '/v1/tags', { file_id: id, label: 'kind', value: 'any' });
    expect(tag.status).toBe(200);
  }
  const endpoint = 'http://127.0.0.1:9/';
  await createWebhook({ endpoint, subscribed_events: ['find_moments.job.completed', 'file.job.completed'] });
  return { ...client, account: client.mock.account('cg-test') };
}

interface List {
  data: { id?: string; file_id?: string }[];
  total: number;
  limit: number;
}

/** The operations of a version that list things and count them. */
function countingOperations(version: ApiVersion) {
  const document = documentOf(version);
  return [...operationsOf(document).values()].filter(({ operation }) => {
    const schema = operation.responses['200']?.content?.['application/json']?.schema;
    const text = JSON.stringify(dereference(document, schema));
    return /"total"|PaginationResponse/.test(text);
  });
}

/** Everything that an operation lists, page by page. */
async function listAll({ call }: Client, path: string): Promise<List> {
  const data: List['data'] = [];
  for (;;) {
    const { status, body } = await call<List>('GET', `/v1${path}?limit=2&offset=${data.length}`);
    expect(status, path).toBe(200);
    data.push(...body.data);
    if (body.data.length === 0 || data.length >= body.total) return { ...body, data };
  }
}

test.each(API_VERSIONS)('at %s every count agrees with what can be listed', async (version) => {
  const client = await accountWithAll();
  client.account.settings.update({ api_version: version });
  const files = (await listAll(client, '/files')).data;
  const { data: collections } = await listAll(client, '/collections');
  expect(files).toHaveLength(version === '0.7.7' ? 2 : 4);
  const operations = countingOperations(version);
  expect(operations.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['listFiles', 'listCollections', 'listVideos', 'listWebhooks', 'listTags']),
  );
  for (const { path } of operations) {
    const paths = path.includes('{collection_id}')
      ? collections.map(({ id }) => path.replace('{collection_id}', String(id)))
      : path.includes('{file_id}')
        ? files.map(({ id }) => path.replace('{file_id}', String(id)))
        : [path];
    expect(paths.filter((one) => one.includes('{'))).toEqual([]);
    for (const one of paths) {
      const { data, total } = await listAll(client, one);
      expect(data, one).toHaveLength(total);
    }
  }
  for (const { id } of collections) {
    const { data } = await listAll(client, `/collections/${id}/videos`);
    const counts = [
      (await client.collection(String(id))).body.file_count,
      (await client.collections({ limit: 100 })).body.data.find((one) => one.id === id)?.file_count,
      (await client.call<{ file_count: number }>('PUT', `/v1/collections/${id}`, { description: 'New' })).body
        .file_count,
    ];
    expect(counts).toEqual([data.length, data.length, data.length]);
    const known = files.map((file) => file.id);
    expect(data.every(({ file_id }) => known.includes(file_id))).toBe(true);
  }
});

test('a client of an older version hears of no file and no collection of a kind that it does not have', async () => {
  const { account, createWebhook, call } = await accountWithAll();
  const subscribed_events = ['file', 'collection.file'].flatMap((what) =>
    ['processing', 'completed', 'deleted'].map((status) => `${what}.job.${status}`),
  );
  await createWebhook({ endpoint: 'http://127.0.0.1:9/', subscribed_events });
  account.settings.update({ api_version: '0.7.7' });
  account.clock.settle();
  const { data } = (await call<{ data: { id: string }[] }>('GET', '/v1/files')).body;
  for (const { id } of data) await call('DELETE', `/v1/files/${id}`);
  const sent = account.webhooks.deliveries();
  expect(new Set(sent.map(({ file_id }) => file_id))).toEqual(new Set(data.map(({ id }) => id)));
  for (const { file_id, payload } of sent) expect(payload).toMatchObject({ file_id });
});
