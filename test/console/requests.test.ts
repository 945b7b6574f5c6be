// Requests: a live log that can be filtered, read in full, paused, cleared and exported; of any length.
import { execFile } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ids } from '../support/setup.ts';
import { button, messageOf, openConsole, rowOf } from './support/console.ts';

const GRAIN = 'grain://recording/abc123';

/** The archive that a person gets. */
async function exportHar(page: Page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Export as HAR').click(),
  ]);
  return JSON.parse(await text(await download.createReadStream())).log;
}

test('requests of a client show as they come, the newest first, with what they got', async () => {
  const { page, client } = await openConsole({ link: '#/requests' });
  await page.getByText('No client has sent a request with this key yet.').waitFor();
  await client.sync(ids.grain, GRAIN);
  await client.sync(ids.grain, 's3://bucket/a.mp4');
  await page.getByText('2 requests', { exact: true }).waitFor();
  const [, newest, first] = await page.getByRole('row').allTextContents();
  expect([newest, first]).toEqual([
    expect.stringMatching(/POST.*s3:\/\/bucket\/a\.mp4.*400.*type-mismatch/),
    expect.stringMatching(/POST.*\/sync.*grain:\/\/recording\/abc123.*200/),
  ]);
});

test('misses no request that comes before the line to the mock is open', async () => {
  const { page, client } = await openConsole({ link: '#/requests' });
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route(/__admin\/events/, async (route) => {
    await opened;
    await route.continue();
  });
  await page.reload();
  await page.getByText('No client has sent a request with this key yet.').waitFor();
  await client.files();
  const line = page.waitForResponse(/__admin\/events/);
  open();
  await line;
  await client.file('none');
  await page.getByText('2 requests', { exact: true }).waitFor();
});

test('filters by operation, status, error case and words, also by a link', async () => {
  const { page, client, url } = await openConsole({ link: '#/requests' });
  await client.files();
  await client.file('none');
  await client.sync(ids.grain, 's3://bucket/a.mp4');
  await client.sync(ids.grain, GRAIN);
  await page.getByText('4 requests', { exact: true }).waitFor();
  const shows = async (count: number) => page.getByText(`${count} of 4 requests`).waitFor();
  await page.getByRole('combobox', { name: 'Operation' }).selectOption('listFiles');
  await shows(1);
  await page.getByRole('combobox', { name: 'Operation' }).selectOption('any');
  await page.getByRole('combobox', { name: 'Status' }).selectOption('4xx');
  await shows(2);
  await page.getByRole('combobox', { name: 'Error case' }).selectOption('type-mismatch');
  await shows(1);
  await page.goto(`${url}/console#/requests?text=abc123`);
  await shows(1);
  await page.getByLabel('Text').fill('nothing like it');
  await page.getByText('No request fits the filters.').waitFor();
});

test('shows a request in full, and copies it as a command that does the same', async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const { page, client, account } = await openConsole({ link: '#/requests', context: { permissions } });
  await client.sync(ids.grain, "s3://bucket/it's.mp4");
  await rowOf(page, 'type-mismatch').getByRole('link').click();
  const detail = page.getByRole('region', { name: 'Recorded request' });
  await detail.getByRole('link', { name: 'type-mismatch' }).waitFor();
  await detail.getByRole('region', { name: 'Body of the request' }).getByText("it's.mp4").waitFor();
  await detail
    .getByRole('region', { name: 'Answer' })
    .getByText(/is a URI of type s3/)
    .waitFor();
  await detail.getByText('Headers').first().click();
  await detail.getByText('[redacted]').waitFor();
  await button(page, 'Copy as curl').click();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  const { stdout } = await promisify(execFile)('bash', ['-c', command]);
  expect(stdout).toContain('is a URI of type s3');
  expect(account.requests.list().map(({ error_case, uri }) => [error_case, uri])).toEqual([
    ['type-mismatch', "s3://bucket/it's.mp4"],
    ['type-mismatch', "s3://bucket/it's.mp4"],
  ]);
});

test('pauses, goes on, and clears the journal', async () => {
  const { page, client, account } = await openConsole({ link: '#/requests' });
  await client.files();
  await page.getByText('1 request', { exact: true }).waitFor();
  await button(page, 'Pause').click();
  await client.files();
  await client.files();
  await button(page, 'Go on (2 new)').waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  await button(page, 'Go on (2 new)').click();
  await expect.poll(() => page.getByRole('row').count()).toBe(4);
  await button(page, 'Clear').click();
  await page.getByText('No client has sent a request').waitFor();
  expect(account.requests.count()).toBe(0);
  await client.files();
  await expect.poll(() => page.getByRole('row').count()).toBe(2);
});

test('exports what is shown as an HTTP archive', async () => {
  const { page, client } = await openConsole({ link: '#/requests?status=404' });
  await client.files();
  await client.file('none');
  await page.getByText('1 of 2 requests').waitFor();
  const log = await exportHar(page);
  expect(log.version).toBe('1.2');
  expect(log.entries.map(({ response }: { response: { status: number } }) => response.status)).toEqual([404]);
});

test('shows the requests without a key, which belong to no account', async () => {
  const { page, url } = await openConsole({ link: '#/requests' });
  await fetch(`${url}/v1/files`);
  await page.getByRole('link', { name: 'Requests without a key' }).click();
  await rowOf(page, 'missing-api-key').getByText('401').waitFor();
  await rowOf(page, 'missing-api-key').getByRole('link').click();
  await page.getByRole('link', { name: 'missing-api-key' }).waitFor();
});

test('of a great many requests only those in sight are in the page, and any of them can be found', async () => {
  const many = 20_000;
  const { page } = await openConsole({
    link: '#/requests',
    mock: { journal: 2 * many },
    before: async (mock) => {
      const init = { headers: { authorization: 'Bearer cg-demo' } };
      await mock.fetch('/v1/files/the-first', init);
      for (let nth = 1; nth < many; nth++) await mock.fetch('/v1/tags', init);
    },
  });
  await page.getByText(`${many} requests`, { exact: true }).waitFor();
  expect(await page.getByRole('row').count()).toBeLessThan(60);
  const table = page.getByRole('table', { name: 'Requests' });
  expect(await table.getAttribute('aria-rowcount')).toBe(String(many + 1));
  await table.focus();
  await page.keyboard.press('End');
  await rowOf(page, 'the-first').waitFor();
  await page.getByLabel('Text').fill('the-first');
  await page.getByText(`1 of ${many} requests`).waitFor();
  expect((await exportHar(page)).entries).toMatchObject([
    { request: { url: expect.stringMatching(/the-first$/) } },
  ]);
  await page.getByLabel('Text').fill('');
  await page.getByText(`${many} requests`, { exact: true }).waitFor();
  const { entries } = await exportHar(page);
  await messageOf(page)
    .getByText(`The archive has the last ${entries.length} of ${many} requests.`)
    .waitFor();
  expect(new Set(entries.map(({ _number }: { _number: number }) => _number)).size).toBe(10_000);
  await page.getByLabel('Text').fill('the-first');
  await rowOf(page, 'the-first').getByRole('link').click();
  await page.getByRole('link', { name: 'file-not-found' }).waitFor();
});

test('says what is wrong with a request, and finds the requests by it', async () => {
  const { page, client } = await openConsole({ link: '#/requests' });
  await client.files({ page_size: 10 });
  await client.files();
  const row = rowOf(page, 'page_size=10');
  await row.getByText('1 finding').waitFor();
  await page.getByLabel('Text').fill('finding');
  await page.getByText('1 of 2 requests').waitFor();
  await row.getByRole('link').click();
  const findings = page.getByRole('region', { name: 'What is wrong with this request' });
  await findings.getByText('page_size').waitFor();
  await findings.getByText(/error|warning/).waitFor();
});
