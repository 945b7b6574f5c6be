// A store that somebody empties, writes into by hand, or lets run out of what it needs: clear answers, and no other harm.
import { expect, test, vi } from 'vitest';
import { url } from './support/data-file.ts';
import { type Engine, mockOn, startEngine } from './support/engine.ts';
import { run } from './support/process.ts';
import { startReceiver } from './support/receiver.ts';
import type { Client } from './support/setup.ts';

const HEADER = 'cloudglue-mock:header';
const WORK = 'cloudglue-mock:{work}';

/** The keys of the only account. */
function keysOf({ ask }: Engine) {
  const [, id] = /\{(\w+)\}:account/.exec(ask('KEYS', '*:account')) ?? [];
  return (part: string) => `cloudglue-mock:{${id}}:${part}`;
}

/** A request is refused for now, with what is wrong. */
async function expectRefused(asked: Promise<unknown>, ...texts: string[]) {
  const { status, headers, body } = (await asked) as {
    status: number;
    headers: Headers;
    body: { error?: string; detail?: string };
  };
  expect([status, headers.get('retry-after')], JSON.stringify(body)).toEqual([503, '1']);
  // The control plane tells it as a problem.
  for (const text of texts) expect(body.error ?? body.detail).toContain(text);
}

for (const how of ['is emptied', 'is started again, empty'] as const) {
  test(`mocks that are already there say what holds in a store that ${how}`, async () => {
    const engine = await startEngine();
    const startTime = '2030-01-01T00:00:00Z';
    const first = mockOn(engine.url, { lifecycle: 'timed', startTime });
    const nowOf = async ({ call }: Client) => (await call<{ now: number }>('GET', '/__admin/clock')).body.now;
    const before = await nowOf(first);
    engine.ask('FLUSHALL');
    if (how !== 'is emptied') {
      await engine.kill();
      await engine.start();
    }
    await expect.poll(() => engine.ask('EXISTS', HEADER)).toBe('1');
    const store = ['--port', '0', '--store', engine.url];
    const { status, stderr } = await run([...store, '--lifecycle', 'manual']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('give --lifecycle timed')]);
    expect((await run([...store, '--lifecycle', 'timed'])).stderr).toContain('--start-time 2030-01-01');
    const second = mockOn(engine.url, { lifecycle: 'timed', startTime });
    expect(await nowOf(second)).toBeGreaterThanOrEqual(before);
    await first.files();
    await second.files();
    const { data } = (await first.call<{ data: { id: string }[] }>('GET', '/__admin/requests')).body;
    expect(new Set(data.map(({ id }) => id)).size).toBe(2);
  });
}

test('a mock that no longer fits the others answers that, until it does', async () => {
  const engine = await startEngine();
  const { files, syncUrl } = mockOn(engine.url);
  await syncUrl(url('talk'));
  engine.ask('HSET', HEADER, 'lifecycle', 'timed');
  await expect.poll(async () => (await files()).status).toBe(503);
  await expectRefused(files(), 'give --lifecycle timed');
  engine.ask('HSET', HEADER, 'lifecycle', 'manual');
  await expect.poll(async () => (await files()).status).toBe(200);
  for (const mistake of [
    ['HSET', HEADER, 'startedAt', 'x'],
    ['HSET', HEADER, 'startedAt', '1e999'],
    ['HSET', HEADER, 'startTime', '1e99'],
    ['SET', HEADER, 'x'],
  ]) {
    engine.ask('DEL', HEADER);
    engine.ask(...mistake);
    await expect.poll(async () => (await files()).status).toBe(503);
    await expectRefused(files(), HEADER, 'delete');
    const { status, stderr } = await run(['--port', '0', '--store', engine.url, '--lifecycle', 'manual']);
    expect([status, stderr]).toEqual([2, expect.stringMatching(`${HEADER}.*delete|delete.*${HEADER}`)]);
    engine.ask('DEL', HEADER);
    await expect.poll(async () => (await files()).status).toBe(200);
  }
  expect((await files()).body.total).toBe(1);
});

/** By the part of the account: commands that leave there what no mock wrote, without the key. */
const MISTAKES: [part: string, command: string, ...given: string[]][] = [
  ['account', 'SET', 'x'],
  ['account', 'HSET', 'account', 'x', 'version', 'x'],
  ['account', 'HSET', 'account', '5', 'version', 'x'],
  ['account', 'HSET', 'world', '[', 'version', 'x'],
  ['account', 'HSET', 'files/x', '1 {', 'version', 'x'],
  ['account', 'HSET', 'files/x', 'x', 'version', 'x'],
  ['account', 'HSET', 'x', 'x', 'version', 'x'],
  ['account', 'HSET', 'files/x', '1 {}', 'version', 'x'],
  ['account', 'HSET', 'files/x', '1 {"id":"y"}', 'version', 'x'],
  ['account', 'HSET', 'world', '{"x":5}', 'version', 'x'],
  ['account', 'HSET', 'deletions', '{"files":5}', 'version', 'x'],
];

test('marks and logs that no mock wrote do no harm', async () => {
  const engine = await startEngine();
  const [first, second] = [mockOn(engine.url), mockOn(engine.url)];
  await first.syncUrl(url('talk'));
  engine.ask('HSET', keysOf(engine)('account'), 'watched', 'x');
  for (const entry of ['{', '5', '{}']) {
    engine.ask('LPUSH', keysOf(engine)('log'), entry);
    for (const { syncUrl } of [second, first]) expect((await syncUrl(url(entry))).status).toBe(200);
  }
  expect((await first.files()).body.total).toBe(4);
  expect((await first.call<{ count: number }>('GET', '/__admin/requests/count')).body.count).toBe(8);
});

for (const [part, command, ...given] of MISTAKES) {
  test(`an account with ${command} ${given.join(' ')} is refused by its key, and others are served`, async () => {
    const engine = await startEngine();
    const [first, second] = [mockOn(engine.url), mockOn(engine.url)];
    await first.syncUrl(url('talk'));
    const key = keysOf(engine)(part);
    if (command === 'SET') engine.ask('DEL', key);
    engine.ask(command, key, ...given);
    // So that mocks that know the account read all of it.
    if (given.includes('version')) engine.ask('DEL', keysOf(engine)('log'));
    for (const { files, syncUrl, as } of [first, second, first]) {
      await expectRefused(files(), key, 'delete');
      await expectRefused(syncUrl(url('other')), key, 'delete');
      expect((await as('other').files()).status).toBe(200);
    }
    engine.ask('DEL', key);
    for (const { files } of [first, second]) expect((await files()).body.total).toBe(0);
    expect((await second.syncUrl(url('talk'))).status).toBe(200);
    expect((await first.files()).body.total).toBe(1);
  });
}

test('a change that cannot be noted in the log is not made', async () => {
  const engine = await startEngine();
  const { syncUrl, files } = mockOn(engine.url);
  await syncUrl(url('talk'));
  const log = keysOf(engine)('log');
  const version = () => engine.ask('HGET', keysOf(engine)('account'), 'version');
  const before = version();
  engine.ask('SET', log, 'x');
  await expectRefused(syncUrl(url('other')), `the key ${log} is a string, not a list`, 'delete it');
  expect(version()).toBe(before);
  engine.ask('DEL', log);
  expect((await files()).body.total).toBe(1);
});

test('what no mock wrote in a journal is told where it is read, and requests are served', async () => {
  const engine = await startEngine();
  const { files, call } = mockOn(engine.url);
  const count = () => call<{ count: number }>('GET', '/__admin/requests/count');
  await files();
  const place = engine.ask('KEYS', '*:journal');
  for (const mistake of [
    ['XADD', place, '*', 'entry', '{'],
    ['XADD', place, '*', 'entry', '{}'],
    ['XADD', place, '*', 'entry', 'null'],
    ['SET', place, 'x'],
  ]) {
    if (mistake[0] === 'SET') engine.ask('DEL', place);
    engine.ask(...mistake);
    await expectRefused(count(), place, 'delete it');
    await expectRefused(call('GET', '/__admin/requests'), place);
    expect((await files()).status).toBe(200);
    engine.ask('DEL', place);
    await files();
    expect((await count()).body.count).toBe(1);
  }
  const size = `${place}-size`;
  engine.ask('HSET', size, 'number', 'x');
  expect((await files()).status).toBe(200);
  engine.ask('DEL', size);
  await files();
  expect((await count()).body.count).toBe(1);
});

test('what no mock wrote among the leases is told to whoever makes work, and ends no events', async () => {
  const engine = await startEngine();
  const receiver = await startReceiver();
  const { as } = mockOn(engine.url, { lifecycle: 'timed', speed: 10 });
  for (const [nth, part] of ['due', 'holders', 'marks'].entries()) {
    // Of an account of its own, whose lease no mock has.
    const { createWebhook, syncUrl } = as(part);
    await createWebhook({ endpoint: receiver.url, subscribed_events: ['file.job.completed'] });
    engine.ask('SET', `${WORK}:${part}`, 'x');
    if (part !== 'marks') await expectRefused(syncUrl(url(part)), `${WORK}:${part}`, 'delete it');
    expect((await as('other').files()).status).toBe(200);
    engine.ask('DEL', `${WORK}:${part}`);
    await expect.poll(async () => (await syncUrl(url(part))).status).toBe(200);
    await expect.poll(() => receiver.events.length).toBe(nth + 1);
  }
});

test('without memory for more a store keeps what it has, and nothing is half done', async () => {
  const engine = await startEngine();
  const [first, second] = [mockOn(engine.url), mockOn(engine.url)];
  const { id } = (await first.syncUrl(url('talk'))).body;
  await second.files();
  engine.ask('CONFIG', 'SET', 'maxmemory', '1');
  const form = new FormData();
  form.set('file', new Blob(['talk']), 'upload.mp4');
  const webhook = { endpoint: 'http://127.0.0.1:9/hook', subscribed_events: ['file.job.completed'] };
  for (const asked of [
    first.syncUrl(url('other')),
    second.upload(form),
    second.createWebhook(webhook),
    first.remove(id),
    second.as('other').syncUrl(url('talk')),
  ]) {
    await expectRefused(asked, 'OOM', 'maxmemory');
  }
  const isAsBefore = async () => {
    for (const { files, as, call } of [first, second]) {
      expect((await files()).body.data.map((file) => file.id)).toEqual([id]);
      expect((await as('other').files()).body.total).toBe(0);
      expect((await call<{ data: object[] }>('GET', '/v1/webhooks')).body).toMatchObject({ total: 0 });
    }
  };
  await isAsBefore();
  engine.ask('CONFIG', 'SET', 'maxmemory', '0');
  await isAsBefore();
  expect((await second.syncUrl(url('other'))).status).toBe(200);
  expect((await first.files()).body.total).toBe(2);
});

test('a store that became a replica still answers, and refuses changes until it is the primary again', async () => {
  const engine = await startEngine();
  const { port } = new URL((await startEngine()).url);
  const { syncUrl, files } = mockOn(engine.url);
  await syncUrl(url('talk'));
  engine.ask('REPLICAOF', '127.0.0.1', port);
  await expectRefused(syncUrl(url('other')), 'READONLY', 'the primary');
  engine.ask('REPLICAOF', 'NO', 'ONE');
  await expect.poll(async () => (await syncUrl(url('other'))).status).toBe(200);
  expect((await files()).body.data.map(({ filename }) => filename)).toContain('other.mp4');
});

test('a password that changes under way is asked for, and a connection that was ended is made again', async () => {
  const engine = await startEngine();
  const { syncUrl, files } = mockOn(engine.url);
  await syncUrl(url('talk'));
  const ask = (...command: string[]) => engine.ask('-a', 'sesame', '--no-auth-warning', ...command);
  vi.spyOn(console, 'error').mockReturnValue();
  ask('CLIENT', 'KILL', 'TYPE', 'normal');
  await expectRefused(files(), 'it ended the connection');
  await expect.poll(async () => (await files()).status).toBe(200);
  engine.ask('CONFIG', 'SET', 'requirepass', 'sesame');
  expect((await files()).body.total).toBe(1);
  ask('CLIENT', 'KILL', 'TYPE', 'normal');
  await expect.poll(async () => JSON.stringify((await files()).body)).toContain('NOAUTH');
  await expectRefused(files(), 'give user and password');
  ask('CONFIG', 'SET', 'requirepass', '');
  await expect.poll(async () => (await files()).status).toBe(200);
  expect((await files()).body.total).toBe(1);
});
