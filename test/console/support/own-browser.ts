// One browser for a whole run of the console's tests; each test has a context of its own in it.
import type { TestProject } from 'vitest/node';
import { serveBrowser } from './browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where tests reach the browser. */
    browser: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await serveBrowser();
  provide('browser', server.wsEndpoint());
  return () => server.close();
}
