// This package on the disk. This module lies in `src`, and in `dist` in a bundle: both one level below the root.
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';

/** A file or folder of the package, by its path from the root. */
export const packageFile = (path: string): URL => new URL(`../${path}`, import.meta.url);

/** A module that runs in a process of its own, by its path below `src` and without extension. */
export const packageModule = (path: string): URL =>
  new URL(`./${path}${extname(import.meta.url)}`, import.meta.url);

/** The version that package.json says. */
export const packageVersion = (): string =>
  JSON.parse(readFileSync(packageFile('package.json'), 'utf8')).version;
