// What is long beside other requests: listings, removals, reads of the control plane, large connectors.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ListedFiles } from '../src/imports/listed-files.ts';
import type { Snapshot } from '../src/index.ts';
import { oldestOf } from '../src/sources/source.ts';
import { doAtOnce } from '../src/time/slices.ts';
import { createWorld, seededWorld } from '../src/world/world.ts';
import { answersBeside, JSON_KEY, KEY, SEVERAL } from './support/beside.ts';
import { filled, nthId } from './support/filled.ts';
import { ids, setup } from './support/setup.ts';
import { statesOf } from './support/states.ts';

test('all files are listed, and the clock is moved to what is planned, beside other requests', async () => {
  const client = await filled(60_000);
  const ask = async (method: string, path: string) => {
    const { text, answers } = await answersBeside(client, path, { method });
    expect(answers, path).toBeGreaterThan(SEVERAL);
    return JSON.parse(text);
  };
  expect((await ask('GET', '/__admin/files')).data).toHaveLength(60_000);
  expect((await ask('POST', '/__admin/clock/next')).by).toBe(2_000);
  expect((await ask('POST', '/__admin/clock/settle')).unsettled).toEqual([]);
});

test('files that were not inserted in the order of their creation are sorted beside other requests', async () => {
  const most = 60_000;
  const client = await filled(most);
  const { account, collection, mock } = client;
  const snapshot = JSON.parse(JSON.stringify(account.snapshot())) as Snapshot;
  for (const { files, collectionFiles } of statesOf(snapshot)) {
    for (const { rows } of [files, collectionFiles]) {
      for (const [nth, row] of rows.entries()) Object.assign(row, { createdAt: (nth * 7_919) % most });
    }
  }
  account.restore(snapshot);
  const listed = async (path: string) => {
    const { text, answers } = await answersBeside(client, `${path}?limit=3`);
    expect(answers, path).toBeGreaterThan(SEVERAL);
    const { data, total } = JSON.parse(text) as { data: Record<string, number>[]; total: number };
    return [total, ...data.map(({ created_at, added_at }) => added_at ?? created_at)];
  };
  const newest = [most, most - 1, most - 2, most - 3];
  expect(await listed(`/v1/collections/${collection}/videos`)).toEqual(newest);
  const listing = listed('/v1/files');
  const { id } = (await client.sync(ids.grain, 'grain://recording/abc123')).body;
  expect((await listing).slice(0, 1)).toEqual([most + 1]);
  const after = await mock.fetch('/v1/files?limit=1', { headers: KEY });
  expect((await after.json()).data).toMatchObject([{ id }]);
});

test('a collection of very many files is removed beside other requests, and its files stay', async () => {
  const client = await filled(60_000);
  const path = `/v1/collections/${client.collection}`;
  const { status, answers } = await answersBeside(client, path, { method: 'DELETE' });
  expect(status).toBe(200);
  expect(answers).toBeGreaterThan(SEVERAL);
  expect((await client.mock.fetch(path, { headers: KEY })).status).toBe(404);
  expect((await client.files()).body.total).toBe(60_000);
});

test('a collection that is being removed is gone at once, and so are all its entries in the end', async () => {
  const { mock, addMedia, id, collection, account } = await filled(60_000);
  const path = `/v1/collections/${collection}`;
  const remove = () => mock.fetch(path, { method: 'DELETE', headers: KEY });
  const removal = remove();
  await new Promise(setImmediate);
  const entries = () => statesOf(account.snapshot())[0]?.collectionFiles.rows.length;
  expect(entries()).toBeGreaterThan(0);
  expect((await mock.fetch(path, { headers: KEY })).status).toBe(404);
  expect((await addMedia(collection, { file_id: id })).status).toBe(404);
  // What was cut off is taken up again.
  const [half, again] = [account.snapshot(), await removal];
  account.restore(half);
  expect([again.status, (await remove()).status, entries()]).toEqual([200, 200, 0]);
  expect((await remove()).status).toBe(404);
});

test.each(['/__admin/requests', '/__admin/requests/har'])(
  'GET %s of a long journal goes beside other requests, whose places in it they may take, and shows none of them',
  async (path) => {
    const { mock, as } = setup({ journal: 400 });
    const metadata = { longText: 'word '.repeat(8_000) };
    const send = (token: string) => as(token).update(nthId(1), { filename: token, metadata });
    for (let nth = 0; nth < 400; nth++) await send('cg-test');
    const numbers = mock
      .account('cg-test')
      .requests.list()
      .map(({ number }) => number);
    let hasEnded = false;
    const reading = mock.fetch(path, { headers: KEY }).then((response) => response.text());
    reading.finally(() => {
      hasEnded = true;
    });
    let rounds = 0;
    // They take the places of those that are being read.
    for (; !hasEnded; rounds++) {
      await Promise.all(Array.from({ length: 50 }, () => send('cg-other')));
      await new Promise(setImmediate);
    }
    expect(rounds).toBeGreaterThan(1);
    const text = await reading;
    expect(text).not.toContain('cg-other');
    const { data, log } = JSON.parse(text) as {
      data?: { number: number }[];
      log?: { entries: { _number: number }[] };
    };
    const shown = data?.map(({ number }) => number) ?? log?.entries.map(({ _number }) => _number) ?? [];
    expect(shown).toEqual(numbers.filter((number) => shown.includes(number)));
  },
);

test('the items of a large connector are made beside other requests, whoever needs them first', async () => {
  const { mock, as } = setup();
  const add = (type: string, item: (nth: number) => object) => {
    const items = Array.from({ length: 40_000 }, (_, nth) => item(nth));
    return mock.account('cg-test').connectors.add({ type, items }).id;
  };
  const zoom = add('zoom', (nth) => ({ uuid: `${nth}==`, topic: `Call ${nth}` }));
  const browsed = await answersBeside({ mock, as }, `/v1/data-connectors/${zoom}/files?from=2020-01-01`);
  expect(JSON.parse(browsed.text).data).toHaveLength(20);
  expect(browsed.answers).toBeGreaterThan(SEVERAL);
  const drive = add('google-drive', (nth) => ({ id: `talk-${nth}`, path: `Talks/${nth}.mp4` }));
  const synced = await answersBeside({ mock, as }, `/v1/data-connectors/${drive}/sync`, {
    method: 'POST',
    body: JSON.stringify({ url: 'gdrive://file/talk-39999' }),
  });
  expect(JSON.parse(synced.text)).toMatchObject({ filename: '39999.mp4' });
  expect(synced.answers).toBeGreaterThan(SEVERAL);
});

test('an import makes its third page only when it has to be ready, and not as it takes the first', () => {
  const connector = oldestOf(createWorld(seededWorld()).connectors, 'dropbox');
  if (!connector) throw new Error('the seeded world has no Dropbox');
  const paths = connector.items.flatMap((item) => ('path' in item ? [String(item.path)] : []));
  const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/'))));
  const filters = [...folders].slice(0, 3).map((path) => ({ path }));
  expect(filters).toHaveLength(3);
  const listed = new ListedFiles(connector, filters, { most: 100, now: 0, read: 0 });
  doAtOnce(listed.prepare());
  listed.take();
  expect([listed.hasMore, listed.isReady]).toEqual([true, false]);
});

test('a large connector is listed, and imported from, beside other requests', async () => {
  const client = setup();
  const { mock, call, createCollection } = client;
  const items = Array.from({ length: 60_000 }, (_, nth) => ({
    uuid: `${(nth * 7_919) % 60_000}==`,
    topic: 'Talk',
  }));
  const { id } = mock.account('cg-test').connectors.add({ type: 'zoom', items });
  const library = (await createCollection('Library', { collection_type: 'metadata' })).body.id;
  const request = { name: 'Calls', connector_id: id, filters: [{ from: '2020-01-01' }] };
  await call('POST', `/v1/collections/${library}/imports`, request);
  await mock.fetch('/__admin/clock/advance', { method: 'POST', headers: JSON_KEY, body: '{"by":"2s"}' });
  const imported = await answersBeside(client, '/v1/files');
  expect(JSON.parse(imported.text).total).toBe(40);
  expect(imported.answers).toBeGreaterThan(SEVERAL);
  const other = mock.account('cg-test').connectors.add({ type: 'zoom', items }).id;
  await answersBeside(client, `/v1/data-connectors/${other}/source-metadata?url=zoom://uuid/1`);
  const listed = await answersBeside(client, `/v1/data-connectors/${other}/files?from=2020-01-01`);
  expect(JSON.parse(listed.text).data).toHaveLength(20);
  expect(listed.answers).toBeGreaterThan(SEVERAL);
});

test('the public URLs of a long seed file are made beside other requests', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const seed = join(folder, 'urls.json');
  const urls = Array.from({ length: 20_000 }, (_, nth) => ({ url: `https://cdn.example/talk-${nth}.mp4` }));
  writeFileSync(seed, JSON.stringify({ urls }));
  const body = JSON.stringify({ url: 'https://cdn.example/talk-19999.mp4' });
  const { status, answers } = await answersBeside(setup({ seed }), '/v1/files/sync', {
    method: 'POST',
    body,
  });
  expect(status).toBe(200);
  expect(answers).toBeGreaterThan(SEVERAL);
});

test('items of a connector are listed as before, however many there are', async () => {
  const { mock, call } = setup();
  const count = 1_000;
  const items = Array.from({ length: count }, (_, nth) => ({ id: `call-${nth}`, title: `Call ${nth}` }));
  const { id } = mock.account('cg-test').connectors.add({ type: 'gong', items });
  const { body } = await call<{ data: { seed: unknown }[] }>('GET', `/__admin/connectors/${id}/items`);
  expect(body.data.map(({ seed }) => seed)).toEqual(items);
  expect((await call<{ data: unknown[] }>('GET', `/__admin/connectors/${ids.gong}/items`)).status).toBe(200);
});
