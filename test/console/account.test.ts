// Which account the page shows: that of a key, or of one that the mock has seen; and the token of the control plane.
import { expect, test } from 'vitest';
import { ids } from '../support/setup.ts';
import { button, openConsole, openPage, rowOf, serveConsole } from './support/console.ts';

const GRAIN = 'grain://recording/abc123';

test('starts with the key of all examples, and opens the account of any other', async () => {
  const { page, as } = await openConsole({ link: '#/files' });
  await as('cg-team').sync(ids.grain, GRAIN);
  await page.getByText('There are no files yet').waitFor();
  await page.getByRole('button', { name: 'Account: cg-demo' }).click();
  await page.getByLabel('API key').fill('cg-team');
  await button(page, 'Open the account of this key').click();
  await rowOf(page, 'Nordhavn Foods').waitFor();
  await page.getByRole('button', { name: 'Account: cg-team' }).waitFor();
  await page.reload();
  await rowOf(page, 'Nordhavn Foods').waitFor();
});

test('offers the accounts of clients by their ids, without their keys', async () => {
  const { page, as } = await openConsole({ link: '#/files' });
  await as('a-secret-key').sync(ids.grain, GRAIN);
  await page.getByRole('button', { name: 'Account: cg-demo' }).click();
  const dialog = page.getByRole('dialog', { name: 'Account' });
  await dialog.getByRole('button', { name: /1 file$/ }).click();
  await rowOf(page, 'Nordhavn Foods').waitFor();
  expect(await page.content()).not.toContain('a-secret-key');
  await page.getByRole('button', { name: /Account: account / }).click();
  await dialog.getByRole('button', { name: /cg-demo/ }).click();
  await page.getByText('There are no files yet').waitFor();
});

test.each([
  ['   ', /Enter a key/],
  ['ключ', /letters, digits and signs of ASCII/],
  ['two words', /no blanks/],
])('a key that cannot be sent is refused with what is wrong: %j', async (key, told) => {
  const { page } = await openConsole();
  await page.getByRole('button', { name: 'Account: cg-demo' }).click();
  await page.getByLabel('API key').fill(key);
  await page.getByLabel('API key').press('Enter');
  await page.getByRole('dialog').getByText(told).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Account: cg-demo' }).waitFor();
});

test('says that the mock has forgotten an account, and shows it again as soon as its client is back', async () => {
  const { page, as, mock } = await openConsole({ link: '#/files' });
  await as('cg-client').sync(ids.grain, GRAIN);
  await page.getByRole('button', { name: 'Account: cg-demo' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /1 file$/ })
    .click();
  await rowOf(page, 'Nordhavn Foods').waitFor();
  mock.reset();
  await page.reload();
  await page.getByRole('alert').getByText('has forgotten this account').waitFor();
  await as('cg-client').syncUrl('https://example.com/talk.mp4');
  await rowOf(page, 'talk.mp4').waitFor();
  await expect.poll(() => page.getByRole('alert').count()).toBe(0);
});

test('asks for the token of the control plane once, and keeps it in the tab', async () => {
  const { url, client } = await serveConsole({ adminToken: 'open sesame' });
  await client.sync(ids.grain, GRAIN);
  const page = await openPage(`${url}/console#/files`);
  const field = page.getByLabel(/started with --admin-token/);
  await field.fill('wrong');
  await field.press('Enter');
  await page.getByLabel(/not the token/).fill('open sesame');
  await page.getByLabel(/not the token/).press('Enter');
  await rowOf(page, 'Nordhavn Foods').waitFor();
  await page.reload();
  await rowOf(page, 'Nordhavn Foods').waitFor();
  // It is nowhere but in this tab, and never in an address.
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('sesame');
  const other = await openPage(`${url}/console#/files`);
  await other.getByLabel(/started with --admin-token/).waitFor();
});

test('no key and no token is ever in an address', async () => {
  const { url } = await serveConsole({ adminToken: 'open sesame' });
  const page = await openPage('about:blank');
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.goto(`${url}/console`);
  await page.getByLabel(/started with --admin-token/).fill('open sesame');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /Dropbox/ }).click();
  await page.getByRole('link', { name: 'Team' }).waitFor();
  expect(addresses.length).toBeGreaterThan(8);
  expect(addresses.filter((address) => /cg-demo|sesame/.test(address))).toEqual([]);
});
