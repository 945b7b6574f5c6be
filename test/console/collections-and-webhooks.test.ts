// Collections with their files, and webhooks with their deliveries.
import { expect, test } from 'vitest';
import { startReceiver } from '../support/receiver.ts';
import { button, openConsole, rowOf } from './support/console.ts';

test('makes a collection, adds a file, watches it there, and takes it out again', async () => {
  const { page, client } = await openConsole({ link: '#/collections' });
  await page.getByLabel('A new collection').fill('Customer calls');
  await button(page, 'Create').click();
  const detail = page.getByRole('region', { name: 'Collection' });
  await detail.getByRole('heading', { name: 'Customer calls' }).waitFor();
  await detail.getByLabel(/Add a file/).fill('grain://recording/abc123');
  await button(page, 'Add').click();
  await rowOf(page, 'Nordhavn Foods').getByText('pending').waitFor();
  await button(page, 'Settle').click();
  await rowOf(page, 'Nordhavn Foods').getByText('completed').waitFor();
  await rowOf(page, 'Nordhavn Foods')
    .getByRole('button', { name: /^Take out/ })
    .click();
  await detail.getByText('The collection has no files.').waitFor();
  await button(page, 'Delete the collection').click();
  await page.getByText('There are no collections yet.').waitFor();
  expect((await client.files()).body.total).toBe(1);
});

test('says why a collection or a file in it is refused', async () => {
  const { page, client } = await openConsole({ link: '#/collections' });
  await client.createCollection('Taken');
  await page.getByLabel('A new collection').fill('Taken');
  await page.getByLabel('A new collection').press('Enter');
  await page.getByRole('alert').getByText(/Taken/).waitFor();
});

test('makes a webhook, and shows what is delivered to it', async () => {
  const receiver = await startReceiver();
  const { page, client, mock } = await openConsole({ link: '#/webhooks' });
  await page.getByLabel('A new webhook').fill(receiver.url);
  await button(page, 'Create').click();
  await page.getByText('8 kinds of events').waitFor();
  await client.syncUrl('https://example.com/talk.mp4');
  await button(page, 'Settle').click();
  await mock.webhooks.idle();
  await rowOf(page, 'file.job.completed').getByText('delivered').waitFor();
  await rowOf(page, 'file.job.completed').getByRole('link').click();
  const detail = page.getByRole('region', { name: 'Delivery' });
  await detail.getByRole('listitem').getByText('200').waitFor();
  await detail.getByText('"file.job.completed"').waitFor();
  await detail.getByRole('link', { name: 'Show the file' }).click();
  await page.getByRole('heading', { name: 'talk.mp4' }).waitFor();
  await page.goBack();
  await button(page, `Delete the webhook of ${receiver.url}`).click();
  await page.getByText('There are no webhooks.').waitFor();
});
