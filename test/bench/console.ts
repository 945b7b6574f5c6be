// What the console weighs, how soon it shows something of use, how smoothly 1,000 files move, and 100,000 requests.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import type * as Library from '../../src/index.ts';
import { launchBrowser } from '../console/support/browser.ts';
import { machine, spread, table } from './report.ts';

const TIMES = 5;
const FILES = 1_000;
const REQUESTS = 100_000;
/** Milliseconds for which frames are counted, while files go from pending to completed. */
const WATCHED = 7_000;
const KEY = { authorization: 'Bearer cg-demo' };

const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;

function weigh(): string[][] {
  const folder = join('dist', 'console');
  const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const sum = (measure: (bytes: Buffer) => number) =>
    files.reduce((total, { bytes }) => total + measure(bytes), 0);
  const zipped = (bytes: Buffer) => gzipSync(bytes, { level: 9 }).length;
  return [
    ...files.map(({ name, bytes }) => [`\`${name}\`, gzipped`, kilobytes(zipped(bytes))]),
    ['all of it, gzipped', kilobytes(sum(zipped))],
    ['all of it, as it is in the package', kilobytes(sum(({ length }) => length))],
  ];
}

/** Milliseconds from the navigation until the connectors are there. */
async function firstUse(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/console`, { waitUntil: 'commit' });
  // Functions with names would not do: tsx marks them, with what the page does not have.
  const took = await page.evaluate(async () => {
    while (!document.querySelector('.cards a')) await new Promise(requestAnimationFrame);
    return performance.now();
  });
  await context.close();
  return took;
}

/** Frames in a second, and the longest pause between two, for a while. */
const countFrames = (page: Page, ms: number): Promise<{ perSecond: number; longest: number }> =>
  page.evaluate(async (length) => {
    const start = performance.now();
    let [last, frames, longest] = [start, 0, 0];
    while (last - start < length) {
      const now = await new Promise<number>(requestAnimationFrame);
      frames++;
      longest = Math.max(longest, now - last);
      last = now;
    }
    return { perSecond: (frames * 1_000) / (last - start), longest };
  }, ms);

async function watchFiles(browser: Browser, mock: Library.Mock, url: string) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(`${url}/console#/files`);
  await page.getByText('There are no files yet').waitFor();
  const idle = await countFrames(page, 2_000);
  for (let nth = 0; nth < FILES; nth++) {
    await mock.fetch('/v1/files/sync', {
      method: 'POST',
      headers: { ...KEY, 'content-type': 'application/json' },
      body: JSON.stringify({ url: `https://example.com/talk-${nth}.mp4` }),
    });
  }
  await page.getByText(`${FILES} files`).waitFor();
  const moving = await countFrames(page, WATCHED);
  await page.context().close();
  return { idle, moving };
}

/** Milliseconds until all requests are listed, and from a filter to what it chooses. */
async function listRequests(browser: Browser, mock: Library.Mock, url: string) {
  await mock.fetch('/v1/files/the-first', { headers: KEY });
  for (let nth = 1; nth < REQUESTS; nth++) await mock.fetch('/v1/tags', { headers: KEY });
  const page = await (await browser.newContext()).newPage();
  const start = performance.now();
  await page.goto(`${url}/console#/requests`);
  await page.getByRole('row').nth(5).waitFor();
  const first = performance.now() - start;
  await page.getByText(`${REQUESTS} requests`, { exact: true }).waitFor({ timeout: 120_000 });
  const all = performance.now() - start;
  const filtered = await page.evaluate(async (count) => {
    const field = document.querySelector<HTMLInputElement>('main input[type=search]');
    const from = performance.now();
    if (field) field.value = 'the-first';
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    while (!document.querySelector('.tools .count')?.textContent?.startsWith(`1 of ${count}`)) {
      await new Promise(requestAnimationFrame);
    }
    return performance.now() - from;
  }, REQUESTS);
  await page.context().close();
  return { first, all, filtered };
}

export async function measureConsole(): Promise<string> {
  const library = pathToFileURL(join(process.cwd(), 'dist', 'index.js')).href;
  const { createMock } = (await import(library)) as typeof Library;
  const browser = await launchBrowser();
  const mocks: Library.Mock[] = [];
  const serve = async (options: Library.MockOptions) => {
    const mock = createMock(options);
    mocks.push(mock);
    return { mock, url: (await mock.listen()).url };
  };
  try {
    const { url } = await serve({});
    // The first one finds cold caches, of the mock and of the browser.
    await firstUse(browser, url);
    const uses: number[] = [];
    for (let time = 0; time < TIMES; time++) uses.push(await firstUse(browser, url));
    const moved = await serve({ unknownUris: 'create', speed: 0.5 });
    const { idle, moving } = await watchFiles(browser, moved.mock, moved.url);
    const logged = await serve({ journal: REQUESTS + 1, journalBytes: 2 ** 30 });
    const { first, all, filtered } = await listRequests(browser, logged.mock, logged.url);
    const frames = ({ perSecond, longest }: typeof idle) =>
      `${perSecond.toFixed(0)} a second, ${longest.toFixed(0)} ms at the longest`;
    return `${machine().split(';')[0]}. The console of the built package, in headless Chromium without a graphics card.

${table(
  ['the console', 'takes'],
  [
    ...weigh(),
    [`from the navigation to the connectors, median of ${TIMES}`, `${spread(uses, 0)} ms`],
    ['frames while nothing happens', frames(idle)],
    [`frames while ${FILES} files move`, frames(moving)],
    [`of ${REQUESTS} requests, the first show after`, `${first.toFixed(0)} ms`],
    ['all of them are listed after', `${(all / 1_000).toFixed(1)} s`],
    ['a filter shows what it chooses after', `${filtered.toFixed(0)} ms`],
  ],
)}`;
  } finally {
    for (const mock of mocks) await mock.close();
    await browser.close();
  }
}
