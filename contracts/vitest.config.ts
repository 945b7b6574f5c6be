// `npm run contracts`: the consumer tests write the pacts, then the pacts are compared with what is committed and
// with the document. `npm run contracts -- -u` takes the new pacts over into contracts/pacts.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = `${root}node_modules/.cache/contracts`;
// Pact adds to a file that exists: what is gone from the tests must not stay in it.
rmSync(output, { recursive: true, force: true });

const shared = {
  root,
  // Set before the native library is loaded, which reads it from the process: hence forks, not threads.
  env: { PACT_DO_NOT_TRACK: 'true', PACT_OUTPUT: output },
  pool: 'forks' as const,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'consumer',
          include: ['contracts/consumer/*.pact.test.ts'],
          // The files write to one pact, which tolerates no other writer.
          fileParallelism: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: { ...shared, name: 'pacts', include: ['contracts/*.test.ts'], sequence: { groupOrder: 1 } },
      },
    ],
  },
});
