// How long a verification of 50 interactions takes, from the start of the process to its end: the built command.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './report.ts';

const INTERACTIONS = 50;
const ROUNDS = 5;
const AIM_SECONDS = 3;

/** One line with the median. Throws Error without a built command. */
export function measureVerify(): string {
  if (!existsSync('dist/cli.cjs')) throw new Error('dist/cli.cjs is not there: run `npm run build` first');
  const own = JSON.parse(
    readFileSync('contracts/pacts/cloudglue-reference-client-cloudglue-api.json', 'utf8'),
  ) as { interactions: object[] };
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-bench-'));
  const pact = join(folder, 'pact.json');
  // Every third: of all operations, successes and refusals.
  const interactions = own.interactions.filter((_, nth) => nth % 3 === 0).slice(0, INTERACTIONS);
  writeFileSync(pact, JSON.stringify({ ...own, interactions }));

  const seconds = Array.from({ length: ROUNDS }, () => {
    const from = performance.now();
    execFileSync(process.execPath, ['dist/cli.cjs', 'verify', pact]);
    return (performance.now() - from) / 1_000;
  });
  rmSync(folder, { recursive: true });
  return `verify: ${interactions.length} interactions in ${median(seconds).toFixed(2)} s, start-up included (median of ${ROUNDS}; aim: under ${AIM_SECONDS} s)`;
}
