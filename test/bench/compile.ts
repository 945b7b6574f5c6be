// Processes of a benchmark as plain JavaScript: a loader that compiles them would count as their memory.
import { copyFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

let compiled: Promise<string> | undefined;

/** The path of a compiled file of this folder. */
export async function compile(file: string): Promise<string> {
  compiled ??= compileAll();
  return join(await compiled, file.replace(/\.ts$/, '.js'));
}

/** Compiles the processes into a package beside this one, which has the same build and dependencies. */
async function compileAll(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  copyFileSync('package.json', join(folder, 'package.json'));
  for (const name of ['node_modules', 'dist']) symlinkSync(resolve(name), join(folder, name), 'junction');
  await build({
    input: ['server', 'generator', 'weigh'].map((name) =>
      fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
    ),
    external: /^[^./]/,
    platform: 'node',
    output: { dir: folder, format: 'esm' },
  });
  return folder;
}
