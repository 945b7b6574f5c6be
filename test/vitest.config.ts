import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  // The README's snippets import the package by its name.
  resolve: { alias: { 'cloudglue-mock': `${root}src/index.ts` } },
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', `${root}test/support/closing-line.ts`],
    // Processes start slowly where all cores are busy with other tests.
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
