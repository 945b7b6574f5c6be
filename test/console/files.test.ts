// Files: they move with the account's clock, and can be forced, deleted and read in full.
import { expect, test } from 'vitest';
import { ids } from '../support/setup.ts';
import { button, messageOf, openConsole, rowOf } from './support/console.ts';

const GRAIN = 'grain://recording/abc123';

test('files that a client makes show by themselves, and move as the clock does', async () => {
  const { page, client } = await openConsole({ link: '#/files' });
  await page.getByText('There are no files yet').waitFor();
  await client.sync(ids.grain, GRAIN);
  const row = rowOf(page, 'Nordhavn Foods');
  await row.getByText('pending').waitFor();
  await button(page, 'Next event').click();
  await row.getByText('processing').waitFor();
  await row.getByRole('img', { name: '25 % of its time line' }).waitFor();
  await button(page, '+8 s: advance by 8 seconds').click();
  await row.getByText('completed').waitFor();
  await row.getByText('45:35 · 1280 × 720 · 683.7 MB').waitFor();
  expect(await row.locator('img').getAttribute('src')).toMatch(/\/thumbnails\/.*\.svg$/);
});

test('a running clock moves them without a request for each', async () => {
  const { page, client } = await openConsole({ link: '#/files', mock: { lifecycle: 'timed', speed: 4 } });
  await client.sync(ids.grain, GRAIN);
  await rowOf(page, 'Nordhavn Foods').getByText('completed').waitFor();
});

test('shows all of a file: time line, media, metadata of its source, and JSON', async () => {
  const { page, client } = await openConsole({ link: '#/files', before: (mock) => mock.clock.advance('1h') });
  const { id } = (await client.sync(ids.grain, GRAIN)).body;
  await rowOf(page, 'Nordhavn Foods').getByRole('link').click();
  const detail = page.getByRole('region', { name: 'File' });
  const line = detail.getByRole('region', { name: 'Time line' }).getByRole('listitem');
  await expect
    .poll(() => line.allTextContents())
    .toEqual([
      expect.stringMatching(/pending.*10:00:00, now/),
      expect.stringMatching(/processing.*in 2 seconds/),
      expect.stringMatching(/completed.*in 8 seconds/),
    ]);
  await button(page, 'Settle').click();
  await detail.getByText('video · 45:35 · 1280 × 720 · 683.7 MB').waitFor();
  await detail.getByText('As JSON').click();
  const shown = await detail.getByRole('region', { name: 'The file as JSON' }).textContent();
  expect(JSON.parse(String(shown))).toEqual((await client.file(id)).body);
  expect(new URL(page.url()).hash).toBe(`#/files/${id}`);
  await page.reload();
  await detail.getByRole('heading', { name: 'Nordhavn Foods – Q4 business review.mp4' }).waitFor();
});

test('forces a status, and deletes a file', async () => {
  const { page, client } = await openConsole({ link: '#/files' });
  const { id } = (await client.sync(ids.grain, GRAIN)).body;
  await rowOf(page, 'Nordhavn Foods').getByRole('link').click();
  await page.getByLabel('Status to force').selectOption('failed');
  await button(page, 'Force this status').click();
  await rowOf(page, 'Nordhavn Foods').getByText('failed').waitFor();
  expect((await client.file(id)).body.status).toBe('failed');
  await button(page, 'Delete the file').click();
  await messageOf(page)
    .getByText(/is deleted/)
    .waitFor();
  await page.getByText('There are no files yet').waitFor();
  expect((await client.file(id)).status).toBe(404);
});

test('filters by status and name, in the address too', async () => {
  const { page, client, url } = await openConsole({ link: '#/files' });
  await client.sync(ids.grain, GRAIN);
  await client.sync(ids.grain, 'grain://recording/corrupted_7Qm-2');
  await button(page, 'Settle').click();
  await page.getByRole('combobox', { name: 'Status' }).selectOption('failed');
  await page.getByText('1 file', { exact: true }).waitFor();
  await rowOf(page, 'Corrupted recording').waitFor();
  await page.goto(`${url}/console#/files?text=nordhavn`);
  await rowOf(page, 'Nordhavn Foods').waitFor();
  expect(await rowOf(page, 'Corrupted recording').count()).toBe(0);
});

test('of thousands of files only those in sight are in the page', async () => {
  const { page, client } = await openConsole({ mock: { unknownUris: 'create' }, link: '#/files' });
  for (let nth = 0; nth < 300; nth++) await client.syncUrl(`https://example.com/talk-${nth}.mp4`);
  await page.getByText('300 files').waitFor();
  const table = page.getByRole('table', { name: 'Files' });
  expect(await table.getAttribute('aria-rowcount')).toBe('301');
  expect(await page.getByRole('row').count()).toBeLessThan(60);
  await table.focus();
  await page.keyboard.press('End');
  await rowOf(page, /talk-0\.mp4/).waitFor();
  await button(page, 'Settle').click();
  await rowOf(page, /talk-0\.mp4/)
    .getByText('completed')
    .waitFor();
});

test('a file in the lifecycle polled is not moved by looking at it', async () => {
  const { page, client } = await openConsole({ mock: { lifecycle: 'polled' }, link: '#/files' });
  const { id } = (await client.sync(ids.grain, GRAIN)).body;
  await rowOf(page, 'Nordhavn Foods').getByRole('link').click();
  await page.getByRole('region', { name: 'Time line' }).waitFor();
  await page.reload();
  await page.getByRole('region', { name: 'Time line' }).getByText('pending').waitFor();
  expect((await client.file(id)).body.status).toBe('processing');
  await page.getByRole('region', { name: 'File' }).getByText('by a read').waitFor();
});
