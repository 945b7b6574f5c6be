// Takes pictures of every view, for people who change how the console looks: `npx tsx test/console/take-screens.ts out`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createMock } from '../../src/index.ts';
import { launchBrowser } from './support/browser.ts';
import { playScene } from './support/scene.ts';

const [out = 'screens', ...only] = process.argv.slice(2);

interface Screen {
  link: string;
  /** What is done before the picture is taken. */
  before?: (page: Page) => Promise<unknown>;
}

const SIZES = {
  '1280': { width: 1280, height: 800, large: false, theme: 'light' },
  '1920': { width: 1920, height: 1080, large: false, theme: 'dark' },
  large: { width: 1920, height: 1080, large: true, theme: 'light' },
  phone: { width: 390, height: 844, large: false, theme: 'light' },
} as const;

const mock = createMock({ lifecycle: 'manual' });
const { url } = await mock.listen();
const { ids, collection } = await playScene(mock);
const provoke = (page: Page) => page.getByRole('button', { name: 'Provoke' }).click();
const screens: Record<string, Screen> = {
  connectors: { link: '#/connectors' },
  browse: {
    link:
      '#/connectors/4ef1830b-a6c5-47d2-8b97-e10d5c3f629a?in=' +
      encodeURIComponent('[{"name":"Error cases","place":{"path":"/Error cases"}}]'),
  },
  files: { link: '#/files' },
  file: { link: `#/files/${ids[0]}` },
  collections: { link: `#/collections/${collection}` },
  webhooks: { link: '#/webhooks' },
  time: { link: '#/time', before: (page) => page.getByRole('button', { name: 'Take a snapshot' }).click() },
  errors: { link: '#/errors' },
  error: { link: '#/errors/provider-rate-limited', before: provoke },
  requests: { link: '#/requests' },
  request: {
    link: '#/requests?status=4xx',
    before: (page) => page.getByRole('row').nth(2).getByRole('link').click(),
  },
  tour: {
    link: '#/tour/3',
    before: async (page) => {
      await page.getByRole('button', { name: 'Play this step' }).click();
      await page.getByRole('button', { name: 'Next step' }).waitFor();
    },
  },
  account: { link: '#/files', before: (page) => page.getByRole('button', { name: 'Account' }).click() },
};

const browser = await launchBrowser();
for (const [size, { width, height, large, theme }] of Object.entries(SIZES)) {
  const context = await browser.newContext({ viewport: { width, height } });
  await context.addInitScript(
    ([isLarge, colours]) => {
      localStorage.setItem('cloudglue-mock large type', JSON.stringify(isLarge));
      localStorage.setItem('cloudglue-mock theme', JSON.stringify(colours));
    },
    [large, theme] as const,
  );
  for (const [name, { link, before }] of Object.entries(screens)) {
    if (only.length > 0 && !only.includes(name) && !only.includes(size)) continue;
    const page = await context.newPage();
    page.on('console', (message) => console.log(name, message.text()));
    page.on('pageerror', (error) => console.log(name, error.message));
    await page.goto(`${url}/console${link}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(500);
    await before?.(page).catch((error) => console.log(name, size, String(error).slice(0, 200)));
    await page.waitForTimeout(400);
    mkdirSync(out, { recursive: true });
    await page.screenshot({ path: join(out, `${name}-${size}.png`) });
    await page.close();
  }
  await context.close();
}
await browser.close();
await mock.close();
