// The data file as processes meet it: killed at any moment, started twice, on a disk that fills up.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { drawFrom } from '../src/util/random.ts';
import { crash } from './support/crash.ts';
import { dataFolder, openMock, startOn, url } from './support/data-file.ts';
import { BEHIND_DISK, builtFolder, run } from './support/process.ts';
import { rounds } from './support/rounds.ts';
import { statesOf } from './support/states.ts';

test('kill -9 at any moment, again and again, loses nothing that was acknowledged', async () => {
  const { data } = dataFolder();
  const draw = drawFrom('moments of kills');
  const acknowledged = new Map<string, string>();
  const kills = rounds(3);
  for (let kill = 0; kill < kills; kill++) {
    await crash({ data, acknowledged, answers: draw.integer(1, 60), name: `kill ${kill}` });
  }
  const { mock } = openMock(data, { lifecycle: 'timed' });
  const saved = statesOf(mock.snapshot()).flatMap(({ files }) => files.rows);
  const byId = new Map(saved.map(({ id, item }) => [id, item.uri]));
  for (const [id, uri] of acknowledged) expect(byId.get(id)).toBe(uri);
  expect(acknowledged.size).toBeGreaterThanOrEqual(kills);
}, 600_000);

test('SIGTERM under load: requests in progress are answered, nothing acknowledged is lost, and the lock is released', async () => {
  const { data, folder } = dataFolder();
  const { syncUrl, stop } = await startOn(data);
  const acknowledged: string[] = [];
  const write = async (writer: number) => {
    for (let n = 0; ; n++) acknowledged.push((await syncUrl(url(`${writer}-${n}`))).body.id);
  };
  const writers = Promise.allSettled(Array.from({ length: 20 }, (_, writer) => write(writer)));
  await expect.poll(() => acknowledged.length).toBeGreaterThan(20);
  expect(await stop('SIGTERM')).toMatchObject({ status: 0, stderr: '' });
  await writers;
  expect(readdirSync(folder).sort()).toEqual(['state.data', 'state.data.lock']);
  const { files } = openMock(data, { lifecycle: 'timed' }).mock.account('cg-test');
  const kept = new Set(files.list().map(({ id }) => id));
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
});

test('a second process is refused, even after one crashed and another took over', async () => {
  const { data, folder } = dataFolder();
  const args = ['--port', '0', '--data', data];
  const first = await startOn(data);
  const { status, stderr } = await run(args);
  expect([status, stderr]).toEqual([
    2,
    expect.stringContaining('is in use by another mock: stop that one first'),
  ]);
  await first.stop('SIGKILL');
  const starts = await Promise.allSettled([startOn(data), startOn(data)]);
  const running = starts.filter(({ status }) => status === 'fulfilled');
  expect(running).toHaveLength(1);
  for (const start of starts) {
    if (start.status === 'rejected') expect(String(start.reason)).toContain('is in use by another mock');
  }
  expect((await run(args)).stderr).toContain('is in use by another mock');
  expect(readdirSync(folder).filter((name) => !['state.data', 'state.data.lock'].includes(name))).toEqual([]);
}, 600_000);

test.each([
  ['at once', []],
  ['after half of a write', ['half']],
])(
  'a disk that is full %s: changes get 503, reads work, nothing is half done, and the mock recovers by itself',
  async (_when, more) => {
    const { data, folder, text } = dataFolder();
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    for (const state of more) writeFileSync(join(disk, state), '');
    const mock = await startOn(data, { disk });
    const before = (await mock.syncUrl(url('before'))).body.id;
    const bytes = text();
    writeFileSync(join(disk, 'full'), '');
    const refused = await mock.syncUrl(url('refused'));
    expect([refused.status, refused.headers.get('retry-after'), refused.body.error]).toEqual([
      503,
      '1',
      expect.stringContaining('ENOSPC'),
    ]);
    expect((await mock.remove(before)).status).toBe(503);
    expect((await mock.createCollection('once')).status).toBe(503);
    expect((await mock.file(before)).status).toBe(200);
    expect((await mock.files()).body.total).toBe(1);
    const other = { authorization: 'Bearer other' };
    expect((await mock.fetch('/v1/files', { headers: other })).status).toBe(200);
    const problem = await mock.fetch('/__admin/reset', { method: 'POST', headers: other });
    expect([problem.status, problem.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
    expect(await problem.json()).toMatchObject({
      title: 'Service Unavailable',
      detail: expect.stringContaining('ENOSPC'),
    });
    expect(text()).toBe(bytes);
    rmSync(join(disk, 'full'));
    const after = await mock.syncUrl(url('after'));
    expect(after.status).toBe(200);
    expect((await mock.file(before)).status).toBe(200);
    expect((await mock.createCollection('once')).status).toBe(200);
    const { status, stderr } = await mock.stop('SIGKILL');
    expect(status).toBe(null);
    expect(stderr).toMatch(/cannot write the data file .*ENOSPC.*\n.*can be written again\n/);
    const { files, file } = openMock(data, { lifecycle: 'timed' });
    expect((await file(after.body.id)).status).toBe(200);
    expect((await file(before)).status).toBe(200);
    // What got 503 did not happen.
    expect((await files()).body.total).toBe(2);
  },
);

test('changes made in code while the disk is full are saved once there is room, without any request', async () => {
  const { data, folder, text } = dataFolder();
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const program = [...BEHIND_DISK, join(builtFolder, 'changes-by-code.cjs')];
  const child = spawn(process.execPath, [...program, data], { env: { ...process.env, DISK: disk } });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  writeFileSync(join(disk, 'full'), '');
  child.stdin.write('change\n');
  await once(child.stderr, 'data');
  expect(text()).not.toContain('by-code');
  rmSync(join(disk, 'full'));
  await expect.poll(text, { timeout: 20_000 }).toContain('by-code');
});

test('a disk that is full at shutdown gives an error, with exit status 1', async () => {
  const { data, folder } = dataFolder();
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const mock = await startOn(data, { disk });
  writeFileSync(join(disk, 'full'), '');
  expect((await mock.syncUrl(url('lost'))).status).toBe(503);
  const { status, stderr } = await mock.stop('SIGTERM');
  expect([status, stderr]).toEqual([1, expect.stringContaining('ENOSPC')]);
});
