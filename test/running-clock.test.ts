// The clock of an account, started and stopped by itself, and moved to what comes next; and back, with a snapshot.
import { expect, test } from 'vitest';
import type { AdminSchemas } from '../src/openapi/admin.ts';
import { dataFolder, openMock } from './support/data-file.ts';
import { rest } from './support/server.ts';
import { ids, setup } from './support/setup.ts';

const GRAIN = 'grain://recording/abc123';
type Clock = AdminSchemas['Clock'];

test('a clock that stands still can be started, and stopped again, for one account', async () => {
  const { call, as, sync, mock } = setup();
  const { follow } = mock.account('cg-test');
  const seen: string[] = [];
  const changed = new Promise<void>((resolve) => {
    follow(({ type, data }) => {
      if (type !== 'status') return;
      seen.push(data.status);
      if (data.status === 'completed') resolve();
    });
  });
  await call('PATCH', '/__admin/settings', { speed: 1_000 });
  await sync(ids.grain, GRAIN);
  const start = (await call<Clock>('GET', '/__admin/clock')).body;
  expect((await call<Clock>('PATCH', '/__admin/clock', { runs: true })).body.runs).toBe(true);
  await changed;
  expect(seen).toEqual(['processing', 'completed']);
  const { now, runs } = (await call<Clock>('PATCH', '/__admin/clock', { runs: false })).body;
  expect(runs).toBe(false);
  expect(now).toBeGreaterThanOrEqual(start.now + 8);
  await rest(5);
  expect((await call<Clock>('GET', '/__admin/clock')).body.now).toBe(now);
  expect((await as('cg-other').call<Clock>('GET', '/__admin/clock')).body).toEqual(start);
});

test('a running clock can be stopped: nothing moves until it is started or advanced', async () => {
  const { mock, sync, file } = setup({ lifecycle: 'timed', speed: 1_000 });
  const { clock } = mock.account('cg-test');
  clock.setRunning(false);
  const { id } = (await sync(ids.grain, GRAIN)).body;
  const now = clock.now();
  await rest(20);
  expect([clock.runs(), clock.now(), (await file(id)).body.status]).toEqual([false, now, 'pending']);
  expect(clock.advance(2)).toBe(now + 2);
  expect((await file(id)).body.status).toBe('processing');
  clock.setRunning(true);
  await expect.poll(async () => (await file(id)).body.status).toBe('completed');
  expect(mock.clock.now() - clock.now()).toBeGreaterThanOrEqual(18);
});

test('a clock goes on as it was after a restart', async () => {
  const { data } = dataFolder();
  const first = openMock(data, { lifecycle: 'timed' });
  const { clock } = first.mock.account('cg-test');
  clock.advance('1h');
  clock.setRunning(false);
  const stopped = clock.now();
  first.mock.account('cg-runs').clock.setRunning(false);
  first.mock.account('cg-runs').clock.setRunning(true);
  await first.mock.close();
  await rest(5);
  const again = openMock(data, { lifecycle: 'timed' }).mock;
  expect(again.account('cg-test').clock.now()).toBe(stopped);
  expect([again.account('cg-test').clock.runs(), again.account('cg-runs').clock.runs()]).toEqual([
    false,
    true,
  ]);
});

test('moves to each planned change in turn, also of files in collections, and stays where none is left', async () => {
  const { call, sync, mock, createCollection, addMedia } = setup();
  await sync(ids.grain, GRAIN);
  mock.clock.advance('1s');
  const { id } = (await createCollection('Interviews')).body;
  await addMedia(id, { url: GRAIN });
  const moves: number[] = [];
  for (let nth = 0; nth < 5; nth++) {
    moves.push((await call<AdminSchemas['Advanced']>('POST', '/__admin/clock/next')).body.by);
  }
  expect(moves).toEqual([1_000, 1_000, 5_000, 1_000, 0]);
});

test('a snapshot steps back in time where the clock has gone on, if it is told the time', async () => {
  const { mock, call, sync, file } = setup({ lifecycle: 'timed' });
  const { clock, snapshot } = mock.account('cg-test');
  const { id } = (await sync(ids.grain, GRAIN)).body;
  const [before, now] = [snapshot(), clock.now()];
  clock.advance('1h');
  expect((await file(id)).body.status).toBe('completed');
  const { body } = await call<Clock>('PUT', `/__admin/snapshot?now=${now}`, before);
  expect([(await file(id)).body.status, body.runs]).toEqual(['pending', true]);
  expect(body.now - now).toBeLessThan(3_600_000);
  // What it shows now can be kept and restored like any other.
  mock.account('cg-test').restore(snapshot());
  expect(clock.now()).toBeLessThan(now + 3_600_000);
});

test('no snapshot turns a clock to a time that no client can parse', () => {
  const { mock } = setup();
  const { snapshot, restore, clock } = mock.account('cg-test');
  const now = clock.now();
  const early = JSON.parse(JSON.stringify(snapshot()).replace('"offset":0', '"offset":-9000000000000'));
  for (const refused of [
    () => restore(early),
    () => mock.restore(early),
    () => restore(snapshot(), now - 1),
  ]) {
    expect(refused).toThrow('before 2026-01-15T09:00:00.000Z');
  }
  expect(() => restore(snapshot(), 9e15)).toThrow('beyond the year 9999');
  expect(clock.now()).toBe(now);
});

test('a clock that is paused shows the same time at every look, also while a millisecond ends', () => {
  const { mock } = setup({ lifecycle: 'timed' });
  const { clock } = mock.account('cg-test');
  clock.setRunning(false);
  const shown = new Set<number>();
  for (let look = 0; look < 200_000; look++) shown.add(clock.now());
  expect([...shown]).toHaveLength(1);
});
