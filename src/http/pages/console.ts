// The console: a page that shows the mock and drives it, made of static files that `npm run build` puts together.
import { readFile } from 'node:fs/promises';
import type { Bytes } from '../../util/kept-bodies.ts';
import { packageFile } from '../../util/package.ts';
import { once } from './documents.ts';

/** Nothing is loaded from elsewhere, no script or style stands in the page itself, and no text becomes a script. */
export const CONSOLE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const TYPES = {
  'index.html': 'text/html; charset=UTF-8',
  'console.js': 'text/javascript; charset=utf-8',
  'console.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

/** The page's files by name. They lie in the built package; in a clone, `npm ci` has built it. */
export const consoleAssets: ReadonlyMap<string, { type: string; read(): Promise<Bytes> }> = new Map(
  Object.entries(TYPES).map(([name, type]) => [
    name,
    { type, read: once(() => readFile(packageFile(`dist/console/${name}`))) },
  ]),
);

/** What is answered where it was never built. */
export const NOT_BUILT =
  'The console is not there, for this clone of cloudglue-mock was not built: run "npm run build", then reload.\n';
