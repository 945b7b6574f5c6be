// Which version of cloudglue-mock this is.
import { readFileSync } from 'node:fs';

/** As package.json says. */
export const packageVersion = (): string =>
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
