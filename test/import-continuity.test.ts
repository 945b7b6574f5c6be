// Runs of imports across restarts, restores, resets and changes of the world, and beside other requests.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMock } from '../src/index.ts';
import type { AccountState } from '../src/records/account-state.ts';
import { drawFrom } from '../src/util/random.ts';
import { dataFolder, openMock, startOn } from './support/data-file.ts';
import { addDrive, expectToAddUp, importsOf, PAGE, type Run, withImports } from './support/imports.ts';
import { rounds } from './support/rounds.ts';
import { createClient } from './support/setup.ts';
import { statesOf } from './support/states.ts';

function setRun(
  { rows }: AccountState['importRuns'],
  counts: Partial<AccountState['importRuns']['rows'][0]['counts']>,
) {
  Object.assign(rows[0]?.counts ?? {}, counts);
}

test('a snapshot of any moment of a run goes on in another mock, to the same end', async () => {
  const { account, create, runAgain, run } = await withImports();
  const connector_id = addDrive(account, 3 * PAGE);
  const options = { include_thumbnails: true, delete_missing: true };
  const { id } = (await create({ connector_id, start: false, ...options })).body;
  await runAgain(id);
  for (const nth of [3, 4, 50]) account.connectors.removeItem(connector_id, `gdrive://file/talk-${nth}`);
  account.connectors.put(connector_id, { id: 'new', path: 'New.mp4' });
  await run(id, { mode: 'refresh' });
  const snapshots = [];
  for (let step = 0; step < 25; step++) {
    snapshots.push(JSON.parse(JSON.stringify(account.snapshot())));
    account.clock.advance('200ms');
  }
  account.clock.settle();
  /** All but the clock, which snapshots after the end are ahead of. */
  const stateOf = (one: typeof account) =>
    statesOf(one.snapshot()).map(({ clock: _clock, ...state }) => JSON.parse(JSON.stringify(state)));
  const end = stateOf(account);
  for (const snapshot of snapshots) {
    const other = createMock({ lifecycle: 'manual' });
    other.account('cg-test').restore(snapshot);
    other.account('cg-test').clock.settle();
    expect(stateOf(other.account('cg-test'))).toEqual(end);
    await other.close();
  }
});

test('a run whose steps were cut off by kill -9 goes on where it was, and counts nothing twice', async () => {
  const { data, folder } = dataFolder();
  const seed = join(folder, 'seed.json');
  const items = Array.from({ length: 1_500 }, (_, nth) => ({ id: `talk-${nth}`, path: `Talk ${nth}.mp4` }));
  const connector_id = '3f2c1e5a-9b7d-4c6e-8a1f-0d2b4c6e8f10';
  writeFileSync(
    seed,
    JSON.stringify({ connectors: [{ type: 'google-drive', id: connector_id, items }], mode: 'replace' }),
  );
  const args = ['--lifecycle', 'manual', '--seed', seed];
  const draw = drawFrom('moments of kills of imports');
  const first = await startOn(data, { args });
  const { id } = (await first.createCollection('Library', { collection_type: 'metadata' })).body;
  const made = (await importsOf(first, id).create({ connector_id })).body;
  await first.call('POST', '/__admin/clock/advance', { by: '1h' });
  let mock = first;
  for (let kill = 0; kill < rounds(3); kill++) {
    await new Promise((resolve) => setTimeout(resolve, draw.integer(0, 120)));
    await mock.stop('SIGKILL');
    mock = await startOn(data, { args });
  }
  const run = await importsOf(mock, id).latest(made.id);
  expect(run.status).toBe('completed');
  expectToAddUp(run);
  expect(run.progress).toMatchObject({ files_listed: 1_500, files_created: 1_500, pages_listed: 75 });
  expect((await mock.files()).body.total).toBe(1_500);
  expect((await mock.collection(id)).body.file_count).toBe(1_500);
  await mock.stop('SIGKILL');
}, 600_000);

test('a run goes on when a mock is closed and opened again', async () => {
  const { data } = dataFolder();
  const first = openMock(data);
  const { id } = (await first.createCollection('Library', { collection_type: 'metadata' })).body;
  const connector_id = addDrive(first.mock.account('cg-test'), 3 * PAGE);
  const made = (await importsOf(first, id).create({ connector_id })).body;
  first.mock.account('cg-test').clock.advance('1s');
  expect((await importsOf(first, id).latest(made.id)).progress.pages_listed).toBe(1);
  await first.mock.close();
  const second = openMock(data);
  expect(await importsOf(second, id).latest(made.id)).toMatchObject({ status: 'processing' });
  second.mock.account('cg-test').clock.advance('1h');
  const run: Run = await importsOf(second, id).latest(made.id);
  expect(run).toMatchObject({ status: 'completed', progress: { files_created: 3 * PAGE - 1 } });
});

test('with the running clock, a run goes on by itself, and its files are announced', async () => {
  const { account, create, latest } = await withImports('metadata', { lifecycle: 'timed', speed: 1_000 });
  const statuses: string[] = [];
  account.follow(({ type, data }) => {
    if (type === 'status') statuses.push((data as { status: string }).status);
  });
  const { id } = (await create({ connector_id: addDrive(account, 3) })).body;
  await expect.poll(() => statuses.filter((status) => status === 'completed').length).toBe(4);
  expect(await latest(id)).toMatchObject({ status: 'completed', progress: { files_indexed: 2 } });
});

test('an import of 10,000 files delays no request of another account', async () => {
  const { mock, account, create, call, as, latest } = await withImports();
  const connector_id = addDrive(account, 10_000);
  const other = as('other');
  await other.connectors();
  const { id } = (await create({ connector_id })).body;
  const order: string[] = [];
  const advanced = call('POST', '/__admin/clock/advance', { by: '1h' }).then(() => order.push('advanced'));
  const seen = advanced.then(() => latest(id)).then(() => order.push('run'));
  await advanced;
  for (let nth = 0; nth < 5; nth++) {
    await other.connectors();
    order.push('other');
  }
  await seen;
  expect(order).toEqual(['advanced', ...Array(5).fill('other'), 'run']);
  const run = await latest(id);
  expectToAddUp(run);
  expect(run).toMatchObject({ status: 'completed', progress: { files_indexed: 9_999 } });
  expect(mock.held.files).toBe(9_999);
});

test('a snapshot in the middle of a large run shows it as far as the clock is', async () => {
  const { account, create, call, latest } = await withImports();
  const { id } = (await create({ connector_id: addDrive(account, 5_000) })).body;
  await call('POST', '/__admin/clock/advance', { by: '1h' });
  const snapshot = account.snapshot();
  account.reset();
  account.restore(snapshot);
  expect((await latest(id)).progress.files_indexed).toBe(4_999);
});

test.each<[string, (state: AccountState) => void]>([
  ['whose import is gone', (state) => state.imports.rows.splice(0)],
  ['whose collection is gone', (state) => state.collections.rows.splice(0)],
  [
    'that has listed more pages than there are',
    ({ importRuns }) => setRun(importRuns, { pages_listed: 1e15 }),
  ],
  ['that was due long ago', ({ importRuns }) => Object.assign(importRuns.rows[0]?.next ?? {}, { at: 0 })],
  [
    'that waits for files that are not there',
    ({ importRuns }) => importRuns.rows[0]?.batches.push({ at: 0, fileIds: ['x'] }),
  ],
])('an edited snapshot with a run %s ends it, and breaks no request', async (_, edit) => {
  const { account, create, files, collections } = await withImports();
  await create({ connector_id: addDrive(account, 2 * PAGE), enrich_metadata: true });
  account.clock.advance('1s');
  const snapshot = structuredClone(account.snapshot());
  for (const state of statesOf(snapshot)) edit(state);
  account.restore(snapshot);
  account.clock.settle();
  expect([(await files()).status, (await collections()).status]).toEqual([200, 200]);
  const runs = statesOf(account.snapshot()).flatMap(({ importRuns }) => importRuns.rows);
  expect(runs.map(({ next, batches }) => [next, batches])).toEqual(runs.map(() => [null, []]));
});

test('a snapshot with a run that neither goes on nor has ended is refused', async () => {
  const { account, create } = await withImports();
  await create();
  const snapshot = structuredClone(account.snapshot());
  for (const { importRuns } of statesOf(snapshot)) for (const run of importRuns.rows) run.next = null;
  expect(() => account.restore(snapshot)).toThrow('must have either next or ended');
});

test('a reset in the middle of a large run leaves nothing of it behind', async () => {
  const { account, create, call, files, createCollection } = await withImports();
  await create({ connector_id: addDrive(account, 5_000) });
  await call('POST', '/__admin/clock/advance', { by: '1h' });
  account.reset();
  expect((await files()).body.total).toBe(0);
  expect((await createCollection('Library')).status).toBe(200);
  account.clock.advance('1h');
  expect((await files()).body.total).toBe(0);
});

test('a connector that changes while a run goes on is read as it is by then', async () => {
  const { account, create, latest, members } = await withImports();
  const connector_id = addDrive(account, 2 * PAGE);
  const { id } = (await create({ connector_id })).body;
  account.clock.advance('1s');
  account.connectors.removeItem(connector_id, 'gdrive://file/talk-39');
  account.connectors.put(connector_id, { id: 'last', path: 'Talk 99999.mp4' });
  account.clock.settle();
  expect(await latest(id)).toMatchObject({ status: 'completed', progress: { files_created: 2 * PAGE - 1 } });
  const names = (await members()).map(({ file }) => file?.filename);
  expect(names).toContain('Talk 99999.mp4');
  expect(names).not.toContain('Talk 00039.mp4');
});

test('a run of an account that moves to an older version goes on, and shows what that version has', async () => {
  const { account, mock, id, create, files, collection, latest } = await withImports('entities');
  const iconik = account.connectors.list().find(({ type }) => type === 'iconik');
  const { id: importId } = (await create({ connector_id: iconik?.id, max_files: 3 })).body;
  account.settings.update({ api_version: '0.7.7' });
  account.clock.settle();
  const old = createClient(mock.fetch, 'cg-test');
  expect([(await old.files()).body.total, (await old.collection(id)).body.file_count]).toEqual([0, 0]);
  account.settings.update({ api_version: '0.7.32' });
  expect((await latest(importId)).progress.files_imported).toBe(3);
  expect([(await files()).body.total, (await collection(id)).body.file_count]).toEqual([3, 3]);
  expect((await files()).body.data.every((file) => file.source_metadata !== null)).toBe(true);
});
