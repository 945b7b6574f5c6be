// Runs the test set-up that the README shows, with the package's name leading to its source.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default defineConfig({
  root,
  resolve: { alias: { 'cloudglue-mock': `${root}src/index.ts` } },
  test: { include: ['test/.snippets/*.check.mjs'] },
});
