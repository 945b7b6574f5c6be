// Runs of bulk imports: they move with the clock, bring files in, bring them up to date and take them out.
import { expect, test } from 'vitest';
import { addDrive, expectToAddUp, importsOf, PAGE, type Run, withImports } from './support/imports.ts';
import { ids } from './support/setup.ts';

test('a run goes from pending to its end with the clock, and its counts add up all the way', async () => {
  const { mock, account, id, create, latest, collection, videos, files } = await withImports();
  const made = await create({ connector_id: addDrive(account, PAGE + 5) });
  expect(made.status).toBe(200);
  expect(made.body).toMatchObject({ import_type: 'metadata', default_mode: 'append', filters: [] });
  expect(made.body.latest_run).toMatchObject({ status: 'pending', started_at: null, completed_at: null });
  const seen: Run[] = [];
  for (let steps = 0; steps < 40 && seen.at(-1)?.status !== 'completed'; steps++) {
    const run = await latest(made.body.id);
    expectToAddUp(run);
    const { files_created } = run.progress;
    expect([(await files()).body.total, (await collection(id)).body.file_count]).toEqual([
      files_created,
      files_created,
    ]);
    const members = (await videos(id, { limit: 100 })).body.data;
    expect(members).toHaveLength(files_created);
    expect(members.filter(({ status }) => status === 'completed')).toHaveLength(run.progress.files_indexed);
    seen.push(run);
    mock.clock.advance('250ms');
  }
  const run = seen.at(-1) as Run;
  expect([...new Set(seen.map(({ status }) => status))]).toEqual(['pending', 'processing', 'completed']);
  expect([...new Set(seen.map(({ progress }) => progress.files_created))]).toEqual([0, PAGE - 1, PAGE + 4]);
  expect(run.progress).toMatchObject({
    pages_listed: 2,
    files_listed: PAGE + 5,
    files_failed: 1,
    files_indexed: PAGE + 4,
  });
  expect(Number(run.completed_at)).toBeGreaterThan(Number(run.started_at));
});

test('a run of media brings files in that go their own way, and tells of each at its time', async () => {
  const { account, create, members } = await withImports('media-descriptions');
  const events: { at: number; status: string }[] = [];
  account.follow(({ type, data }) => {
    if (type === 'status') events.push(data as { at: number; status: string });
  });
  const made = await create({ filters: [{ title_search: 'Q4 business review' }] });
  expect(made.body.import_type).toBe('media');
  account.clock.advance('1h');
  const [member] = await members();
  expect(member).toMatchObject({ status: 'completed', searchable_status: 'completed' });
  expect(member?.segmentation).toBeDefined();
  const added = Number(member?.added_at);
  expect(events.map(({ at, status }) => [at - added, status])).toEqual([
    [2_000, 'processing'],
    [2_000, 'processing'],
    [8_000, 'completed'],
    [8_000, 'completed'],
  ]);
});

test('files of several pages are announced in the order of their times, however far the clock is moved', async () => {
  const { account, create } = await withImports('media-descriptions');
  const times: number[] = [];
  account.follow(({ type, data }) => {
    if (type === 'status') times.push((data as { at: number }).at);
  });
  await create({ connector_id: addDrive(account, 3 * PAGE), rate_limit: 20 });
  account.clock.advance('1d');
  expect(times).toHaveLength(4 * (3 * PAGE - 1));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});

test('a limit of list requests slows a run down, and what the provider does not allow is lowered', async () => {
  const { account, imported } = await withImports();
  const connector_id = addDrive(account, 10 * PAGE);
  const durationAt = async (rate_limit?: number) => {
    const { run } = await imported({ connector_id, ...(rate_limit && { rate_limit }) });
    return Number(run.completed_at) - Number(run.started_at);
  };
  const usual = await durationAt();
  expect(await durationAt(1)).toBeGreaterThan(usual + 7_000);
  const [fastest, tooFast] = [await durationAt(20), await durationAt(50)];
  expect(fastest).toBeLessThan(usual);
  expect(tooFast).toBe(fastest);
});

test('an append run brings in what is new, a refresh run brings all that fits up to date', async () => {
  const { account, imported, runAgain, file } = await withImports();
  const connector_id = addDrive(account, 4);
  const { id } = await imported({ connector_id });
  account.connectors.put(connector_id, { id: 'new', path: 'New.mp4' });
  const { progress } = await runAgain(id);
  expect(progress).toMatchObject({ files_created: 1, files_skipped: 3, files_failed: 1, files_queued: 2 });
  const [known] = account.files.list().filter(({ uri }) => uri === 'gdrive://file/talk-0');
  const given = { id: 'talk-0', path: 'Talk 00000.mp4', source_metadata: { md5_checksum: 'f00' } };
  account.connectors.put(connector_id, given);
  const checksum = async () =>
    ((await file(String(known?.id))).body.source_metadata as { md5_checksum: string }).md5_checksum;
  await runAgain(id);
  expect(await checksum()).not.toBe('f00');
  const refreshed = await runAgain(id, { mode: 'refresh' });
  expect(refreshed.progress).toMatchObject({ files_created: 0, files_updated: 4, files_indexed: 4 });
  expect(await checksum()).toBe('f00');
});

test('an append run tries again what could not be had before', async () => {
  const { account, imported, runAgain, members } = await withImports();
  const items = [
    { id: 'busy', title: 'Busy', error: 'provider-rate-limited', error_times: 2 },
    { id: 'fine', title: 'Fine' },
  ];
  const { id: connector_id } = account.connectors.add({ type: 'gong', items });
  const { id, run } = await imported({ connector_id });
  expect(run.progress).toMatchObject({ files_created: 1, files_failed: 1 });
  expect((await runAgain(id)).progress).toMatchObject({
    files_created: 0,
    files_skipped: 1,
    files_failed: 1,
  });
  expect((await runAgain(id)).progress).toMatchObject({
    files_created: 1,
    files_skipped: 1,
    files_failed: 0,
  });
  expect((await runAgain(id)).progress).toMatchObject({
    files_created: 0,
    files_skipped: 2,
    files_failed: 0,
  });
  expect(await members()).toHaveLength(2);
});

test('an append run of media has files processed again whose processing failed, and leaves the others', async () => {
  const { account, mock, imported, run, latest, runAgain, members } = await withImports('media-descriptions');
  const broken = { id: 'broken', title: 'Broken', outcome: 'failed' };
  const items = [broken, { ...broken, id: 'hopeless', title: 'Hopeless' }, { id: 'fine', title: 'Fine' }];
  const { id: connector_id } = account.connectors.add({ type: 'gong', items });
  const statuses = async () =>
    Object.fromEntries((await members()).map(({ file, status }) => [file?.filename, [file?.status, status]]));
  const { id } = await imported({ connector_id });
  const failed = { 'Broken.mp4': ['failed', 'failed'], 'Hopeless.mp4': ['failed', 'failed'] };
  expect(await statuses()).toEqual({ ...failed, 'Fine.mp4': ['completed', 'completed'] });
  const before = await members();

  account.connectors.put(connector_id, { ...broken, outcome: 'completed' });
  await run(id);
  mock.clock.advance('499ms');
  expect(await statuses()).toMatchObject(failed);
  const created_at = Number((await latest(id)).created_at);
  // A page takes half a second at the rate of Gong.
  mock.clock.advance(created_at + 1_000 - account.clock.now());
  expect(await statuses()).toMatchObject({ 'Broken.mp4': ['pending', 'pending'] });
  mock.clock.advance('2s');
  expect(await statuses()).toMatchObject({ 'Broken.mp4': ['processing', 'processing'] });
  account.clock.settle();
  expect(await statuses()).toEqual({
    'Broken.mp4': ['completed', 'completed'],
    'Hopeless.mp4': ['failed', 'failed'],
    'Fine.mp4': ['completed', 'completed'],
  });
  expect((await latest(id)).progress).toMatchObject({
    files_updated: 2,
    files_skipped: 1,
    files_imported: 2,
  });
  expect((await members()).map(({ file_id, added_at }) => [file_id, added_at])).toEqual(
    before.map(({ file_id, added_at }) => [file_id, added_at]),
  );
  expect((await runAgain(id)).progress).toMatchObject({ files_updated: 1, files_skipped: 2 });
  expect((await runAgain(id, { mode: 'refresh' })).progress).toMatchObject({ files_updated: 3 });
  expect(await statuses()).toMatchObject({ 'Hopeless.mp4': ['failed', 'failed'] });
});

test('with the lifecycle polled, a file that is processed again goes on as it is read', async () => {
  const {
    account,
    imported,
    run,
    video,
    id: collectionId,
  } = await withImports('media-descriptions', {
    lifecycle: 'polled',
  });
  const broken = { id: 'broken', title: 'Broken', outcome: 'failed' };
  const { id: connector_id } = account.connectors.add({ type: 'gong', items: [broken] });
  const { id } = await imported({ connector_id });
  const [file] = account.files.list();
  const read = async () => {
    const { body } = await video(collectionId, String(file?.id));
    return [body.file?.status, body.status];
  };
  for (let times = 0; times < 3; times++) await read();
  expect(await read()).toEqual(['failed', 'failed']);
  account.connectors.put(connector_id, { ...broken, outcome: 'completed' });
  await run(id);
  expect(account.files.list()).toMatchObject([{ status: 'pending' }]);
  expect(await read()).toEqual(['processing', 'processing']);
  expect(await read()).toEqual(['completed', 'completed']);
});

test('a refresh run removes what is gone, and never where max_files cut the listing', async () => {
  const { id, account, imported, runAgain, run, cancel, addMedia, collection, files } = await withImports();
  const connector_id = addDrive(account, 5);
  const own = await imported({ connector_id });
  await addMedia(id, { url: 'grain://recording/abc123' });
  const other = await imported({ name: 'Another', connector_id: ids.gong, max_files: 1 });
  const count = async () => (await collection(id)).body.file_count;
  expect(await count()).toBe(6);
  account.connectors.removeItem(connector_id, 'gdrive://file/talk-3');
  const removed = async (body: object) => (await runAgain(own.id, body)).progress.files_removed;
  expect(await removed({ delete_missing: true })).toBe(0);
  expect(await removed({ mode: 'refresh' })).toBe(0);
  expect(await removed({ mode: 'refresh', delete_missing: true, max_files: 2 })).toBe(0);
  // Nothing is removed before the run has listed all.
  const stopped = (await run(own.id, { mode: 'refresh', delete_missing: true })).body;
  await cancel(own.id, stopped.id);
  expect(await count()).toBe(6);
  expect(await removed({ mode: 'refresh', delete_missing: true })).toBe(1);
  expect(await count()).toBe(5);
  // What another import brought in, and what a client added, is not its own.
  expect((await runAgain(other.id, { mode: 'refresh' })).progress.files_removed).toBe(0);
  expect((await files()).body.total).toBe(6);
});

test('a run lists no more than max_files, and each file once where sets of filters overlap', async () => {
  const { account, imported } = await withImports();
  const { run: whole } = await imported();
  const { files_listed, files_created, pages_listed } = whole.progress;
  const { run: twice } = await imported({ filters: [{}, {}] });
  expect(twice.progress).toMatchObject({
    files_listed,
    files_skipped: files_created,
    pages_listed: 2 * pages_listed,
  });
  const { run: cut } = await imported({ max_files: 2 });
  expect(cut.progress).toMatchObject({ files_listed: 2, pages_listed: 1 });
  const connector_id = addDrive(account, 3 * PAGE);
  for (const max_files of [PAGE - 1, PAGE, PAGE + 1, 3 * PAGE, 3 * PAGE + 1]) {
    const { run } = await imported({ connector_id, max_files });
    expect(run.progress.files_listed).toBe(Math.min(max_files, 3 * PAGE));
    expectToAddUp(run);
  }
});

test('an import of Google Drive lists all folders, one of Dropbox a folder or all below it', async () => {
  const { account, browse, imported } = await withImports();
  const paths = ['Top.mp4', 'Team/Inner.mp4', 'Team/Deep/Innermost.mp4'];
  const { id: drive } = account.connectors.add({
    type: 'google-drive',
    items: paths.map((path, nth) => ({ id: `file-${nth}`, path })),
  });
  const { id: dropbox } = account.connectors.add({
    type: 'dropbox',
    items: paths.map((path) => ({ path: `/${path}` })),
  });
  const listed = async (connector_id: string, filters: object[] = []) =>
    (await imported({ connector_id, filters })).run.progress.files_listed;
  const [folder] = (await browse(drive)).body.data;
  expect(folder).toMatchObject({ type: 'folder', name: 'Team' });
  expect(await listed(drive)).toBe(3);
  expect(await listed(drive, [folder?.metadata ?? {}])).toBe(1);
  expect(await listed(drive, [{ title_search: 'inner' }])).toBe(2);
  expect(await listed(dropbox)).toBe(1);
  expect(await listed(dropbox, [{ path: '/Team' }])).toBe(1);
  expect(await listed(dropbox, [{ path: '/Team', recursive: 'true' }])).toBe(2);
  expect(await listed(dropbox, [{ recursive: 'true' }])).toBe(3);
});

test('a collection has one active run at a time', async () => {
  const { create, run, account } = await withImports();
  const first = (await create()).body;
  expect((await create({ name: 'Again' })).body.latest_run).toBeNull();
  const refused = await run(first.id);
  expect([refused.status, refused.body.error]).toEqual([
    409,
    expect.stringContaining(String(first.latest_run.id)),
  ]);
  account.clock.settle();
  expect((await run(first.id)).status).toBe(200);
});

test('runs of several collections go on side by side, and share files', async () => {
  const { account, as, createCollection, create, latest, files } = await withImports();
  const connector_id = addDrive(account, 2 * PAGE);
  const { body } = await createCollection('Other', { collection_type: 'metadata' });
  const other = importsOf(as('cg-test'), body.id);
  const [one, two] = [(await create({ connector_id })).body, (await other.create({ connector_id })).body];
  account.clock.advance('1h');
  const runs = [await latest(one.id), await other.latest(two.id)];
  expect(runs.map(({ status, progress }) => [status, progress.files_listed])).toEqual([
    ['completed', 2 * PAGE],
    ['completed', 2 * PAGE],
  ]);
  const made = runs.reduce((sum, { progress }) => sum + progress.files_created, 0);
  expect([made, (await files()).body.total]).toEqual([2 * PAGE - 1, 2 * PAGE - 1]);
});

test('a cancelled run stays where it is, also when it is cancelled again', async () => {
  const { mock, account, id, create, run, latest, cancel, files, collection } = await withImports();
  const made = (await create({ connector_id: addDrive(account, 3 * PAGE) })).body;
  const pending = await cancel(made.id, made.latest_run.id);
  expect(pending.body).toMatchObject({
    status: 'cancelled',
    started_at: null,
    progress: { pages_listed: 0 },
  });
  const second = (await run(made.id)).body;
  mock.clock.advance('1s');
  const cancelled = await cancel(made.id, second.id);
  expect([cancelled.status, cancelled.body]).toMatchObject([
    200,
    { status: 'cancelled', error: null, progress: { files_created: PAGE - 1 } },
  ]);
  mock.clock.advance('1h');
  expect((await cancel(made.id, second.id)).body).toEqual(cancelled.body);
  expect([(await files()).body.total, (await collection(id)).body.file_count]).toEqual([PAGE - 1, PAGE - 1]);
  await run(made.id);
  account.clock.settle();
  const third = await latest(made.id);
  expect(third).toMatchObject({ status: 'completed', progress: { files_skipped: PAGE - 1 } });
  expect((await cancel(made.id, third.id)).body).toEqual(third);
});

test('a run fails if its connector is removed while it goes on, and keeps what it has', async () => {
  const { mock, account, create, latest, files, run, members } = await withImports();
  const connector_id = addDrive(account, 30 * PAGE);
  const { id } = (await create({ connector_id })).body;
  mock.clock.advance('1s');
  const removed = account.clock.now();
  account.connectors.remove(connector_id);
  mock.clock.advance('1h');
  const shown = await Promise.all([latest(id), files(), members()]);
  expect(shown[0]).toMatchObject({
    status: 'failed',
    completed_at: removed,
    error: expect.stringContaining(connector_id),
  });
  expect([shown[1].body.total, shown[2].length]).toEqual([PAGE - 1, PAGE - 1]);
  await run(id);
  mock.clock.advance('1h');
  expect(await latest(id)).toMatchObject({ status: 'failed', progress: { files_listed: 0 } });
});

test.each<[string, object[], number]>([
  ['at once', [{ folder_id: 'nowhere' }], 0],
  ['after it has read others', [{ title_search: 'Talk' }, { folder_id: 'nowhere' }], 3],
])('a run fails %s at a folder that is not there, and keeps what it has', async (_, filters, found) => {
  const { account, imported, members } = await withImports();
  const { run } = await imported({ connector_id: addDrive(account, 4), filters });
  expect(run).toMatchObject({
    status: 'failed',
    error: expect.stringContaining('nowhere'),
    progress: { files_indexed: found },
  });
  expect(await members()).toHaveLength(found);
});

test('a run keeps what it has where there is no room for more records', async () => {
  const { account, imported, members } = await withImports('metadata', { maxFiles: 30 });
  const { run } = await imported({ connector_id: addDrive(account, 100) });
  expect(run).toMatchObject({ status: 'failed', error: expect.stringContaining('--max-files') });
  expect(run.progress.files_created).toBeGreaterThan(0);
  expect(await members()).toHaveLength(run.progress.files_created);
  expect(run.progress.files_indexed).toBe(run.progress.files_created);
});

test.each(['instant', 'polled'] as const)('a run has ended at once where files are %s', async (lifecycle) => {
  const { create, run, id, videos } = await withImports('metadata', { lifecycle });
  const made = (await create({ max_files: 2 })).body;
  expect(made.latest_run).toMatchObject({ status: 'completed', progress: { files_created: 2 } });
  expect((await videos(id)).body.total).toBe(2);
  expect((await run(made.id, { max_files: 3 })).body).toMatchObject({
    status: 'completed',
    progress: { files_created: 1, files_skipped: 2 },
  });
});

test('a run does not keep a client from having a file that it would bring in later', async () => {
  const { account, id, create, sync, file, addMedia, files } = await withImports();
  await create();
  const made = (await sync(ids.grain, 'grain://recording/abc123')).body;
  expect((await file(made.id)).status).toBe(200);
  expect((await addMedia(id, { file_id: made.id })).body.added_at).toBe(made.created_at);
  expect((await files()).body.total).toBe(1);
  account.clock.settle();
  const all = (await files({ limit: 100 })).body.data.map((one) => one.id);
  expect(all.filter((one) => one === made.id)).toHaveLength(1);
});

test('a listener that asks for the account in the middle of a run sees it, and disturbs nothing', async () => {
  const { account, create, latest } = await withImports();
  const seen: number[] = [];
  account.follow(() => seen.push(account.files.list().length));
  const { id } = (await create({ connector_id: addDrive(account, 2 * PAGE) })).body;
  account.clock.advance('1h');
  expect((await latest(id)).progress.files_indexed).toBe(2 * PAGE - 1);
  expect(new Set(seen)).toContain(2 * PAGE - 1);
});
