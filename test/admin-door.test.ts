// Who gets in to the control plane: this machine, or whoever knows the token; and no web page, whatever it tries.
import { copyFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createMock } from '../src/index.ts';
import { builtFolder, start } from './support/process.ts';
import { serveMock } from './support/server.ts';
import { setup } from './support/setup.ts';

const ADMIN = '/__admin';
const PATHS = [
  'GET /errors',
  'GET /settings',
  'PATCH /settings',
  'GET /clock',
  'POST /clock/advance',
  'POST /reset',
  'GET /snapshot',
  'PUT /snapshot',
  'GET /requests',
  'GET /requests/har',
  'GET /faults',
  'POST /faults',
  'GET /events',
  'GET /deliveries',
];

interface Raw {
  method?: string;
  headers?: Record<string, string>;
}

/** A request with any header, of which fetch forbids some. */
const raw = (port: number, path: string, { method = 'GET', headers = {} }: Raw = {}) =>
  new Promise<{ status: number; headers: Headers; body: Record<string, unknown> }>((resolve, reject) => {
    const call = request(
      {
        port,
        host: '127.0.0.1',
        path,
        method,
        headers: { authorization: 'Bearer cg-test', ...headers },
      },
      (incoming) => {
        const answer = (text: string) => ({
          status: incoming.statusCode ?? 0,
          headers: new Headers(incoming.headers as Record<string, string>),
          body: text ? JSON.parse(text) : {},
        });
        if (/event-stream/.test(incoming.headers['content-type'] ?? '')) {
          incoming.destroy();
          resolve(answer(''));
          return;
        }
        let text = '';
        incoming.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        incoming.on('end', () => resolve(answer(text)));
      },
    );
    call.on('error', reject).end();
  });

const all = async (port: number, headers: Record<string, string> = {}) => {
  const statuses: Record<string, number> = {};
  for (const one of PATHS) {
    const [method = '', path] = one.split(' ');
    statuses[one] = (await raw(port, `${ADMIN}${path}`, { method, headers })).status;
  }
  return statuses;
};
const every = (status: number) => Object.fromEntries(PATHS.map((path) => [path, status]));

describe('where other machines can connect', () => {
  const PUBLIC = { host: '0.0.0.0' };

  test('everything is refused without an admin token, with a remedy, while the API is served', async () => {
    const { port, mock } = await serveMock({}, PUBLIC);
    expect(await all(port)).toEqual(every(403));
    const { headers, body } = await raw(port, `${ADMIN}/reset`, { method: 'POST' });
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toEqual({
      type: 'about:blank',
      title: 'Forbidden',
      status: 403,
      detail: expect.stringMatching(/--admin-token.*--host 127\.0\.0\.1\.$/),
    });
    expect((await raw(port, '/v1/files')).status).toBe(200);
    expect(mock.account('cg-test').requests.count()).toBe(1);
  });

  test('a token does not help if the mock was started without one', async () => {
    const { port } = await serveMock({}, PUBLIC);
    expect((await raw(port, `${ADMIN}/clock`, { headers: { 'x-admin-token': '' } })).status).toBe(403);
    expect((await raw(port, `${ADMIN}/clock`, { headers: { 'x-admin-token': 'undefined' } })).status).toBe(
      403,
    );
  });

  test.each([
    [
      {},
      PUBLIC,
      'closed, for other machines can reach this mock: start it with --admin-token TOKEN to open it',
    ],
    [
      { adminToken: 'open sesame' },
      PUBLIC,
      'send the header X-Admin-Token with what --admin-token was given',
    ],
    [{}, { host: '127.0.0.1' }, 'open to this machine'],
  ])(
    'the index needs neither key nor token, and says who has access: %j %j',
    async (options, where, access) => {
      const { port } = await serveMock(options, where);
      const url = `http://127.0.0.1:${port}`;
      const answer = await fetch(`${url}${ADMIN}`);
      const { document, requests, ...body } = (await answer.json()) as {
        document: string;
        requests: { request: string }[];
      };
      expect([answer.status, body]).toEqual([200, { access }]);
      expect(document).toBe(`${url}/openapi.admin.yaml`);
      expect(requests.map(({ request }) => request)).toEqual(
        expect.arrayContaining([`GET ${ADMIN}`, ...PATHS.map((path) => path.replace(' ', ` ${ADMIN}`))]),
      );
    },
  );

  test('a refused request changes nothing', async () => {
    const { port, account, sync } = await serveMock({}, PUBLIC);
    await sync('6f1c2b7e-3a54-4d0b-9c1e-2f7a8b9c0d15', 'grain://recording/abc123');
    await all(port);
    expect(account.files.list()).toHaveLength(1);
  });

  test('it is open with the admin token, and answers 401 with none or a wrong one', async () => {
    const { port } = await serveMock({ adminToken: 'open sesame' }, PUBLIC);
    expect((await raw(port, `${ADMIN}/clock`, { headers: { 'x-admin-token': 'open sesame' } })).status).toBe(
      200,
    );
    expect((await raw(port, `${ADMIN}/events`, { headers: { 'x-admin-token': 'open sesame' } })).status).toBe(
      200,
    );
    expect(await all(port)).toEqual(every(401));
    for (const wrong of ['', 'open', 'open sesame!', 'Open Sesame', 'open sesame, open sesame']) {
      const { status, body } = await raw(port, `${ADMIN}/clock`, { headers: { 'x-admin-token': wrong } });
      expect([wrong, status]).toEqual([wrong, 401]);
      expect(body.detail).toContain('X-Admin-Token');
      expect(JSON.stringify(body)).not.toContain('sesame');
    }
  });

  test('the API key is not an admin token, and the admin token is not an API key', async () => {
    const { port } = await serveMock({ adminToken: 'sesame' }, PUBLIC);
    const asKey = { authorization: 'Bearer sesame' };
    expect((await raw(port, `${ADMIN}/clock`, { headers: asKey })).status).toBe(401);
    expect(
      (await raw(port, `${ADMIN}/clock`, { headers: { 'x-admin-token': 'sesame', authorization: '' } }))
        .status,
    ).toBe(401);
  });
});

describe('on this machine', () => {
  test('it is open under every name of this machine', async () => {
    const { port } = await serveMock();
    for (const host of ['127.0.0.1', 'localhost', 'LOCALHOST', 'mock.localhost', '[::1]', '127.8.8.8']) {
      const { status } = await raw(port, `${ADMIN}/clock`, { headers: { host: `${host}:${port}` } });
      expect([host, status]).toEqual([host, 200]);
    }
  });

  test('it is closed under a foreign name that resolves to this machine (DNS rebinding)', async () => {
    const { port } = await serveMock();
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      'evillocalhost',
      '192.168.1.5',
      '0.0.0.0',
    ]) {
      const { status, body } = await raw(port, `${ADMIN}/clock`, { headers: { host: `${host}:${port}` } });
      expect([host, status]).toEqual([host, 403]);
      expect(body.detail).toContain('127.0.0.1');
    }
    expect(await all(port, { host: 'evil.example' })).toEqual(every(403));
  });

  test.each([
    ['a page of another origin', { origin: 'https://evil.example' }],
    ['a page on another port of this machine', { origin: 'http://127.0.0.1:3000' }],
    ['a page with an opaque origin', { origin: 'null' }],
    ['a form or an image of another site', { 'sec-fetch-site': 'cross-site' }],
    ['an image of a page on another port', { 'sec-fetch-site': 'same-site' }],
  ])('%s is refused', async (_what, headers) => {
    const { port } = await serveMock();
    expect(await all(port, headers)).toEqual(every(403));
  });

  test('requests from pages of the mock itself and from the address bar are allowed', async () => {
    const { port, url } = await serveMock();
    for (const headers of [
      { origin: url },
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
    ]) {
      expect((await raw(port, `${ADMIN}/clock`, { headers })).status).toBe(200);
    }
  });

  test('with an admin token, it requires the token here too', async () => {
    const { port } = await serveMock({ adminToken: 'sesame' });
    expect(await all(port)).toEqual(every(401));
    const { status } = await raw(port, `${ADMIN}/clock`, { headers: { 'x-admin-token': 'sesame' } });
    expect(status).toBe(200);
  });
});

test('in process it is open, whatever the host name', async () => {
  const { call } = setup();
  expect((await call('GET', `${ADMIN}/clock`)).status).toBe(200);
  const mock = createMock();
  const headers = { authorization: 'Bearer cg-test' };
  expect((await mock.fetch(`https://api.example${ADMIN}/clock`, { headers })).status).toBe(200);
});

test('no answer below /__admin can be read by a web page, not even errors or answers to OPTIONS', async () => {
  const { port } = await serveMock();
  const preflight = {
    origin: 'https://evil.example',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization',
  };
  for (const [method, path, headers] of [
    ['GET', '/health', {}],
    ['GET', '/clock', {}],
    ['GET', '/events', {}],
    ['GET', '/nope', {}],
    ['GET', '', {}],
    ['DELETE', '/clock', {}],
    ['POST', '/faults', {}],
    ['GET', '/clock', { authorization: '' }],
    ['GET', '/clock', { origin: 'https://evil.example' }],
    ['OPTIONS', '/reset', preflight],
    ['OPTIONS', '/health', preflight],
    ['OPTIONS', '/nope', preflight],
    ['OPTIONS', '', preflight],
  ] as [string, string, Record<string, string>][]) {
    for (const spelled of [`${ADMIN}${path}`, `/${ADMIN}${path}/`, `/%5f%5fadmin${path}`]) {
      const { status, headers: answered } = await raw(port, spelled, { method, headers });
      const cors = [...answered.keys()].filter((name) => name.startsWith('access-control'));
      expect([method, spelled, cors]).toEqual([method, spelled, []]);
      if (method === 'OPTIONS') expect(status, spelled).toBeGreaterThan(399);
    }
  }
});

test('odd spellings of a path do not bypass the guard', async () => {
  const { port } = await serveMock({}, { host: '0.0.0.0' });
  for (const path of [
    '//__admin/clock',
    '/__admin//clock/',
    '/%5f%5fadmin/clock',
    '/v1/../__admin/clock',
    '/__admin/./clock',
    '/__admin/%63lock',
  ]) {
    expect([path, (await raw(port, path)).status]).toEqual([path, 403]);
  }
});

test('health always answers, with the versions', async () => {
  const cases: Parameters<typeof serveMock>[] = [
    [{}, {}],
    [{}, { host: '0.0.0.0' }],
    [{ adminToken: 'sesame' }, {}],
    [{ adminToken: 'sesame' }, { host: '0.0.0.0' }],
  ];
  for (const [options, where] of cases) {
    const { port } = await serveMock(options, where);
    for (const headers of [
      {},
      { authorization: '' },
      { origin: 'https://evil.example' },
      { host: 'evil.example' },
    ]) {
      expect(await raw(port, `${ADMIN}/health`, { headers })).toMatchObject({
        status: 200,
        body: { status: 'ok', version: expect.any(String), api_version: expect.any(String) },
      });
    }
  }
});

test('health reads no file, so it answers where none can be opened', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(builtFolder, join(folder, 'dist'), { recursive: true });
  copyFileSync('package.json', join(folder, 'package.json'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  const { url } = await start(['--port', '0'], { program: [join(folder, 'dist', 'cli.cjs')] });
  rmSync(join(folder, 'package.json'));
  expect((await fetch(`${url}${ADMIN}/health`)).status).toBe(200);
});

test('a host that is no address is refused, and is no defect', async () => {
  const { port } = await serveMock();
  for (const host of ['1.2.3.256', 'xn--']) {
    expect([host, (await raw(port, `${ADMIN}/clock`, { headers: { host } })).status]).toEqual([host, 403]);
  }
});
