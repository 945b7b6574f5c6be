// Bad input, and who may look: hostile names, pages of other origins, a mock that goes away, slow lines, two pages.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { ids } from '../support/setup.ts';
import { button, openConsole, openPage, rowOf, serveConsole } from './support/console.ts';

const GRAIN = 'grain://recording/abc123';

/** Names that do harm where text is taken for more than text. */
const NAMES = {
  markup: '<img src=x onerror="document.title=1"><script>document.title=2</script>',
  direction: 'invoice\u202efdp.4pm\u202c עברית',
  controls: 'a\u0000b\u001b[31mred\u0007\u200b.mp4',
  'lone surrogate': 'half \ud83d of a pair',
  long: `long ${'n'.repeat(10_000)}`,
  lines: 'one\ntwo\r\nthree\ttabs',
  template: '{{constructor.constructor("alert(1)")()}}',
};

test.each(Object.entries(NAMES))('a name shows as text, and breaks nothing: %s', async (_, title) => {
  const { page, client, account } = await openConsole({
    before: (mock) => mock.account('cg-demo').connectors.put(ids.grain, { id: 'odd', title }),
    link: `#/connectors/${ids.grain}?title_search=${encodeURIComponent(title.slice(0, 4))}`,
  });
  const start = title.slice(0, 3).replace('\u0000', '␀');
  await page.getByRole('rowheader').filter({ hasText: start }).first().waitFor();
  const { id } = (await client.sync(ids.grain, 'grain://recording/odd')).body;
  await client.createCollection(title.slice(0, 200));
  account.faults.add({
    match: { uri: `*${title.slice(0, 100).toWellFormed().replaceAll('\\', '')}*` },
    error: 'provider-unavailable',
  });
  for (const view of [`files/${id}`, 'files', 'collections', 'errors', 'requests', 'time', 'connectors']) {
    await page.goto(page.url().replace(/#.*/, `#/${view}`));
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (/files|collections/.test(view))
      await page.locator('bdi').filter({ hasText: start }).first().waitFor();
    await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0)).toBeLessThanOrEqual(1280);
    expect(await page.title()).toMatch(/console$/);
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    // What is invisible, or turns the text around, shows as a sign of its own.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for.
    expect(await page.locator('main').innerText()).not.toMatch(/[\u0000-\u0008\u001b\u202a-\u202e\u200b]/);
  }
});

test('nothing is loaded from elsewhere, and no script can get into the page', async () => {
  const { page, url, client } = await openConsole();
  await client.sync(ids.grain, GRAIN);
  const { headers } = await fetch(`${url}/console`);
  const policy = String(headers.get('content-security-policy'));
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  for (const view of ['connectors', 'files', 'time', 'errors', 'requests', 'tour']) {
    await page.goto(`${url}/console?again=${view}#/${view}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
  expect([...hosts]).toEqual([new URL(url).host]);
  // The browser writes the refusal into its console.
  page.removeAllListeners('console');
  const refused = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<img src=x onerror=alert(1)>';
      return false;
    } catch {
      return true;
    }
  });
  expect(refused).toBe(true);
});

test('a page of another origin can neither read nor drive what the console uses, nor frame it', async () => {
  const { url, account } = await serveConsole();
  const foreign = createServer((_, response) => response.end('<!doctype html><title>foreign</title>'));
  foreign.listen(0, '127.0.0.1');
  onTestFinished(() => void foreign.close());
  await new Promise((resolve) => foreign.once('listening', resolve));
  const { port } = foreign.address() as AddressInfo;
  const page = await openPage(`http://127.0.0.1:${port}/`);
  // The browser writes each refusal into its console.
  page.removeAllListeners('console');
  const tries: [string, RequestInit?][] = [
    ['/__admin/accounts', { headers: { authorization: 'Bearer cg-demo' } }],
    [
      '/__admin/clock/advance',
      { method: 'POST', body: '{"by":"1h"}', headers: { authorization: 'Bearer cg-demo' } },
    ],
    ['/__admin/clock/next', { method: 'POST', mode: 'no-cors' }],
    ['/__admin/events', { headers: { authorization: 'Bearer cg-demo' } }],
    ['/__admin/errors'],
  ];
  for (const [path, init] of tries) {
    const read = await page.evaluate(
      async ([address, options]) =>
        fetch(address, options).then(
          async (response) => (response.type === 'opaque' ? '' : await response.text()),
          () => '',
        ),
      [`${url}${path}`, init ?? {}] as const,
    );
    expect([path, read]).toEqual([path, '']);
  }
  expect(new Date(account.clock.now()).toISOString()).toBe('2026-01-15T09:00:00.000Z');
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
  }, `${url}/console`);
  const frame = page.frames()[1];
  await frame?.waitForLoadState().catch(() => {});
  expect(await frame?.getByRole('heading').count()).toBe(0);
});

test('says that the mock is gone, and comes back by itself with what has changed', async () => {
  const { page, mock, port, client } = await openConsole({ link: '#/files' });
  await client.sync(ids.grain, GRAIN);
  await rowOf(page, 'Nordhavn Foods').waitFor();
  await mock.close();
  await page.getByRole('alert').getByText('The mock is gone.').waitFor();
  // What was shown can still be read.
  expect(await rowOf(page, 'Nordhavn Foods').count()).toBe(1);
  const again = await serveConsole({}, port);
  await again.client.syncUrl('https://example.com/after.mp4');
  await rowOf(page, 'after.mp4').waitFor();
  expect(await rowOf(page, 'Nordhavn Foods').count()).toBe(0);
  await expect.poll(() => page.getByRole('alert').count()).toBe(0);
});

test('says so where the control plane is closed', async () => {
  const { mock } = await serveConsole();
  const { url } = await mock.listen({ host: '0.0.0.0' });
  const page = await openPage(`${url.replace('0.0.0.0', '127.0.0.1')}/console`);
  await page
    .getByRole('alert')
    .getByText(/start it with --admin-token/)
    .waitFor();
});

test('a slow line does no harm: what is asked meanwhile is not asked twice, and late answers are dropped', async () => {
  const { page, client } = await openConsole({ link: '#/files' });
  await client.sync(ids.grain, GRAIN);
  await rowOf(page, 'Nordhavn Foods').waitFor();
  let open = 0;
  let most = 0;
  await page.route(/\/v1\/files\?/, async (route) => {
    most = Math.max(most, ++open);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    open--;
    await route.continue();
  });
  for (let nth = 0; nth < 6; nth++) await button(page, '+1 s: advance by 1 second').click();
  await page.getByRole('searchbox', { name: 'Name' }).fill('nothing like it');
  await page.keyboard.press('Enter');
  await page.getByText('No file fits the filters.').waitFor();
  expect(most).toBeLessThanOrEqual(2);
  expect(await rowOf(page, 'Nordhavn Foods').count()).toBe(0);
});

test('two pages show the same, and a page out of sight keeps no line open', async () => {
  const { page, url, client } = await openConsole({ link: '#/files' });
  const other = await openPage(`${url}/console#/files`);
  await client.sync(ids.grain, GRAIN);
  await rowOf(page, 'Nordhavn Foods').waitFor();
  await rowOf(other, 'Nordhavn Foods').waitFor();
  await button(other, 'Settle').click();
  await rowOf(page, 'Nordhavn Foods').getByText('completed').waitFor();
  // As a browser does it with a tab that is not looked at.
  const streams: string[] = [];
  other.on('requestfailed', (request) => streams.push(request.url()));
  await other.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(() => streams.some((address) => address.includes('/__admin/events'))).toBe(true);
  await client.syncUrl('https://example.com/meanwhile.mp4');
  await rowOf(page, 'meanwhile.mp4').waitFor();
  expect(await rowOf(other, 'meanwhile.mp4').count()).toBe(0);
  await other.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: false });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await rowOf(other, 'meanwhile.mp4').waitFor();
});

test.each([
  '#/nowhere',
  '#/files/%E0%A4%A',
  '#/connectors/x?in=[{"name":1}]',
  '#/requests/abc',
  '#/tour/99',
  '#%00',
])('an address that makes no sense opens something that does: %s', async (link) => {
  const { page } = await openConsole({ link });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Time', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Time' }).waitFor();
});
