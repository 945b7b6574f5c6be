// Takes pictures of every view, for people who change how the console looks, and the one that the README shows:
// `npx tsx test/console/take-screens.ts FOLDER [VIEW|SIZE|readme]...`, after `npm run build`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createMock } from '../../src/index.ts';
import { launchBrowser } from './support/browser.ts';
import { playScene } from './support/scene.ts';
import { views } from './support/views.ts';

const [out = 'screens', ...only] = process.argv.slice(2);

/** The picture of the README. */
const PICTURE = 'src/console/picture.png';

const SIZES = {
  '1280': { width: 1280, height: 800, large: false, theme: 'light' },
  '1920': { width: 1920, height: 1080, large: false, theme: 'dark' },
  large: { width: 1920, height: 1080, large: true, theme: 'light' },
  projector: { width: 1280, height: 720, large: true, theme: 'dark' },
  phone: { width: 390, height: 844, large: false, theme: 'light' },
} as const;

const mock = createMock({ lifecycle: 'manual' });
const { url } = await mock.listen();
const screens = views(await playScene(mock));

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
if (only.includes('readme')) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(`${url}/console${screens.moving?.link}`);
  await screens.moving?.before?.(page);
  await page.waitForTimeout(500);
  await page.screenshot({ path: PICTURE });
}
await browser.close();
await mock.close();
