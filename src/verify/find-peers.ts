// Finds the optional peer dependencies of `verify`, beside this package or in the user's project.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { UsageError } from '../errors/usage-error.ts';

const PACT = '@pact-foundation/pact';
const COMPARATOR = '@pactflow/openapi-pact-comparator';

function find(name: string, from: string[]): string {
  for (const place of from) {
    try {
      return createRequire(place).resolve(name);
    } catch {
      // The next place may have it.
    }
  }
  throw new UsageError(
    `contracts need ${PACT} and ${COMPARATOR}, and ${name} is not installed. Add them: npm install --save-dev ${PACT}@16 ${COMPARATOR}@1`,
  );
}

const places = () => [import.meta.url, join(process.cwd(), 'package.json')];

/** The file of Pact's core, whose results are data; the package around it gives text only. Throws UsageError. */
export const findPactCore = (): string => find(`${PACT}-core`, [find(PACT, places())]);

/** The file of the comparator. Throws UsageError. */
export const findComparator = (): string => find(COMPARATOR, places());
