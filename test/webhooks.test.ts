// Webhooks: real deliveries to a real server that is slow, dies, or answers 500; and the operations to manage them.

import dns from 'node:dns';
import { request } from 'node:http';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { complete, mockOptions } from '../src/config/options.ts';
import { createBindings } from '../src/http/context.ts';
import type { MockOptions } from '../src/index.ts';
import { assemble } from '../src/mock/assemble.ts';
import { seededWorld } from '../src/world/world.ts';
import { startReceiver } from './support/receiver.ts';
import { serveMock } from './support/server.ts';
import { createClient, ids, setup } from './support/setup.ts';
import { statesOf } from './support/states.ts';

const GRAIN = 'grain://recording/abc123';
const FILE_EVENTS = ['file.job.processing', 'file.job.completed', 'file.job.failed', 'file.job.deleted'];
const COLLECTION_EVENTS = FILE_EVENTS.map((name) => `collection.${name}`);
const QUICK = { webhookPause: 5, webhookTimeout: 2_000 };

/** A mock with a webhook at a receiver. */
async function listening(
  options: MockOptions = {},
  respond?: Parameters<typeof startReceiver>[0],
  subscribed_events: string[] = FILE_EVENTS,
) {
  const receiver = await startReceiver(respond);
  const client = setup({ ...QUICK, ...options });
  const webhook = (await client.createWebhook({ endpoint: receiver.url, subscribed_events })).body;
  const { deliveries, idle } = client.mock.account('cg-test').webhooks;
  return { ...client, receiver, webhook, deliveries, idle };
}

describe('deliveries', () => {
  test('report each change of status, with the secret and the file as it was then', async () => {
    const { sync, mock, receiver, webhook, idle, file } = await listening();
    const { id } = (await sync(ids.grain, GRAIN)).body;
    await idle();
    expect(receiver.events).toEqual([]);
    mock.clock.advance('8s');
    await idle();
    expect(receiver.types()).toEqual(['file.job.processing', 'file.job.completed']);
    expect(receiver.headers[0]).toMatchObject({
      'content-type': 'application/json',
      'x-cloudglue-webhook-secret': webhook.webhook_secret,
    });
    const { id: _, ...rest } = (await file(id)).body;
    expect(receiver.events[1]?.payload).toEqual({
      file_id: id,
      ...rest,
      source_metadata: expect.anything(),
      thumbnail_url: expect.any(String),
    });
    expect(receiver.events[0]?.payload).toMatchObject({ status: 'processing', bytes: rest.bytes });
    expect(receiver.events[0]?.event_id).not.toBe(receiver.events[1]?.event_id);
  });

  test.each<
    [string, MockOptions, (client: Awaited<ReturnType<typeof listening>>, id: string) => Promise<unknown>]
  >([
    ['instant', { lifecycle: 'instant' }, async () => {}],
    [
      'polled',
      { lifecycle: 'polled' },
      async ({ file }, id) => [await file(id), await file(id), await file(id)],
    ],
    ['the clock of the account', {}, async ({ mock }) => mock.account('cg-test').clock.advance('1m')],
    ['the clock of the whole mock', {}, async ({ mock }) => mock.clock.advance('1m')],
    [
      'time, without any reads',
      { lifecycle: 'timed', speed: 100 },
      async ({ receiver }) => {
        await expect.poll(() => receiver.events.length).toBe(2);
      },
    ],
  ])('are sent whatever changes the status: %s', async (_what, options, move) => {
    const client = await listening(options);
    await move(client, (await client.sync(ids.grain, GRAIN)).body.id);
    await client.idle();
    expect(client.receiver.types()).toEqual(['file.job.processing', 'file.job.completed']);
    expect(client.receiver.events.map(({ payload }) => payload.status)).toEqual(['processing', 'completed']);
  });

  test('are sent once each, however soon a file is done', async () => {
    // The first step falls due with the making, the second 2 ms later.
    const { syncUrl, receiver, idle } = await listening({ lifecycle: 'timed', speed: 5_000 });
    for (let n = 0; n < 200; n++) await syncUrl(`https://example.com/${n}.mp4`);
    const completed = () => receiver.events.filter(({ payload }) => payload.status === 'completed');
    await expect.poll(() => completed().length).toBe(200);
    await idle();
    expect(receiver.events.length).toBe(400);
    expect(new Set(receiver.events.map(({ payload }) => `${payload.file_id} ${payload.status}`)).size).toBe(
      400,
    );
  });

  test('report failures and removals, and only subscribed events', async () => {
    const { syncUrl, mock, receiver, idle, remove } = await listening({}, undefined, [
      'file.job.failed',
      'file.job.deleted',
    ]);
    const { id } = (await syncUrl('https://media.quaymark.example/broken/corrupted-upload.mp4')).body;
    mock.clock.advance('8s');
    await remove(id);
    await idle();
    expect(receiver.types()).toEqual(['file.job.failed', 'file.job.deleted']);
    expect(receiver.events[1]?.payload).toMatchObject({ file_id: id, status: 'failed' });
  });

  test('for files in collections name the collection, and follow those of the file', async () => {
    const both = [...FILE_EVENTS, ...COLLECTION_EVENTS];
    const { createCollection, addMedia, mock, receiver, idle, remove } = await listening({}, undefined, both);
    const collection_id = (await createCollection('Calls')).body.id;
    const { file_id } = (await addMedia(collection_id, { url: GRAIN })).body;
    mock.clock.advance('8s');
    await remove(file_id);
    await idle();
    expect(receiver.types()).toEqual([
      'file.job.processing',
      'collection.file.job.processing',
      'file.job.completed',
      'collection.file.job.completed',
      'collection.file.job.deleted',
      'file.job.deleted',
    ]);
    expect(receiver.events[1]?.payload).toMatchObject({ collection_id, file_id, status: 'processing' });
  });

  test('report both the file and its entry when a file in a collection is polled', async () => {
    const both = [...FILE_EVENTS, ...COLLECTION_EVENTS];
    const client = await listening({ lifecycle: 'polled' }, undefined, both);
    const { id } = (await client.createCollection('Calls')).body;
    const { file_id } = (await client.addMedia(id, { url: GRAIN })).body;
    await client.video(id, file_id);
    await client.video(id, file_id);
    await client.idle();
    expect(client.receiver.types()).toEqual([
      'file.job.processing',
      'collection.file.job.processing',
      'file.job.completed',
      'collection.file.job.completed',
    ]);
  });

  test('are not sent for files completed before the first webhook', async () => {
    const { sync, createWebhook, mock } = setup(QUICK);
    await sync(ids.grain, GRAIN);
    mock.clock.advance('8s');
    const receiver = await startReceiver();
    await createWebhook({ endpoint: receiver.url, subscribed_events: FILE_EVENTS });
    mock.clock.advance('8s');
    await mock.webhooks.idle();
    expect(mock.webhooks.deliveries()).toEqual([]);
  });

  test('are not sent for events before the webhook, nor for another account', async () => {
    const { sync, as, mock, receiver, idle, createWebhook } = await listening();
    await as('other').sync(ids.grain, GRAIN);
    const late = await startReceiver();
    await sync(ids.grain, GRAIN);
    mock.clock.advance('2s');
    await createWebhook({ endpoint: late.url, subscribed_events: FILE_EVENTS });
    mock.clock.advance('6s');
    await idle();
    expect(receiver.types()).toEqual(['file.job.processing', 'file.job.completed']);
    expect(late.types()).toEqual(['file.job.completed']);
  });

  test('are the same in every run', async () => {
    const run = async () => {
      const { sync, mock, receiver, idle } = await listening();
      await sync(ids.grain, GRAIN);
      mock.clock.advance('8s');
      await idle();
      return receiver.events;
    };
    expect(await run()).toEqual(await run());
  });
});

describe('an endpoint in trouble', () => {
  test('that answers 500 twice gets the same event three times, and later ones after it', async () => {
    const { sync, mock, receiver, idle, deliveries } = await listening({}, (response, nth) => {
      response.writeHead(nth <= 2 ? 500 : 200).end();
    });
    await sync(ids.grain, GRAIN);
    mock.clock.advance('8s');
    await idle();
    expect(receiver.types()).toEqual([...Array(3).fill('file.job.processing'), 'file.job.completed']);
    expect(new Set(receiver.events.slice(0, 3).map(({ event_id }) => event_id)).size).toBe(1);
    expect(deliveries()[0]).toMatchObject({
      state: 'delivered',
      attempts: [{ status: 500 }, { status: 500 }, { status: 200, error: null }],
    });
  });

  test.each([
    ['never answers 200', 201],
    ['redirects', 302],
  ])('that %s is abandoned after three retries', async (_what, status) => {
    const { sync, mock, receiver, idle, deliveries } = await listening({}, (response) => {
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
    await sync(ids.grain, GRAIN);
    mock.clock.advance('2s');
    await idle();
    expect(receiver.events).toHaveLength(4);
    expect(deliveries()).toMatchObject([
      { state: 'failed', attempts: Array(4).fill({ status, error: null }) },
    ]);
  });

  test('that is dead or slow does not delay any answer, and the log says why', async () => {
    const { sync, mock, idle, deliveries, createWebhook, files } = await listening(
      { webhookTimeout: 300 },
      () => {},
    );
    const gone = await startReceiver();
    gone.close();
    await createWebhook({ endpoint: gone.url, subscribed_events: ['file.job.processing'] });
    await sync(ids.grain, GRAIN);
    mock.clock.advance('2s');
    expect((await files()).body.total).toBe(1);
    expect(deliveries().map(({ state }) => state)).toEqual(['pending', 'pending']);
    await idle();
    const [slow, dead] = deliveries();
    expect(slow).toMatchObject({
      state: 'failed',
      attempts: Array(4).fill({ status: null, error: 'no answer within 300 ms' }),
    });
    expect(dead?.attempts[3]?.error).toContain('ECONNREFUSED');
  });

  test('for one file does not hold up others', async () => {
    let first = '';
    const { sync, syncUrl, mock, receiver } = await listening({}, (response, _nth, { payload }) => {
      first ||= payload.file_id;
      if (payload.file_id !== first) response.end();
    });
    await sync(ids.grain, GRAIN);
    await syncUrl('https://example.com/a.mp4');
    mock.clock.advance('8s');
    await expect
      .poll(() => receiver.events.filter(({ payload }) => payload.file_id !== first).length)
      .toBe(2);
  });

  test('gets a longer pause before each retry', async () => {
    const times: number[] = [];
    const { sync, mock, idle } = await listening({ webhookPause: 40 }, (response) => {
      times.push(performance.now());
      response.writeHead(500).end();
    });
    await sync(ids.grain, GRAIN);
    mock.clock.advance('2s');
    await idle();
    // Only how long it rests at least: how long a busy machine takes beyond that is no claim.
    const [first = 0, second = 0, third = 0] = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    expect([first > 35, second > 75, third > 155]).toEqual([true, true, true]);
  });

  test('gets nothing more once the webhook is paused', async () => {
    let pause = async () => {};
    const { sync, mock, receiver, deliveries, call, webhook, idle } = await listening(
      {},
      async (response) => {
        await pause();
        response.writeHead(500).end();
      },
    );
    pause = async () => {
      await call('PUT', `/v1/webhooks/${webhook.id}`, { active: false });
    };
    await sync(ids.grain, GRAIN);
    mock.clock.advance('2s');
    await idle();
    expect(receiver.events).toHaveLength(1);
    expect(deliveries()).toMatchObject([{ state: 'cancelled', attempts: [{ status: 500 }] }]);
  });

  test('gets nothing more once the webhook is removed', async () => {
    const { sync, mock, receiver, deliveries, call, webhook, idle } = await listening(
      { webhookPause: 60_000 },
      (response) => response.writeHead(500).end(),
    );
    await sync(ids.grain, GRAIN);
    mock.clock.advance('2s');
    await expect.poll(() => deliveries()[0]?.attempts.length).toBe(1);
    await call('DELETE', `/v1/webhooks/${webhook.id}`);
    mock.clock.advance('6s');
    await idle();
    expect(receiver.events).toHaveLength(1);
    expect(deliveries()).toMatchObject([{ state: 'cancelled' }]);
  });

  test('with many files gets every event of each in its order', async () => {
    const { syncUrl, mock, receiver, idle } = await listening({}, (response, nth) => {
      response.writeHead(nth % 5 === 0 ? 503 : 200).end();
    });
    for (let n = 0; n < 60; n++) await syncUrl(`https://example.com/${n}.mp4`);
    mock.clock.advance('8s');
    await idle();
    const seen = new Map<string, Set<string>>();
    for (const { payload } of receiver.events) {
      seen.set(payload.file_id, (seen.get(payload.file_id) ?? new Set()).add(payload.status));
    }
    expect(seen.size).toBe(60);
    for (const statuses of seen.values()) expect([...statuses]).toEqual(['processing', 'completed']);
  });
});

test('a delivery that fails because of a defect is given up, and the next one is sent', async () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => {});
  const receiver = await startReceiver();
  const { app, parts } = assemble(complete(mockOptions, { lifecycle: 'manual' }), seededWorld());
  onTestFinished(() => parts.dispatcher.stop());
  const client = createClient(async (path, init) =>
    app.fetch(new Request(new URL(path, 'http://mock'), init), createBindings()),
  );
  await client.createWebhook({ endpoint: receiver.url, subscribed_events: FILE_EVENTS });
  await client.sync(ids.grain, GRAIN);
  const account = parts.accounts.of('cg-test');
  vi.spyOn(account, 'settled').mockRejectedValueOnce(new Error('boom'));
  account.clock.advance('8s');
  await parts.dispatcher.idle();
  expect(receiver.types()).toEqual(['file.job.completed']);
  expect([...account.store.deliveries.all()].map(({ state }) => state)).toEqual(['failed', 'delivered']);
  expect(report.mock.calls).toEqual([[expect.stringContaining('given up'), new Error('boom')]]);
});

describe('web pages', () => {
  const given = { endpoint: 'http://127.0.0.1:9/hook', subscribed_events: ['file.job.completed'] };
  const HERE = 'http://cloudglue.mock';

  /** The statuses of making, changing and removing a webhook from a page. */
  async function statusesFrom(origin: string, options: MockOptions = {}) {
    const { mock, createWebhook } = setup(options);
    const { id } = (await createWebhook(given)).body;
    const statuses: number[] = [];
    for (const [method, path, body] of [
      ['POST', '/v1/webhooks', given],
      ['PUT', `/v1/webhooks/${id}`, { description: 'theirs' }],
      ['DELETE', `/v1/webhooks/${id}`, undefined],
    ] as const) {
      const { status } = await mock.fetch(`${HERE}${path}`, {
        method,
        headers: { origin, authorization: 'Bearer cg-test', 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      statuses.push(status);
    }
    const headers = { origin, authorization: 'Bearer cg-test' };
    expect((await mock.fetch(`${HERE}/v1/webhooks`, { headers })).status, 'reading').toBe(200);
    return statuses;
  }

  test.each([
    ['https://evil.example', undefined],
    ['http://localhost.evil.example', undefined],
    ['null', undefined],
    ['not an origin', undefined],
    ['https://evil.example', 'https://app.example, http://evil.example'],
    ['https://evil.example:8443', 'https://evil.example'],
    ['https://app.evil.example', 'https://evil.example'],
  ])('of %j may not change webhooks where --cors is %j', async (origin, cors) => {
    expect(await statusesFrom(origin, { cors })).toEqual([403, 403, 403]);
  });

  test.each([
    ['http://localhost:3000', undefined],
    ['http://127.0.0.1:5173', undefined],
    ['http://[::1]:5173', undefined],
    ['https://app.localhost', undefined],
    [HERE, undefined],
    ['https://app.example', 'https://app.example'],
    ['https://app.example', 'http://a.example , HTTPS://APP.example:443'],
    ['null', 'null'],
    ['capacitor://localhost', 'capacitor://localhost'],
    ['https://any.example', '*'],
  ])('of %j may change them where --cors is %j', async (origin, cors) => {
    expect(await statusesFrom(origin, { cors })).toEqual([200, 200, 200]);
  });

  test('of a host that leads to the port by a name of its own may not', async () => {
    const { port, mock } = await serveMock();
    const host = `evil.example:${port}`;
    const { status, body } = await post(port, given, { host, origin: `http://${host}` });
    expect([status, body]).toEqual([403, expect.stringContaining(`--cors http://${host}`)]);
    expect(statesOf(mock.snapshot())[0]?.webhooks.rows).toEqual([]);
  });

  test.each(['app.example', 'https://app.example/path', 'https://a.example https://b.example', ''])(
    'cannot be named by %j',
    (cors) => {
      expect(() => setup({ cors })).toThrow(
        'web origins separated by commas, such as https://app.example.com',
      );
    },
  );
});

/** Asks for a webhook with headers that `fetch` does not send. */
const post = (port: number, body: object, headers: Record<string, string>) =>
  new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const sent = request(
      {
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/v1/webhooks',
        headers: { authorization: 'Bearer cg-test', 'content-type': 'application/json', ...headers },
      },
      async (answer) => resolve({ status: answer.statusCode, body: (await answer.toArray()).join('') }),
    );
    sent.on('error', reject).end(JSON.stringify(body));
  });

describe('names of this machine', () => {
  const sendTo = async (endpoint: string, options: MockOptions = {}) => {
    const { createWebhook, syncUrl, mock } = setup({ ...QUICK, lifecycle: 'instant', ...options });
    await createWebhook({ endpoint, subscribed_events: ['file.job.completed'] });
    await syncUrl('https://example.com/a.mp4');
    await mock.webhooks.idle();
    return mock.webhooks.deliveries();
  };

  /** Answers every question for a name, in turns. */
  function resolveTo(...answers: { address: string; family: number }[][]) {
    return vi
      .spyOn(dns, 'lookup')
      .mockImplementation(((
        _name: string,
        _options: object,
        callback: (error: null, addresses: { address: string; family: number }[]) => void,
      ) => callback(null, answers.shift() ?? [])) as never);
  }
  const LOOPBACK = { address: '127.0.0.1', family: 4 };
  const ELSEWHERE = { address: '10.0.0.1', family: 4 };

  test('are sent to where they lead, if that is this machine', async () => {
    const receiver = await startReceiver();
    const lookup = resolveTo([LOOPBACK], [ELSEWHERE]);
    const endpoint = receiver.url.replace('127.0.0.1', 'app.localhost');
    expect(await sendTo(endpoint)).toMatchObject([{ state: 'delivered' }]);
    // What was resolved is what was connected to: nothing resolves the name once more.
    expect(lookup).toHaveBeenCalledTimes(1);
    expect(receiver.headers[0]?.host).toMatch(/^app\.localhost:/);
  });

  test.each([
    ['another machine', [ELSEWHERE]],
    ['this machine and another', [LOOPBACK, ELSEWHERE]],
  ])('are not sent to if they lead to %s, which the log says', async (_what, addresses) => {
    const receiver = await startReceiver();
    resolveTo(addresses, addresses, addresses, addresses);
    const log = await sendTo(receiver.url.replace('127.0.0.1', 'app.localhost'));
    expect(log).toMatchObject([
      { state: 'refused', reason: expect.stringContaining('--webhook-hosts app.localhost') },
    ]);
    expect(log[0]?.reason).toContain('10.0.0.1');
    expect(receiver.events).toEqual([]);
  });

  test('are sent to wherever they lead if they were named', async () => {
    const receiver = await startReceiver();
    vi.spyOn(dns, 'lookup').mockImplementation(() => {
      throw new Error('a named host is not checked');
    });
    const log = await sendTo(receiver.url, { webhookHosts: '127.0.0.1' });
    expect(log).toMatchObject([{ state: 'delivered' }]);
  });

  test.each<[string, MockOptions, string]>([
    ['nothing is sent to', {}, 'refused'],
    ['events are sent to, if it was named,', { webhookHosts: '127.0.0.1' }, 'delivered'],
    ['events are sent to, if others need a token,', { adminToken: 'sesame' }, 'delivered'],
  ])('where other machines can reach the mock, %s this machine', async (_what, options, state) => {
    const receiver = await startReceiver();
    const { createWebhook, syncUrl, mock } = await serveMock(
      { ...QUICK, lifecycle: 'instant', ...options },
      { host: '0.0.0.0' },
    );
    const { body } = await createWebhook({
      endpoint: receiver.url,
      subscribed_events: ['file.job.completed'],
    });
    await syncUrl('https://example.com/a.mp4');
    await mock.webhooks.idle();
    const remedy = /--webhook-hosts 127\.0\.0\.1 .*--admin-token TOKEN or --host 127\.0\.0\.1/;
    const refusal = state === 'refused' ? expect.stringMatching(remedy) : undefined;
    expect(body.delivery_warning).toEqual(refusal);
    expect(mock.webhooks.deliveries()).toMatchObject([{ state, ...(refusal && { reason: refusal }) }]);
  });
});

describe('hosts', () => {
  const answerFor = async (endpoint: string, options: MockOptions = {}) => {
    const { createWebhook, syncUrl, mock } = setup({ ...QUICK, lifecycle: 'instant', ...options });
    const { body } = await createWebhook({ endpoint, subscribed_events: ['file.job.completed'] });
    await syncUrl('https://example.com/a.mp4');
    await mock.webhooks.idle();
    return { warning: body.delivery_warning, log: mock.webhooks.deliveries() };
  };

  test.each([
    'https://hooks.example.com/a',
    'http://10.0.0.1/',
    'http://localhost.example.com/',
    'http://[2001:db8::1]/',
  ])('nothing is sent to %s, and the answer and the log say so', async (endpoint) => {
    const { warning, log } = await answerFor(endpoint);
    expect(warning).toContain('--webhook-hosts');
    expect(log).toMatchObject([{ state: 'refused', reason: warning, attempts: [] }]);
  });

  test.each(['http://localhost:1/', 'http://127.0.0.2:1/', 'http://[::1]:1/', 'http://app.localhost:1/'])(
    '%s is this machine',
    async (endpoint) => {
      const { warning, log } = await answerFor(endpoint);
      expect(warning).toBeUndefined();
      expect(log[0]?.attempts).toHaveLength(4);
    },
  );

  test.each([
    ['hooks.invalid', 'http://hooks.invalid/', true],
    ['a.invalid, *.hooks.invalid', 'http://x.hooks.invalid/', true],
    ['*.hooks.invalid', 'http://hooks.invalid/', false],
    ['*', 'http://any.invalid/', true],
    ['hooks.invalid', 'http://other.invalid/', false],
  ])('with webhookHosts %s, %s may be sent to: %s', async (webhookHosts, endpoint, allowed) => {
    const { warning, log } = await answerFor(endpoint, { webhookHosts });
    expect(warning === undefined).toBe(allowed);
    expect(log[0]?.state).toBe(allowed ? 'failed' : 'refused');
  });
});

describe('a webhook', () => {
  const given = { endpoint: 'http://127.0.0.1:9/hook', subscribed_events: ['file.job.completed'] };

  test('is created, read, changed, listed and removed', async () => {
    const { createWebhook, call } = setup();
    const { status, body } = await createWebhook({ ...given, description: 'The importer' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...given, object: 'webhook', active: true, description: 'The importer' });
    expect(body.webhook_secret).toMatch(/^\S{16,}$/);
    const path = `/v1/webhooks/${body.id}`;
    expect((await call('GET', path)).body).toEqual(body);
    const changed = { ...body, active: false, subscribed_events: ['file.job.failed'] };
    const change = {
      endpoint: body.endpoint,
      active: false,
      subscribed_events: ['file.job.failed', 'file.job.failed'],
    };
    expect((await call('PUT', path, change)).body).toEqual(changed);
    expect((await call('GET', '/v1/webhooks?limit=5')).body).toMatchObject({ data: [changed], total: 1 });
    expect((await call('DELETE', path)).body).toEqual({ id: body.id, object: 'webhook' });
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await call(method, path, method === 'PUT' ? {} : undefined)).status).toBe(404);
  });

  test.each([
    ['no endpoint', { endpoint: undefined }, '"endpoint" is required'],
    ['an endpoint that is not a URL', { endpoint: 'here' }, 'must be an http or https URL, not "here"'],
    ['another scheme', { endpoint: 'ftp://127.0.0.1/' }, 'must be an http or https URL'],
    ['a password', { endpoint: 'http://u:p@127.0.0.1/' }, 'must not hold a user or a password'],
    ['no list of events', { subscribed_events: undefined }, 'at least one event'],
    ['an empty list', { subscribed_events: [] }, 'at least one event'],
    [
      'an unknown event',
      { subscribed_events: ['file.done'] },
      'subscribed_events[0]" must be one of describe.job',
    ],
  ])('with %s is refused, new or changed', async (_what, wrong, text) => {
    const { createWebhook, call } = setup();
    const refusal = { status: 400, body: { error: expect.stringContaining(text) } };
    expect(await createWebhook({ ...given, ...wrong })).toMatchObject(refusal);
    expect((await call<{ total: number }>('GET', '/v1/webhooks')).body.total).toBe(0);
    const { body } = await createWebhook(given);
    if (Object.values(wrong).includes(undefined)) return;
    expect(await call('PUT', `/v1/webhooks/${body.id}`, wrong)).toMatchObject(refusal);
    expect((await call('GET', `/v1/webhooks/${body.id}`)).body).toEqual(body);
  });

  test('has a log that its account can read over HTTP', async () => {
    const { sync, mock, idle, call, as } = await listening();
    await sync(ids.grain, GRAIN);
    mock.clock.advance('8s');
    await idle();
    expect((await call('GET', '/__admin/deliveries')).body).toMatchObject({
      total: 2,
      data: [{ event_type: 'file.job.processing', state: 'delivered', attempts: [{ status: 200 }] }, {}],
    });
    expect((await as('other').call('GET', '/__admin/deliveries')).body).toMatchObject({ total: 0 });
  });
});

describe('state', () => {
  test('a snapshot includes webhooks and pending deliveries', async () => {
    let down = true;
    const { sync, mock, receiver, idle, deliveries } = await listening(
      { webhookPause: 60_000 },
      (response) => {
        response.writeHead(down ? 500 : 200).end();
      },
    );
    await sync(ids.grain, GRAIN);
    mock.clock.advance('2s');
    await expect.poll(() => deliveries()[0]?.attempts.length).toBe(1);
    const snapshot = JSON.parse(JSON.stringify(mock.snapshot()));
    mock.reset();
    await idle();
    down = false;
    mock.restore(snapshot);
    await idle();
    expect(receiver.types()).toEqual(['file.job.processing', 'file.job.processing']);
    mock.clock.advance('6s');
    await idle();
    expect(receiver.types()).toHaveLength(3);
    expect(deliveries().map(({ state }) => state)).toEqual(['delivered', 'delivered']);
  });

  test('after a reset nothing more is sent', async () => {
    const { sync, mock, receiver, idle } = await listening();
    await sync(ids.grain, GRAIN);
    mock.reset();
    mock.clock.advance('8s');
    await idle();
    expect(receiver.events).toEqual([]);
  });

  test('the log keeps the last 1,000 deliveries', async () => {
    const { mock, call, syncUrl, deliveries, idle } = await listening({}, undefined, ['file.job.processing']);
    const { id } = (await syncUrl('https://example.com/a.mp4')).body;
    mock.clock.advance('2s');
    await idle();
    // One event and its record, taken a thousand times and more: making as many files would take long.
    const snapshot = mock.account('cg-test').snapshot();
    const [state] = statesOf(snapshot);
    const [row] = state?.deliveries.rows ?? [];
    if (!state || !row) throw new Error('no delivery');
    const ended = Array.from({ length: 1_000 }, (_, n) => ({ ...row, id: `d${n}`, key: `d${n}` }));
    // Of those under way, be they ever so many, none counts.
    const waiting = ended.map((one) => ({
      ...one,
      webhookId: 'gone',
      id: `w${one.id}`,
      key: `w${one.id}`,
      state: 'pending' as const,
    }));
    state.deliveries.rows = [...ended, ...waiting];
    mock.account('cg-test').restore(snapshot);
    await call('DELETE', `/v1/files/${id}`);
    await syncUrl('https://example.com/b.mp4');
    mock.clock.advance('2s');
    await idle();
    expect(deliveries()).toHaveLength(2_000);
    expect(deliveries()[0]?.id).toBe('d1');
    expect(deliveries().at(-1)?.payload.filename).toBe('b.mp4');
  });
});
