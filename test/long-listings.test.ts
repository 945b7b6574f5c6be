// Listings so long that they are made in slices, between which anything can happen.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MockOptions } from '../src/index.ts';
import type { ListingPlan } from '../src/store/listing.ts';
import { Table } from '../src/store/table.ts';
import { rounds } from './support/rounds.ts';
import { ids, setup } from './support/setup.ts';

interface Row {
  id: string;
  key: string;
  name: string;
  createdAt: number;
}

const change = fc.record({
  do: fc.constantFrom(
    'make' as const,
    'make' as const,
    'rename' as const,
    'remove' as const,
    'remake' as const,
  ),
  n: fc.nat(),
});

test('a listing shows what came of changes that were made while it was being made', async () => {
  const plans: ListingPlan<Row>[] = [
    { compare: (a, b) => a.createdAt - b.createdAt, isWanted: () => true },
    { compare: (a, b) => Number(a.name) - Number(b.name), isWanted: ({ name }) => Number(name) % 3 > 0 },
  ];
  const changesPerTurn = fc.array(fc.array(change, { maxLength: 40 }), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...plans), changesPerTurn, async (plan, turns) => {
      const table = new Table<Row>({ usage: { kept: 0 }, onChange: () => {}, onForget: () => {} });
      let made = 0;
      const make = (id = `${++made}`) =>
        table.insert({ id, key: id, name: `${(made * 7) % 50}`, createdAt: Math.floor(made / 500) });
      for (let n = 0; n < 20_000; n++) make();
      let looks = 0;
      const listing = table.listing('kept', {
        ...plan,
        isWanted(row, now) {
          // So slow that other work comes in many times.
          if (++looks % 500 === 0) for (const end = performance.now() + 3; performance.now() < end; );
          return plan.isWanted(row, now);
        },
      });
      const apply = (changes: { do: string; n: number }[] = []) => {
        for (const { do: what, n } of changes) {
          const id = `${(n % made) + 1}`;
          if (what === 'make') make();
          else if (what === 'rename') table.update(id, { name: `${n % 50}` });
          else if (table.remove(id) && what === 'remake') make(id);
        }
      };
      let updating = listing.update(() => 0, false);
      let turn = 0;
      while (updating) {
        apply(turns[turn++]);
        await Promise.race([updating, new Promise(setImmediate)]);
        updating = listing.update(() => 0, false);
      }
      expect(turn).toBeGreaterThan(5);
      // Then few changes between pages, and many.
      for (const changes of [[], ...turns.slice(0, 5), turns.flat()]) {
        apply(changes);
        listing.update(() => 0, true);
        const anew = table.listing(`anew ${made} ${changes.length} ${turn++}`, plan);
        anew.update(() => 0, true);
        expect(listing.page(0, made, false)).toEqual(anew.page(0, made, false));
      }
    }),
    { numRuns: rounds(2) },
  );
});

const nthId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const NAMES_IN_NO_ORDER = 7_919;

/** A mock with one account that has so many files, all of them pending and in one collection. */
async function filled(count: number, options: MockOptions = {}) {
  const client = setup({ unknownUris: 'create', ...options });
  const { id } = (await client.sync(ids.gong, 'gong://call/first')).body;
  const collection = (await client.createCollection('All')).body.id;
  await client.addMedia(collection, { file_id: id });
  const account = client.mock.account('cg-test');
  const snapshot = account.snapshot();
  const [state] = Object.values(snapshot.accounts);
  const [row, entry] = [state?.files.rows[0], state?.collectionFiles.rows[0]];
  if (!state || !row || !entry) throw new Error('the snapshot holds no file in a collection');
  const others = Array.from({ length: count - 1 }, (_, n) => nthId(n));
  const rows = others.map((other, n) => {
    return { ...row, id: other, key: `${row.key}${n}`, filename: `${(n * NAMES_IN_NO_ORDER) % count}.mp4` };
  });
  const entries = others.map((fileId) => {
    const key = `${collection} ${fileId}`;
    return { ...entry, id: key, key, fileId };
  });
  account.restore({
    ...snapshot,
    accounts: {
      only: {
        ...state,
        files: { ...state.files, rows: [row, ...rows] },
        collectionFiles: { ...state.collectionFiles, rows: [entry, ...entries] },
      },
    },
  });
  return { ...client, account, id, collection };
}

const turn = () => new Promise(setImmediate);

test('a long listing keeps nobody else waiting, and has what they made meanwhile', async () => {
  const { sync, files, file, id } = await filled(100_000);
  const answered: string[] = [];
  const listing = files({ order: 'filename', limit: 1 });
  await Promise.all([
    listing.then(() => answered.push('listing')),
    file(id).then(() => answered.push('file')),
    sync(ids.gong, 'gong://call/meanwhile').then(() => answered.push('sync')),
  ]);
  expect(answered).toEqual(['file', 'sync', 'listing']);
  expect((await listing).body.total).toBe(100_001);
});

test('many long listings at once are made one after the other', async () => {
  const { files, file, id } = await filled(30_000);
  const answered: string[] = [];
  const days = Array.from({ length: 20 }, (_, n) => `2026-03-${10 + n}`);
  const listings = days.map(async (created_before) => {
    const { body } = await files({ order: 'filename', created_before, limit: 1 });
    answered.push(created_before);
    return body.total;
  });
  await turn();
  await file(id).then(() => answered.push('file'));
  expect(await Promise.all(listings)).toEqual(days.map(() => 30_000));
  expect(answered.indexOf('file')).toBeLessThan(3);
  expect(answered.filter((one) => one !== 'file')).toEqual(days);
});

test('a short listing does not wait for the long ones of another mock', async () => {
  const [long, short] = [await filled(30_000), await filled(1_100)];
  const answered: string[] = [];
  const listings = Array.from({ length: 12 }, (_, n) =>
    long.files({ order: 'filename', created_before: `2026-03-${10 + n}` }).then(() => answered.push('long')),
  );
  await turn();
  await short.files({ order: 'filename' }).then(() => answered.push('short'));
  await Promise.all(listings);
  expect(answered.indexOf('short')).toBeLessThan(3);
});

test('what is listed is as it is in the end: a clock that moved, or a state that was put back', async () => {
  const { files, account } = await filled(50_000);
  const before = account.snapshot();
  const moved = files({ status: 'completed', order: 'filename', limit: 1 });
  await turn();
  account.clock.advance('1h');
  expect((await moved).body).toMatchObject({ total: 50_000, data: [{ status: 'completed' }] });
  const query = { order: 'filename', created_after: '2026-01-01', limit: 1 };
  const putBack = files({ ...query, status: 'completed' });
  await turn();
  account.restore(before);
  expect((await putBack).body).toMatchObject({ total: 0, data: [] });
  for (const [status, total] of [['completed', 0] as const, ['pending', 50_000] as const]) {
    expect((await files({ ...query, status })).body.total).toBe(total);
  }
});

test('a long listing of a collection ends though its files change without end', async () => {
  const { videos, update, collection } = await filled(30_000);
  let [open, asked, renamed] = [0, 0, 0];
  const answers: Promise<number>[] = [];
  while (asked < 5 || open > 0) {
    if (asked < 5 && renamed % 3 === 0) {
      open++;
      asked++;
      const answer = videos(collection, { order: 'filename', limit: 1 });
      answers.push(answer.then(({ body }) => body.total));
      answer.finally(() => open--);
    }
    const id = nthId(renamed++);
    await update(id, { filename: `${renamed}.mov`, metadata: { renamed } });
    await turn();
  }
  expect(await Promise.all(answers)).toEqual(Array(5).fill(30_000));
});

test('a collection that is deleted while it is listed is not found', async () => {
  const { videos, call, collection } = await filled(50_000);
  const listing = videos(collection, { order: 'filename' });
  await turn();
  await call('DELETE', `/v1/collections/${collection}`);
  expect((await listing).status).toBe(404);
});
