// Bundles the program into a folder: what `npm run build` puts into `dist`, and what the tests start as a process.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../../', import.meta.url));

const { dependencies, peerDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/** The packages that a user installs, which are loaded when they are first needed; others are bundled. */
export const externalPackages = Object.keys({ ...dependencies, ...peerDependencies });

/**
 * The program in a few files: to find and read over 300 small modules takes half of a start.
 * @param dir the folder to write to, over what is there
 * @param modules modules that can be imported, by their path below `src` and without extension
 * @returns what was written
 */
export async function bundleProgram(dir: string, modules: readonly string[] = []) {
  const bundle = await rolldown({
    cwd: root,
    input: Object.fromEntries(
      ['index', 'cli/cli', 'pact', 'verify/pact-runner', ...modules].map((name) => [
        name.replace('cli/cli', 'cli'),
        `src/${name}.ts`,
      ]),
    ),
    external: externalPackages,
    platform: 'node',
    transform: { target: 'node20' },
  });
  const { output } = await bundle.write({ dir });
  await bundle.close();
  return output;
}
