// The mock as a library: what a program that tests its client calls.
import { describe, expect, test } from 'vitest';
import { createMock } from '../src/index.ts';
import { connectorCount } from './support/ids.ts';
import { createClient, ids, setup } from './support/setup.ts';

const GRAIN = 'grain://recording/abc123';

test('answers the same in process and over a socket', async () => {
  await using mock = createMock({ lifecycle: 'manual' });
  const { url, baseUrl, port } = await mock.listen();
  expect([url, baseUrl]).toEqual([`http://127.0.0.1:${port}`, `http://127.0.0.1:${port}/v1`]);
  const socket = createClient((path, init) => fetch(`${url}${path}`, init), 'cg-socket');
  const inProcess = createClient((path, init) => mock.fetch(`${url}${path}`, init), 'cg-process');
  for (const client of [socket, inProcess]) await client.sync(ids.grain, GRAIN);
  expect((await socket.files()).body).toEqual((await inProcess.files()).body);
  expect((await socket.browse(ids.dropbox)).body).toEqual((await inProcess.browse(ids.dropbox)).body);
});

test('two mocks share nothing', async () => {
  const [one, other] = [setup(), setup()];
  await one.sync(ids.grain, GRAIN);
  one.mock.clock.advance('1h');
  expect((await other.files()).body.total).toBe(0);
  expect(one.mock.clock.now() - other.mock.clock.now()).toBe(3_600_000);
});

test('two runs give the same answers, byte for byte', async () => {
  async function run() {
    const { mock, ...client } = setup();
    const answers: unknown[] = [await client.connectors()];
    for (const id of [ids.grain, ids.zoom, ids.dropbox, ids['google-drive']])
      answers.push(await client.browse(id));
    answers.push(await client.sync(ids.grain, GRAIN));
    mock.clock.advance('8s');
    answers.push(await client.files());
    return JSON.stringify(answers.map((answer) => (answer as { body: unknown }).body));
  }
  expect(await run()).toBe(await run());
});

test('lists its connectors, each with a URI that can be synced', async () => {
  const { mock, sync } = setup();
  expect(mock.connectors).toHaveLength(connectorCount);
  for (const { id, type, sampleUri } of mock.connectors) {
    expect((await sync(id, sampleUri ?? '')).body.source).toBe(type);
  }
});

describe('the clock', () => {
  test.each([
    ['5s', 5_000],
    ['250ms', 250],
    ['1.5m', 90_000],
    ['2h', 7_200_000],
    ['1d', 86_400_000],
    [1_234, 1_234],
    ['0s', 0],
  ])('advances by %s', (by, ms) => {
    const { mock } = setup();
    const before = mock.clock.now();
    expect(mock.clock.advance(by)).toBe(before + ms);
    expect(mock.account('cg-test').clock.now()).toBe(before + ms);
  });

  test.each(['', '5', '-5s', '5 years', 'soon', -1, Number.NaN, Number.POSITIVE_INFINITY, '999999999d'])(
    'refuses %j and does not move',
    (by) => {
      const { mock } = setup();
      const before = mock.clock.now();
      expect(() => mock.clock.advance(by)).toThrow(RangeError);
      expect(mock.clock.now()).toBe(before);
    },
  );

  test('starts at a fixed time if it stands still, or at the given start time', () => {
    expect(new Date(setup().mock.clock.now()).toISOString()).toBe('2026-01-15T09:00:00.000Z');
    const startTime = '2030-06-01T12:00:00+02:00';
    expect(setup({ startTime }).mock.clock.now()).toBe(Date.parse(startTime));
    const running = setup({ lifecycle: 'timed', startTime }).mock.clock;
    expect(running.now() - Date.parse(startTime)).toBeLessThan(60_000);
  });
});

describe('state', () => {
  test('a reset restores the initial state', async () => {
    const { mock, sync, remove, files, file } = setup();
    const { body: first } = await sync(ids.grain, GRAIN);
    await remove(first.id);
    await sync(ids.grain, GRAIN);
    mock.clock.advance('1h');
    mock.reset();
    expect((await files()).body.total).toBe(0);
    expect((await sync(ids.grain, GRAIN)).body).toEqual(first);
    mock.account('cg-test').reset();
    expect((await file(first.id)).status).toBe(404);
    expect((await sync(ids.grain, GRAIN)).body).toEqual(first);
  });

  test('a snapshot survives JSON and restores files, clocks and deletions', async () => {
    const { mock, sync, remove, files, as } = setup();
    await sync(ids.zoom, 'zoom://id/86420197531');
    const { body } = await sync(ids.grain, GRAIN);
    await remove(body.id);
    mock.clock.advance('3s');
    mock.account('cg-test').clock.advance('1s');
    await as('other').sync(ids.grain, GRAIN);
    const before = (await files()).body;
    const snapshot = JSON.parse(JSON.stringify(mock.snapshot()));
    mock.reset();
    await sync(ids.grain, GRAIN);
    mock.restore(snapshot);
    expect((await files()).body).toEqual(before);
    expect((await as('other').files()).body.total).toBe(1);
    expect((await sync(ids.grain, GRAIN)).body.id).not.toBe(body.id);
    expect(mock.snapshot().advancedBy).toBe(3_000);
  });

  test('a snapshot is not affected by later changes', async () => {
    const { mock, sync, update, file } = setup();
    const { body } = await sync(ids.grain, GRAIN);
    const snapshot = mock.snapshot();
    await update(body.id, { filename: 'Changed.mp4' });
    await sync(ids.zoom, 'zoom://id/86420197531');
    mock.restore(snapshot);
    expect((await file(body.id)).body).toEqual(body);
    expect(mock.snapshot()).toEqual(snapshot);
  });

  test('a snapshot of one account can be restored into another, without affecting the rest', async () => {
    const { mock, sync, as } = setup();
    const { body } = await sync(ids.grain, GRAIN);
    await as('other').sync(ids.zoom, 'zoom://id/86420197531');
    mock.account('copy').restore(mock.account('cg-test').snapshot());
    expect((await as('copy').file(body.id)).body).toEqual(body);
    expect((await as('other').files()).body.total).toBe(1);
  });

  test('restores the status of a file, whichever clock was advanced', async () => {
    const { mock, sync, file } = setup();
    const { id } = (await sync(ids.grain, GRAIN)).body;
    mock.clock.advance('5s');
    mock.account('cg-test').clock.advance('3s');
    const [one, all] = [mock.account('cg-test').snapshot(), mock.snapshot()];
    mock.reset();
    for (const snapshot of [one, all]) {
      mock.account('cg-test').restore(snapshot);
      expect((await file(id)).body.status).toBe('completed');
      mock.clock.advance('1h');
    }
    const now = mock.account('cg-test').clock.now();
    mock.account('cg-test').restore(JSON.parse(JSON.stringify(one)));
    expect(mock.account('cg-test').clock.now()).toBeLessThan(now);
    expect(mock.account('other').clock.now()).toBe(mock.clock.now());
    mock.restore(one);
    expect((await file(id)).body.status).toBe('completed');
  });

  test.each([
    ['accounts', { maxAccounts: 2 }, '--max-accounts 3'],
    ['records', { maxFiles: 2 }, '--max-files 3'],
  ])('that exceeds the limit of %s is refused, and nothing is lost', async (_what, limits, remedy) => {
    const { mock, sync, as } = setup();
    await sync(ids.grain, GRAIN);
    for (const token of ['b', 'c']) await as(token).sync(ids.grain, GRAIN);
    const small = createMock({ lifecycle: 'manual', ...limits });
    const client = createClient(small.fetch);
    await client.sync(ids.zoom, 'zoom://id/86420197531');
    expect(() => small.restore(mock.snapshot())).toThrow(remedy);
    expect((await client.files()).body.total).toBe(1);
  });

  test.each([
    ['nothing', null],
    ['something else', { accounts: {} }],
    ['another version', { format: 'cloudglue-mock snapshot', version: 1, advancedBy: 0, accounts: {} }],
    [
      'a broken account',
      { format: 'cloudglue-mock snapshot', version: 2, advancedBy: 0, accounts: { a: {} } },
    ],
  ])('refuses to restore %s and changes nothing', async (_what, snapshot) => {
    const { mock, sync, files } = setup();
    await sync(ids.grain, GRAIN);
    expect(() => mock.restore(snapshot as never)).toThrow(/not a snapshot of this version/);
    expect((await files()).body.total).toBe(1);
  });
});

test('refuses a snapshot with a changed value in any place, and changes nothing', async () => {
  const { mock, sync, files } = setup();
  await sync(ids.grain, GRAIN);
  const before = (await files()).body;
  const snapshot = JSON.stringify(mock.snapshot());
  for (const [from, to] of [
    ['"plan":[', '"plans":['],
    ['"status":"processing"', '"status":"soon"'],
    ['"source":"grain"', '"source":"vimeo"'],
    ['"media":{', '"media":7,"x":{'],
    ['"source_type":"grain"', '"source_type":"gong"'],
    ['"offset":0', '"offset":-1'],
    ['"stepsRead":0', '"stepsRead":"0"'],
    ['"refusals":[]', '"refusals":[["grain://recording/abc123",0]]'],
  ] as const) {
    const tampered = snapshot.replace(from, to);
    expect(tampered).not.toBe(snapshot);
    expect(() => mock.restore(JSON.parse(tampered)), to).toThrow(TypeError);
  }
  expect((await files()).body).toEqual(before);
});

test('a snapshot with metadata as deep as the API accepts can be restored', async () => {
  const { mock, call, syncUrl } = setup();
  const headers = { authorization: 'Bearer cg-test' };
  const { body } = await syncUrl('https://media.example.com/deep.mp4');
  const nested = (levels: number): unknown => (levels === 0 ? 'end' : { a: nested(levels - 1) });
  expect((await call('PUT', `/v1/files/${body.id}`, { metadata: nested(99) })).status).toBe(200);
  const snapshot = await (await mock.fetch('/__admin/snapshot', { headers })).text();
  const put = { method: 'PUT', headers: { ...headers, 'content-type': 'application/json' } };
  expect((await mock.fetch('/__admin/snapshot', { ...put, body: snapshot })).status).toBe(200);
  expect((await call('GET', `/v1/files/${body.id}`)).body).toMatchObject({ metadata: nested(99) });
  const deeper = snapshot.replace('"end"', '['.repeat(20_000) + ']'.repeat(20_000));
  expect(() => mock.account('cg-test').restore(JSON.parse(deeper))).toThrow(
    'nested more than 150 levels deep',
  );
});

test.each([
  [{ lifecycle: 'fast' }, 'lifecycle must be one of timed, polled, instant, manual'],
  [{ speed: 0 }, 'speed must be at least 0.000001'],
  [{ speed: '2' }, 'speed must be a number'],
  [{ maxFiles: 1.5 }, 'maxFiles must be a whole number'],
  [{ startTime: 'noon' }, 'startTime must be a date and time'],
  [{ speed: -1 }, 'speed must be at least 0.000001, not -1'],
  [{ colour: 'red' }, 'createMock() takes no option "colour": it takes apiVersion, lifecycle, speed, '],
  [{ port: 80 }, 'createMock() takes no option "port": give it to listen({ port })'],
  [{ faults: '[{' }, 'faults is not valid JSON'],
  [null, 'the options must be an object'],
])('refuses the options %j by name', (options, text) => {
  expect(() => createMock(options as never)).toThrow(TypeError);
  expect(() => createMock(options as never)).toThrow(text);
});

test('reports how many accounts and files it has', async () => {
  const { mock, sync, as } = setup();
  expect(mock.held).toEqual({ accounts: 0, files: 0 });
  await sync(ids.grain, 'grain://recording/abc123');
  await as('cg-other').files();
  expect(mock.held).toEqual({ accounts: 2, files: 1 });
});

test('refuses options of createMock() in listen(), by name', async () => {
  await expect(setup().mock.listen({ seed: 'seed.yaml' } as never)).rejects.toThrow(
    'listen() takes no option "seed": give it to createMock({ seed })',
  );
});

test('refuses a port in use, with the system error code', async () => {
  const { mock } = setup();
  const { port } = await mock.listen();
  await expect(mock.listen({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await expect(mock.listen({ port: 70_000 })).rejects.toThrow('port must be at most 65535');
});
