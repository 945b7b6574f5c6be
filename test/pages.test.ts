// What a person opens in a browser.
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { cloudglueDocument } from '../src/openapi/cloudglue.ts';
import { serveMock } from './support/server.ts';
import { setup } from './support/setup.ts';

/** The document as a mock at that address serves it. */
const documentAt = (url: string) =>
  JSON.parse(JSON.stringify(cloudglueDocument).replace('http://127.0.0.1:4747/v1', url));

test('serves the document with its own address, as YAML and as JSON with the same content', async () => {
  const { mock } = setup();
  const yaml = await mock.fetch('http://mock.test:8080/openapi.yaml');
  expect(yaml.headers.get('content-type')).toContain('yaml');
  expect(parse(await yaml.text())).toEqual(documentAt('http://mock.test:8080/v1'));
  const json = await mock.fetch('http://mock.test:8080/openapi.json');
  expect(await json.json()).toEqual(documentAt('http://mock.test:8080/v1'));
});

test('names itself as the first server, where it was asked or else where it listens', async () => {
  const { port } = await serveMock();
  const firstServerAt = (path: string, host?: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.write(`GET ${path} HTTP/1.0\r\n${host === undefined ? '' : `Host: ${host}\r\n`}\r\n`);
      socket.on('error', reject);
      text(socket).then((answer) => {
        const document = answer.slice(answer.indexOf('\r\n\r\n') + 4);
        resolve(parse(document).servers[0].url);
      }, reject);
    });
  const here = `http://127.0.0.1:${port}/v1`;
  for (const path of ['/openapi.json', '/openapi.yaml']) {
    expect(await firstServerAt(path, `localhost:${port}`)).toBe(`http://localhost:${port}/v1`);
    expect(await firstServerAt(path, 'mock.internal')).toBe('http://mock.internal/v1');
    expect(await firstServerAt(path, `[::1]:${port}`)).toBe(`http://[::1]:${port}/v1`);
    for (const host of [undefined, '1.2.3.256', 'xn--', 'a"b', "a'b"]) {
      expect([host, await firstServerAt(path, host)]).toEqual([host, here]);
    }
  }
  // However many hosts there were, the first one is answered as before.
  for (let nth = 0; nth < 40; nth++) await firstServerAt('/openapi.json', `host-${nth}`);
  expect(await firstServerAt('/openapi.json', `localhost:${port}`)).toBe(`http://localhost:${port}/v1`);
});

test('every response says that it is what it says, and pages are in no frame', async () => {
  const { mock } = setup();
  const key = { authorization: 'Bearer cg-test' };
  const headersOf = async (path: string, method = 'GET') => {
    const { headers } = await mock.fetch(path, { method, headers: key, redirect: 'manual' });
    return {
      path,
      sniff: headers.get('x-content-type-options'),
      frames: /frame-ancestors 'none'/.test(headers.get('content-security-policy') ?? ''),
    };
  };
  const pages = [
    '/',
    '/console',
    '/console/nope',
    '/docs',
    '/docs/start.js',
    '/docs/nope',
    '/openapi.json',
    '/openapi.yaml',
    '/nope',
  ];
  const control = ['/__admin', '/__admin/health', '/__admin/clock', '/__admin/nope', '/__admin/events'];
  for (const path of [...pages, '/thumbnails/a.svg', ...control]) {
    expect(await headersOf(path)).toEqual({ path, sniff: 'nosniff', frames: true });
  }
  for (const path of ['/v1/files', '/v1/files/nope', '/v1/nope']) {
    expect((await headersOf(path)).sniff).toBe('nosniff');
  }
  expect((await headersOf('/v1/files', 'PATCH')).sniff).toBe('nosniff');
});

test('shows the document without loading anything from another machine', async () => {
  const { mock } = setup();
  const page = await mock.fetch('/docs');
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
  const html = await page.text();
  const links = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link ?? '');
  expect(links.length).toBeGreaterThan(2);
  for (const link of links) {
    expect(link).toMatch(/^\//);
    expect((await mock.fetch(link)).status, link).toBe(200);
  }
});

test('sends requests tried on the page to this mock, not to the real API', async () => {
  const start = await (await setup().mock.fetch('/docs/start.js')).text();
  const shown: { servers: { url: string }[] }[] = [];
  const page = { preauthorizeApiKey: () => {} };
  await runInNewContext(start, {
    location: { search: '' },
    fetch: async () => Response.json(cloudglueDocument),
    SwaggerUIBundle: ({ spec }: { spec: { servers: { url: string }[] } }) => {
      shown.push(spec);
      return page;
    },
  });
  await vi.waitFor(() => expect(shown).toHaveLength(1));
  expect(shown[0]?.servers.map(({ url }) => url)).toEqual(['/v1']);
});

test('redirects from the root to the console', async () => {
  const response = await setup().mock.fetch('/', { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([302, '/console']);
});

test('draws the same thumbnail for a name each time, and none for an invalid name', async () => {
  const { mock } = setup();
  const picture = async (name: string) => (await mock.fetch(`/thumbnails/${name}.svg`)).text();
  expect(await picture('grain-abc123')).toBe(await picture('grain-abc123'));
  expect(await picture('grain-abc123')).not.toBe(await picture('grain-abc124'));
  for (const name of ['a%3Cscript%3E', '..%2f..%2fpackage', 'a'.repeat(500), '']) {
    expect((await mock.fetch(`/thumbnails/${name}.svg`)).status, name).toBe(404);
  }
});
