// `npm run contracts`: the consumer tests write the pacts, then the pacts are compared with what is committed and
// with the document. `npm run contracts -- -u` takes the new pacts over into contracts/pacts.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = `${root}node_modules/.cache/contracts`;
// Pact adds to a file that exists: what is gone from the tests must not stay in it.
rmSync(output, { recursive: true, force: true });

/** By path, which puts `consumer/*` before `pacts.test.ts`. The `groupOrder` of projects does not hold here. */
class ByPath extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1));
  }
}

export default defineConfig({
  root,
  test: {
    include: ['contracts/**/*.test.ts'],
    setupFiles: ['contracts/support/no-keep-alive.ts'],
    // Set before the native library is loaded, which reads it from the process: hence forks, not threads.
    env: { PACT_DO_NOT_TRACK: 'true', PACT_OUTPUT: output, PACTS: `${output}/first` },
    pool: 'forks',
    // All consumer tests write to one pact, which tolerates one writer.
    fileParallelism: false,
    sequence: { sequencer: ByPath },
  },
});
