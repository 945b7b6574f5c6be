// Bundles the program once for a test run: as a process it starts in a sixth of the time that its source takes.
import { copyFileSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundleConsole } from '../../src/scripts/bundle-console.ts';
import { bundleProgram } from '../../src/scripts/program.ts';

/** A package of its own in a temporary folder, so that no other run and no server that runs from `dist` is disturbed. */
export default async function setup({ config }: TestProject): Promise<() => void> {
  const folder = String(config.env.BUILT_PACKAGE);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  remove();
  mkdirSync(folder, { recursive: true });
  copyFileSync('package.json', join(folder, 'package.json'));
  for (const name of ['node_modules', 'openapi']) symlinkSync(resolve(name), join(folder, name), 'junction');
  await bundleProgram(join(folder, 'dist'), {
    verify: 'src/verify/verify.ts',
    failure: 'src/cli/failure.ts',
    disk: 'test/support/disk.ts',
    'changes-by-code': 'test/support/changes-by-code.ts',
  });
  await bundleConsole(join(folder, 'dist', 'console'));
  return remove;
}
