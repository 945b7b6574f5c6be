// The contracts, which `npm run contracts` runs alone: the consumer tests write the pacts, these are compared with what
// is committed and with the document, and the mock is verified. `npm run contracts -- -u` takes new pacts over.
import { fileURLToPath } from 'node:url';
import type { TestProjectInlineConfiguration } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = `${root}node_modules/.cache/contracts`;

export const contracts: TestProjectInlineConfiguration = {
  root,
  test: {
    name: 'contracts',
    include: ['contracts/**/*.test.ts'],
    globalSetup: ['contracts/support/fresh-output.ts'],
    setupFiles: ['contracts/support/setup.ts'],
    // Set before the native library is loaded, which reads it from the process: hence forks, not threads.
    env: { PACT_DO_NOT_TRACK: 'true', PACT_OUTPUT: output, PACTS: `${output}/first` },
    pool: 'forks',
    // All consumer tests write to one pact, which tolerates one writer: one process, one file after the other.
    fileParallelism: false,
    isolate: false,
    testTimeout: 30_000,
  },
};
