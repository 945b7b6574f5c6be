// The tests of the mock, the contracts and the package, in one run with one closing line.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { builtPackage, contracts } from '../contracts/vitest.project.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The contracts by path, which puts the consumer tests before what looks at the pacts that they write. */
class ContractsByPath extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isContract = ({ project }: TestSpecification) => project.name === 'contracts';
    const contracts = files.filter(isContract).toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1));
    return [...contracts, ...(await super.sort(files.filter((file) => !isContract(file))))];
  }
}

/** Ends a test that waits for what never comes. No claim is about it: a busy machine may take its time. */
const PATIENCE = { testTimeout: 120_000, hookTimeout: 300_000, expect: { poll: { timeout: 60_000 } } };

/** What takes long; only `npm run test:all` runs them. */
const SLOW = [
  'test/package.test.ts',
  'test/extension.test.ts',
  'test/soak.test.ts',
  'test/check-load.test.ts',
  'test/shared-store.test.ts',
  'test/shared-store-turns.test.ts',
  'test/shared-store-access.test.ts',
  'test/shared-store-mistakes.test.ts',
  'test/shared-store-crash.test.ts',
  'test/load-balancer.test.ts',
];

/** The tests of the console, in a browser. */
const CONSOLE = 'test/console/*.test.ts';

export default defineConfig({
  root,
  test: {
    // `npm test` has its own, which checks format, lint and types as well.
    reporters: ['default', `${root}test/support/closing-line.ts`],
    sequence: { sequencer: ContractsByPath },
    globalSetup: ['test/support/built-program.ts'],
    env: { BUILT_PACKAGE: builtPackage },
    projects: [
      contracts,
      {
        root,
        // The README's snippets import the package by its name.
        resolve: { alias: { 'cloudglue-mock': `${root}src/index.ts` } },
        test: {
          name: 'mock',
          // After the contracts, whose processes would otherwise wait for cores; then on all of them.
          sequence: { groupOrder: 1 },
          maxWorkers: '100%',
          // Files share a process: to load the program for each takes longer than most tests of it.
          isolate: false,
          restoreMocks: true,
          include: ['test/**/*.test.ts'],
          exclude: [...SLOW, CONSOLE],
          env: { BUILT_PACKAGE: builtPackage },
          server: { deps: { external: [/cloudglue-mock-built/] } },
          ...PATIENCE,
        },
      },
      {
        root,
        test: {
          name: 'console',
          // After the tests of the mock: a browser takes a core and more.
          sequence: { groupOrder: 2 },
          globalSetup: ['test/console/support/own-browser.ts'],
          maxWorkers: 2,
          isolate: false,
          include: [CONSOLE],
          env: { BUILT_PACKAGE: builtPackage },
          server: { deps: { external: [/cloudglue-mock-built/] } },
          ...PATIENCE,
        },
      },
      {
        root,
        test: {
          name: 'slow',
          // Alone, for they build `dist` anew or check types of their own.
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          include: SLOW,
          env: { BUILT_PACKAGE: builtPackage },
          ...PATIENCE,
        },
      },
    ],
  },
});
