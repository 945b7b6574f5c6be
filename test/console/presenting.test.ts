// For a room, and for everyone in it: large type, light and dark, the keyboard alone, and no violation that axe finds.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { button, openConsole, openPage, serveConsole } from './support/console.ts';
import { playScene } from './support/scene.ts';
import { views } from './support/views.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/** What axe finds in the page as it is. */
async function violationsIn(page: Page): Promise<string[]> {
  // The page's own policy keeps scripts out, but not what a debugger evaluates.
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe
      .run()
      .then(({ violations }) => violations),
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

test.each([
  ['light', false, 1280],
  ['dark', false, 1280],
  ['light', true, 1280],
  ['dark', true, 1280],
  ['light', false, 390],
  ['dark', false, 390],
] as const)(
  'axe finds nothing in any view: %s, large type %s, %i wide',
  async (colorScheme, isLarge, width) => {
    const { url, mock } = await serveConsole();
    const scene = await playScene(mock);
    const viewport = { width, height: 800 };
    const page = await openPage(`${url}/console`, { colorScheme, reducedMotion: 'reduce', viewport });
    if (isLarge) await button(page, 'Large type').click();
    for (const [name, { link, before }] of Object.entries(views(scene))) {
      await page.goto(`${url}/console${link}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await before?.(page);
      expect([name, await violationsIn(page)]).toEqual([name, []]);
      await page.keyboard.press('Escape');
    }
  },
);

test('large type makes everything larger, and stays so', async () => {
  const { page } = await openConsole({ link: '#/files' });
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  const before = await size();
  await button(page, 'Large type').click();
  expect(await size()).toBeGreaterThan(before * 1.4);
  expect(await button(page, 'Large type').getAttribute('aria-pressed')).toBe('true');
  await page.reload();
  await button(page, 'Large type').waitFor();
  expect(await size()).toBeGreaterThan(before * 1.4);
});

test('is light or dark as the system is, unless it is told', async () => {
  const { page } = await openConsole({ context: { colorScheme: 'dark' } });
  const back = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await back();
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('light');
  const light = await back();
  expect(light).not.toBe(dark);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await back()).toBe(light);
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('auto');
  expect(await back()).toBe(dark);
});

test('a demo can be given with the keyboard alone', async () => {
  const { page, client } = await openConsole();
  const press = async (name: RegExp | string, role: 'link' | 'button' = 'link') => {
    const wanted = page.getByRole(role, { name }).first();
    await wanted.waitFor();
    for (let nth = 0; nth < 200; nth++) {
      await page.keyboard.press('Tab');
      if (await wanted.evaluate((element) => element === document.activeElement)) break;
    }
    expect(await wanted.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
  };
  await press('Skip to the content', 'button');
  await press(/^Dropbox/);
  await press('Team');
  await press('Sync All hands.mp4', 'button');
  await page.getByText(/A new file/).waitFor();
  await press('Show the file');
  await page.getByRole('heading', { name: 'All hands.mp4' }).waitFor();
  await press('Settle', 'button');
  await press('Errors');
  await press(/^provider-unavailable/);
  await press('Provoke', 'button');
  await page.getByText('It answered 502, as the case says.').waitFor();
  await press(/^Account/, 'button');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  expect((await client.files({ status: 'completed' })).body.total).toBe(1);
});

test('what is focused shows where it is, and a new view is where the keyboard goes on', async () => {
  const { page } = await openConsole();
  await page.getByRole('link', { name: 'Time', exact: true }).click();
  const heading = page.getByRole('heading', { level: 1, name: 'Time' });
  await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const outline = await page.evaluate(() => {
    const { boxShadow, outlineStyle } = getComputedStyle(document.activeElement ?? document.body);
    return boxShadow !== 'none' || outlineStyle !== 'none';
  });
  expect(outline).toBe(true);
});

test.each([
  ['a laptop', 1280, 720, false],
  ['a projector in large type', 1280, 720, true],
  ['a phone', 390, 844, false],
  ['a phone in large type', 390, 844, true],
  ['a small phone', 320, 568, false],
] as const)('nothing is cut off at the side: %s', async (_, width, height, isLarge) => {
  const { url, mock } = await serveConsole();
  const scene = await playScene(mock);
  const page = await openPage(`${url}/console`, { viewport: { width, height } });
  if (isLarge) await button(page, 'Large type').click();
  for (const [name, { link }] of Object.entries(views(scene))) {
    await page.goto(`${url}/console${link}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.querySelectorAll('[aria-busy="true"]').length))
      .toBe(0);
    // A long list scrolls up and down only, and no column is so narrow that its words are broken.
    const squeezed = await page.evaluate(() =>
      [
        ...[...document.querySelectorAll('.rows')].filter((list) => list.scrollWidth > list.clientWidth + 1),
        ...[...document.querySelectorAll<HTMLElement>('main a, main strong, main span')].filter((element) => {
          const { width, height } = element.getBoundingClientRect();
          const size = Number.parseFloat(getComputedStyle(element).fontSize);
          return element.innerText.length > 6 && width < 3 * size && height > 3 * size;
        }),
      ].map((element) => element.outerHTML.slice(0, 200)),
    );
    expect([name, squeezed]).toEqual([name, []]);
    const beyond = await page.evaluate(
      (edge) =>
        [...document.querySelectorAll('main button, main input, main select, header button, header select')]
          .filter((element) => element.closest('.rows, .wide, dialog:not([open])') === null)
          .filter((element) => element.getBoundingClientRect().width > 0)
          .filter((element) => element.getBoundingClientRect().right > edge + 1)
          .map((element) => element.outerHTML),
      width,
    );
    expect([name, beyond]).toEqual([name, []]);
  }
});
