// Several mocks on one engine are one mock.
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createMock, type Mock } from '../src/index.ts';
import { url } from './support/data-file.ts';
import { type Engine, mockOn, startEngine } from './support/engine.ts';
import { importsOf, PAGE } from './support/imports.ts';
import { run, start } from './support/process.ts';
import { startReceiver } from './support/receiver.ts';
import { ids } from './support/setup.ts';
import { describeStore } from './support/store-suite.ts';

const GRAIN = 'grain://recording/abc123';

describeStore('an engine', async () => {
  const { url } = await startEngine();
  const open = (options = {}) => mockOn(url, options);
  return { open, reopen: open };
});

test('four mocks answer from one state, whichever is asked', async () => {
  const engine = await startEngine();
  const mocks = Array.from({ length: 4 }, () => mockOn(engine.url));
  const [first, second, third, fourth] = mocks as [
    (typeof mocks)[0],
    (typeof mocks)[0],
    (typeof mocks)[0],
    (typeof mocks)[0],
  ];
  const { id } = (await first.syncUrl(url('talk'))).body;
  expect((await second.file(id)).body.status).toBe('pending');
  await third.call('POST', '/__admin/clock/advance', { by: '8s' });
  expect((await fourth.file(id)).body.status).toBe('completed');
  await second.call('PATCH', '/__admin/settings', { credits: 7 });
  expect((await third.call<{ credits: number }>('GET', '/__admin/settings')).body.credits).toBe(7);
  await fourth.call('POST', '/__admin/faults', { match: { operation: 'getFile', nth: 4 }, status: 500 });
  const statuses = [];
  for (const { file } of mocks) statuses.push((await file(id)).status);
  expect(statuses).toEqual([200, 200, 200, 500]);
  await first.remove(id);
  expect((await second.file(id)).status).toBe(404);
  await second.call('POST', '/__admin/reset');
  expect((await third.call<{ credits: number }>('GET', '/__admin/settings')).body.credits).toBe(1_000);
});

test('1,000 identical syncs over four mocks make one file', async () => {
  const engine = await startEngine();
  const mocks = Array.from({ length: 4 }, () => mockOn(engine.url));
  const answers = await Promise.all(
    Array.from({ length: 1_000 }, (_, nth) => (mocks[nth % 4] as (typeof mocks)[0]).sync(ids.grain, GRAIN)),
  );
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
  for (const { files } of mocks) expect((await files()).body.total).toBe(1);
});

test('no upload and no count is lost where four mocks change one account at once', async () => {
  const engine = await startEngine();
  const mocks = Array.from({ length: 4 }, () => mockOn(engine.url));
  await mocks[0]?.call('POST', '/__admin/faults', {
    id: 'count',
    match: { operation: 'uploadFile', nth: 10_000 },
    status: 500,
  });
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, nth) => {
      const form = new FormData();
      form.set('file', new Blob([`talk ${nth}`]), `talk ${nth}.mp4`);
      return (mocks[nth % 4] as (typeof mocks)[0]).upload(form);
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(100).fill(200));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(100);
  expect((await mocks[1]?.files())?.body.total).toBe(100);
  const faults = await mocks[2]?.call<{ data: { calls: number }[] }>('GET', '/__admin/faults');
  expect(faults?.body.data[0]).toMatchObject({ calls: 100 });
});

test('a request that only reads writes nothing', async () => {
  const engine = await startEngine();
  const { syncUrl, file, files, sync } = mockOn(engine.url);
  const { id } = (await syncUrl(url('talk'))).body;
  const before = engine.ask('HGET', `cloudglue-mock:{${await accountId(engine)}}:account`, 'version');
  await file(id);
  await files();
  await syncUrl(url('talk'));
  await sync(ids.grain, 'grain://recording/none');
  expect(engine.ask('HGET', `cloudglue-mock:{${await accountId(engine)}}:account`, 'version')).toBe(before);
});

/** The id of the only account. */
async function accountId(engine: Awaited<ReturnType<typeof startEngine>>): Promise<string> {
  const [, id = ''] = /\{(.+)\}:account/.exec(engine.ask('KEYS', '*:account')) ?? [];
  return id;
}

test('an account that nobody uses expires, and one that is only read does not', async () => {
  const engine = await startEngine();
  const { as } = mockOn(engine.url, { storeExpiry: '1m' });
  await as('idle').syncUrl(url('talk'));
  const ttl = Number(engine.ask('PTTL', `cloudglue-mock:{${await accountId(engine)}}:account`));
  expect(ttl).toBeGreaterThan(50_000);
  expect(ttl).toBeLessThanOrEqual(66_000);
  engine.ask('PEXPIRE', `cloudglue-mock:{${await accountId(engine)}}:account`, '30000');
  await as('idle').files();
  expect(Number(engine.ask('PTTL', `cloudglue-mock:{${await accountId(engine)}}:account`))).toBeGreaterThan(
    50_000,
  );
  engine.ask('PEXPIRE', `cloudglue-mock:{${await accountId(engine)}}:account`, '1');
  await pause(10);
  expect((await as('idle').files()).body.total).toBe(0);
  await as('idle').syncUrl(url('other'));
  expect((await as('idle').files()).body.total).toBe(1);
});

test('while the engine is away requests get 503 with Retry-After, and it recovers by itself', async () => {
  const engine = await startEngine();
  const { syncUrl, files, file, call } = mockOn(engine.url);
  const health = () => call('GET', '/__admin/health');
  const { id } = (await syncUrl(url('kept'))).body;
  expect((await health()).status).toBe(200);
  await engine.kill();
  // A load balancer asks for it.
  expect((await health()).status).toBe(503);
  for (const answer of [await files(), await syncUrl(url('other'))]) {
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(answer.body.error).toContain('store');
  }
  await engine.start();
  await expect.poll(async () => (await file(id)).status).toBe(200);
  expect((await syncUrl(url('kept'))).body.id).toBe(id);
});

const ALL_EVENTS = ['file.job.processing', 'file.job.completed', 'file.job.deleted'];

test('each webhook event is sent once, whichever mocks change the account', async () => {
  const engine = await startEngine();
  const receiver = await startReceiver();
  const mocks = Array.from({ length: 4 }, () => mockOn(engine.url, { lifecycle: 'timed', speed: 10 }));
  const webhook = await mocks[0]?.createWebhook({ endpoint: receiver.url, subscribed_events: ALL_EVENTS });
  expect(webhook?.status).toBe(200);
  const made = await Promise.all(
    Array.from({ length: 40 }, (_, nth) => (mocks[nth % 4] as (typeof mocks)[0]).syncUrl(url(nth))),
  );
  await expect.poll(() => new Set(receiver.events.map(({ event_id }) => event_id)).size).toBe(2 * 40);
  await Promise.all(made.map(({ body }, nth) => mocks[(nth + 1) % 4]?.remove(body.id)));
  await expect.poll(() => new Set(receiver.events.map(({ event_id }) => event_id)).size).toBe(3 * 40);
  expect(receiver.events.length).toBe(3 * 40);
  for (const { body } of made) {
    const own = receiver.events.filter(({ payload }) => payload.file_id === body.id);
    expect(own.map(({ event_type }) => event_type)).toEqual(ALL_EVENTS);
  }
});

test('another mock goes on with the events of one that was closed', async () => {
  const engine = await startEngine();
  const receiver = await startReceiver();
  const options = { lifecycle: 'timed', speed: 4 } as const;
  const [one, other] = [mockOn(engine.url, options), mockOn(engine.url, options)];
  await one.createWebhook({ endpoint: receiver.url, subscribed_events: ['file.job.completed'] });
  const { id } = (await one.syncUrl(url('talk'))).body;
  await other.files();
  await one.mock.close();
  await expect.poll(() => receiver.events.map(({ payload }) => payload.file_id)).toEqual([id]);
  await expect
    .poll(async () =>
      (await other.call<{ data: { state: string }[] }>('GET', '/__admin/deliveries')).body.data.map(
        ({ state }) => state,
      ),
    )
    .toEqual(['delivered']);
});

const PATH = '/__admin/requests';
type Counted = { count: number };
type Listed = { total: number; data: { number: number; id: string; url: string }[] };

test('the journal is that of all mocks together, counted, found and cleared at any', async () => {
  const engine = await startEngine();
  const mocks = Array.from({ length: 4 }, () => mockOn(engine.url));
  await Promise.all(
    Array.from({ length: 40 }, (_, nth) => (mocks[nth % 4] as (typeof mocks)[0]).syncUrl(url(nth))),
  );
  for (const { files, call } of mocks) {
    await files();
    expect((await call<Counted>('GET', `${PATH}/count?operation=syncFileFromUrl`)).body.count).toBe(40);
  }
  const [first, second] = mocks as [(typeof mocks)[0], (typeof mocks)[0]];
  const { total, data } = (await first.call<Listed>('GET', `${PATH}?limit=1000`)).body;
  expect(total).toBe(44);
  expect(data.map(({ number }) => number)).toEqual(Array.from({ length: 44 }, (_, nth) => nth + 1));
  expect(new Set(data.map(({ id }) => id)).size).toBe(44);
  await first.mock.fetch('/v1/files');
  expect((await second.call<Counted>('GET', `${PATH}/count?keyless=true`)).body.count).toBe(1);
  expect((await second.call<Counted>('DELETE', PATH)).body.count).toBe(44);
  await first.files();
  expect((await second.call<Listed>('GET', PATH)).body.data.map(({ number }) => number)).toEqual([45]);
  await second.call('POST', '/__admin/reset');
  expect((await first.call<Counted>('GET', `${PATH}/count`)).body.count).toBe(0);
});

test('the journal of an account is bounded, by entries and by bytes', async () => {
  const engine = await startEngine();
  const { files, call } = mockOn(engine.url, { journal: 3 });
  for (let nth = 0; nth < 5; nth++) await files();
  const numbers = async () => (await call<Listed>('GET', PATH)).body.data.map(({ number }) => number);
  expect(await numbers()).toEqual([3, 4, 5]);
  const small = mockOn(engine.url, { journalBytes: 1 });
  await small.files();
  expect(await numbers()).toEqual([]);
});

test('an event stream tells of requests and changes of status at every mock, once and in order', async () => {
  const engine = await startEngine();
  const mocks = Array.from({ length: 4 }, () => mockOn(engine.url, { lifecycle: 'timed', speed: 10 }));
  const [first, second, third, fourth] = mocks as [
    (typeof mocks)[0],
    (typeof mocks)[0],
    (typeof mocks)[0],
    (typeof mocks)[0],
  ];
  await second.syncUrl(url('earlier'));
  const stream = await followStream(first.mock);
  const { id } = (await second.syncUrl(url('talk'))).body;
  await expect.poll(() => stream.statuses(id)).toEqual(['processing', 'completed']);
  await third.remove(id);
  await fourth.files();
  await expect.poll(() => stream.requests()).toEqual(['syncFileFromUrl', 'deleteFile', 'listFiles']);
  expect(stream.statuses(id)).toEqual(['processing', 'completed', 'deleted']);
});

test('a message that no mock sent ends neither an event stream nor the mock', async () => {
  const engine = await startEngine();
  const { mock, files } = mockOn(engine.url);
  const stream = await followStream(mock);
  const [channel] = engine.ask('PUBSUB', 'CHANNELS', '*:events').split('\n');
  const told = vi.spyOn(console, 'error').mockReturnValue();
  for (const message of ['garbage', '{bad', '5 {}', '5 null', '{}'])
    engine.ask('PUBLISH', String(channel), message);
  await files();
  await expect.poll(() => stream.requests()).toContain('listFiles');
  expect(told).toHaveBeenCalledWith(expect.stringContaining('is ignored, for no mock sent it'));
});

/** The events of an account, from when this resolves. */
async function followStream(mock: Mock) {
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const response = await mock.fetch('/__admin/events', {
    headers: { authorization: 'Bearer cg-test' },
    signal: leaving.signal,
  });
  let text = '';
  let begun = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const read = async () => {
    for await (const chunk of response.body ?? []) {
      text += new TextDecoder().decode(chunk as Uint8Array);
      begun();
    }
  };
  read().catch(() => {});
  await hasBegun;
  const of = (type: string) =>
    [...text.matchAll(/event: (\w+)\ndata: (.*)\n/g)].flatMap(([, name, data]) =>
      name === type ? [JSON.parse(data as string)] : [],
    );
  return {
    statuses: (id: string) => of('status').flatMap(({ file_id, status }) => (file_id === id ? [status] : [])),
    requests: () => of('request').map(({ operation }) => operation),
  };
}

test('the clock does not go back when requests alternate between mocks, nor do statuses', async () => {
  const engine = await startEngine();
  const options = { lifecycle: 'timed', startTime: '2030-01-01T00:00:00Z' } as const;
  const mocks = [mockOn(engine.url, options), mockOn(engine.url, options), mockOn(engine.url, options)];
  const times: number[] = [];
  for (let nth = 0; nth < 60; nth++) {
    if (nth === 30) mocks.push(mockOn(engine.url, options));
    const { call } = mocks[nth % mocks.length] as (typeof mocks)[0];
    times.push((await call<{ now: number }>('GET', '/__admin/clock')).body.now);
  }
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times[0]).toBeGreaterThanOrEqual(Date.parse(options.startTime));
  expect(times.at(-1)).toBeLessThan(Date.parse(options.startTime) + 600_000);
});

test('provider states of one interaction add up, and the next one begins fresh, whichever mock is asked', async () => {
  const engine = await startEngine();
  const [one, other] = [mockOn(engine.url), mockOn(engine.url)];
  const setUp = (mock: typeof one, state: string) =>
    mock.call('POST', '/__admin/pact/setup', { state, action: 'setup' });
  const [state] = (await one.call<{ data: { name: string }[] }>('GET', '/__admin/pact/states')).body.data;
  const name = String(state?.name);
  expect((await setUp(one, name)).status).toBe(200);
  await one.syncUrl(url('left behind'));
  expect((await setUp(other, name)).status).toBe(200);
  expect((await one.files()).body.data.map(({ filename }) => filename)).not.toContain('left behind.mp4');
});

test('a cluster spreads accounts over its nodes, and each has all that belongs to it on one', async () => {
  const engines = await Promise.all(Array.from({ length: 3 }, () => startEngine('--cluster-enabled', 'yes')));
  const [first, second, third] = engines as [Engine, Engine, Engine];
  for (const [nth, { ask }] of engines.entries()) {
    ask('CLUSTER', 'ADDSLOTSRANGE', String(nth * 5_500), String(nth === 2 ? 16_383 : nth * 5_500 + 5_499));
    ask('CONFIG', 'SET', 'cluster-node-timeout', '60000');
    if (nth > 0) first.ask('CLUSTER', 'MEET', '127.0.0.1', new URL((engines[nth] as Engine).url).port);
  }
  for (const { ask } of engines) {
    await expect.poll(() => ask('CLUSTER', 'INFO')).toContain('cluster_state:ok');
    await expect.poll(() => ask('CLUSTER', 'INFO')).toContain('cluster_known_nodes:3');
  }
  const receiver = await startReceiver();
  const mocks = [
    mockOn(first.url, { lifecycle: 'timed', speed: 10 }),
    mockOn(third.url, { lifecycle: 'timed', speed: 10 }),
  ];
  const tokens = Array.from({ length: 12 }, (_, nth) => `cluster-${nth}`);
  for (const [nth, token] of tokens.entries()) {
    const client = (mocks[nth % 2] as (typeof mocks)[0]).as(token);
    await client.createWebhook({ endpoint: receiver.url, subscribed_events: ['file.job.completed'] });
    expect((await client.syncUrl(url(nth))).status).toBe(200);
  }
  for (const [nth, token] of tokens.entries()) {
    const { files, call } = (mocks[(nth + 1) % 2] as (typeof mocks)[0]).as(token);
    expect((await files()).body.total).toBe(1);
    expect((await call<Counted>('GET', `${PATH}/count`)).body.count).toBe(3);
  }
  await expect.poll(() => receiver.events.length).toBe(12);
  for (const { ask } of [first, second, third]) {
    expect(ask('KEYS', '*:account').split('\n').filter(Boolean).length).toBeGreaterThan(0);
  }
});

test('an account that a mock drops from its memory stays in the store', async () => {
  const engine = await startEngine();
  const { as } = mockOn(engine.url, { maxAccounts: 1 });
  for (const token of ['ana', 'ben', 'cem']) await as(token).syncUrl(url(token));
  const totals = [];
  for (const token of ['ana', 'ben', 'cem']) totals.push((await as(token).files()).body.total);
  expect(totals).toEqual([1, 1, 1]);
});

test('a store that cannot be used is refused at the start, with what is wrong and no password', async () => {
  const engine = await startEngine('--requirepass', 'sesame');
  const { host } = new URL(engine.url);
  const refused = async (...args: string[]) => {
    const { status, stderr } = await run(['--port', '0', ...args]);
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/secret|sesame/);
    return stderr;
  };
  expect(await refused('--store', `redis://:secret@${host}`)).toContain('WRONGPASS');
  expect(await refused('--store', `redis://:sesame@${host}`, '--data', 'state.json')).toContain('exclude');
  expect(await refused('--store', 'http://localhost')).toContain('redis://localhost:6379');
  const store = `redis://:sesame@${host}`;
  await start(['--port', '0', '--store', store, '--lifecycle', 'manual']);
  expect(await refused('--store', store)).toContain('--lifecycle manual');
  await engine.kill();
  expect(await refused('--store', store)).toContain('ECONNREFUSED');
  const shared = createMock({ store });
  expect(() => shared.clock.now()).toThrow('/__admin');
  await shared.close();
});

/** A Drive of so many files, and a collection to import them into. */
async function withDrive({ call, createCollection }: ReturnType<typeof mockOn>, count: number) {
  const items = Array.from({ length: count }, (_, nth) => ({ id: `talk-${nth}`, path: `Talk ${nth}.mp4` }));
  const added = await call<{ id: string }>('POST', '/__admin/connectors', { type: 'google-drive', items });
  const { id } = (await createCollection('Library', { collection_type: 'metadata' })).body;
  return { connector_id: added.body.id, id };
}

test('a run that one mock starts goes on whichever mock is asked, and brings each file in once', async () => {
  const engine = await startEngine();
  const mocks = Array.from({ length: 3 }, () => mockOn(engine.url));
  const [first, second, third] = mocks as [(typeof mocks)[0], (typeof mocks)[0], (typeof mocks)[0]];
  const { connector_id, id } = await withDrive(first, 40 * PAGE);
  const made = (await importsOf(first, id).create({ connector_id })).body;
  await second.call('POST', '/__admin/clock/advance', { by: '3s' });
  const midway = await importsOf(third, id).latest(made.id);
  expect(midway).toMatchObject({ status: 'processing' });
  expect(midway.progress.files_created).toBeGreaterThan(0);
  expect((await first.files()).body.total).toBe(midway.progress.files_created);
  await third.call('POST', '/__admin/clock/advance', { by: '1h' });
  const all = await Promise.all(
    Array.from({ length: 12 }, (_, nth) =>
      importsOf(mocks[nth % 3] as (typeof mocks)[0], id).latest(made.id),
    ),
  );
  for (const run of all) {
    expect(run).toMatchObject({
      status: 'completed',
      progress: { files_created: 40 * PAGE, files_skipped: 0 },
    });
  }
  for (const { files } of mocks) expect((await files()).body.total).toBe(40 * PAGE);
});

test('events of files that a run brings in are sent by whichever mock is left, without a request', async () => {
  const engine = await startEngine();
  const [first, second] = [
    mockOn(engine.url, { lifecycle: 'timed', speed: 10 }),
    mockOn(engine.url, { lifecycle: 'timed', speed: 10 }),
  ];
  const receiver = await startReceiver();
  await first.createWebhook({ endpoint: receiver.url, subscribed_events: ['file.job.completed'] });
  const { connector_id, id } = await withDrive(first, 3 * PAGE);
  // A mock takes part once it was asked for anything.
  await second.connectors();
  await importsOf(first, id).create({ connector_id });
  await first.mock.close();
  await expect.poll(() => receiver.events.length, { timeout: 60_000 }).toBe(3 * PAGE);
  expect((await second.files()).body.total).toBe(3 * PAGE);
});
