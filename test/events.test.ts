// The event stream: read over a real socket as it comes, by several readers, across resets, until the mock ends.
import { connect } from 'node:net';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { complete, mockOptions } from '../src/config/options.ts';
import { serve } from '../src/http/server.ts';
import { createMock, type Mock } from '../src/index.ts';
import { assemble } from '../src/mock/assemble.ts';
import { seededWorld } from '../src/world/world.ts';
import { startReceiver } from './support/receiver.ts';
import { serveMock } from './support/server.ts';
import { createClient, ids, setup } from './support/setup.ts';
import { statesOf } from './support/states.ts';

const GRAIN = 'grain://recording/abc123';
const sampleOf = (mock: Mock, type: string) =>
  mock.connectors.find((one) => one.type === type)?.sampleUri ?? '';
const EVENTS = '/__admin/events';

interface Event {
  type: string;
  id: string;
  data: Record<string, unknown> & { status?: string; operation?: string; url?: string };
}

/** Reads a stream of events as a browser's EventSource would. */
function readEvents(response: Response) {
  const events: Event[] = [];
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const ended = (async () => {
    let text = '';
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) return 'ended';
      const parts = (text + value).split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts.filter((one) => !one.startsWith(':'))) {
        const [, type = '', data = '', id = ''] = /^event: (.*)\ndata: (.*)\nid: (.*)$/.exec(part) ?? [];
        events.push({ type, id, data: JSON.parse(data) });
      }
    }
  })();
  const failed = ended.catch((error: Error) => error.message);
  return {
    events,
    /** How it ended. */
    ended: failed,
    leave: () => reader?.cancel(),
    /** Of one file, or of all. */
    statuses: (id?: string) =>
      events
        .filter(({ type, data }) => type === 'status' && (id === undefined || data.file_id === id))
        .map(({ data }) => data.status),
    operations: () => events.filter(({ type }) => type === 'request').map(({ data }) => data.operation),
  };
}

async function following(options: Parameters<typeof serveMock>[0] = {}) {
  const server = await serveMock(options);
  const follow = async (token = 'cg-test') => {
    const reader = readEvents(await server.ask(EVENTS, {}, token));
    onTestFinished(() => reader.leave());
    return reader;
  };
  return { ...server, follow };
}

test('the stream uses server-sent events, starts at once and is not cached', async () => {
  const { ask } = await following();
  const response = await ask(EVENTS);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(response.headers.get('cache-control')).toBe('no-cache');
  const first = await response.body?.getReader().read();
  expect(new TextDecoder().decode(first?.value)).toMatch(/^: .+\n\n$/);
});

test('requests and changes of status arrive as they happen, each with a number', async () => {
  const { follow, sync, file, mock } = await following();
  const { events, statuses, operations } = await follow();
  const { id } = (await sync(ids.grain, GRAIN)).body;
  await expect.poll(() => operations()).toEqual(['syncDataConnectorFile']);
  mock.clock.advance('2s');
  await expect.poll(() => statuses()).toEqual(['processing']);
  mock.clock.advance('6s');
  await file(id);
  await expect.poll(() => operations()).toEqual(['syncDataConnectorFile', 'getFile']);
  expect(statuses()).toEqual(['processing', 'completed']);
  expect(events.map((event) => event.id)).toEqual(events.map((_, index) => String(index + 1)));
  expect(events.find(({ type }) => type === 'status')?.data).toMatchObject({
    file_id: id,
    filename: expect.any(String),
    at: expect.any(Number),
  });
});

test('changes of status arrive without any request if the clock runs', async () => {
  const { follow, sync } = await following({ lifecycle: 'timed', speed: 100 });
  const { statuses } = await follow();
  await sync(ids.grain, GRAIN);
  await expect.poll(() => statuses()).toEqual(['processing', 'completed']);
});

test('requests to the control plane are not events, and keys are not shown', async () => {
  const { follow, ask, files } = await following();
  const { events, operations } = await follow();
  await ask('/__admin/clock');
  await files();
  await expect.poll(() => operations()).toEqual(['listFiles']);
  expect(JSON.stringify(events)).not.toContain('cg-test');
});

test('an account gets only its own events, and all its readers get the same', async () => {
  const { follow, as, mock } = await following();
  const [first, second, other] = [await follow(), await follow(), await follow('other')];
  await as('cg-test').sync(ids.grain, GRAIN);
  mock.clock.advance('2s');
  await as('other').connectors();
  await expect.poll(() => other.events.length).toBe(1);
  await expect.poll(() => second.events.length).toBe(2);
  await expect.poll(() => first.events.length).toBe(2);
  expect(other.operations()).toEqual(['listDataConnectors']);
  expect(first.events).toEqual(second.events);
});

test.each([
  [
    'the account was reset',
    async ({ ask }: Awaited<ReturnType<typeof following>>) =>
      void (await ask('/__admin/reset', { method: 'POST' })),
  ],
  ['the whole mock was reset', async ({ mock }: Awaited<ReturnType<typeof following>>) => mock.reset()],
  [
    'a snapshot of the account was restored',
    async ({ account }: Awaited<ReturnType<typeof following>>) => account.restore(account.snapshot()),
  ],
  [
    'a snapshot of the mock was restored',
    async ({ mock }: Awaited<ReturnType<typeof following>>) => mock.restore(mock.snapshot()),
  ],
  [
    'the account was forgotten for others',
    async ({ as }: Awaited<ReturnType<typeof following>>) => {
      for (const token of ['a', 'b', 'c']) await as(token).files();
    },
  ],
])('it continues after %s', async (_what, happens) => {
  const server = await following({ maxAccounts: 2 });
  const { follow, sync, mock } = server;
  const { statuses, operations } = await follow();
  await sync(ids.grain, GRAIN);
  mock.clock.advance('2s');
  await expect.poll(() => statuses()).toEqual(['processing']);
  await happens(server);
  const { id } = (await sync(ids.zoom, sampleOf(mock, 'zoom'))).body;
  mock.clock.advance('8s');
  await expect.poll(() => statuses(id)).toEqual(['processing', 'completed']);
  await expect.poll(() => operations().at(-1)).toBe('syncDataConnectorFile');
});

test('readers that disconnect leave nothing behind', async () => {
  const settings = complete(mockOptions, { lifecycle: 'manual', journal: 0 });
  const { app, parts } = assemble(settings, seededWorld());
  const ends: ReturnType<typeof vi.fn>[] = [];
  const { follow } = parts.feed;
  vi.spyOn(parts.feed, 'follow').mockImplementation((...given) => {
    const end = vi.fn(follow(...given));
    ends.push(end);
    return end;
  });
  const server = await serve(app.fetch, { host: '127.0.0.1', port: 0, exposed: false });
  onTestFinished(() => server.close());
  const headers = { authorization: 'Bearer cg-test' };
  const readers = await Promise.all(
    Array.from({ length: 20 }, async () => readEvents(await fetch(`${server.url}${EVENTS}`, { headers }))),
  );
  expect([parts.streams.size, parts.journal.isOpen, ends.length]).toEqual([20, true, 20]);
  for (const { leave } of readers.slice(1)) await leave();
  await expect.poll(() => parts.streams.size).toBe(1);
  expect(parts.journal.isOpen).toBe(true);
  await readers[0]?.leave();
  await expect.poll(() => parts.streams.size).toBe(0);
  expect(parts.journal.isOpen).toBe(false);
  for (const end of ends) expect(end).toHaveBeenCalled();
});

test('a reader whose connection breaks leaves nothing behind', async () => {
  const { port, mock, files } = await following();
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET ${EVENTS} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer cg-test\r\n\r\n`);
  await new Promise((resolve) => socket.once('data', resolve));
  socket.resetAndDestroy();
  expect((await files()).status).toBe(200);
  // It would wait for a reader that it still has.
  await mock.close();
});

test('a reader that stops reading is disconnected before its backlog fills the memory', async () => {
  const mock = createMock({ journal: 0 });
  onTestFinished(() => mock.close());
  const headers = { authorization: 'Bearer cg-test' };
  const stalled = await mock.fetch(EVENTS, { headers });
  for (let n = 0; n < 10_010; n++) await mock.fetch('/v1/nope', { headers });
  const left = readEvents(stalled);
  expect(await left.ended).toBe('ended');
  expect(left.events.length).toBeLessThan(10);
});

test('closing the mock ends every stream cleanly', async () => {
  const { follow, mock, files } = await following();
  const readers = [await follow(), await follow('other')];
  const inProcess = readEvents(await mock.fetch(EVENTS, { headers: { authorization: 'Bearer cg-test' } }));
  await files();
  await mock.close();
  for (const { ended } of [...readers, inProcess]) expect(await ended).toBe('ended');
});

test('a mock that listens again after it was closed has streams again', async () => {
  const { mock } = await following();
  await mock.close();
  const { url } = await mock.listen();
  const client = createClient((path, init) => fetch(new URL(path, url), init));
  const reader = readEvents(await fetch(`${url}${EVENTS}`, { headers: { authorization: 'Bearer cg-test' } }));
  await client.sync(ids.grain, GRAIN);
  mock.clock.advance('2s');
  await expect.poll(() => reader.events.length).toBe(2);
  await mock.close();
  expect(await reader.ended).toBe('ended');
});

test('the library follows the same events until it unsubscribes', async () => {
  const { mock, sync, files } = setup();
  const events: string[] = [];
  const end = mock.account('cg-test').follow(({ type }) => events.push(type));
  await sync(ids.grain, GRAIN);
  mock.clock.advance('2s');
  expect(events).toEqual(['request', 'status']);
  end();
  end();
  await files();
  expect(events).toHaveLength(2);
});

describe('a listener that fails', () => {
  const boom = () => {
    throw new Error('boom');
  };
  const failures: [string, () => void][] = [
    ['throws', boom],
    ['rejects', (async () => boom()) as () => void],
  ];

  test.each(failures)('that %s changes no answer, and others hear of everything', async (_how, fail) => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { mock, sync, file } = setup();
    const account = mock.account('cg-test');
    const events: string[] = [];
    account.follow(fail);
    account.follow(({ type }) => events.push(type));
    const { status, body } = await sync(ids.grain, GRAIN);
    expect(status).toBe(200);
    account.clock.advance('8s');
    expect((await file(body.id)).body.status).toBe('completed');
    expect(events).toEqual(['request', 'status', 'status', 'request']);
    // Once, whatever it was told of, and with what it threw.
    expect(report.mock.calls).toEqual([
      [expect.stringContaining('a listener that follow() was given failed'), new Error('boom')],
    ]);
  });

  test.each(failures)('that %s keeps no event from webhooks', async (_how, fail) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const receiver = await startReceiver();
    const { mock, sync, createWebhook } = setup();
    const account = mock.account('cg-test');
    account.follow(fail);
    await createWebhook({ endpoint: receiver.url, subscribed_events: ['file.job.completed'] });
    await sync(ids.grain, GRAIN);
    account.clock.advance('8s');
    await account.webhooks.idle();
    expect(receiver.types()).toEqual(['file.job.completed']);
  });
});

test('a listener may change what it hears of: each change is told once, and nothing after a reset', async () => {
  const { mock, sync, syncUrl } = setup();
  const account = mock.account('cg-test');
  const statuses: string[] = [];
  account.follow((event) => {
    if (event.type !== 'status') return;
    statuses.push(event.data.status);
    if (event.data.status === 'processing') account.clock.advance('8s');
    else account.reset();
  });
  await sync(ids.grain, GRAIN);
  await syncUrl('https://example.com/a.mp4');
  account.clock.advance('2s');
  expect(statuses).toEqual(['processing', 'completed']);
  await sync(ids.grain, GRAIN);
  account.clock.advance('2s');
  expect(statuses).toEqual(['processing', 'completed', 'processing', 'completed']);
});

test('what is saved says that a change was told only once it was', async () => {
  const { mock, sync } = setup();
  const account = mock.account('cg-test');
  const announced: number[] = [];
  const announcedAt = () => statesOf(account.snapshot())[0]?.announcedAt ?? 0;
  account.follow((event) => {
    if (event.type === 'status') announced.push(event.data.at - announcedAt());
  });
  await sync(ids.grain, GRAIN);
  account.clock.advance('8s');
  expect(announced).toEqual([2_000, 8_000]);
  expect(announcedAt()).toBe(account.clock.now());
});

test('requests without a key are followed on a stream of their own', async () => {
  const { ask, mock, files } = await following();
  const [keyless, own] = await Promise.all(
    [`${EVENTS}?keyless=true`, EVENTS].map(async (path) => readEvents(await ask(path))),
  );
  onTestFinished(async () => void (await Promise.all([keyless?.leave(), own?.leave()])));
  await mock.fetch('/v1/collections');
  await files();
  await expect.poll(() => own?.operations()).toEqual(['listFiles']);
  await expect.poll(() => keyless?.operations()).toEqual(['listCollections']);
});
