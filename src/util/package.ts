// This package on the disk, found from wherever this module runs: its source, or a bundle in `dist`.
import { existsSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';

const isSource = extname(import.meta.url) === '.ts';

/** The folder that holds package.json: above `src/util`, or above `dist`. */
const root = ['../', '../../']
  .map((path) => new URL(path, import.meta.url))
  .find((folder) => existsSync(new URL('package.json', folder)));

/** A file or folder of the package, by its path from the root. */
export const packageFile = (path: string): URL => new URL(path, root);

/** A module that runs in a process of its own, by its path below `src` and without extension. */
export const packageModule = (path: string): URL =>
  packageFile(isSource ? `src/${path}.ts` : `dist/${basename(path)}.cjs`);

let version: string | undefined;

/** The version that package.json says, which is read once. */
export function packageVersion(): string {
  version ??= String(JSON.parse(readFileSync(packageFile('package.json'), 'utf8')).version);
  return version;
}
