// The contracts, which `npm run contracts` runs alone: the consumer tests write the pacts, these are compared with what
// is committed and with the document, and the mock is verified. `npm run contracts -- -u` takes new pacts over.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProjectInlineConfiguration } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Of this run alone: another one may go on beside it. */
const output = join(tmpdir(), `cloudglue-mock-contracts-${process.pid}`);

/** Where the bundled command is during this run; see `test/support/built-program.ts`. */
export const builtPackage = join(tmpdir(), `cloudglue-mock-built-${process.pid}`);

export const contracts: TestProjectInlineConfiguration = {
  root,
  test: {
    name: 'contracts',
    include: ['contracts/**/*.test.ts'],
    globalSetup: ['contracts/support/own-output.ts'],
    setupFiles: ['contracts/support/setup.ts'],
    // Set before the native library is loaded, which reads it from the process: hence forks, not threads.
    env: {
      PACT_DO_NOT_TRACK: 'true',
      PACT_OUTPUT: output,
      PACTS: `${output}/first`,
      BUILT_PACKAGE: builtPackage,
    },
    pool: 'forks',
    // For the process that Pact's verifier gets, which is started from its TypeScript.
    execArgv: ['--import', 'tsx'],
    // All consumer tests write to one pact, which tolerates one writer: one process, one file after the other.
    fileParallelism: false,
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
};
