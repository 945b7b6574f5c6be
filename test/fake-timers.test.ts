// Fake timers, which a test of a client sets up for the client, and which must not stop the mock in the same process.

import { mock as nodeMock } from 'node:test';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createMock } from '../src/index.ts';
import { dataFolder } from './support/data-file.ts';
import { startReceiver } from './support/receiver.ts';
import { createClient, ids, setup } from './support/setup.ts';
import { statesOf } from './support/states.ts';

const GRAIN = 'grain://recording/abc123';
/** So many files that a listing is put together in steps, between which others have their turn. */
const MANY = 5_000;
const FAR = Date.parse('2099-01-01T00:00:00Z');

const runners = {
  vitest: { fake: () => vi.useFakeTimers({ now: FAR }), restore: () => vi.useRealTimers() },
  'node:test': {
    fake: () =>
      nodeMock.timers.enable({ apis: ['setTimeout', 'setInterval', 'setImmediate', 'Date'], now: FAR }),
    restore: () => nodeMock.timers.reset(),
  },
};
afterEach(() => {
  for (const { restore } of Object.values(runners)) restore();
});

describe.each(Object.entries(runners))('with the fake timers of %s', (_runner, { fake, restore }) => {
  test('events are delivered, and idle() resolves', async () => {
    const receiver = await startReceiver((response, nth) => {
      response.statusCode = nth === 1 ? 500 : 200;
      response.end();
    });
    const { createWebhook, sync, mock } = setup({ webhookPause: 5 });
    await createWebhook({ endpoint: receiver.url, subscribed_events: ['file.job.completed'] });
    fake();
    await sync(ids.grain, GRAIN);
    mock.clock.advance('8s');
    await mock.webhooks.idle();
    expect(receiver.types()).toEqual(['file.job.completed', 'file.job.completed']);
    restore();
    await sync(ids.zoom, 'zoom://id/86420197531');
    mock.clock.advance('8s');
    await mock.webhooks.idle();
    expect(receiver.events).toHaveLength(3);
  });

  test('a mock with a data file answers and closes', async () => {
    const { data } = dataFolder();
    fake();
    const mock = createMock({ data });
    const { sync } = createClient(mock.fetch);
    expect((await sync(ids.grain, GRAIN)).status).toBe(200);
    await mock.close();
    await using again = createMock({ data });
    expect((await createClient(again.fetch).files()).body.total).toBe(1);
  });

  test('a long listing completes', async () => {
    const { sync, files, mock } = setup();
    await sync(ids.grain, GRAIN);
    const account = mock.account('cg-test');
    const snapshot = account.snapshot();
    const [state] = statesOf(snapshot);
    const [row] = state?.files.rows ?? [];
    if (!state || !row) throw new Error('the snapshot holds no file');
    const rows = Array.from({ length: MANY }, (_, n) => {
      const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
      return { ...row, id, key: `${row.key}${n}` };
    });
    account.restore({ ...snapshot, accounts: { only: { ...state, files: { ...state.files, rows } } } });
    fake();
    expect((await files({ status: 'pending' })).body.total).toBe(MANY);
  });

  test('an upload over a socket arrives', async () => {
    await using mock = createMock();
    const { url } = await mock.listen();
    fake();
    const { upload } = createClient((path, init) => fetch(new URL(path, url), init));
    const form = new FormData();
    form.append('file', new File(['\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41'], 'a.mp4'));
    expect((await upload(form)).status).toBe(200);
  });

  test('a file is processed in real time, whatever date is faked', async () => {
    const { sync, file } = setup({ lifecycle: 'timed', speed: 100 });
    fake();
    const { id, created_at } = (await sync(ids.grain, GRAIN)).body;
    expect(created_at).toBeLessThan(FAR);
    restore();
    await expect.poll(async () => (await file(id)).body.status).toBe('completed');
  });
});
