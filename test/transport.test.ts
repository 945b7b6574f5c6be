// Requests that are wrong before they mean anything: one clear JSON error each, and never a 500.
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { operationsById } from '../src/openapi/cloudglue.ts';
import { rounds } from './support/rounds.ts';
import { ids, setup } from './support/setup.ts';

const key = { authorization: 'Bearer cg-test' };
const json = { ...key, 'content-type': 'application/json' };
/** 34 bytes, in hexadecimal 22. */
const GOOD = '{"url":"grain://recording/abc123"}';
const SYNC = `/v1/data-connectors/${ids.grain}/sync`;

async function ask(path: string, init: RequestInit, options = {}) {
  const { mock } = setup(options);
  const response = await mock.fetch(path, init);
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as { error: string },
  };
}

test.each([
  ['malformed JSON', '{"url":', json, 400, 'not valid JSON'],
  ['an empty body', '', json, 400, 'not valid JSON: it is empty'],
  ['a literal null', 'null', json, 400, 'the body must be an object, not null'],
  ['an array', '[]', json, 400, 'the body must be an object, not an array'],
  ['a text', '"grain://recording/abc123"', json, 400, 'the body must be an object'],
  ['no url', '{}', json, 400, 'body field "url" is required'],
  ['a url that is not a string', '{"url":7}', json, 400, 'body field "url" must be a string, not 7'],
  ['nesting without end', '['.repeat(100_000) + ']'.repeat(100_000), json, 400, 'levels deep'],
  [
    'a form',
    'url=x',
    { ...key, 'content-type': 'application/x-www-form-urlencoded' },
    415,
    'Content-Type: application/json',
  ],
  [
    'plain text',
    '{"url":"x"}',
    { ...key, 'content-type': 'text/plain' },
    415,
    'the content type is "text/plain"',
  ],
  [
    "JSON of somebody else's type",
    '{"url":"x"}',
    { ...key, 'content-type': 'application/vnd.api+json' },
    415,
    'the content type is "application/vnd.api+json"',
  ],
  ['of no type', new Blob(['{"url":"x"}']), key, 415, 'the content type is missing'],
])('a body that is %s', async (_what, body, headers, status, text) => {
  const answer = await ask(SYNC, { method: 'POST', headers, body });
  expect({ status: answer.status, error: answer.body.error }).toEqual({
    status,
    error: expect.stringContaining(text),
  });
});

test.each(['application/json;', 'APPLICATION/JSON', 'application/json ; charset=utf-8'])(
  'a JSON body is accepted with the content type %s',
  async (type) => {
    const body = JSON.stringify({ url: 'https://example.com/a.mp4' });
    const answer = await ask('/v1/files/sync', {
      method: 'POST',
      headers: { ...key, 'content-type': type },
      body,
    });
    expect(answer.status).toBe(200);
  },
);

test('a body over 1 MB is refused, with or without a Content-Length', async () => {
  const body = JSON.stringify({ url: `grain://recording/${'a'.repeat(1_048_576)}` });
  const announced = await ask(SYNC, {
    method: 'POST',
    headers: { ...json, 'content-length': String(body.length) },
    body,
  });
  expect(announced.status).toBe(413);
  expect(announced.headers.get('connection')).toBe('close');
  const stream = new Blob([body]).stream();
  const streamed = await ask(SYNC, {
    method: 'POST',
    headers: json,
    body: stream,
    duplex: 'half',
  } as RequestInit);
  expect(streamed.status).toBe(413);
  const fits = await ask(SYNC, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ url: 'x'.repeat(1_000_000) }),
  });
  expect(fits.status).toBe(400);
});

test('all wrong parameters are named at once', async () => {
  const { status, body } = await ask(`/v1/files?limit=0x10&created_after=today&sort=up`, { headers: key });
  expect(status).toBe(400);
  expect(body.error).toBe(
    'Invalid request: query parameter "created_after" must be a date written YYYY-MM-DD; ' +
      'query parameter "limit" must be a number, not "0x10"; query parameter "sort" must be one of asc, desc, not "up".',
  );
  expect((await ask('/v1/files?limit=1&limit=2', { headers: key })).status).toBe(400);
});

describe('routes', () => {
  test('an unknown route gets 404, with or without a key', async () => {
    for (const path of [
      '/',
      '/v1',
      '/v1/nope',
      '/v2/files',
      '/v1/files/a/b',
      '/__proto__',
      '/v1/%2e%2e/files',
      '/docs/nope',
    ]) {
      const { mock } = setup();
      const response = await mock.fetch(path, { redirect: 'manual' });
      if (path === '/') expect(response.status).toBe(302);
      else
        expect({ path, status: response.status, ...(await response.json()) }).toMatchObject({
          path,
          status: 404,
          error: expect.any(String),
        });
    }
  });

  test('a route that only lacks /v1 gets an answer with the right path', async () => {
    const { error } = (await ask('files', { headers: key })).body;
    expect(error).toContain('Did you mean GET /v1/files?');
    expect((await ask('/data-connectors/some-id/sync', { method: 'POST' })).body.error).toContain(
      'Did you mean POST /v1/data-connectors/some-id/sync?',
    );
    for (const path of ['/v1/nope', '/videos', '/files/a/b', '/v1/v1/files']) {
      expect((await ask(path, { headers: key })).body.error, path).not.toContain('Did you mean');
    }
  });

  test('a wrong method gets 405, with the allowed methods', async () => {
    const { status, headers, body } = await ask('/v1/files/some-id', { method: 'PATCH', headers: key });
    expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'GET, HEAD, PUT, DELETE' });
    expect(body.error).toContain('Use one of: GET, HEAD, PUT, DELETE');
    expect((await ask(SYNC, { headers: key })).status).toBe(405);
  });

  test('a base URL that ends in a slash works, and so does a path that ends in one', async () => {
    expect((await ask('/v1//files', { headers: key })).status).toBe(200);
    expect((await ask('/v1/files/', { headers: key })).status).toBe(200);
    expect((await ask('/v1//data-connectors//', { headers: key })).status).toBe(200);
  });

  test('every operation of the document answers, and requires a key', async () => {
    for (const { method, path } of operationsById.values()) {
      const url = `/v1${path.replace('{id}', ids.grain).replace('{file_id}', 'x')}`;
      expect((await ask(url, { method: method.toUpperCase() })).status, `${method} ${url}`).toBe(401);
    }
  });
});

describe('headers', () => {
  test('each answer has a request id, which is the one that the client sent, if any', async () => {
    const { mock } = setup();
    const idOf = async (headers: Record<string, string>) =>
      (await mock.fetch('/v1/files', { headers })).headers.get('x-request-id');
    expect([await idOf(key), await idOf({})]).toEqual(['req_1', 'req_2']);
    expect(await idOf({ ...key, 'x-request-id': 'my-own-1' })).toBe('my-own-1');
    expect(await idOf({ ...key, 'x-request-id': 'a b<script>' })).toBe('req_3');
  });

  test('browsers are allowed from any origin', async () => {
    const { mock } = setup();
    const preflight = await mock.fetch(SYNC, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-sdk-client',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-sdk-client');
  });

  const corsOf = async (method: string, origin: string, cors?: string) => {
    const { mock } = setup({ cors });
    const { headers } = await mock.fetch(SYNC, {
      method,
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    return ['allow-origin', 'allow-credentials', 'expose-headers', 'vary'].map((name) =>
      headers.get(name === 'vary' ? name : `access-control-${name}`),
    );
  };
  const exposed = expect.stringMatching(/\bx-request-id\b.*\bretry-after\b/);

  test.each(['OPTIONS', 'GET'])(
    'a trusted page may send credentials, and any other reads without: %s',
    async (method) => {
      const trusted = (origin: string) => [origin, 'true', exposed, 'origin'];
      const [here, app, other] = ['http://localhost:3000', 'https://app.example', 'https://other.example'];
      expect(await corsOf(method, here)).toEqual(trusted(here));
      expect(await corsOf(method, app, app)).toEqual(trusted(app));
      expect(await corsOf(method, other, app)).toEqual(['*', null, '*', 'origin']);
      expect(await corsOf(method, other, '*')).toEqual(trusted(other));
    },
  );
});

test('no generated URL, body or header causes a 500 or a malformed error', async () => {
  const { mock, createCollection } = setup();
  const collection = (await createCollection('x')).body.id;
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  const paths = [
    '/v1/files',
    '/v1/files/',
    `/v1/data-connectors/${ids.s3}/files`,
    SYNC,
    '/v1/data-connectors/',
    '/v1/files/sync',
    '/v1/collections',
    '/v1/collections/',
    `/v1/collections/${collection}/media`,
    `/v1/collections/${collection}/videos`,
    '/v1/webhooks',
    '/v1/webhooks/',
    '/docs/',
    '/thumbnails/',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD'),
      fc.constantFrom(...paths),
      text.map(encodeLoosely),
      fc.dictionary(
        fc.constantFrom('limit', 'page_token', 'filter', 'bucket', 'from', 'url', 'order', '__proto__'),
        text,
      ),
      fc.oneof(
        text,
        fc.json(),
        fc.record({ url: text }).map((body) => JSON.stringify(body)),
        fc
          .record(
            {
              url: fc.webUrl(),
              file_id: text,
              segmentation_id: fc.uuid(),
              collection_type: fc.constantFrom('entities', 'face-analysis'),
              name: text,
              extract_config: fc.object(),
              metadata: fc.object(),
              endpoint: fc.oneof(text, fc.webUrl()),
              subscribed_events: fc.array(fc.constantFrom('file.job.failed', 'x')),
            },
            { requiredKeys: [] },
          )
          .map((body) => JSON.stringify(body)),
      ),
      async (method, path, tail, query, body) => {
        const url = `http://mock${path}${tail}?${new URLSearchParams(query)}`;
        const hasBody = method !== 'GET' && method !== 'HEAD';
        const response = await mock.fetch(url, { method, headers: json, ...(hasBody && { body }) });
        expect(response.status).toBeLessThan(500);
      },
    ),
    { numRuns: rounds(150) },
  );
});

const encodeLoosely = (text: string) => encodeURIComponent(text.toWellFormed()).replaceAll('%2F', '/');

test.each([
  ['a path', '/v1/files?limit=3', 'http://cloudglue.mock/v1/files?limit=3'],
  ['a URL', new URL('https://api.example/v1/files#there'), 'https://api.example/v1/files'],
  ['a Request', new Request('https://api.example/v1/nope'), 'https://api.example/v1/nope'],
])('a response has the URL that was requested, as that of fetch has: %s', async (_what, input, url) => {
  const { mock } = setup();
  const { signal } = new AbortController();
  for (const init of [{ headers: key }, { headers: key, signal }]) {
    const answer = await mock.fetch(input, init);
    for (const one of [answer, answer.clone(), answer.clone().clone()]) {
      expect([one.url, one.type, one.redirected]).toEqual([url, 'basic', false]);
      expect(await one.json()).toBeDefined();
    }
  }
});

test('the global Response is not replaced, and answers are instances of it', async () => {
  const { mock } = setup();
  const answer = await mock.fetch('/v1/files');
  expect(Object.getPrototypeOf(answer)).toBe(Response.prototype);
  expect(Object.getPrototypeOf(Response)).toBe(Function.prototype);
});

describe('over a socket', () => {
  async function send(bytes: string): Promise<string> {
    const { mock } = setup();
    const { port } = await mock.listen();
    return new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      socket.setEncoding('utf8').on('data', (chunk) => {
        answer += chunk;
      });
      socket.on('close', () => resolve(answer)).on('error', reject);
    });
  }

  test.each([
    ['no HTTP at all', 'hello\r\n\r\n'],
    ['a broken header', 'GET /v1/files HTTP/1.1\r\nHost: x\r\nbroken header\r\n\r\n'],
    ['no host', 'GET /v1/files HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['a host that is none', 'GET /v1/files HTTP/1.1\r\nHost: a b<c>\r\nConnection: close\r\n\r\n'],
    ['a URL that is none', 'GET //[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`],
    ['a method that is unknown', 'TRACE /v1/files HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    [
      'a chunk size that is none',
      `POST ${SYNC} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n`,
    ],
  ])('%s gets a JSON error', async (_what, bytes) => {
    const answer = await send(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    const body = JSON.parse(answer.slice(answer.indexOf('{')).replace(/\r\n0\r\n\r\n$/, ''));
    expect(body).toEqual({ error: expect.stringMatching(/\.$/) });
  });

  test('a connection takes the next request after an error, and is closed after a body that is too large', async () => {
    const { mock } = setup();
    const { url } = await mock.listen();
    for (let round = 0; round < 3; round++) {
      const big = await fetch(`${url}${SYNC}`, {
        method: 'POST',
        headers: json,
        body: 'x'.repeat(2_000_000),
      });
      expect(big.status).toBe(413);
      await big.json();
      const next = await fetch(`${url}/v1/files`, { headers: key });
      expect(next.status).toBe(200);
      await next.json();
    }
  });

  test.each([
    ['with a Content-Length', { 'content-length': '34' }, GOOD, 200],
    ['in chunks', { 'transfer-encoding': 'chunked' }, `22\r\n${GOOD}\r\n0\r\n\r\n`, 200],
    [
      'in chunks and over 1 MB',
      { 'transfer-encoding': 'chunked' },
      `200000\r\n${'x'.repeat(0x200000)}\r\n0\r\n\r\n`,
      413,
    ],
    ['with neither length nor content', {}, '', 400],
  ])('gets the right status for a body %s', async (_what, framing, body, status) => {
    const headers = Object.entries({ host: 'x', connection: 'close', ...json, ...framing });
    const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    const answer = await send(`POST ${SYNC} HTTP/1.1\r\n${head}\r\n${body}`);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  test('an operation without a body accepts a content type, as SDKs send it', async () => {
    const { mock, sync } = setup();
    const { url } = await mock.listen();
    const { body } = await sync(ids.grain, 'grain://recording/abc123');
    expect((await fetch(`${url}/v1/files/${body.id}`, { headers: json })).status).toBe(200);
    expect((await fetch(`${url}/v1/files/${body.id}`, { method: 'DELETE', headers: json })).status).toBe(200);
  });

  test('a JSON answer is sent by the fast path of @hono/node-server, without a web stream', async () => {
    const read = vi.spyOn(ReadableStream.prototype, 'getReader');
    onTestFinished(() => read.mockRestore());
    const { mock } = setup();
    const { port } = await mock.listen();
    const readsFor = async (path: string, headers: Record<string, string> = key) => {
      read.mockClear();
      const answer = await new Promise<IncomingMessage>((resolve) => {
        get({ port, host: '127.0.0.1', path, headers, agent: false }, resolve);
      });
      const text = (await answer.toArray()).join('');
      expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(text)));
      return read.mock.calls.length;
    };
    expect([await readsFor('/v1/files'), await readsFor('/v1/files/unknown')]).toEqual([0, 0]);
    // Where that way is not taken, the test would see it.
    expect(await readsFor('/v1/files', { host: 'a b<c>' })).toBeGreaterThan(0);
  });

  test('a client that disconnects in the middle of its body does no harm', async () => {
    const { mock, files } = setup();
    const { port } = await mock.listen();
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          `POST ${SYNC} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer cg-test\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"url":`,
          () => socket.destroy(),
        );
      });
      socket.on('close', () => resolve());
    });
    expect((await files()).body.total).toBe(0);
  });
});
