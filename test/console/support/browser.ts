// The browser of the console's tests: Chromium from an npm package, so that a fresh machine needs nothing else.
import { type Browser, type BrowserServer, chromium } from 'playwright-core';

/** Where the package unpacks the system libraries that a bare machine lacks. It must be set before it is imported. */
const UNPACKS_LIBRARIES = 'nodejs22.x';

/** Each test has a context of its own; nothing is drawn by a graphics card. The page's own protection stays as it is. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];

async function options() {
  process.env.AWS_LAMBDA_JS_RUNTIME ??= UNPACKS_LIBRARIES;
  const { default: packed } = await import('@sparticuz/chromium');
  return { executablePath: await packed.executablePath(), args: ARGS, headless: true };
}

/** A browser that other processes can connect to. */
export const serveBrowser = async (): Promise<BrowserServer> => chromium.launchServer(await options());

/** A browser for this process alone. */
export const launchBrowser = async (): Promise<Browser> => chromium.launch(await options());
