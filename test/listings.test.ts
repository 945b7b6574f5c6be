// Listings are kept from one page to the next: what they show must be what one that is made anew would show.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMock } from '../src/index.ts';
import { rounds } from './support/rounds.ts';
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
  { filter: filterOf('filename', '3.mp4'), order: 'filename' },
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

test('a listing after changes equals one computed from scratch, in every order and with every filter', async () => {
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
    { numRuns: rounds(10) },
  );
});

test('a listing is right after many changes at once', async () => {
  const { sync, files, mock } = setup({ unknownUris: 'create' });
  await files({ status: 'processing' });
  for (let n = 0; n < 1_100; n++) await sync(ids.gong, `gong://call/${n}`);
  expect((await files({ status: 'processing' })).body.total).toBe(0);
  mock.clock.advance('3s');
  expect((await files({ status: 'processing', limit: 1 })).body).toMatchObject({ total: 1_100, limit: 1 });
  mock.clock.advance('9s');
  expect((await files({ status: 'processing' })).body.total).toBe(0);
});

test('consecutive pages contain every file once, whichever page is read first', async () => {
  const { sync, files } = setup({ unknownUris: 'create' });
  for (let n = 0; n < 23; n++) await sync(ids.gong, `gong://call/${n}`);
  const pages = [2, 0, 1].map((nth) => files({ limit: 10, offset: nth * 10 }));
  const seen = (await Promise.all(pages)).flatMap(({ body }) => body.data.map(({ uri }) => uri));
  expect(new Set(seen).size).toBe(23);
  expect(seen).toHaveLength(23);
  expect((await files({ limit: 10, offset: 30 })).body).toMatchObject({ data: [], total: 23 });
});

test('files created at the same moment stay in order of creation, however they got into the listing', async () => {
  const { sync, update, files, mock } = setup({ unknownUris: 'create' });
  const make = async (name: string) => (await sync(ids.gong, `gong://call/${name}`)).body.id;
  const early = await make('early');
  mock.clock.advance('1s');
  const [first, second, third] = [await make('first'), await make('second'), await make('third')];
  const red = async () => {
    const { body } = await files({ sort: 'asc', filter: filterOf('tag', 'red', 'metadata') });
    return body.data.map(({ id }) => id);
  };
  for (const id of [first, third]) await update(id, { metadata: { tag: 'red' } });
  expect(await red()).toEqual([first, third]);
  for (const id of [second, early]) await update(id, { metadata: { tag: 'red' } });
  expect(await red()).toEqual([early, first, second, third]);
});
