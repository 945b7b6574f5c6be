// Connectors: browsed with folders, filters and pages, and synced from there.
import { expect, test } from 'vitest';
import { ids } from '../support/setup.ts';
import { button, messageOf, openConsole, rowOf } from './support/console.ts';

test('syncs an item with one click, and again to the same file, as a client would', async () => {
  const { page, account, client } = await openConsole();
  await page.getByRole('link', { name: /Dropbox/ }).click();
  await page.getByRole('link', { name: 'Team' }).click();
  await button(page, 'Sync All hands.mp4').click();
  await messageOf(page)
    .getByText(/A new file: .*, pending/)
    .waitFor();
  await rowOf(page, 'All hands.mp4').getByText('pending').waitFor();
  await button(page, 'Sync again All hands.mp4').click();
  await messageOf(page)
    .getByText(/The same file as before: .*, pending/)
    .waitFor();
  expect((await client.files()).body.total).toBe(1);
  // What the page has read is no request of a client; what it did is.
  expect(account.requests.list().map(({ method, operation }) => `${method} ${operation}`)).toEqual([
    'POST syncDataConnectorFile',
    'POST syncDataConnectorFile',
    'GET listFiles',
  ]);
});

test('leads into folders and back, and a link opens the same place', async () => {
  const { page, url } = await openConsole({ link: `#/connectors/${ids['google-drive']}` });
  await page.getByRole('link', { name: 'Customers' }).click();
  const trail = page.getByRole('navigation', { name: 'Folders' });
  await trail.getByRole('link', { name: 'Customers' }).waitFor();
  const inner = page.getByRole('rowheader').getByRole('link').first();
  const name = String(await inner.textContent()).trim();
  await inner.click();
  await trail.getByRole('link', { name }).waitFor();
  const { hash } = new URL(page.url());
  const rows = await page.getByRole('row').allTextContents();
  await page.goto(`${url}/console#/webhooks`);
  await page.getByRole('heading', { level: 1, name: 'Webhooks' }).waitFor();
  await page.goto(`${url}/console${hash}`);
  await trail.getByRole('link', { name }).waitFor();
  await expect.poll(() => page.getByRole('row').allTextContents()).toEqual(rows);
  await trail.getByRole('link', { name: 'Google Drive' }).click();
  await page.getByRole('link', { name: 'Customers' }).waitFor();
});

test('offers the filters that count for a provider, and lists what they choose', async () => {
  const { page } = await openConsole({ link: `#/connectors/${ids.grain}` });
  const filters = page.getByRole('group', { name: 'Filters' });
  await page.getByRole('row').nth(5).waitFor();
  expect(await filters.getByLabel('Team').count()).toBe(1);
  expect(await filters.getByLabel('Bucket').count()).toBe(0);
  await filters.getByLabel('Title').fill('Nordhavn');
  await filters.getByLabel('Title').press('Enter');
  await expect.poll(() => page.getByRole('rowheader').allTextContents()).not.toEqual([]);
  await expect
    .poll(async () =>
      (await page.getByRole('rowheader').allTextContents()).every((text) => /Nordhavn/.test(text)),
    )
    .toBe(true);
});

test('says why a provider that lists the last six months only lists nothing, and what to do', async () => {
  const { page, client } = await openConsole({
    link: `#/connectors/${ids.zoom}`,
    mock: { startTime: '2026-11-20T09:00:00Z' },
  });
  await page
    .getByText('Zoom lists only what was created since 2026-05-20. Set From to an earlier day.')
    .waitFor();
  const from = page.getByRole('group', { name: 'Filters' }).getByLabel('From');
  await from.fill('2025-06-01');
  const { data } = (await client.browse(ids.zoom, { from: '2025-06-01', limit: 25 })).body;
  await expect.poll(() => page.getByRole('rowheader').count()).toBe(data.length);
  await from.fill('2026-11-01');
  await page.getByText('Nothing is listed here.', { exact: true }).waitFor();
});

test('leads from the field for public URLs to collections, where YouTube videos go', async () => {
  const { page } = await openConsole();
  await page.getByText('A YouTube video goes into a collection.').getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'Collections' }).waitFor();
});

test('an address of no view says so, and the menu and the link to the document are in one line', async () => {
  const { page } = await openConsole({ link: '#/conectors' });
  await messageOf(page).getByText('The console has no view “conectors”').waitFor();
  await page.getByRole('heading', { level: 1, name: 'Connectors' }).waitFor();
  const left = (name: string) =>
    page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('link', { name })
      .evaluate((link) => link.getBoundingClientRect().left);
  expect(await left('API document')).toBeCloseTo(await left('Tour'), 0);
});

test('lists a bucket, and page after page', async () => {
  const { page, client } = await openConsole({ link: `#/connectors/${ids.s3}?prefix=` });
  const bucket = page.getByRole('group', { name: 'Filters' }).getByLabel('Bucket');
  await bucket.selectOption({ index: 1 });
  const second = await bucket.inputValue();
  const { body } = await client.browse(ids.s3, { bucket: second, limit: 25 });
  await expect.poll(() => page.getByRole('rowheader').count()).toBe(body.data.length);
  await page.goto(page.url().replace(/#.*/, `#/connectors/${ids.grain}`));
  await page.getByRole('link', { name: 'Next page' }).click();
  const grain = (await client.browse(ids.grain, { limit: 25 })).body;
  const next = (await client.browse(ids.grain, { limit: 25, page_token: String(grain.next_page_token) }))
    .body;
  await page.getByText(String(next.data[0]?.name)).waitFor();
  await page.getByRole('link', { name: 'First page' }).click();
  await page.getByText(String(grain.data[0]?.name)).waitFor();
});

test('error cases stand out in words, and their refusal is shown', async () => {
  const { page } = await openConsole({ link: `#/connectors/${ids.dropbox}` });
  await page.getByRole('link', { name: 'Error cases' }).click();
  const row = rowOf(page, 'Share link gated.mp4');
  await row.getByText('share-link-gated').waitFor();
  await rowOf(page, 'Processing fails.mp4').getByText('processing fails', { exact: true }).waitFor();
  await row.getByRole('button', { name: /Sync/ }).click();
  await messageOf(page)
    .getByText(/needs a login or a password/)
    .waitFor();
});

test('syncs any spelling of a URI, and any public URL', async () => {
  const { page, client } = await openConsole({ link: `#/connectors/${ids.dropbox}` });
  await page.getByLabel('Any URI or link of it').fill('dropbox://team/all hands.mp4');
  await page
    .getByRole('region', { name: 'Dropbox' })
    .getByRole('button', { name: 'Sync', exact: true })
    .click();
  await messageOf(page)
    .getByText(/A new file/)
    .waitFor();
  await page.getByLabel('A public URL').fill('https://example.com/talk.mp4');
  await page.getByLabel('A public URL').press('Enter');
  await expect
    .poll(async () => (await client.files()).body.data.map(({ filename }) => filename))
    .toEqual(['talk.mp4', 'All hands.mp4']);
  await page.getByLabel('A public URL').fill('grain://recording/abc123');
  await page.getByLabel('A public URL').press('Enter');
  await page
    .getByRole('alert')
    .getByText(/belongs to/)
    .waitFor();
});
