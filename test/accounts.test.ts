// Accounts: each token has its own, and none ever meets another.
import { describe, expect, test } from 'vitest';
import { ids, setup } from './support/setup.ts';

const GRAIN = 'grain://recording/abc123';

describe('credentials', () => {
  test.each([
    ['none', undefined],
    ['an empty one', ''],
    ['no token', 'Bearer'],
    ['a blank token', 'Bearer   '],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
    ['a bare key', 'cg-test'],
    ['a run-on scheme', 'Bearercg-test'],
  ])('are refused with 401: %s', async (_what, authorization) => {
    const { mock } = setup();
    const response = await mock.fetch('/v1/files', {
      headers: { ...(authorization !== undefined && { authorization }) },
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toEqual({ error: expect.stringContaining('Authorization: Bearer <key>') });
  });

  test('are accepted with the scheme in any case, and with extra whitespace', async () => {
    const { mock, sync } = setup();
    await sync(ids.grain, GRAIN);
    for (const authorization of ['bearer cg-test', 'BEARER  cg-test ']) {
      const response = await mock.fetch('/v1/files', { headers: { authorization } });
      expect(await response.json()).toMatchObject({ total: 1 });
    }
  });
});

test('accounts share the world, but not files, deletions or clocks', async () => {
  const { mock, as } = setup();
  const [ana, ben] = [as('ana'), as('ben')];
  expect((await ana.connectors()).body).toEqual((await ben.connectors()).body);
  const { body } = await ana.sync(ids.grain, GRAIN);
  expect((await ben.file(body.id)).status).toBe(404);
  expect((await ben.remove(body.id)).status).toBe(404);
  expect((await ben.files()).body.total).toBe(0);
  mock.account('ana').clock.advance('8s');
  await ben.sync(ids.grain, GRAIN);
  expect((await ana.file(body.id)).body.status).toBe('completed');
  expect((await ben.file(body.id)).body.status).toBe('pending');
  await ana.remove(body.id);
  expect((await ben.file(body.id)).status).toBe(200);
});

test('the same item has the same id in every account, so recorded answers hold for any key', async () => {
  const { as } = setup();
  const [one, other] = [await as('ana').sync(ids.grain, GRAIN), await as('ben').sync(ids.grain, GRAIN)];
  expect(other.body).toEqual(one.body);
});

test('fifty concurrent accounts are isolated from each other', async () => {
  const { as } = setup();
  const uris = [GRAIN, 'zoom://id/86420197531', 'dropbox://Team/All hands.mp4'] as const;
  const connectors = [ids.grain, ids.zoom, ids.dropbox];
  await Promise.all(
    Array.from({ length: 50 }, async (_, at) => {
      const client = as(`worker-${at}`);
      for (const [index, uri] of uris.slice(0, 1 + (at % 3)).entries())
        await client.sync(connectors[index] ?? '', uri);
      expect((await client.files()).body.total).toBe(1 + (at % 3));
    }),
  );
});

describe('limits', () => {
  test('beyond the limit of accounts, the least recently used one is evicted', async () => {
    const { as } = setup({ maxAccounts: 2 });
    for (const token of ['ana', 'ben']) await as(token).sync(ids.grain, GRAIN);
    await as('ana').files();
    await as('cem').files();
    expect((await as('ana').files()).body.total).toBe(1);
    expect((await as('ben').files()).body.total).toBe(0);
  });

  test('beyond the limit of records, other accounts are evicted, and an account that reaches it alone gets 429', async () => {
    const { as } = setup({ maxFiles: 3 });
    const [ana, ben] = [as('ana'), as('ben')];
    await ben.sync(ids.grain, GRAIN);
    const uris = (await ana.browse(ids.grain)).body.data
      .filter(({ size_bytes }) => size_bytes)
      .map(({ uri }) => uri ?? '');
    for (const uri of uris.slice(0, 3)) expect((await ana.sync(ids.grain, uri)).status).toBe(200);
    expect((await ben.files()).body.total).toBe(0);
    const full = await ana.sync(ids.grain, uris[3] ?? '');
    expect(full.status).toBe(429);
    expect(full.body.error).toContain('--max-files');
    expect((await ana.sync(ids.grain, uris[0] ?? '')).status).toBe(200);
    expect((await ana.files()).body.total).toBe(3);
  });

  describe('of bytes', () => {
    const metadata = (bytes: number) => ({ metadata: { text: 'x'.repeat(bytes) } });

    test('other accounts make room, and one that fills it alone gets 429 until it deletes something', async () => {
      const { as } = setup({ maxBytes: 1_000_000 });
      const [ana, ben] = [as('ana'), as('ben')];
      const bens = (await ben.sync(ids.grain, GRAIN)).body.id;
      await ben.update(bens, metadata(200_000));
      const uris = (await ana.browse(ids.grain)).body.data.flatMap(({ uri, size_bytes }) =>
        uri && size_bytes ? [uri] : [],
      );
      const files: string[] = [];
      let full = await ana.sync(ids.grain, uris[0] ?? '');
      for (const uri of uris.slice(1)) {
        files.push(full.body.id);
        full = await ana.update(full.body.id, metadata(300_000));
        if (full.status === 200) full = await ana.sync(ids.grain, uri);
        if (full.status !== 200) break;
      }
      expect([full.status, full.headers.get('retry-after')]).toEqual([429, '30']);
      expect(full.body.error).toMatch(/holds 1000000 bytes of names, metadata .* larger --max-bytes/);
      // What one request adds may be beyond it.
      expect(files).toHaveLength(4);
      expect((await ben.files()).body.total).toBe(0);
      expect((await ana.createCollection('All')).status).toBe(429);
      expect((await ana.file(files[0] ?? '')).status).toBe(200);
      await ana.remove(files[0] ?? '');
      expect((await ana.createCollection('All')).status).toBe(200);
    });

    test('every way to fill an account is counted', async () => {
      const { mock, as } = setup({ maxBytes: 100_000 });
      const big = (nth: number) => `${'x'.repeat(60_000)}${nth}`;
      const account = (token: string) => ({ ...as(token), control: mock.account(token) });
      const ways: Record<
        string,
        (one: ReturnType<typeof account>, nth: number) => Promise<{ status: number }>
      > = {
        names: async ({ createCollection }, nth) => createCollection(big(nth)),
        URIs: async ({ syncUrl }, nth) => syncUrl(`https://example.com/${big(nth)}.mp4`),
        configs: async ({ createCollection }, nth) =>
          createCollection(`c${nth}`, { describe_config: {}, description: big(nth) }),
        webhooks: async ({ createWebhook }, nth) =>
          createWebhook({
            endpoint: `http://127.0.0.1:9/${big(nth)}`,
            subscribed_events: ['file.job.completed'],
          }),
        connectors: async ({ call }, nth) =>
          call('POST', '/__admin/connectors', {
            type: 'gong',
            items: [{ id: String(nth), title: big(nth) }],
          }),
        'deleted files': async ({ syncUrl, remove }, nth) => {
          const { status, body } = await syncUrl(`https://example.com/${big(nth)}.mp4`);
          if (status === 200) await remove(body.id);
          return { status };
        },
      };
      for (const [way, fill] of Object.entries(ways)) {
        const statuses: number[] = [];
        for (let nth = 0; nth < 3; nth++) statuses.push((await fill(account(way), nth)).status);
        expect([way, statuses.at(-1)]).toEqual([way, 429]);
        expect([way, statuses[0]]).not.toEqual([way, 429]);
      }
    });

    test('what replaces something takes its place', async () => {
      const { sync, update } = setup({ maxBytes: 1_000_000 });
      const { id } = (await sync(ids.grain, GRAIN)).body;
      for (let nth = 0; nth < 20; nth++) expect((await update(id, metadata(300_000 + nth))).status).toBe(200);
    });

    test('a snapshot of more is refused with what to do', async () => {
      const { mock, sync, update } = setup();
      const { id } = (await sync(ids.grain, GRAIN)).body;
      await update(id, metadata(300_000));
      const snapshot = mock.account('cg-test').snapshot();
      const small = setup({ maxBytes: 200_000 });
      expect(() => small.mock.account('cg-test').restore(snapshot)).toThrow(
        /with at least --max-bytes 30\d{4}$/,
      );
      expect((await small.files()).body.total).toBe(0);
      const fits = setup({ maxBytes: 310_000 });
      fits.mock.account('cg-test').restore(snapshot);
      expect((await fits.update(id, metadata(10))).status).toBe(200);
    });
  });

  test('deleting and syncing one item again and again does not fill an account', async () => {
    const { sync, remove } = setup({ maxFiles: 2 });
    for (let life = 0; life < 20; life++) {
      const { status, body } = await sync(ids.grain, GRAIN);
      expect(status).toBe(200);
      await remove(body.id);
    }
  });

  test('records of requests interrupted by a reset do not count toward the limit', async () => {
    const { mock, sync, as } = setup({ maxFiles: 2 });
    for (let n = 0; n < 2; n++) {
      mock.account('cg-test').faults.add({ delay: { fixed: '50ms' } });
      const delayed = sync(ids.grain, GRAIN);
      await new Promise(setImmediate);
      mock.reset();
      const { status, headers, body } = await delayed;
      expect([status, headers.get('retry-after'), body.error]).toEqual([
        503,
        '1',
        expect.stringContaining('Send it again'),
      ]);
    }
    for (const token of ['ana', 'ben', 'cem'])
      expect((await as(token).sync(ids.grain, GRAIN)).status).toBe(200);
  });
});

test('a request interrupted by a reset is refused, whatever it would have done or answered', async () => {
  const { mock, sync, files, file, createCollection, createWebhook } = setup();
  const account = mock.account('cg-test');
  const { id } = (await sync(ids.grain, GRAIN)).body;
  for (const request of [
    () => file(id),
    () => files(),
    () => sync(ids.grain, GRAIN),
    () => createCollection('Interviews'),
    () => createWebhook({ endpoint: 'http://127.0.0.1:9/hook', subscribed_events: ['file.job.completed'] }),
  ]) {
    account.faults.add({ delay: { fixed: '50ms' } });
    const delayed = request();
    await new Promise(setImmediate);
    account.reset();
    expect((await delayed).status).toBe(503);
    expect((await request()).status).toBe(request.toString().includes('file(id)') ? 404 : 200);
    account.reset();
    await sync(ids.grain, GRAIN);
  }
});
