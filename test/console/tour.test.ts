// The tour: the steps that `demo` plays in a terminal, one at a time in the page.
import { expect, test } from 'vitest';
import { steps } from '../../src/tour/steps.ts';
import { button, openConsole, rowOf } from './support/console.ts';

test.each(['manual', 'timed'] as const)(
  'every step makes real requests, and proves its claim (%s)',
  async (lifecycle) => {
    const { page, mock, account } = await openConsole({ link: '#/tour', mock: { lifecycle } });
    const key = String(await page.getByText(/^cg-tour-/).textContent());
    for (const [at, { title, why }] of steps.entries()) {
      const stage = page.getByRole('region', { name: title });
      await stage.getByText(why).waitFor();
      await button(page, 'Play this step').click();
      await stage.getByRole('status').waitFor();
      expect(new URL(page.url()).hash).toMatch(at === 0 ? /^#\/tour$/ : new RegExp(`^#/tour/${at + 1}$`));
      if (at < steps.length - 1) await button(page, 'Next step').click();
    }
    await page.getByText(`All ${steps.length} steps succeeded.`).waitFor();
    // The account that is shown is not touched.
    expect(account.requests.count()).toBe(0);
    const { requests } = mock.account(key);
    expect(requests.list().map(({ operation, response }) => `${operation} ${response.status}`)).toEqual([
      'listDataConnectors 200',
      'listDataConnectorFiles 200',
      'syncDataConnectorFile 200',
      'syncDataConnectorFile 200',
      'syncDataConnectorFile 200',
      'listFiles 200',
      'getFile 200',
      'getFile 200',
      'getFile 200',
      'listDataConnectorFiles 200',
      'syncDataConnectorFile 429',
      'syncDataConnectorFile 429',
      'syncDataConnectorFile 200',
      'listDataConnectorFiles 200',
      'syncDataConnectorFile 403',
      'syncDataConnectorFile 200',
      'getFile 200',
    ]);
  },
);

test('a link opens a step, and playing it plays those before it first', async () => {
  const { page } = await openConsole({ link: '#/tour/4' });
  await button(page, 'Play this step').click();
  const stage = page.getByRole('region', { name: steps[3]?.title ?? '' });
  await stage.getByText('2 seconds later').waitFor();
  await stage.getByText('"completed"').first().waitFor();
  await expect.poll(() => page.locator('.steps [data-done="true"]').count()).toBe(4);
  await button(page, 'Start over').click();
  await expect.poll(() => page.locator('.steps [data-done="true"]').count()).toBe(0);
  await page.getByRole('heading', { name: steps[0]?.title ?? '' }).waitFor();
});

test('leads to the account that it plays on', async () => {
  const { page } = await openConsole({ link: '#/tour/2' });
  await button(page, 'Play this step').click();
  await button(page, 'Next step').waitFor();
  await button(page, 'Show that account in the console').click();
  await page.getByRole('link', { name: 'Files', exact: true }).click();
  await rowOf(page, 'All hands.mp4').getByText('pending').waitFor();
});

test('ends at a step whose answer is not as expected, and says what was', async () => {
  const { page, mock } = await openConsole({ link: '#/tour/2' });
  const key = String(await page.getByText(/^cg-tour-/).textContent());
  await button(page, 'Play this step').click();
  await button(page, 'Next step').click();
  mock.account(key).faults.add({ match: { operation: 'listFiles' }, error: 'server-error' });
  await button(page, 'Play this step').click();
  await page
    .getByRole('alert')
    .getByText(/the status of GET \/v1\/files/)
    .waitFor();
  mock.account(key).faults.clear();
  await button(page, 'Play this step').click();
  await page.getByText('Three spellings, one file').waitFor();
});

test('says which mock it needs where files do not move with the clock', async () => {
  const { page } = await openConsole({ link: '#/tour', mock: { lifecycle: 'instant' } });
  await button(page, 'Play this step').click();
  await page
    .getByRole('alert')
    .getByText(/start the mock without --lifecycle/)
    .waitFor();
});
