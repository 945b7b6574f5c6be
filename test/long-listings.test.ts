// Listings so long that they are made in slices, between which anything can happen.

import { expect, test } from 'vitest';
import type { MockOptions } from '../src/index.ts';
import { select } from '../src/store/query.ts';
import { Table } from '../src/store/table.ts';
import { filled, nthId } from './support/filled.ts';
import { ids, setup } from './support/setup.ts';

const turn = () => new Promise(setImmediate);

/** A listing that looks closely at every file, so that it takes several slices. */
const LONG = {
  order: 'filename',
  limit: 1,
  filter: JSON.stringify({ file: [{ path: 'filename', operator: 'NotEqual', valueText: 'none' }] }),
};

test('a long listing does not delay other requests, and includes files they created meanwhile', async () => {
  const { sync, files, file, id } = await filled(60_000);
  const answered: string[] = [];
  const listing = files(LONG);
  await Promise.all([
    listing.then(() => answered.push('listing')),
    file(id).then(() => answered.push('file')),
    sync(ids.gong, 'gong://call/meanwhile').then(() => answered.push('sync')),
  ]);
  expect(answered).toEqual(['file', 'sync', 'listing']);
  expect((await listing).body.total).toBe(60_001);
});

test('many long listings at once delay other requests no longer than one', async () => {
  const { files, file, id } = await filled(60_000);
  const answered: string[] = [];
  const days = Array.from({ length: 20 }, (_, n) => `2026-03-${10 + n}`);
  const listings = days.map(async (created_before) => {
    const { body } = await files({ ...LONG, created_before });
    answered.push(created_before);
    return body.total;
  });
  await turn();
  await file(id).then(() => answered.push('file'));
  expect(await Promise.all(listings)).toEqual(days.map(() => 60_000));
  expect(answered.indexOf('file')).toBeLessThan(days.length / 2);
});

test('a short listing does not wait for the long ones of another mock', async () => {
  const [long, short] = [await filled(60_000), await filled(1_100)];
  const answered: string[] = [];
  const listings = Array.from({ length: 12 }, (_, n) =>
    long.files({ ...LONG, created_before: `2026-03-${10 + n}` }).then(() => answered.push('long')),
  );
  await turn();
  await short.files({ order: 'filename' }).then(() => answered.push('short'));
  await Promise.all(listings);
  expect(answered.indexOf('short')).toBeLessThan(listings.length);
});

test('a page shows the final state if the clock advanced or files changed meanwhile', async () => {
  const { files, account, remove, id } = await filled(60_000);
  const moved = files({ ...LONG, status: 'completed' });
  await turn();
  account.clock.advance('1h');
  expect((await moved).body).toMatchObject({ total: 60_000, data: [{ status: 'completed' }] });
  const fewer = files(LONG);
  await turn();
  expect((await remove(id)).status).toBe(200);
  expect((await fewer).body.total).toBe(59_999);
});

test('a listing of an account that is reset or restored meanwhile gets an error that says so', async () => {
  const { files, account } = await filled(60_000);
  for (const change of [() => account.restore(account.snapshot()), account.reset]) {
    const listing = files(LONG);
    await turn();
    change();
    const { status, body } = await listing;
    expect([status, body.error]).toEqual([503, expect.stringContaining('was reset, restored or evicted')]);
  }
});

test('a long listing of a collection ends even if its files keep changing', async () => {
  const { videos, update, collection } = await filled(60_000);
  let [open, asked, renamed] = [0, 0, 0];
  const answers: Promise<number>[] = [];
  while (asked < 5 || open > 0) {
    if (asked < 5 && renamed % 3 === 0) {
      open++;
      asked++;
      const answer = videos(collection, LONG);
      answers.push(answer.then(({ body }) => body.total));
      answer.finally(() => open--);
    }
    const id = nthId(renamed++);
    await update(id, { filename: `${renamed}.mov`, metadata: { renamed } });
    await turn();
  }
  expect(await Promise.all(answers)).toEqual(Array(5).fill(60_000));
});

test('a collection that is deleted while it is listed gets 404', async () => {
  const { videos, call, collection } = await filled(60_000);
  const listing = videos(collection, LONG);
  await turn();
  await call('DELETE', `/v1/collections/${collection}`);
  expect((await listing).status).toBe(404);
});

test('a listing has a pause after each record that takes long to look at', async () => {
  const table = new Table<{ id: string; key: string }>({
    onChange: () => {},
    closedError: () => new Error('closed'),
    weightOf: () => 0,
  });
  for (let n = 0; n < 8; n++) table.insert({ id: `${n}`, key: `${n}` });
  let turns = 0;
  const seenAt: number[] = [];
  const isWanted = () => {
    seenAt.push(turns);
    const until = performance.now() + 15;
    while (performance.now() < until);
    return true;
  };
  const countTurns = async () => {
    for (; seenAt.length < table.size; turns++) await turn();
  };
  await Promise.all([select(table, { offset: 0, limit: 1, isDescending: false, isWanted }), countTurns()]);
  // The first turn may come before or after the second record.
  expect(new Set(seenAt).size).toBeGreaterThan(5);
});

test('pages are the same whatever was removed before, and in which order', async () => {
  const { mock, sync, files, remove } = setup({ unknownUris: 'create' });
  const account = mock.account('cg-test');
  const made: string[] = [];
  const page = async (offset: number, sort: 'asc' | 'desc') => {
    const { body } = await files({ offset, limit: 5, sort });
    const all = sort === 'asc' ? made : made.toReversed();
    expect(body.data.map((one) => one.id)).toEqual(all.slice(offset, offset + 5));
    expect(body.total).toBe(made.length);
  };
  const both = async () => {
    for (const offset of [0, 3, made.length])
      for (const sort of ['asc', 'desc'] as const) await page(offset, sort);
  };
  let calls = 0;
  const add = async () => void made.push((await sync(ids.gong, `gong://call/${++calls}`)).body.id);
  for (let n = 0; n < 24; n++) await add();
  await both();
  // From the end, the beginning and the middle, until most are gone, with new ones in between.
  for (const at of [23, 22, 0, 0, 9, 10, 10, 3, 15, 0, 1, 2, 3, 4, 5]) {
    const [id] = made.splice(Math.min(at, made.length - 1), 1);
    await remove(id ?? '');
    await both();
    if (at % 3 === 0) await add();
    await both();
  }
  account.restore(account.snapshot());
  await both();
});

/** So many that to look at them takes many slices on a fast machine, too. */
const JOURNAL = 10_000;

/** A mock with so many requests in its journal, and a way to ask it that answers with the text. */
async function asked(count: number, options: MockOptions = {}) {
  const { mock, file, files, id } = await filled(1, { journal: count, ...options });
  const headers = { authorization: 'Bearer cg-test' };
  const text = async (path: string) => (await mock.fetch(path, { headers })).text();
  for (let n = 0; n < count; n++) await mock.fetch(`/v1/files/${id}?n=${n}`, { headers });
  return { mock, text, file, files, id };
}

test.each(['requests', 'requests?path=*none*', 'requests/count?uri=*none*', 'requests/har'])(
  'a long journal does not delay other requests: GET /__admin/%s',
  async (path) => {
    const { text, file, id } = await asked(JOURNAL);
    const answered: string[] = [];
    const listing = text(`/__admin/${path}`).then(() => answered.push('journal'));
    await turn();
    await file(id).then(() => answered.push('file'));
    await listing;
    expect(answered).toEqual(['file', 'journal']);
  },
);

test.each(['files', 'snapshot'])(
  'a large account does not delay other requests: GET /__admin/%s',
  async (path) => {
    const { mock, account, file, id } = await filled(20_000);
    const answered: string[] = [];
    const whole = mock
      .fetch(`/__admin/${path}`, { headers: { authorization: 'Bearer cg-test' } })
      .then(async (response) => {
        const body = await response.json();
        answered.push(path);
        return body;
      });
    await turn();
    await file(id).then(() => answered.push('file'));
    const expected = { files: { data: account.files.list() }, snapshot: account.snapshot() }[path];
    expect(await whole).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(answered).toEqual(['file', path]);
  },
);

test('a journal that is read lists what is left of it while new requests take the place of the oldest', async () => {
  const { text, files, mock, id } = await asked(JOURNAL);
  const listing = text('/__admin/requests');
  await turn();
  for (let n = 0; n < JOURNAL / 2; n++) await files({ limit: 1 });
  const { data, total } = JSON.parse(await listing);
  expect(total).toBe(JOURNAL);
  expect(data.length).toBeGreaterThan(JOURNAL / 4);
  for (const { operation, url } of data) {
    expect(operation).toBe('getFile');
    expect(url).toContain(`/v1/files/${id}?n=`);
  }
  const numbers = data.map(({ number }: { number: number }) => number);
  expect(numbers).toEqual(numbers.toSorted((a: number, b: number) => a - b));
  mock.account('cg-test').requests.clear();
  expect(JSON.parse(await text('/__admin/requests'))).toEqual({ data: [], total: 0 });
});
