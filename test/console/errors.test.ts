// Errors: every case is provoked for real, copied as code, or armed for the client under test.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { codeOf } from '../../src/console/client/sdk-code.ts';
import { errorNames } from '../../src/errors/catalogue.ts';
import type { AdminSchemas } from '../../src/openapi/admin.ts';
import { button, messageOf, openConsole, serveConsole } from './support/console.ts';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

test('a link opens a case; "provoke" makes the request, and shows it beside the answer', async () => {
  const { page, account } = await openConsole({ link: '#/errors/provider-rate-limited' });
  await page.getByRole('heading', { name: 'provider-rate-limited' }).waitFor();
  await button(page, 'Provoke').click();
  await page.getByText('It answered 429, as the case says.').waitFor();
  const answer = page.getByRole('region', { name: 'Answer' });
  await answer.getByText('429 Too Many Requests').waitFor();
  await answer.getByText(/Wait as long as the/).waitFor();
  const [request] = account.requests.list();
  expect(request).toMatchObject({ operation: 'syncDataConnectorFile', error_case: 'provider-rate-limited' });
  await page.getByRole('region', { name: 'Request' }).getByText(String(request?.uri)).waitFor();
});

test('every case is a card, grouped by status, and can be found by a word', async () => {
  const { page } = await openConsole({ link: '#/errors' });
  await page.getByRole('heading', { name: '400 Bad Request' }).waitFor();
  await expect.poll(() => page.locator('.cards a').count()).toBe(errorNames.length);
  await page.getByLabel('Search the cases').fill('gated');
  await expect.poll(() => page.locator('.cards a').count()).toBe(1);
  await page.getByRole('link', { name: /share-link-gated/ }).click();
  await page.getByRole('heading', { name: 'share-link-gated' }).waitFor();
  await page.getByText('spec, from the published document').waitFor();
});

test('every way leads to the same error', async () => {
  const { page } = await openConsole({ link: '#/errors/revoked-api-key' });
  const way = page.getByLabel('How to get it');
  for (const value of ['token', 'prefer', 'rule']) {
    await way.selectOption(value);
    await button(page, 'Provoke').click();
    await page.getByText('It answered 401, as the case says.').waitFor();
  }
  await page.goto(page.url().replace(/#.*/, '#/errors/no-such-case'));
  await page.getByText('The mock has no error case with this name.').waitFor();
});

test('a case of several requests says what came first', async () => {
  const { page } = await openConsole({ link: '#/errors/collection-name-taken' });
  await button(page, 'Provoke').click();
  await page.getByText(/POST \/v1\/collections came first, with 200/).waitFor();
});

test('copies a case as curl, and as code that a client can run', async () => {
  const { page } = await openConsole({ link: '#/errors/provider-rate-limited', context: CLIPBOARD });
  await button(page, 'Copy as curl').click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const { stdout } = await promisify(execFile)('bash', ['-c', await copied(page)]);
  expect(JSON.parse(stdout).error).toContain('limits the rate');
  await button(page, 'Copy as SDK code').click();
  expect(await copied(page)).toMatch(
    /^import { Cloudglue } from '@cloudglue\/cloudglue-js';\n\nconst client = new Cloudglue\({"apiKey":"cg-demo","baseUrl":"http:\/\/127.0.0.1:\d+\/v1"}\);\nconsole\.log\(await client\.dataConnectors\.syncFile\("[\w-]+", ".+:\/\/.+"\)\);\n$/,
  );
  await page.goto(page.url().replace(/#.*/, '#/errors/malformed-json'));
  await button(page, 'Copy as fetch code').click();
  await expect.poll(() => copied(page)).toContain('await fetch(');
  const run = `const run = async () => { ${await copied(page)} }; run();`;
  const { stdout: printed } = await promisify(execFile)(process.execPath, ['-e', run]);
  expect(printed).toContain('not valid JSON');
});

test('the code of every case that is not of the SDK runs without it, and gets the error', async () => {
  const { url, mock } = await serveConsole();
  const { data } = (await (
    await fetch(`${url}/__admin/errors`, { headers: { authorization: 'Bearer cg-demo' } })
  ).json()) as AdminSchemas['ErrorCaseList'];
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor;
  let ran = 0;
  for (const { name, commands } of data) {
    for (const { way, requests } of commands.filter(({ start }) => start === null)) {
      const code = codeOf(
        url,
        requests.map(({ key = 'cg-demo', ...request }) => ({ ...request, key })),
      );
      if (code.isSdk) continue;
      const answered: (string | null)[] = [];
      const stop = mock.onRequest(({ error_case }) => answered.push(error_case));
      mock.account('cg-demo').reset();
      await new AsyncFunction('console', code.text)({ log() {} });
      stop();
      expect([name, way, answered.at(-1)]).toEqual([name, way, name]);
      ran++;
    }
  }
  expect(ran).toBeGreaterThan(50);
});

test('arms a case for the next request of a client, for the next few, or always', async () => {
  const { page, client } = await openConsole({ link: '#/errors/server-error' });
  const statuses = async (count: number) => {
    const seen: number[] = [];
    for (let nth = 0; nth < count; nth++) seen.push((await client.files()).status);
    return seen;
  };
  const arm = page.getByRole('form', { name: 'Arm it for your client' });
  const armed = page.getByRole('region', { name: 'Armed rules' });
  await arm.getByLabel('At', { exact: false }).selectOption('listFiles');
  await button(page, 'Arm').click();
  await armed.getByText('at listFiles, once').waitFor();
  expect(await statuses(2)).toEqual([500, 200]);
  await armed.getByText('fired 1 time, used up').waitFor();
  await button(page, 'Remove the rule server-error').click();
  await expect.poll(() => armed.count()).toBe(0);
  await arm.getByLabel('How many requests').fill('2');
  await button(page, 'Arm').click();
  await armed.getByText('at listFiles, 2 times').waitFor();
  expect(await statuses(3)).toEqual([500, 500, 200]);
  await armed.getByText('fired 2 times, used up').waitFor();
  await arm.getByLabel('always').check();
  await button(page, 'Arm').click();
  await armed.getByText('at listFiles, always').waitFor();
  expect(await statuses(3)).toEqual([500, 500, 500]);
  await armed.getByText('fired 3 times').waitFor();
  await button(page, 'Remove all rules').click();
  await expect.poll(() => armed.count()).toBe(0);
  expect(await statuses(1)).toEqual([200]);
});

test('what the page itself reads uses up no rule', async () => {
  const { page, account } = await openConsole({ link: '#/errors/server-error' });
  await page.getByRole('combobox', { name: 'At' }).selectOption('listFiles');
  await button(page, 'Arm').click();
  await messageOf(page).getByText('server-error is armed at listFiles.').waitFor();
  await page.getByRole('link', { name: 'Files', exact: true }).click();
  await page.getByText('There are no files yet').waitFor();
  expect(account.faults.list()).toMatchObject([{ calls: 0, fired: 0 }]);
});

test('shows the rules that a script has added, whatever they do', async () => {
  const { page, account } = await openConsole({ link: '#/errors' });
  account.faults.add({ match: { operation: 'listFiles', nth: 3 }, network: 'connection-reset' });
  account.faults.add({ match: { uri: '<b>*</b>' }, rate_limit: { requests: 2, window: '1m' }, times: 5 });
  const armed = page.getByRole('region', { name: 'Armed rules' });
  await armed.getByText('connection-reset at listFiles, nth 3, always').waitFor();
  await armed.getByText('a rate limit of 2 in 1m at every operation, uri "<b>*</b>", 5 times').waitFor();
});

test('breaks no name of an operation in the middle of a word on a narrow screen', async () => {
  const { page } = await openConsole({
    link: '#/errors/youtube-url',
    context: { viewport: { width: 420, height: 800 } },
  });
  const name = 'getDataConnectorSourceMetadata';
  const places = page.getByRole('definition').getByText(name);
  await places.waitFor();
  const lines = await places.evaluate((element, wanted) => {
    const text = element.firstChild as Node;
    const range = document.createRange();
    const start = String(text.textContent).indexOf(wanted);
    range.setStart(text, start);
    range.setEnd(text, start + wanted.length);
    return range.getClientRects().length;
  }, name);
  expect(lines).toBe(1);
});
