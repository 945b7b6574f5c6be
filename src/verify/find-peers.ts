// Finds Pact, the optional peer dependency of `verify`, beside this package or in the user's project, in a version that
// is known to work.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { UsageError } from '../errors/usage-error.ts';

const PACT = '@pact-foundation/pact';

/** The major versions that are known to work, and which Node.js each needs. */
const WORKING = { 16: 'Node.js 20 or newer', 17: 'Node.js 22 or newer' };

const install = `npm install --save-dev ${PACT}@16`;
const working = Object.entries(WORKING)
  .map(([major, node]) => `${major} (with ${node})`)
  .join(' and ');

const places = () => [import.meta.url, join(process.cwd(), 'package.json')];

function find(name: string, from: readonly string[]): string {
  for (const place of from) {
    try {
      return createRequire(place).resolve(name);
    } catch {
      // The next place may have it.
    }
  }
  throw new UsageError(`contracts need ${PACT}, and ${name} is not installed. Add it: ${install}`);
}

/** The version in the package.json above a file of a package. */
function versionAbove(file: string, name: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    try {
      const found = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
      if (found.name === name) return String(found.version);
    } catch {
      // The folder above may have it.
    }
  }
  return 'unknown';
}

export interface PactPackage {
  version: string;
  /** The file of Pact's core, whose results are data; the package around it gives text only. */
  core: string;
}

/** Pact, as it is installed. Throws UsageError if it is not, or in a version that is not known to work. */
export function findPact(): PactPackage {
  const file = find(PACT, places());
  const version = versionAbove(file, PACT);
  if (!Object.hasOwn(WORKING, version.split('.', 1)[0] ?? '')) {
    throw new UsageError(
      `contracts need ${PACT} in version ${working}, and ${version} is installed: it is not known to work. Change it: ${install}`,
    );
  }
  return { version, core: find(`${PACT}-core`, [file]) };
}
