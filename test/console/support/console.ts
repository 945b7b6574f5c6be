// A mock and its console in a browser, for one test.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect, inject, onTestFinished } from 'vitest';
import type * as Library from '../../../src/index.ts';
import { builtLibrary } from '../../support/process.ts';
import { createClient } from '../../support/setup.ts';

/** The library as it is built: it serves the page that was bundled with it. */
const { createMock } = (await import(/* @vite-ignore */ builtLibrary)) as typeof Library;

let connected: Promise<Browser> | undefined;
const browser = () => {
  connected ??= chromium.connect(inject('browser'));
  return connected;
};

/** What a browser writes about answers that a test wants to be errors. */
const EXPECTED = /Failed to load resource/;

export interface ConsoleOptions {
  mock?: Library.MockOptions;
  /** The hash of the address to open; default: the first view. */
  link?: string;
  context?: BrowserContextOptions;
  /** Called before the page is opened. */
  before?: (mock: Library.Mock) => unknown;
}

/** Serves a mock until the test ends; `client` has the account that the page starts with. */
export async function serveConsole(options: Library.MockOptions = {}, port = 0) {
  const mock = createMock({ lifecycle: 'manual', ...options });
  onTestFinished(() => mock.close());
  const listening = await mock.listen({ port });
  const as = (key: string) => createClient((path, init) => fetch(new URL(path, listening.url), init), key);
  return { mock, ...listening, as, client: as('cg-demo'), account: mock.account('cg-demo') };
}

/** Opens a page in a browser context of its own. What goes wrong in it fails the test. */
export async function openPage(address: string, context: BrowserContextOptions = {}): Promise<Page> {
  const own = await (await browser()).newContext({ viewport: { width: 1280, height: 800 }, ...context });
  const page = await own.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) problems.push(message.text());
  });
  onTestFinished(async () => {
    await own.close();
    expect(problems).toEqual([]);
  });
  page.setDefaultTimeout(30_000);
  await page.goto(address);
  return page;
}

/** A mock, and its console in a browser. */
export async function openConsole({ mock: options, link = '', context, before }: ConsoleOptions = {}) {
  const served = await serveConsole(options);
  await before?.(served.mock);
  const page = await openPage(`${served.url}/console${link}`, context);
  return { ...served, page };
}

/** The text of the message that tells what was done. */
export const messageOf = (page: Page) => page.locator('.messages');

/** A row of a table or a long list, by a text in it. */
export const rowOf = (page: Page, text: string | RegExp) => page.getByRole('row').filter({ hasText: text });

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
