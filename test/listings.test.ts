// Listings are kept from one page to the next: what they show must be what one that is made anew would show.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMock } from '../src/index.ts';
import type { ListingPlan } from '../src/store/listing.ts';
import { Table } from '../src/store/table.ts';
import { createClient, ids, setup } from './support/setup.ts';

const filterOf = (path: string, valueText: string, group = 'file') =>
  JSON.stringify({ [group]: [{ path, operator: 'Equal', valueText }] });

/** Every order and kind of filter that the listing of files has. */
const QUERIES: Record<string, string | number>[] = [
  {},
  { sort: 'asc' },
  { order: 'filename' },
  { order: 'filename', sort: 'asc' },
  { status: 'pending' },
  { status: 'processing', sort: 'asc' },
  { status: 'completed', order: 'filename' },
  { created_after: '2026-01-16' },
  { created_before: '2026-01-16', status: 'completed' },
  { filter: filterOf('tag', 'red', 'metadata') },
  { filter: filterOf('status', 'completed'), order: 'filename' },
];
const VIDEO_QUERIES = [
  {},
  { status: 'completed' },
  { order: 'filename', sort: 'asc' },
  { status: 'processing' },
];

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('sync' as const), n: fc.nat(30) }) },
  fc.record({ do: fc.constantFrom('remove' as const, 'retag' as const, 'rename' as const), n: fc.nat(30) }),
  fc.record({ do: fc.constantFrom('collect' as const, 'uncollect' as const), n: fc.nat(30) }),
  fc.record({ do: fc.constant('force' as const), n: fc.nat(30) }),
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), n: fc.constantFrom(1, 3, 9, 50_000) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('look' as const), n: fc.nat(200) }) },
);

test('a listing that has seen changes shows what one that is made anew shows, in every order and with every filter', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      await using mock = createMock({ lifecycle: 'manual', unknownUris: 'create' });
      // Thousands of answers: what each of them looks like is checked elsewhere.
      const as = (token: string) => createClient(mock.fetch, token, async () => {});
      const [kept, anew] = [as('cg-kept'), as('cg-anew')];
      const collection = (await kept.createCollection('All')).body.id;
      const made: string[] = [];
      const one = (n: number) => made[n % Math.max(1, made.length)] ?? 'none';
      for (const { do: what, n } of steps) {
        if (what === 'sync') {
          const { id } = (await kept.sync(ids.gong, `gong://call/${n}`)).body;
          if (!made.includes(id)) made.push(id);
        } else if (what === 'remove') {
          await kept.remove(one(n));
          made.splice(made.indexOf(one(n)), 1);
        } else if (what === 'retag') await kept.update(one(n), { metadata: { tag: n % 2 ? 'red' : 'blue' } });
        else if (what === 'rename') await kept.update(one(n), { filename: `${n % 7}.mp4` });
        else if (what === 'collect') await kept.addMedia(collection, { file_id: one(n) });
        else if (what === 'uncollect')
          await kept.call('DELETE', `/v1/collections/${collection}/videos/${one(n)}`);
        else if (what === 'wait') mock.account('cg-kept').clock.advance(`${n}s`);
        else if (what === 'force' && made.length > 0) {
          mock.account('cg-kept').files.set(one(n), { status: n % 2 ? 'failed' : 'pending' });
        } else {
          await kept.files(QUERIES[n % QUERIES.length]);
          await kept.videos(collection, VIDEO_QUERIES[n % VIDEO_QUERIES.length]);
        }
      }
      mock.account('cg-anew').restore(mock.account('cg-kept').snapshot());
      for (const query of QUERIES) {
        for (const page of [{}, { limit: 3, offset: 2 }]) {
          expect((await kept.files({ ...query, ...page })).body).toEqual(
            (await anew.files({ ...query, ...page })).body,
          );
        }
      }
      for (const query of VIDEO_QUERIES) {
        expect((await kept.videos(collection, query)).body).toEqual(
          (await anew.videos(collection, query)).body,
        );
      }
    }),
    { numRuns: 60 },
  );
});

test('a listing goes on after more changes at once than it follows one by one', async () => {
  const { sync, files, mock } = setup({ unknownUris: 'create' });
  await files({ status: 'processing' });
  for (let n = 0; n < 1_100; n++) await sync(ids.gong, `gong://call/${n}`);
  expect((await files({ status: 'processing' })).body.total).toBe(0);
  mock.clock.advance('3s');
  expect((await files({ status: 'processing', limit: 1 })).body).toMatchObject({ total: 1_100, limit: 1 });
  mock.clock.advance('9s');
  expect((await files({ status: 'processing' })).body.total).toBe(0);
});

test('pages that follow each other hold every file once, whatever page is asked for first', async () => {
  const { sync, files } = setup({ unknownUris: 'create' });
  for (let n = 0; n < 23; n++) await sync(ids.gong, `gong://call/${n}`);
  const pages = [2, 0, 1].map((nth) => files({ limit: 10, offset: nth * 10 }));
  const seen = (await Promise.all(pages)).flatMap(({ body }) => body.data.map(({ uri }) => uri));
  expect(new Set(seen).size).toBe(23);
  expect(seen).toHaveLength(23);
  expect((await files({ limit: 10, offset: 30 })).body).toMatchObject({ data: [], total: 23 });
});

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
      const listing = table.listing('kept', plan);
      // Other work comes in after each step.
      let updating = listing.update(0, 0);
      let turn = 0;
      while (updating) {
        for (const { do: what, n } of turns[turn++] ?? []) {
          const id = `${(n % made) + 1}`;
          if (what === 'make') make();
          else if (what === 'rename') table.update(id, { name: `${n % 50}` });
          else if (table.remove(id) && what === 'remake') make(id);
        }
        await Promise.race([updating, new Promise(setImmediate)]);
        updating = listing.update(0, 0);
      }
      expect(turn).toBeGreaterThan(1);
      const anew = table.listing('anew', plan);
      anew.update(0, Number.POSITIVE_INFINITY);
      expect(listing.page(0, made, false)).toEqual(anew.page(0, made, false));
    }),
    { numRuns: 20 },
  );
});

test('a long listing keeps nobody else waiting, and has what they made meanwhile', async () => {
  const { sync, files, file, mock } = setup({ unknownUris: 'create' });
  const { id } = (await sync(ids.gong, 'gong://call/first')).body;
  const account = mock.account('cg-test');
  const snapshot = account.snapshot();
  const [state] = Object.values(snapshot.accounts);
  const [row] = state?.files.rows ?? [];
  if (!state || !row) throw new Error('the snapshot holds no file');
  const more = Array.from({ length: 100_000 }, (_, n) => ({
    ...row,
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    key: `${row.key}${n}`,
    filename: `${(n * 7_919) % 100_000}.mp4`,
  }));
  account.restore({
    ...snapshot,
    accounts: { only: { ...state, files: { ...state.files, rows: [row, ...more] } } },
  });
  const answered: string[] = [];
  const listing = files({ order: 'filename', limit: 1 });
  await Promise.all([
    listing.then(() => answered.push('listing')),
    file(id).then(() => answered.push('file')),
    sync(ids.gong, 'gong://call/meanwhile').then(() => answered.push('sync')),
  ]);
  expect(answered).toEqual(['file', 'sync', 'listing']);
  expect((await listing).body.total).toBe(100_002);
});
