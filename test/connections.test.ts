// What clients do with a connection: they pipeline and never read, or send a body that was refused long before its end.
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { answerClientError } from '../src/http/client-error.ts';
import { checkFastResponses } from '../src/http/text-response.ts';
import { curl, rest, serveMock } from './support/server.ts';
import { ids, setup } from './support/setup.ts';

const get = (path: string, headers = '') =>
  `GET ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer cg-test\r\n${headers}\r\n`;

/** A connection on which something was written, and nothing is read unless somebody resumes it. */
function write(port: number, bytes: string): Socket {
  const socket = connect(port, '127.0.0.1').pause();
  socket.on('error', () => {}).write(bytes);
  onTestFinished(() => void socket.destroy());
  return socket;
}

async function readAll(socket: Socket): Promise<string> {
  let read = '';
  for await (const chunk of socket.setEncoding('latin1')) read += chunk;
  return read;
}

describe('a client that pipelines', () => {
  const BUNDLE = '/docs/swagger-ui-bundle.js';

  test('and never reads holds no more than a response for each connection', async () => {
    const { port, account, ask } = await serveMock();
    for (let nth = 0; nth < 5; nth++) write(port, get(BUNDLE).repeat(100));
    // One that is answered is answered after what those connections have sent.
    for (let nth = 0; nth < 20; nth++) await (await ask(BUNDLE)).arrayBuffer();
    const answered = account.requests.count({ path: BUNDLE });
    // Some of what was written goes into the buffers of the system, which hold a few of these.
    expect(answered - 20).toBeLessThanOrEqual(5 * 8);
  });

  test('gets every response in turn once it reads', async () => {
    const { port, account } = await serveMock();
    const paths = Array.from({ length: 300 }, (_, nth) => `/v1/files/nth-${nth}`);
    const socket = write(
      port,
      `${paths.map((path) => get(path)).join('')}${get('/docs', 'Connection: close\r\n')}`,
    );
    const read = await readAll(socket);
    expect([...read.matchAll(/nth-\d+/g)].map(([name]) => name)).toEqual(
      paths.map((path) => path.slice('/v1/files/'.length)),
    );
    expect(read).toContain('<!doctype html>');
    expect(account.requests.count()).toBe(301);
  });

  test('gets the response to a body that comes in pieces, and to what comes behind it', async () => {
    const { port } = await serveMock();
    const body = JSON.stringify({ url: 'grain://recording/abc123', x: 'x'.repeat(300_000) });
    const post = `POST /v1/data-connectors/${ids.grain}/sync HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer cg-test\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    const socket = write(
      port,
      `${get('/v1/files')}${post}${post}${get('/v1/files', 'Connection: close\r\n')}`,
    );
    expect((await readAll(socket)).match(/HTTP\/1\.1 \d+/g)).toEqual(Array(4).fill('HTTP/1.1 200'));
  });

  test('and leaves while requests wait stops nobody', async () => {
    const { port, files } = await serveMock();
    const sockets = Array.from({ length: 20 }, () => write(port, get(BUNDLE).repeat(500)));
    await rest(20);
    for (const socket of sockets) socket.destroy();
    expect((await files()).status).toBe(200);
    // More than may wait on all connections together: it would be cut off if those before were still counted.
    for (let round = 0; round < 3; round++) {
      const socket = write(
        port,
        `${get('/v1/files').repeat(400)}${get('/v1/files', 'Connection: close\r\n')}`,
      );
      expect((await readAll(socket)).match(/HTTP\/1\.1 200/g)).toHaveLength(401);
    }
  });

  test('more than a server can hold is cut off', async () => {
    const { port, files } = await serveMock();
    const sockets = Array.from({ length: 40 }, () =>
      write(port, 'GET /docs/swagger-ui-bundle.js HTTP/1.1\r\n\r\n'.repeat(1_400)),
    );
    await vi.waitFor(() => {
      // Whoever reads nothing learns by writing that the connection is no more.
      for (const socket of sockets) socket.write('x');
      expect(sockets.some(({ destroyed }) => destroyed)).toBe(true);
    }, 20_000);
    expect((await files()).status).toBe(200);
  });

  test('something broken behind a request gets the response to both', async () => {
    const { port } = await serveMock();
    const read = await readAll(write(port, `${get('/v1/files')}NONSENSE\r\n\r\n`));
    expect(read.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
  });
});

describe('nothing is kept for each', () => {
  const EACH = 20;
  /** What Node.js warns of while something is done, such as more than ten listeners of one event. */
  async function warningsOf(act: () => Promise<unknown>): Promise<string[]> {
    const warnings: string[] = [];
    const note = ({ message }: Error) => void warnings.push(message);
    process.on('warning', note);
    onTestFinished(() => void process.off('warning', note));
    await act();
    await new Promise(setImmediate);
    return warnings;
  }

  test('of the pieces of something broken behind a request', async () => {
    const { port } = await serveMock({
      faults: [{ match: { operation: 'listFiles' }, delay: { fixed: '500ms' } }],
    });
    const warnings = await warningsOf(async () => {
      const socket = write(port, get('/v1/files'));
      for (let piece = 0; piece < EACH; piece++) {
        socket.write('NONSENSE\r\n\r\n');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      expect((await readAll(socket)).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
    });
    expect(warnings).toEqual([]);
  });

  test('of the requests that wait for slow answers', async () => {
    const { mock } = setup({
      faults: [{ match: { operation: 'listFiles' }, delay: { fixed: '50ms' } }],
    });
    const warnings = await warningsOf(() =>
      Promise.all(
        Array.from({ length: EACH }, () =>
          mock.fetch('/v1/files', { headers: { authorization: 'Bearer cg-test' } }),
        ),
      ),
    );
    expect(warnings).toEqual([]);
  });
});

describe('a body that is refused before it has ended', () => {
  const SIZE = 48 * 1024 * 1024;
  const piece = Buffer.alloc(1024 * 1024, 'x');
  const UPLOAD = { path: '/v1/files', type: 'multipart/form-data; boundary=b' };
  const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.mp4"\r\n\r\n';

  /** Each with what makes the mock refuse it, long before it has read it. */
  const refusals = [
    { status: 401, key: 'cg-revoked', ...UPLOAD },
    { status: 402, key: 'cg-test', prefer: 'code=402', path: '/v1/files/sync', type: 'application/json' },
    { status: 413, key: 'cg-test', ...UPLOAD },
    { status: 415, key: 'cg-test', path: '/v1/files/sync', type: 'text/plain' },
    { status: 429, key: 'cg-at-limits', ...UPLOAD },
    { status: 404, key: 'cg-test', path: '/v1/nope', type: 'text/plain' },
  ];
  const options = { maxUpload: 1_000 };
  type Refused = (typeof refusals)[number];
  const headersFor = ({ key, prefer, type }: Refused) => ({
    authorization: `Bearer ${key}`,
    'content-type': type,
    ...(prefer && { prefer }),
  });

  test.each(refusals)('gets $status where all of it is written before anything is read', async (refused) => {
    const { port } = await serveMock(options);
    for (const connection of ['keep-alive', 'close']) {
      const headers = { host: 'x', ...headersFor(refused), 'content-length': SIZE, connection };
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      const socket = write(port, `POST ${refused.path} HTTP/1.1\r\n${lines.join('')}\r\n`);
      const failed = new Promise((_, reject) => socket.once('error', reject));
      const sendBody = async () => {
        socket.write(head);
        for (let bytes = head.length; bytes < SIZE; bytes += piece.length) {
          // So slow that the response is there long before all is sent.
          if (bytes < 2 * piece.length) await rest(700);
          await new Promise((sent) => socket.write(piece.subarray(0, SIZE - bytes), sent));
        }
      };
      await Promise.race([sendBody(), failed]);
      const answer = new Promise<string>((resolve) => socket.once('data', (chunk) => resolve(String(chunk))));
      socket.resume();
      expect(await answer).toContain(`HTTP/1.1 ${refused.status} `);
    }
  });

  test.each(refusals)('gets $status with node:http, fetch and curl', async (refused) => {
    const { port, url } = await serveMock(options);
    const { status, path } = refused;
    const headers = headersFor(refused);
    const byNode = await new Promise((resolve, reject) => {
      const sent = request({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path,
        headers: { ...headers, 'content-length': SIZE },
      });
      sent.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
      sent.write(head);
      for (let bytes = head.length; bytes < SIZE; bytes += piece.length) {
        sent.write(piece.subarray(0, SIZE - bytes));
      }
      sent.end();
    });
    const body = new Blob([head, ...Array<Buffer<ArrayBuffer>>(SIZE / piece.length).fill(piece)]);
    const byFetch = await fetch(`${url}${path}`, { method: 'POST', headers, body });
    const byCurl = await curl(
      ...Object.entries({ ...headers, expect: '' }).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
      ...['-o', '/dev/null', '-w', '%{http_code}', '--data-binary', `@${process.execPath}`],
      `${url}${path}`,
    );
    expect([byNode, byFetch.status, byCurl]).toEqual([status, status, { code: 0, stdout: String(status) }]);
  });

  test('leaves the connection good for what comes behind it', async () => {
    const { port } = await serveMock(options);
    const body = 'x'.repeat(3_000_000);
    const post = `POST /v1/nope HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    const read = await readAll(write(port, `${post}${post}${get('/v1/files', 'Connection: close\r\n')}`));
    expect(read.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 404', 'HTTP/1.1 404', 'HTTP/1.1 200']);
  });
});

describe('HTTP that cannot be read', () => {
  test.each([
    ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout', 'within 30 seconds'],
    ['HPE_CHUNK_EXTENSIONS_OVERFLOW', '413 Content Too Large', 'extensions of a chunk'],
    ['HPE_INVALID_TOKEN', '400 Bad Request', 'no token'],
  ])('gets for %s the status %s', async (code, status, why) => {
    const socket = new PassThrough();
    const error = Object.assign(new Error('no token'), { code });
    answerClientError(error, socket as unknown as Socket, undefined);
    const answer = await text(socket);
    expect(answer.startsWith(`HTTP/1.1 ${status}\r\n`)).toBe(true);
    expect(JSON.parse(answer.slice(answer.indexOf('{'))).error).toContain(why);
  });

  test('gets 431 where its headers are too large', async () => {
    const { port } = await serveMock();
    const read = await readAll(write(port, get('/v1/files', `X-Long: ${'a'.repeat(20_000)}\r\n`)));
    expect(read).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/);
    expect(JSON.parse(read.slice(read.indexOf('{'))).error).toContain('larger than 16 KB');
  });
});

test('a server does not start on a Response that would make it slow', async () => {
  expect(() => checkFastResponses(Response)).toThrow(/install the version that package-lock.json names/);
  expect(() => checkFastResponses()).not.toThrow();
});
