// The journal: what was asked and answered, without keys and secrets, within bounds, found again, and as HAR.

import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createMock, type MockOptions } from '../src/index.ts';
import { expectLinear } from './support/linear.ts';
import { curl, serveMock } from './support/server.ts';
import { createClient, ids, setup } from './support/setup.ts';

const GRAIN = 'grain://recording/abc123';
const SECRET = 'hush-hush-4711';

/** A mock, its journal, and a way to ask it that checks nothing. */
function recording(options: MockOptions = {}) {
  const client = setup(options);
  const raw = createMock({ lifecycle: 'manual', ...options });
  const ask = (path: string, init: RequestInit = {}, token = 'cg-test') =>
    raw.fetch(path, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
  return {
    ...client,
    requests: client.mock.account('cg-test').requests,
    raw: { ask, mock: raw, requests: raw.account('cg-test').requests },
  };
}

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

test('lists each request and its answer, oldest first', async () => {
  const { sync, file, requests } = recording();
  const { id } = (await sync(ids.grain, GRAIN)).body;
  await file(id);
  const [first, second, ...others] = requests.list();
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    id: 'req_1',
    method: 'POST',
    operation: 'syncDataConnectorFile',
    uri: GRAIN,
    matched: true,
    faults: [],
    request: { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ url: GRAIN }) },
    response: { status: 200, headers: { 'x-request-id': 'req_1' } },
  });
  expect(JSON.parse(first?.response.body ?? '')).toMatchObject({ id, status: 'pending' });
  expect(second).toMatchObject({ operation: 'getFile', uri: null, request: { body: null } });
  expect(second?.number).toBeGreaterThan(first?.number ?? 0);
  expect(second?.at).toBeGreaterThan(Date.now() - 60_000);
});

test('names the fault rules that fired, and has status 0 if the connection was broken', async () => {
  const { files, requests, mock } = recording();
  const { faults } = mock.account('cg-test');
  faults.add({ id: 'slow', delay: { fixed: 1 }, times: 1 });
  faults.add({ id: 'lost', network: 'answer-lost', times: 1 });
  await files().catch(() => {});
  await files();
  expect(requests.list()).toMatchObject([
    { faults: ['slow', 'lost'], response: { status: 0, headers: {}, body: null } },
    { faults: [], response: { status: 200 } },
  ]);
});

describe('secrets', () => {
  /** Everything that can be seen of a journal. */
  const seen = async ({ ask, mock, requests }: ReturnType<typeof recording>['raw']) => {
    const events: unknown[] = [];
    mock.account('cg-test').follow((event) => events.push(event));
    const texts = [
      JSON.stringify(requests.list()),
      JSON.stringify(requests.har()),
      await (await ask('/__admin/requests')).text(),
      await (await ask('/__admin/requests/har')).text(),
    ];
    return { texts, events };
  };

  test.each<[string, string, RequestInit]>([
    ['in the header Authorization', '/v1/files', { headers: { authorization: `Bearer ${SECRET}` } }],
    [
      'in other headers',
      '/v1/files',
      {
        headers: {
          cookie: `session=${SECRET}`,
          'x-api-key': SECRET,
          'x-auth-token': SECRET,
          'proxy-authorization': SECRET,
          referer: `https://app.example/?access_token=${SECRET}&x=1`,
        },
      },
    ],
    ['in the query', `/v1/files?api_key=${SECRET}&token=${SECRET}&token=${SECRET}2`, {}],
    [
      'in a URL in the query',
      `/v1/data-connectors/${ids.s3}/source-metadata?url=${encodeURIComponent(`https://b.s3.amazonaws.com/a.mp4?X-Amz-Signature=${SECRET}`)}`,
      {},
    ],
    [
      'in the fields of a body, whatever they hold',
      '/v1/files/sync',
      json({ url: 'x', api_key: SECRET, deep: [{ token: [SECRET], credentials: { user: SECRET } }] }),
    ],
    [
      'in a body that spells its fields oddly',
      '/v1/files/sync',
      json(`{ "url": "x", "api\\u005fkey" : "${SECRET}" }`),
    ],
    ['in a body that is not JSON', '/v1/files/sync', json(`{"url":"x","password":"${SECRET}`)],
    [
      'in a body that is cut off',
      '/v1/files/sync',
      json({ secret: SECRET, filler: 'x'.repeat(10_000), token: 'x' }),
    ],
    ['in a field that is cut off itself', '/v1/files/sync', json({ url: 'x', token: SECRET.repeat(1_000) })],
    [
      'in a URL in a body',
      '/v1/files/sync',
      json({ url: `https://ann:${SECRET}@media.example/a.mp4?sig=1&X-Amz-Credential=${SECRET}&t=5` }),
    ],
    ['where no route matches', `/v1/nope?signature=${SECRET}`, json({ secret: SECRET })],
  ])('%s are redacted', async (_what, path, init) => {
    const { raw } = recording();
    await raw.ask(path, init);
    await raw.ask(path, { ...init, headers: { ...init.headers, authorization: 'Bearer cg-test' } });
    const { texts } = await seen(raw);
    expect(raw.requests.count()).toBeGreaterThan(0);
    for (const text of texts) {
      expect(text).not.toContain(SECRET);
      expect(text).not.toContain('cg-test');
      expect(text).toMatch(/\[redacted\]|%5Bredacted%5D/);
    }
  });

  test('of webhooks are redacted, in answers and in events', async () => {
    const { raw } = recording();
    const events: unknown[] = [];
    raw.mock.account('cg-test').follow((event) => events.push(event));
    const made = await raw.ask(
      '/v1/webhooks',
      json({ endpoint: `https://u:${SECRET}@example.com/hook?token=${SECRET}`, subscribed_events: [] }),
    );
    const { webhook_secret } = (await made.json()) as { webhook_secret: string };
    await raw.ask('/v1/webhooks');
    const { texts } = await seen(raw);
    for (const text of [...texts, JSON.stringify(events)]) {
      expect(text).not.toContain(SECRET);
      if (webhook_secret) expect(text).not.toContain(webhook_secret);
    }
    expect(events).toHaveLength(2);
  });

  test('are the only values redacted: page tokens and the like stay', async () => {
    const { raw } = recording();
    await raw.ask(`/v1/data-connectors/${ids.s3}/files?page_token=abc&limit=2`);
    await raw.ask(
      '/v1/files/sync',
      json('{ "url":"https://a.example/x.mp4?t=5&page_token=z",  "extra": 1 }'),
    );
    const [listed, synced] = raw.requests.list();
    expect(listed?.url).toContain('page_token=abc&limit=2');
    expect(synced).toMatchObject({ uri: 'https://a.example/x.mp4?t=5&page_token=z' });
    // As it was written, spaces and all.
    expect(synced?.request.body).toBe('{ "url":"https://a.example/x.mp4?t=5&page_token=z",  "extra": 1 }');
    const next = await raw.ask(`/v1/data-connectors/${ids.grain}/files?limit=1`);
    const { next_page_token } = (await next.json()) as { next_page_token: string };
    expect(next_page_token).toBeTruthy();
    expect(raw.requests.list().at(-1)?.response.body).toContain(next_page_token);
  });

  test('are redacted in a large body without blocking for long', async () => {
    await expectLinear(8_000, async (times) => {
      const { raw } = recording();
      for (const piece of ['"a":', '"token":"', '?a=b&', '[']) {
        await raw.ask('/v1/files/sync', json(piece.repeat(times)));
      }
      expect(raw.requests.list()).toHaveLength(4);
    });
  });
});

describe('limits', () => {
  test('beyond its capacity, the oldest requests are dropped', async () => {
    const { file, requests } = recording({ journal: 3 });
    for (let n = 0; n < 10; n++) await file(`f${n}`);
    expect(requests.list().map(({ url }) => url.at(-1))).toEqual(['7', '8', '9']);
    expect(requests.count()).toBe(3);
  });

  test('a journal of 0 keeps nothing, and can still be followed', async () => {
    const { files, requests, mock } = recording({ journal: 0 });
    await files();
    const seen: unknown[] = [];
    const end = mock.account('cg-test').follow((event) => seen.push(event));
    await files();
    end();
    await files();
    expect([requests.count(), seen.length]).toEqual([0, 1]);
  });

  test('only the beginning of long bodies is kept', async () => {
    const { raw } = recording();
    const body = JSON.stringify({ url: `grain://recording/${'é'.repeat(20_000)}` });
    await raw.ask('/v1/files/sync', json(body));
    const [entry] = raw.requests.list();
    expect(entry?.request.body).toBe(`${body.slice(0, 8_192)}…`);
  });

  test('bodies of uploads are not kept, and not delayed', async () => {
    const { upload, requests } = recording();
    const form = new FormData();
    form.append('file', new File([Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0isomiso2', 'latin1')], 'a.mp4'));
    expect((await upload(form)).status).toBe(200);
    expect(requests.list()).toMatchObject([{ operation: 'uploadFile', request: { body: null } }]);
  });
});

describe('finding', () => {
  async function filled() {
    const client = recording();
    await client.sync(ids.grain, GRAIN);
    await client.sync(ids.grain, 'grain://recording/nope');
    await client.files({ limit: 5 });
    await client.file('nope');
    await client.call('GET', '/v1/videos');
    return client;
  }
  const all = ['POST /v1/data-connectors', 'POST', 'GET', 'GET', 'GET'];

  test.each([
    [{}, all.length],
    [{ operation: 'syncDataConnectorFile' }, 2],
    [{ operation: 'deleteFile' }, 0],
    [{ method: 'get' }, 3],
    [{ path: '/v1/files*' }, 2],
    [{ path: '/v1/files' }, 1],
    [{ path: '/v1/????s' }, 1],
    [{ status: 404 }, 3],
    [{ status: 404, matched: true }, 2],
    [{ matched: false }, 1],
    [{ uri: GRAIN }, 1],
    [{ uri: 'grain://*' }, 2],
    [{ uri: '*' }, 5],
    [{ since: 0 }, 5],
    [{ since: 3 }, 2],
    [{ method: 'POST', status: 200, uri: '*abc*' }, 1],
  ])('%o matches %i', async (criteria, count) => {
    const { requests, mock } = await filled();
    expect(requests.list(criteria)).toHaveLength(count);
    expect(requests.count(criteria)).toBe(count);
    expect(requests.har(criteria).log.entries).toHaveLength(count);
    const query = new URLSearchParams(Object.entries(criteria).map(([name, value]) => [name, String(value)]));
    const init = { headers: { authorization: 'Bearer cg-test' } };
    const over = async (path: string) =>
      (await (await mock.fetch(`/__admin/requests${path}?${query}`, init)).json()) as Record<string, never>;
    expect(await over('')).toEqual({ data: requests.list(criteria), total: count });
    expect(await over('/count')).toEqual({ count });
    expect(await over('/har')).toEqual(requests.har(criteria));
  });

  test('a limit gives the last requests, with the total of all', async () => {
    const { requests, call } = await filled();
    const numbers = requests.list().map(({ number }) => number);
    expect(
      (await call<{ data: { number: number }[]; total: number }>('GET', '/__admin/requests?limit=2')).body,
    ).toMatchObject({ data: numbers.slice(-2).map((number) => ({ number })), total: 5 });
    const { body } = await call<ReturnType<typeof requests.har>>('GET', '/__admin/requests/har?limit=2');
    expect(body.log.entries).toHaveLength(2);
    expect(requests.list({}, 1)).toHaveLength(1);
    expect(requests.list({}, 100)).toHaveLength(5);
  });

  test('since returns new requests, without a gap', async () => {
    const { requests, files } = await filled();
    const last = requests.list().at(-1)?.number ?? 0;
    await files();
    expect(requests.list({ since: last })).toMatchObject([{ operation: 'listFiles' }]);
  });

  test('a pattern that would backtrack without end is answered at once', async () => {
    const { mock, requests, files } = recording();
    await mock.fetch(`/v1/${'a'.repeat(5_000)}`, { headers: { authorization: 'Bearer cg-test' } });
    await files();
    expect(requests.count({ path: `${'*a'.repeat(200)}*b` })).toBe(0);
  });
});

describe('requests by account', () => {
  test('an account has the requests with its key, including unknown routes; requests without a key have a journal of their own', async () => {
    const { mock, as } = recording();
    await as('one').call('GET', '/v1/videos');
    await as('one').files();
    await as('two').files();
    await mock.fetch('/v1/files');
    const paths = (token: string) =>
      mock
        .account(token)
        .requests.list()
        .map(({ url, response }) => `${new URL(url).pathname} ${response.status}`);
    expect(paths('one')).toEqual(['/v1/videos 404', '/v1/files 200']);
    expect(paths('two')).toEqual(['/v1/files 200']);
    expect(paths('three')).toEqual([]);
    expect(mock.account('three').requests.list({ keyless: true })).toMatchObject([
      { operation: 'listFiles', matched: true, response: { status: 401 } },
    ]);
    expect(mock.account('one').requests.list({ matched: false })).toHaveLength(1);
  });

  test('each journal is cleared alone, in code and over HTTP', async () => {
    const { mock, as } = recording();
    const counts = () => [
      mock.account('one').requests.count(),
      mock.account('two').requests.count(),
      mock.account('one').requests.count({ keyless: true }),
    ];
    const ask = async () => {
      await as('one').files();
      await as('two').files();
      await mock.fetch('/v1/files');
    };
    await ask();
    expect(mock.account('one').requests.clear()).toBe(1);
    expect(counts()).toEqual([0, 1, 1]);
    await ask();
    mock.account('one').reset();
    expect(counts()).toEqual([0, 2, 2]);
    const { call } = as('two');
    expect((await call('GET', '/__admin/requests/count?keyless=true')).body).toEqual({ count: 2 });
    expect((await call('GET', '/__admin/requests?keyless=true&limit=1')).body).toMatchObject({ total: 2 });
    expect((await call('DELETE', '/__admin/requests?keyless=true')).body).toEqual({ count: 2 });
    expect(counts()).toEqual([0, 2, 0]);
    expect((await call('GET', '/__admin/requests/har?keyless=true')).body).toMatchObject({
      log: { entries: [] },
    });
  });

  test('under load each account sees exactly its own, in order', async () => {
    const { mock } = recording({ journal: 5_000 });
    const asked = Array.from({ length: 5_000 }, (_, n) => ({ token: `load-${(n * 7) % 20}`, n }));
    await Promise.all(
      asked.map(({ token, n }) =>
        mock.fetch(`/v1/files?limit=${(n % 100) + 1}&offset=${n}`, {
          headers: { authorization: `Bearer ${token}` },
        }),
      ),
    );
    for (let account = 0; account < 20; account++) {
      const token = `load-${account}`;
      const list = mock.account(token).requests.list();
      expect(list.map(({ url }) => Number(new URL(url).searchParams.get('offset')))).toEqual(
        asked.filter((one) => one.token === token).map(({ n }) => n),
      );
      expect(list.map(({ number }) => number)).toEqual(
        list.map(({ number }) => number).toSorted((a, b) => a - b),
      );
    }
  });

  test('under load over a socket, no request is lost, mixed up or shown to another account', async () => {
    const { url, mock } = await serveMock({ journal: 5_000 });
    await Promise.all(
      Array.from({ length: 20 }, async (_, account) => {
        const client = createClient((path, init) => fetch(new URL(path, url), init), `socket-${account}`);
        for (let n = 0; n < 50; n++) await client.file(`${account}-${n}`);
      }),
    );
    for (let account = 0; account < 20; account++) {
      const list = mock.account(`socket-${account}`).requests.list();
      expect(list.map((one) => new URL(one.url).pathname)).toEqual(
        Array.from({ length: 50 }, (_, n) => `/v1/files/${account}-${n}`),
      );
      for (const { response } of list) expect(response.status).toBe(404);
    }
  });

  test('clearing or resetting an account clears only its own requests; resetting the mock clears all', async () => {
    const { mock, as } = recording();
    const counts = () => ['one', 'two', 'three'].map((token) => mock.account(token).requests.count());
    const fill = async () => {
      for (const token of ['one', 'two', 'three']) await as(token).files();
    };
    await fill();
    expect(mock.account('one').requests.clear()).toBe(1);
    expect(counts()).toEqual([0, 1, 1]);
    mock.account('two').reset();
    expect(counts()).toEqual([0, 0, 1]);
    mock.reset();
    expect(counts()).toEqual([0, 0, 0]);
    await fill();
    expect(counts()).toEqual([1, 1, 1]);
  });
});

/** http://www.softwareishard.com/blog/har-12-spec, with nothing beside it. */
const pairs = z.array(z.strictObject({ name: z.string(), value: z.string() }));
const harSchema = z.strictObject({
  log: z.strictObject({
    version: z.literal('1.2'),
    creator: z.strictObject({ name: z.string().min(1), version: z.string().min(1) }),
    entries: z.array(
      z.strictObject({
        // HAR allows for fields of one's own that begin with an underscore.
        _number: z.int(),
        startedDateTime: z.iso.datetime(),
        time: z.number().min(0),
        request: z.strictObject({
          method: z.string().min(1),
          url: z.url(),
          httpVersion: z.string(),
          cookies: z.tuple([]),
          headers: pairs,
          queryString: pairs,
          postData: z.strictObject({ mimeType: z.string(), text: z.string() }).optional(),
          headersSize: z.int().min(-1),
          bodySize: z.int().min(-1),
        }),
        response: z.strictObject({
          status: z.int().min(0).max(599),
          statusText: z.string(),
          httpVersion: z.string(),
          cookies: z.tuple([]),
          headers: pairs,
          content: z.strictObject({ size: z.int().min(0), mimeType: z.string(), text: z.string() }),
          redirectURL: z.string(),
          headersSize: z.int().min(-1),
          bodySize: z.int().min(-1),
        }),
        cache: z.strictObject({}),
        timings: z.strictObject({ send: z.number(), wait: z.number(), receive: z.number() }),
        comment: z.string(),
      }),
    ),
  }),
});

test('exports all kinds of requests as HAR 1.2', async () => {
  const { mock, sync, upload, files, requests } = recording();
  const headers = { authorization: 'Bearer cg-test' };
  await sync(ids.grain, GRAIN);
  await upload(new FormData());
  await mock.fetch('/v1/files?limit=3&limit=4&created_after=2026-01-01', { headers });
  await mock.fetch('/v1/nope', { headers });
  mock.account('cg-test').faults.add({ id: 'gone', network: 'empty-answer', times: 1 });
  await files().catch(() => {});
  const { log } = harSchema.parse(requests.har());
  expect(log.entries).toHaveLength(5);
  const [synced, uploaded, listed, , broken] = log.entries;
  expect(synced?.request).toMatchObject({
    bodySize: Buffer.byteLength(JSON.stringify({ url: GRAIN })),
    postData: { mimeType: 'application/json', text: JSON.stringify({ url: GRAIN }) },
  });
  expect(synced?.response.content.mimeType).toMatch(/^application\/json/);
  expect(synced?.comment).toBe('syncDataConnectorFile');
  // Its body is not kept, so how long it was is not known.
  expect(uploaded?.request).toMatchObject({ bodySize: -1 });
  expect(listed?.request.queryString).toEqual([
    { name: 'limit', value: '3' },
    { name: 'limit', value: '4' },
    { name: 'created_after', value: '2026-01-01' },
  ]);
  expect(broken).toMatchObject({ response: { status: 0, bodySize: -1 }, comment: 'listFiles, fault gone' });
  expect(JSON.parse(JSON.stringify(requests.har()))).toEqual(requests.har());
});

test('real clients are recorded with what they sent', async () => {
  const { url, account } = await serveMock();
  await curl(
    '-X',
    'POST',
    '-H',
    'content-type: application/json',
    '-d',
    '{"url":"x"}',
    `${url}/v1/files/sync`,
  );
  expect(account.requests.list()).toMatchObject([
    {
      url: `${url}/v1/files/sync`,
      request: {
        headers: {
          'user-agent': expect.stringMatching(/^curl/),
          authorization: '[redacted]',
          'content-length': '11',
        },
        body: '{"url":"x"}',
      },
      response: { status: 400 },
    },
  ]);
});

test('the journal holds so many bytes, however many requests that are', async () => {
  const { mock, files, update, sync } = setup({ journalBytes: 100_000 });
  const { requests } = mock.account('cg-test');
  const { id } = (await sync(ids.grain, 'grain://recording/abc123')).body;
  for (let nth = 0; nth < 60; nth++) await update(id, { metadata: { nth, text: 'x'.repeat(7_000) } });
  // Each has a body of 7 KB and a response of that size.
  expect(requests.count()).toBeGreaterThan(4);
  expect(requests.count()).toBeLessThan(8);
  expect(requests.list().at(-1)?.request.body).toContain('"nth":59');
  for (let nth = 0; nth < 300; nth++) await files({ limit: 0 });
  expect(requests.count({ operation: 'updateFile' })).toBe(0);
  expect(requests.count()).toBeGreaterThan(30);
  requests.clear();
  for (let nth = 0; nth < 20; nth++) await files({ limit: 0 });
  expect(requests.count()).toBe(20);
});
