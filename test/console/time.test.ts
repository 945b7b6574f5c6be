// Time: the account's clock is moved, started and stopped; and a snapshot leads back.
import { expect, test } from 'vitest';
import { ids } from '../support/setup.ts';
import { button, messageOf, openConsole, rowOf } from './support/console.ts';

const GRAIN = 'grain://recording/abc123';

test('moves the clock by a second, by eight, by any time, to the next event and to the end', async () => {
  const { page, client, account } = await openConsole({ link: '#/time' });
  const clock = page.getByRole('region', { name: 'Clock', exact: true });
  await clock.getByText('09:00:00').waitFor();
  await button(page, '+1 s: advance by 1 second').click();
  await clock.getByText('09:00:01').waitFor();
  await button(page, '+8 s: advance by 8 seconds').click();
  await clock.getByText('09:00:09').waitFor();
  await page.getByLabel(/Advance by \(/).fill('1.5m');
  await button(page, 'Advance').click();
  await clock.getByText('09:01:39').waitFor();
  await client.sync(ids.grain, GRAIN);
  const coming = page.getByRole('region', { name: 'Coming next' });
  await coming.getByText('in 2 seconds').waitFor();
  await button(page, 'Next event').click();
  await messageOf(page).getByText('2 seconds later.').waitFor();
  await clock.getByText('09:01:41').waitFor();
  await button(page, 'Settle').click();
  await clock.getByText('09:01:47').waitFor();
  await coming.getByText('Nothing is planned').waitFor();
  await button(page, 'Next event').click();
  await messageOf(page).getByText('Nothing is planned').waitFor();
  expect(new Date(account.clock.now()).toISOString()).toBe('2026-01-15T09:01:47.000Z');
});

test('plays and pauses the clock, whatever the lifecycle', async () => {
  const { page, account } = await openConsole({ link: '#/time' });
  await button(page, 'Play').click();
  await button(page, 'Pause').waitFor();
  const clock = page.getByRole('region', { name: 'Clock', exact: true });
  await clock.getByText('running').waitFor();
  await expect.poll(() => clock.getByText('09:00:00', { exact: true }).count()).toBe(0);
  await button(page, 'Pause').click();
  await clock.getByText('stopped').waitFor();
  expect(account.clock.runs()).toBe(false);
  expect(account.clock.now()).toBeGreaterThan(Date.parse('2026-01-15T09:00:00Z'));
});

test('shows a clock that a script moves', async () => {
  const { page, account } = await openConsole();
  await page.getByText('09:00:00').waitFor();
  account.clock.advance('1h');
  await page.getByText('10:00:00').waitFor();
});

test.each(['manual', 'timed'] as const)(
  'a snapshot leads back to before, with one click: files, rules and clock (%s)',
  async (lifecycle) => {
    const { page, client, account } = await openConsole({ link: '#/time', mock: { lifecycle } });
    await button(page, lifecycle === 'timed' ? 'Pause' : '+1 s: advance by 1 second').click();
    await client.sync(ids.grain, GRAIN);
    const before = account.clock.now();
    await button(page, 'Take a snapshot').click();
    await messageOf(page).getByText('Snapshot 1 is taken.').waitFor();
    await client.syncUrl('https://example.com/oops.mp4');
    account.faults.add({ error: 'server-error' });
    await button(page, 'Settle').click();
    await page.reload();
    await button(page, 'Restore Snapshot 1').click();
    await messageOf(page).getByText('Back at Snapshot 1.').waitFor();
    expect([account.clock.now(), account.faults.list()]).toEqual([before, []]);
    await page.getByRole('link', { name: 'Files', exact: true }).click();
    await rowOf(page, 'Nordhavn Foods').getByText('pending').waitFor();
    expect(await rowOf(page, 'oops.mp4').count()).toBe(0);
  },
);

test('sets the speed, and resets the account', async () => {
  const { page, client, account } = await openConsole({ link: '#/time' });
  await page.getByText('--lifecycle').waitFor();
  await page.getByLabel(/^Speed/).fill('10');
  await button(page, 'Set the speed').click();
  await messageOf(page)
    .getByText(/at this speed/)
    .waitFor();
  expect(account.settings.get().speed).toBe(10);
  await client.sync(ids.grain, GRAIN);
  await button(page, 'Reset the account').click();
  await messageOf(page).getByText('as it was at first').waitFor();
  expect((await client.files()).body.total).toBe(0);
  await page.getByText('Speed (now 1)').waitFor();
});

test('says why time cannot be moved', async () => {
  const { page } = await openConsole({ link: '#/time' });
  await page.getByLabel(/Advance by \(/).fill('yesterday');
  await page.getByLabel(/Advance by \(/).press('Enter');
  await page.getByRole('alert').getByText(/250ms/).waitFor();
});
