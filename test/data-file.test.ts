// The data file: what comes back after a restart, and how it is written.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test, vi } from 'vitest';
import { AccountStore } from '../src/accounts/account-store.ts';
import { dataFolder, openMock, startOn, url } from './support/data-file.ts';
import { startReceiver } from './support/receiver.ts';
import { ids } from './support/setup.ts';

const GRAIN = 'grain://recording/abc123';

test('all state is restored: files, clocks, settings, rules, webhooks, collections, world, credits, refusals', async () => {
  const { data } = dataFolder();
  const {
    mock,
    sync,
    syncUrl,
    remove,
    update,
    createCollection,
    addMedia,
    createWebhook,
    upload,
    ...client
  } = openMock(data);
  const account = mock.account('cg-test');
  const { id } = (await sync(ids.grain, GRAIN)).body;
  await update(id, { filename: 'Renamed.mp4', metadata: { of: ['any', null, { kind: 1 }] } });
  const gone = (await syncUrl(url('gone'))).body.id;
  await remove(gone);
  const form = new FormData();
  form.set('file', new Blob(['talk']), 'talk.mp4');
  await upload(form);
  await syncUrl('https://www.tiktok.com/@quaymark/video/7412036958271405317');
  const collection = (await createCollection('Interviews')).body.id;
  await addMedia(collection, { url: `cloudglue://files/${id}` });
  await createWebhook({ endpoint: 'http://127.0.0.1:9/hook', subscribed_events: ['file.job.deleted'] });
  account.faults.add({ id: 'third', match: { operation: 'getFile', nth: 3 }, status: 500 });
  account.settings.update({ speed: 2, credits: 1 });
  account.connectors.put(ids.grain, {
    id: 'new',
    title: 'New',
    error: 'provider-unavailable',
    error_times: 2,
  });
  expect((await sync(ids.grain, 'grain://recording/new')).status).toBe(502);
  account.connectors.remove(ids.gong);
  mock.clock.advance('1h');
  account.clock.advance('3s');
  await client.file(id);
  const before = mock.snapshot();
  const listed = (await client.files()).body;
  await mock.close();

  const again = openMock(data);
  expect(again.mock.snapshot()).toEqual(before);
  expect((await again.files()).body).toEqual(listed);
  expect(again.mock.clock.now()).toBe(mock.clock.now());
  expect((await again.sync(ids.grain, 'grain://recording/new')).status).toBe(502);
  expect((await again.sync(ids.grain, 'grain://recording/new')).status).toBe(200);
  expect((await again.syncUrl('https://www.tiktok.com/@quaymark/video/7420518833906412805')).status).toBe(
    402,
  );
  expect((await again.syncUrl(url('gone'))).body.id).not.toBe(gone);
  expect([(await again.file(id)).status, (await again.file(id)).status]).toEqual([200, 500]);
});

test('changes made in code are saved too, as are a reset, a restore and a removal', async () => {
  const { data } = dataFolder();
  const { mock, as } = openMock(data);
  for (const token of ['ana', 'ben', 'cem']) await as(token).syncUrl(url(token));
  const snapshot = mock.account('ana').snapshot();
  await as('ana').syncUrl(url('later'));
  mock.account('ana').restore(snapshot);
  mock.account('ben').reset();
  mock.account('cem').faults.add({ id: 'one', status: 500 });
  mock.account('cem').faults.add({ id: 'two', status: 503 });
  mock.account('cem').faults.remove('one');
  mock.account('cem').faults.add({ id: 'one', status: 500 });
  await mock.close();
  const again = openMock(data);
  expect(again.mock.account('ana').snapshot()).toEqual(snapshot);
  expect((await again.as('ben').files()).body.total).toBe(0);
  expect(
    again.mock
      .account('cem')
      .faults.list()
      .map(({ id }) => id),
  ).toEqual(['two', 'one']);
  again.mock.reset();
  await again.mock.close();
  expect(openMock(data).mock.snapshot()).toMatchObject({ accounts: {}, advancedBy: 0 });
});

test('due events are sent after a restart, each with all its retries', async () => {
  const { data } = dataFolder();
  const receiver = await startReceiver((response, nth) => {
    response.statusCode = nth === 1 ? 500 : 200;
    response.end();
  });
  const { mock, createWebhook, syncUrl } = openMock(data, { webhookPause: 60_000 });
  await createWebhook({ endpoint: receiver.url, subscribed_events: ['file.job.processing'] });
  await syncUrl(url('talk'));
  mock.clock.advance('2s');
  await expect.poll(() => mock.webhooks.deliveries()[0]?.attempts.length).toBe(1);
  await mock.close();
  const again = openMock(data, { webhookPause: 1 });
  await again.mock.webhooks.idle();
  expect(again.mock.webhooks.deliveries()).toMatchObject([
    { state: 'delivered', attempts: [{ status: 500 }, { status: 200 }] },
  ]);
  expect(receiver.events.map(({ event_id }) => event_id)).toEqual([
    receiver.events[0]?.event_id,
    receiver.events[0]?.event_id,
  ]);
});

test('an account with a special key starts with its problem again after a reset, also after a restart', async () => {
  const { data } = dataFolder();
  const first = openMock(data);
  const tiktok = 'https://www.tiktok.com/@quaymark/video/7412036958271405317';
  await first.as('cg-no-credits').syncUrl(url('one'));
  first.mock.account('cg-no-credits').settings.update({ credits: 5 });
  await first.mock.close();
  const { mock, as } = openMock(data);
  expect((await as('cg-no-credits').syncUrl(tiktok)).status).toBe(200);
  mock.account('cg-no-credits').reset();
  expect((await as('cg-no-credits').syncUrl(tiktok)).status).toBe(402);
});

test('evicted accounts stay evicted, and limits that are now too small are refused, not enforced', async () => {
  const { data } = dataFolder();
  const { mock, as } = openMock(data, { maxAccounts: 2 });
  for (const token of ['ana', 'ben', 'cem']) await as(token).syncUrl(url(token));
  await mock.close();
  expect(() => openMock(data, { maxAccounts: 1 })).toThrow('give at least --max-accounts 2');
  const again = openMock(data, { maxAccounts: 2 });
  expect((await again.as('ben').files()).body.total).toBe(1);
  expect((await again.as('ana').files()).body.total).toBe(0);
});

test('the clock resumes where it was, and files never go back', async () => {
  const { data } = dataFolder();
  const options = { lifecycle: 'timed', startTime: '2030-05-01T00:00:00Z' } as const;
  const { mock } = openMock(data, options);
  mock.account('cg-test').clock.advance('1m');
  const then = mock.clock.now();
  await mock.close();
  const again = openMock(data, options);
  expect(again.mock.clock.now()).toBeGreaterThanOrEqual(then);
  expect(again.mock.account('cg-test').clock.now()).toBeGreaterThanOrEqual(then + 60_000);
  await again.mock.close();
  for (const [other, remedy] of [
    [{ lifecycle: 'manual', startTime: options.startTime }, '--lifecycle timed'],
    [{ lifecycle: 'timed' }, '--start-time 2030-05-01T00:00:00.000Z'],
  ] as const) {
    expect(() => openMock(data, other)).toThrow(remedy);
  }
});

test('the real clock neither goes back nor stands still if the clock of the machine is set back', async () => {
  const { data, put, text } = dataFolder();
  const { mock, syncUrl } = openMock(data, { lifecycle: 'timed' });
  await syncUrl(url('one'));
  await mock.close();
  const future = Date.now() + 3_600_000;
  put(text().replace(/"now":\d{13},"savedAt":\d{13}/, `"now":${future},"savedAt":${future}`));
  const { clock } = openMock(data, { lifecycle: 'timed' }).mock;
  const then = clock.now();
  expect(then).toBeGreaterThanOrEqual(future);
  await expect.poll(() => clock.now()).toBeGreaterThan(then + 5);
});

test('nothing is written without the option, and with it, reads write nothing', async () => {
  const { data, text, folder } = dataFolder();
  const { mock, syncUrl, files } = openMock(data);
  await syncUrl(url('one'));
  const before = text();
  await files();
  await mock.account('other').settings.get();
  await mock.close();
  expect(text()).toBe(before);
  expect(readdirSync(folder).sort()).toEqual(['state.data', 'state.data.lock']);
});

test('the file is readable, with one record per line, only its owner may read it, and it grows only with the state', async () => {
  const { data, lines, text } = dataFolder();
  const { mock, syncUrl, update, as } = openMock(data);
  const { id } = (await syncUrl(url('one'))).body;
  await as('other').syncUrl(url('two'));
  const before = { lines: lines().length, length: text().length };
  for (let n = 0; n < 20; n++) await update(id, { metadata: { n: n % 10 } });
  expect(lines()).toHaveLength(before.lines);
  expect(text().length).toBeLessThan(before.length + 20);
  expect(lines().filter((line) => line.includes('"filename"'))).toEqual([
    expect.stringMatching(/^ +\{"id":".*one\.mp4.*\}$/),
    expect.stringMatching(/^ +\{"id":".*two\.mp4.*\}$/),
  ]);
  expect(statSync(data).mode & 0o777).toBe(0o600);
  const state = mock.snapshot();
  await mock.close();
  expect(openMock(data).mock.snapshot()).toEqual(state);
});

test('paths with blanks, relative paths and links work, and files left over from a crash are removed', async () => {
  const { data, folder } = dataFolder();
  const link = join(folder, 'a link.data');
  writeFileSync(data, '');
  symlinkSync(data, link);
  writeFileSync(`${data}.new`, 'half of a file');
  const { mock, syncUrl } = openMock(link);
  await syncUrl(url('one'));
  expect(() => openMock(data)).toThrow('in use by another mock: stop that one first');
  await mock.close();
  expect(readdirSync(folder).sort()).toEqual(['a link.data', 'state.data', 'state.data.lock']);
  expect((await openMock(relative('.', data)).files()).body.total).toBe(1);
});

test('a file that is deleted while the mock runs is written again with the whole state', async () => {
  const { data } = dataFolder();
  const { mock, syncUrl } = openMock(data);
  await syncUrl(url('one'));
  unlinkSync(data);
  await syncUrl(url('two'));
  expect(existsSync(data)).toBe(true);
  await mock.close();
  expect((await openMock(data).files()).body.total).toBe(2);
});

test('a link in place of the temporary file is not followed', async () => {
  const { data, folder } = dataFolder();
  const other = join(folder, 'other');
  writeFileSync(other, 'precious');
  symlinkSync(other, `${data}.new`);
  const { mock, syncUrl } = openMock(data);
  symlinkSync(other, `${data}.new`);
  expect((await syncUrl(url('one'))).status).toBe(200);
  await mock.close();
  expect(readFileSync(other, 'utf8')).toBe('precious');
});

test('an answer waits until its change is on the disk, and so does any answer that shows the change', async () => {
  const { data, folder } = dataFolder();
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const mock = await startOn(data, { disk });
  const other = { authorization: 'Bearer other' };
  writeFileSync(join(disk, 'slow'), '');
  const done: string[] = [];
  const synced = mock.syncUrl(url('one')).then(() => done.push('synced'));
  await expect.poll(() => existsSync(`${data}.new`)).toBe(true);
  const read = mock.files().then(({ body }) => done.push(`read ${body.total}`));
  expect((await mock.fetch('/v1/files', { headers: other })).status).toBe(200);
  expect(done).toEqual([]);
  unlinkSync(join(disk, 'slow'));
  await Promise.all([synced, read]);
  expect(done.toSorted()).toEqual(['read 1', 'synced']);
});

test('what is printed has no control characters, whatever the names in it', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  const folder = join(dataFolder().folder, 'a\u001b[2Jb');
  mkdirSync(folder);
  const { mock, syncUrl, files } = openMock(join(folder, 'state.data'));
  rmSync(folder, { recursive: true });
  expect((await syncUrl(url('one'))).status).toBe(503);
  vi.spyOn(AccountStore.prototype, 'files', 'get').mockImplementation(() => {
    throw new Error('a defect with \u001b[2J in it');
  });
  expect((await files()).status).toBe(500);
  vi.restoreAllMocks();
  await mock.close().catch(() => {});
  const printed = error.mock.calls.flat().map(String);
  expect(printed.some((text) => text.includes('a?[2Jb'))).toBe(true);
  expect(printed.join('')).not.toContain('\u001b');
});
