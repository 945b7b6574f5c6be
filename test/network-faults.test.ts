// Faults that the network makes, over real sockets: what fetch, axios, curl and a program in the same process see.
import { once } from 'node:events';
import { Agent, get, type IncomingMessage, request } from 'node:http';
import axios, { type AxiosError } from 'axios';
import { describe, expect, test } from 'vitest';
import type { FaultRule } from '../src/index.ts';
import { builtLibrary, run } from './support/process.ts';
import { curl, durationOf, serveMock } from './support/server.ts';
import { ids, setup } from './support/setup.ts';

type Network = NonNullable<FaultRule['network']>;

const GRAIN = 'grain://recording/abc123';
const FILES = '/v1/files';
const SYNC = `/v1/data-connectors/${ids.grain}/sync`;
const KEY = { authorization: 'Bearer cg-test' };

/** A served mock with one fault rule. */
async function serveWithFault(rule: FaultRule) {
  const server = await serveMock({ faults: [{ id: 'it', ...rule }] });
  const fired = () => server.account.faults.list()[0]?.fired;
  return { ...server, fired };
}

const problemOf = (answer: Promise<unknown>): Promise<Error & { code?: string; cause?: { code?: string } }> =>
  answer.then(
    () => Promise.reject(new Error('it was answered')),
    (error) => error,
  );

const readBy = {
  fetch: async (url: string) => (await fetch(`${url}${FILES}`, { headers: KEY })).json(),
  axios: async (url: string) => (await axios.get(`${url}${FILES}`, { headers: KEY })).data,
};

describe('a connection that is reset without an answer', () => {
  test('is ECONNRESET for fetch and axios, and exit code 56 for curl', async () => {
    const { url, fired } = await serveWithFault({ network: 'connection-reset' });
    expect(await problemOf(readBy.fetch(url))).toMatchObject({
      message: 'fetch failed',
      cause: { code: 'ECONNRESET' },
    });
    expect(await problemOf(readBy.axios(url))).toMatchObject({ isAxiosError: true, code: 'ECONNRESET' });
    expect(await curl(`${url}${FILES}`)).toEqual({ code: 56, stdout: '' });
    expect(fired()).toBe(3);
  });

  test('by connection-reset has no effect', async () => {
    const { sync, files, fired } = await serveWithFault({
      match: { operation: 'syncDataConnectorFile' },
      network: 'connection-reset',
      times: 1,
    });
    await problemOf(sync(ids.grain, GRAIN));
    expect(fired()).toBe(1);
    expect((await files()).body.total).toBe(0);
    expect((await sync(ids.grain, GRAIN)).status).toBe(200);
    expect((await files()).body.total).toBe(1);
  });

  test('by answer-lost happens after the request was processed: a retry gets the same file', async () => {
    const { sync, files, fired } = await serveWithFault({
      match: { operation: 'syncDataConnectorFile' },
      network: 'answer-lost',
      times: 1,
    });
    expect(await problemOf(sync(ids.grain, GRAIN))).toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(fired()).toBe(1);
    const [made, ...others] = (await files()).body.data;
    expect(others).toEqual([]);
    expect((await sync(ids.grain, GRAIN)).body.id).toBe(made?.id);
    expect((await files()).body.total).toBe(1);
  });
});

test('an empty answer is a closed socket for fetch and axios, and exit code 52 for curl', async () => {
  const { url, files, account } = await serveWithFault({ network: 'empty-answer', times: 3 });
  expect(await problemOf(readBy.fetch(url))).toMatchObject({ cause: { code: 'UND_ERR_SOCKET' } });
  expect(await problemOf(readBy.axios(url))).toMatchObject({ message: 'socket hang up', code: 'ECONNRESET' });
  expect(await curl(`${url}${FILES}`)).toEqual({ code: 52, stdout: '' });
  expect((await files()).status).toBe(200);
  expect(account.requests.list().map(({ response }) => response.status)).toEqual([0, 0, 0, 200]);
});

test('a reset in the body comes after the headers and half of the body', async () => {
  const { url, port } = await serveWithFault({ network: 'reset-in-body' });
  const response = await fetch(`${url}/v1/data-connectors`, { headers: KEY });
  expect(response.status).toBe(200);
  const announced = Number(response.headers.get('content-length'));
  expect(await problemOf(response.text())).toMatchObject({ message: 'terminated' });
  expect(await problemOf(readBy.axios(url))).toMatchObject({ isAxiosError: true });

  const call = get({ port, host: '127.0.0.1', path: '/v1/data-connectors', headers: KEY });
  const [incoming] = (await once(call, 'response')) as [IncomingMessage];
  call.on('error', () => {});
  let text = '';
  const failed = once(incoming, 'error');
  incoming.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
  });
  expect((await failed)[0]).toMatchObject({ code: 'ECONNRESET' });
  expect(text).toMatch(/^\{"object":"list"/);
  expect(text.length).toBe(Math.ceil(announced / 2));

  const { code, stdout } = await curl(`${url}/v1/data-connectors`);
  expect([18, 56]).toContain(code);
  expect(stdout.length).toBeLessThan(announced);
});

describe('an answer that is damaged', () => {
  test.each<[Network, RegExp]>([
    ['empty-body', /^$/],
    ['truncated-json', /^\{"object":"list".*[^}]$/],
    ['malformed-json', /^\{,"object":"list".*\}$/],
  ])('by %s is 200 with a body that is not JSON', async (network, shape) => {
    const { url, account } = await serveWithFault({ network });
    const response = await fetch(`${url}/v1/data-connectors`, { headers: KEY });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('x-request-id')).toBe('req_1');
    const text = await response.text();
    expect(text).toMatch(shape);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
    expect(await problemOf(readBy.fetch(url))).toBeInstanceOf(SyntaxError);
    expect(typeof (await readBy.axios(url))).toBe('string');
    expect(await curl(`${url}/v1/data-connectors`)).toEqual({ code: 0, stdout: text });
    // The journal tells what the client got, not what it should have got.
    expect(account.requests.list()[0]?.response).toMatchObject({ status: 200, body: text });
  });

  test('by truncated-json has half of the body, with a matching Content-Length', async () => {
    const whole = await (await (await serveMock()).ask('/v1/data-connectors')).text();
    const { ask } = await serveWithFault({ network: 'truncated-json' });
    expect(await (await ask('/v1/data-connectors')).text()).toBe(whole.slice(0, Math.ceil(whole.length / 2)));
  });

  test('by wrong-content-type is the right JSON with the content type of HTML', async () => {
    const { url } = await serveWithFault({ network: 'wrong-content-type' });
    const response = await fetch(`${url}${FILES}`, { headers: KEY });
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    expect(await response.json()).toMatchObject({ object: 'list', total: 0 });
    expect(await curl('-o', '/dev/null', '-w', '%{content_type}', `${url}${FILES}`)).toEqual({
      code: 0,
      stdout: 'text/html; charset=UTF-8',
    });
  });

  test('keeps the status and the headers of an error', async () => {
    const { ask } = await serveWithFault({ network: 'wrong-content-type' });
    const response = await ask(`${FILES}/nope`);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=UTF-8',
    ]);
    expect(await response.json()).toEqual({ error: expect.stringContaining('nope') });
  });
});

describe('a delay', () => {
  test('delays the answer without changing it', async () => {
    const { url, files } = await serveWithFault({ delay: { fixed: 150 } });
    const before = await serveMock();
    expect(await durationOf(async () => expect((await files()).status).toBe(200))).toBeGreaterThan(140);
    expect(await durationOf(() => readBy.axios(url))).toBeGreaterThan(140);
    const { stdout } = await curl('-w', '\n%{time_starttransfer}', `${url}${FILES}`);
    const [body, seconds] = stdout.split('\n');
    expect(body).toBe(await (await before.ask(FILES)).text());
    expect(Number(seconds)).toBeGreaterThan(0.14);
  });

  test('does not delay other requests, not even those of the same client', async () => {
    const { sync, files, mock } = await serveWithFault({
      match: { operation: 'syncDataConnectorFile' },
      delay: { fixed: '10m' },
    });
    const ended: string[] = [];
    const slow = problemOf(sync(ids.grain, GRAIN)).then(() => ended.push('slow'));
    await files().then(() => ended.push('quick'));
    await mock.close();
    await slow;
    expect(ended).toEqual(['quick', 'slow']);
  });

  test('precedes the other effects of the rule', async () => {
    const { ask } = await serveWithFault({ delay: { fixed: 150 }, error: 'rate-limited', retry_after: 7 });
    let response: Response | undefined;
    expect(
      await durationOf(async () => {
        response = await ask(FILES);
      }),
    ).toBeGreaterThan(140);
    expect([response?.status, response?.headers.get('retry-after')]).toEqual([429, '7']);
  });

  test('ends when its client disconnects: the request is still processed, as behind a proxy that gave up', async () => {
    const { ask, account, mock } = await serveWithFault({
      match: { operation: 'syncDataConnectorFile' },
      delay: { fixed: '10m' },
    });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const body = JSON.stringify({ url: GRAIN });
    const leaving = new AbortController();
    const left = problemOf(ask(SYNC, { ...init, body, signal: leaving.signal }));
    await expect.poll(() => account.faults.list()[0]?.fired).toBe(1);
    leaving.abort();
    expect((await left).name).toBe('AbortError');
    await expect.poll(() => account.requests.count({ operation: 'syncDataConnectorFile' })).toBe(1);
    expect(account.requests.list()[0]?.duration_ms).toBeLessThan(600_000);
    expect(account.files.list()).toHaveLength(1);
    await mock.close();
  });

  test('in progress does not hold up the shutdown of the mock', async () => {
    const { ask, mock, account } = await serveWithFault({ delay: { fixed: '10m' } });
    const waiting = problemOf(ask(FILES));
    await expect.poll(() => account.faults.list()[0]?.fired).toBe(1);
    await mock.close();
    expect((await waiting).message).toBe('fetch failed');
  });
});

describe('a body sent in pieces', () => {
  const DRIP: FaultRule = { drip: { over: 300, pieces: 4 } };

  test('arrives complete, in pieces, over the given time', async () => {
    const { url, ask } = await serveWithFault(DRIP);
    const whole = await (await (await serveMock()).ask('/v1/data-connectors')).text();
    const start = performance.now();
    const response = await ask('/v1/data-connectors');
    const pieces: { text: string; at: number }[] = [];
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      pieces.push({ text: decoder.decode(chunk, { stream: true }), at: performance.now() - start });
    }
    expect(pieces.map(({ text }) => text).join('')).toBe(whole);
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.at(-1)?.at).toBeGreaterThan(280);
    expect(await durationOf(() => readBy.axios(url))).toBeGreaterThan(280);
    const timed = await curl('-o', '/dev/null', '-w', '%{time_total}', `${url}${FILES}`);
    expect(Number(timed.stdout)).toBeGreaterThan(0.28);
  });

  test('takes the given time even if there are more pieces than bytes', async () => {
    const { ask } = await serveWithFault({ drip: { over: 300, pieces: 1_000 } });
    expect(
      await durationOf(async () => expect(await (await ask(FILES)).json()).toMatchObject({ total: 0 })),
    ).toBeGreaterThan(280);
  });

  test('times out a client that limits the time for the whole body', async () => {
    const { url } = await serveWithFault({ drip: { over: '10m' } });
    const error = (await problemOf(
      axios.get(`${url}${FILES}`, { headers: KEY, timeout: 200 }),
    )) as AxiosError;
    expect(error).toMatchObject({ isAxiosError: true, message: expect.stringMatching(/timeout|aborted/) });
    expect((await curl('--max-time', '0.3', `${url}${FILES}`)).code).toBe(28);
  });

  test('ends when its client disconnects, and leaves nothing behind', async () => {
    const { url, mock, port } = await serveWithFault({ drip: { over: '10m' } });
    const agent = new Agent();
    const call = get({ port, host: '127.0.0.1', path: FILES, headers: KEY, agent });
    const [incoming] = (await once(call, 'response')) as [IncomingMessage];
    await once(incoming, 'data');
    incoming.destroy();
    const response = await fetch(`${url}${FILES}`, { headers: KEY });
    await response.body?.cancel();
    await mock.close();
  });
});

describe('in process', () => {
  const inProcess = (rule: FaultRule) => {
    const { mock } = setup({ faults: [rule] });
    return (path = FILES, init: RequestInit = {}) => mock.fetch(path, { headers: KEY, ...init });
  };
  // Answers that are damaged do not fit the document, which `setup()` would check.
  const damaged = async (rule: FaultRule) => (await serveMock({ faults: [rule] })).mock;

  test.each([
    ['connection-reset', 'ECONNRESET'],
    ['answer-lost', 'ECONNRESET'],
    ['empty-answer', 'UND_ERR_SOCKET'],
  ] as const)('%s fails as fetch does', async (network, code) => {
    expect(await problemOf(inProcess({ network })())).toMatchObject({
      name: 'TypeError',
      message: 'fetch failed',
      cause: { code },
    });
  });

  test('answer-lost performs the sync, connection-reset does not', async () => {
    for (const [network, made] of [
      ['answer-lost', 1],
      ['connection-reset', 0],
    ] as const) {
      const { sync, files } = setup({ faults: [{ network, times: 1 }] });
      await problemOf(sync(ids.grain, GRAIN));
      expect((await files()).body.total, network).toBe(made);
    }
  });

  test('reset-in-body fails while the body is read', async () => {
    const mock = await damaged({ network: 'reset-in-body' });
    const response = await mock.fetch(FILES, { headers: KEY });
    expect(response.status).toBe(200);
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^\{"object":"list"/);
    expect(await problemOf(reader?.read() ?? Promise.resolve())).toMatchObject({
      message: 'terminated',
      cause: { code: 'ECONNRESET' },
    });
  });

  test('truncated JSON does not parse', async () => {
    const mock = await damaged({ network: 'truncated-json' });
    const response = await mock.fetch(FILES, { headers: KEY });
    expect(await problemOf(response.json())).toBeInstanceOf(SyntaxError);
  });

  test('a client that aborts during a delay is rejected at once, with its own reason', async () => {
    const ask = inProcess({ delay: { fixed: '10m' } });
    expect(await problemOf(ask(FILES, { signal: AbortSignal.timeout(50) }))).toMatchObject({
      name: 'TimeoutError',
    });
    const gone = new AbortController();
    const answer = problemOf(ask(FILES, { signal: gone.signal }));
    gone.abort(new Error('enough'));
    expect(await answer).toMatchObject({ message: 'enough' });
    expect(await problemOf(ask(FILES, { signal: gone.signal }))).toMatchObject({ message: 'enough' });
  });

  test('a process stays alive while it waits for a delay and a drip', async () => {
    const code = `
      import { createMock } from ${JSON.stringify(builtLibrary)};
      const faults = [{ delay: { fixed: 100 }, drip: { over: 100 } }];
      const init = { headers: { authorization: 'Bearer x' } };
      const response = await createMock({ faults }).fetch('/v1/files', init);
      console.log((await response.json()).object);
    `;
    const program = ['--input-type=module', '-e', code];
    expect(await run([], { program })).toEqual({ status: 0, stdout: 'list\n', stderr: '' });
  });

  test('closing the mock ends delays and drips in progress', async () => {
    const mock = await damaged({ delay: { fixed: '10m' }, drip: { over: '10m' } });
    const answer = mock.fetch(FILES, { headers: KEY });
    const account = mock.account('cg-test');
    await expect.poll(() => account.faults.list()[0]?.fired).toBe(1);
    await mock.close();
    const text = (await answer).text();
    await mock.close();
    expect(JSON.parse(await text)).toMatchObject({ object: 'list' });
  });

  test('a client that aborts during a drip gets no more of the body', async () => {
    const mock = await damaged({ drip: { over: '10m' } });
    const response = await mock.fetch(FILES, { headers: KEY, signal: AbortSignal.timeout(100) });
    expect(await problemOf(response.text())).toMatchObject({ name: 'TimeoutError' });
    const other = await mock.fetch(FILES, { headers: KEY });
    await other.body?.cancel();
  });
});

describe('the server', () => {
  test.each<Network>(['connection-reset', 'answer-lost', 'empty-answer', 'reset-in-body'])(
    'goes on after %s, on a new connection',
    async (network) => {
      const { port, account } = await serveWithFault({ network, times: 20 });
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const ask = () =>
        new Promise<string>((resolve) => {
          get({ port, host: '127.0.0.1', path: FILES, headers: KEY, agent }, (incoming) => {
            incoming
              .resume()
              .on('end', () => resolve('whole'))
              .on('error', () => resolve('broken'));
          }).on('error', () => resolve('broken'));
        });
      for (let n = 0; n < 20; n++) expect(await ask()).toBe('broken');
      expect(await ask()).toBe('whole');
      expect(account.faults.list()[0]).toMatchObject({ calls: 21, fired: 20 });
      agent.destroy();
    },
  );

  test('does not affect the persistent connections of others', async () => {
    const { port, account } = await serveMock();
    account.faults.add({ network: 'connection-reset' });
    const agents = ['one', 'two', 'three'].map((token) => ({
      token,
      agent: new Agent({ keepAlive: true, maxSockets: 1 }),
    }));
    const ask = async (token: string, agent: Agent) => {
      const headers = { authorization: `Bearer ${token}` };
      const [incoming] = (await once(
        get({ port, host: '127.0.0.1', path: FILES, headers, agent }),
        'response',
      )) as [IncomingMessage];
      const { localPort } = incoming.socket;
      await once(incoming.resume(), 'end');
      return localPort;
    };
    const ports = await Promise.all(agents.map(({ token, agent }) => ask(token, agent)));
    for (let round = 0; round < 10; round++) {
      await problemOf(fetch(`http://127.0.0.1:${port}${FILES}`, { headers: KEY }));
      expect(await Promise.all(agents.map(({ token, agent }) => ask(token, agent)))).toEqual(ports);
    }
    for (const { agent } of agents) agent.destroy();
  });

  test('breaks the connection of an unfinished upload, and goes on', async () => {
    const { port, files } = await serveWithFault({
      match: { operation: 'uploadFile' },
      network: 'connection-reset',
    });
    const call = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: FILES,
      headers: { ...KEY, 'content-type': 'multipart/form-data; boundary=b', 'content-length': 10_000_000 },
    });
    call.write('--b\r\n');
    expect((await once(call, 'error').catch((error) => [error]))[0]).toMatchObject({ code: 'ECONNRESET' });
    expect((await files()).body.total).toBe(0);
  });

  test('serves many broken and many intact connections at once', async () => {
    const { ask, account } = await serveMock();
    const faults = ['connection-reset', 'empty-answer', 'reset-in-body', 'answer-lost'] as const;
    for (const [index, network] of faults.entries()) {
      account.faults.add({ id: network, match: { header: { 'x-case': String(index) } }, network });
    }
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, async (_, n) => {
        const answer = ask(FILES, { headers: { 'x-case': String(n % 5) } }).then((response) =>
          response.json(),
        );
        return answer.then(
          () => 'whole',
          () => 'broken',
        );
      }),
    );
    expect(outcomes).toEqual(Array.from({ length: 100 }, (_, n) => (n % 5 === 4 ? 'whole' : 'broken')));
    expect(account.faults.list().map(({ fired }) => fired)).toEqual([20, 20, 20, 20]);
    expect((await ask(FILES)).status).toBe(200);
  });
});
