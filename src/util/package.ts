// Finds this package's files on disk, whether this module runs from source or from a bundle in `dist`.
import { existsSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';

const isSource = extname(import.meta.url) === '.ts';

/** The folder that holds package.json: above `src/util`, or above `dist`. */
const root = ['../', '../../']
  .map((path) => new URL(path, import.meta.url))
  .find((folder) => existsSync(new URL('package.json', folder)));

/** The URL of a file or folder of the package, by its path from the package root. */
export const packageFile = (path: string): URL => new URL(path, root);

/** The URL of a module that runs in a separate process, by its path below `src` without extension. */
export const packageModule = (path: string): URL =>
  packageFile(isSource ? `src/${path}.ts` : `dist/${basename(path)}.cjs`);

let version: string | undefined;

/** The version in package.json, which is read once. */
export function packageVersion(): string {
  version ??= String(JSON.parse(readFileSync(packageFile('package.json'), 'utf8')).version);
  return version;
}
