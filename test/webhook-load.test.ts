// Many webhooks, files and accounts at once: what all of them together may take, and that no event is lost by it.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { MockOptions } from '../src/index.ts';
import { startReceiver } from './support/receiver.ts';
import { rounds } from './support/rounds.ts';
import { type Client, setup } from './support/setup.ts';
import { statesOf } from './support/states.ts';

const QUICK = { webhookPause: 1 } satisfies MockOptions;
const EVENTS = ['file.job.processing', 'file.job.completed'];

async function addWebhooks({ createWebhook }: Client, url: string, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const { status } = await createWebhook({ endpoint: `${url}?webhook=${n}`, subscribed_events: EVENTS });
    expect(status).toBe(200);
  }
}

async function addFiles({ syncUrl }: Client, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    expect((await syncUrl(`https://example.com/${n}.mp4`)).status).toBe(200);
  }
}

/** What a receiver got, by what must be unique: the webhook, the file and the event. */
const keysOf = ({ events, urls }: Awaited<ReturnType<typeof startReceiver>>) =>
  events.map(({ event_id }, at) => `${urls[at]} ${event_id}`);

test('an account has a hundred webhooks, and is told what to do about more', async () => {
  const { createWebhook, call, as } = setup();
  const given = { endpoint: 'http://127.0.0.1:9/', subscribed_events: EVENTS };
  await addWebhooks(as('cg-test'), 'http://127.0.0.1:9/', 100);
  const { status, body } = await createWebhook(given);
  expect([status, body.error]).toEqual([
    429,
    expect.stringMatching(/100 webhooks.*Remove one with DELETE .*another API key/),
  ]);
  expect((await as('other').createWebhook(given)).status).toBe(200);
  const { data } = (await call<{ data: { id: string }[] }>('GET', '/v1/webhooks?limit=1')).body;
  await call('DELETE', `/v1/webhooks/${data[0]?.id}`);
  expect((await createWebhook(given)).status).toBe(200);
});

test('at most 64 deliveries are under way, whichever accounts and webhooks they are for', async () => {
  let most = 0;
  const open: (() => void)[] = [];
  const answerAll = () => {
    for (const answer of open.splice(0)) answer();
  };
  const receiver = await startReceiver((response) => {
    open.push(() => response.end());
    most = Math.max(most, open.length);
    // As many as there may be come, and no more however long they are kept.
    if (open.length === 64) setTimeout(answerAll, 20);
    if (receiver.events.length > 600 - 64) answerAll();
  });
  const { mock, as } = setup(QUICK);
  for (const token of ['one', 'two']) {
    await addWebhooks(as(token), receiver.url, 50);
    await addFiles(as(token), 3);
  }
  mock.clock.advance('8s');
  await mock.webhooks.idle();
  expect(receiver.events).toHaveLength(600);
  expect(most).toBe(64);
});

test('a clock that moves makes a few deliveries at once, and the others while requests are answered', async () => {
  const receiver = await startReceiver();
  const { mock, as, call } = setup(QUICK);
  await addWebhooks(as('cg-test'), receiver.url, 100);
  await addFiles(as('cg-test'), 8);
  mock.clock.advance('8s');
  // One for each of the 16 events, so that none is lost, and what one turn may make.
  const made = mock.webhooks.deliveries().length;
  expect(made).toBeGreaterThanOrEqual(16);
  expect(made).toBeLessThanOrEqual(216);
  expect((await call('GET', '/__admin/health')).status).toBe(200);
  expect(mock.webhooks.deliveries().length).toBeLessThan(1_600);
  await mock.webhooks.idle();
  expect(new Set(keysOf(receiver)).size).toBe(1_600);
});

test('a snapshot holds the deliveries that are still to be made', async () => {
  const receiver = await startReceiver();
  const { mock, as } = setup(QUICK);
  await addWebhooks(as('cg-test'), receiver.url, 100);
  await addFiles(as('cg-test'), 3);
  mock.clock.advance('8s');
  const snapshot = JSON.parse(JSON.stringify(mock.snapshot()));
  mock.reset();
  await mock.webhooks.idle();
  expect(receiver.events).toEqual([]);
  mock.restore(snapshot);
  await mock.webhooks.idle();
  expect(new Set(keysOf(receiver)).size).toBe(600);
  expect(mock.webhooks.deliveries()).toHaveLength(600);
});

test('deliveries count for --max-files: the log makes room, and every event arrives', async () => {
  const receiver = await startReceiver();
  const { mock, as } = setup({ ...QUICK, maxFiles: 100 });
  await addWebhooks(as('cg-test'), receiver.url, 20);
  await addFiles(as('cg-test'), 10);
  const counts: number[] = [];
  mock.account('cg-test').follow(() => counts.push(recordsOf(mock)));
  mock.clock.advance('2s');
  await mock.webhooks.idle();
  mock.clock.advance('6s');
  await mock.webhooks.idle();
  counts.push(recordsOf(mock));
  expect(Math.max(...counts)).toBeLessThanOrEqual(100);
  expect(new Set(keysOf(receiver)).size).toBe(20 * 10 * 2);
});

const recordsOf = (mock: ReturnType<typeof setup>['mock']) =>
  statesOf(mock.snapshot()).reduce(
    (sum, { files, webhooks, deliveries }) =>
      sum + files.rows.length + webhooks.rows.length + deliveries.rows.length,
    0,
  );

test('where files leave no room for deliveries, the mock says so once, goes on, and takes no more', async () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => {});
  const receiver = await startReceiver();
  const { mock, as, file, syncUrl } = setup({ ...QUICK, maxFiles: 10 });
  await addWebhooks(as('cg-test'), receiver.url, 2);
  await addFiles(as('cg-test'), 8);
  mock.clock.advance('8s');
  await mock.webhooks.idle();
  expect(recordsOf(mock)).toBe(10);
  expect(report).toHaveBeenCalledTimes(1);
  expect(report.mock.calls[0]?.join(' ')).toContain('--max-files');
  const { id } = statesOf(mock.snapshot())[0]?.files.rows[0] ?? { id: '' };
  expect((await file(id)).body.status).toBe('completed');
  expect((await syncUrl('https://example.com/more.mp4')).status).toBe(429);
});

test('however many webhooks, files and failures there are, each event arrives, in the order of its file', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        webhooks: fc.integer({ min: 1, max: 40 }),
        files: fc.integer({ min: 1, max: 6 }),
        accounts: fc.integer({ min: 1, max: 3 }),
        failEvery: fc.integer({ min: 2, max: 50 }),
        room: fc.integer({ min: 0, max: 2_000 }),
      }),
      async ({ webhooks, files, accounts, failEvery, room }) => {
        const seen = new Set<string>();
        const receiver = await startReceiver((response, nth, { event_id }) => {
          const attempted = `${receiver.urls.at(-1)} ${event_id}`;
          // A second attempt is taken: what is refused four times is given up.
          response.writeHead(nth % failEvery === 0 && !seen.has(attempted) ? 503 : 200).end();
          seen.add(attempted);
        });
        const tokens = Array.from({ length: accounts }, (_, n) => `load-${n}`);
        // Room for every delivery: where it is short, events are dropped and said to be, which has a test of its own.
        const maxFiles = accounts * (webhooks + files + EVENTS.length * files * webhooks) + room;
        const { mock, as } = setup({ ...QUICK, maxFiles });
        for (const token of tokens) {
          await addWebhooks(as(token), receiver.url, webhooks);
          await addFiles(as(token), files);
        }
        mock.clock.advance('8s');
        await mock.webhooks.idle();
        expect(recordsOf(mock)).toBeLessThanOrEqual(maxFiles);
        expect(mock.held.accounts).toBe(accounts);
        const delivered = new Map<string, Set<string>>();
        receiver.events.forEach(({ event_type, payload }, at) => {
          const lane = `${receiver.urls[at]} ${receiver.headers[at]?.['x-cloudglue-webhook-secret']} ${payload.file_id}`;
          delivered.set(lane, (delivered.get(lane) ?? new Set()).add(event_type));
        });
        // Accounts are alike, so their ids and secrets are too.
        expect(delivered.size).toBe(webhooks * files);
        for (const types of delivered.values()) expect([...types]).toEqual(EVENTS);
        expect(new Set(mock.webhooks.deliveries().map(({ state }) => state))).toEqual(new Set(['delivered']));
        receiver.close();
        await mock.close();
      },
    ),
    { seed: 15, numRuns: rounds(2) },
  );
});
