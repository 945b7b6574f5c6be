// How long a verification of 500 interactions takes, and one of a pact of 20 MB, from the start of the process to its
// end: the built command.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './report.ts';

const INTERACTIONS = 500;
const ROUNDS = 3;
const AIM_SECONDS = 10;
/** Bytes of a large pact. */
const LARGE = 20_000_000;

/** One that is repeated with long comments. */
const SYNC = 'a request to sync a Grain recording';

/** One line with the medians. Throws Error without a built command. */
export function measureVerify(): string {
  if (!existsSync('dist/cli.cjs')) throw new Error('dist/cli.cjs is not there: run `npm run build` first');
  const own = JSON.parse(
    readFileSync('contracts/pacts/cloudglue-reference-client-cloudglue-api.json', 'utf8'),
  ) as { interactions: { description: string; request: object }[] };
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-bench-'));
  const take = (interactions: object[]): { seconds: number; bytes: number } => {
    const pact = join(folder, 'pact.json');
    const text = JSON.stringify({ ...own, interactions });
    writeFileSync(pact, text);
    const rounds = Array.from({ length: ROUNDS }, () => {
      const from = performance.now();
      execFileSync(process.execPath, ['dist/cli.cjs', 'verify', pact]);
      return (performance.now() - from) / 1_000;
    });
    return { seconds: median(rounds), bytes: text.length };
  };
  // Of all operations, successes and refusals.
  const many = Array.from(
    { length: INTERACTIONS },
    (_, nth) => own.interactions[nth % own.interactions.length] ?? {},
  );
  const sync = own.interactions.find(({ description }) => description === SYNC);
  if (!sync) throw new Error(`the pact has no interaction "${SYNC}"`);
  const notes = Object.fromEntries(
    Array.from({ length: 700 }, (_, nth) => [`note ${nth}`, 'x'.repeat(1_000)]),
  );
  const large = Array.from({ length: Math.ceil(LARGE / 720_000) }, () => ({
    ...sync,
    comments: { text: [JSON.stringify(notes)] },
  }));
  const [first, second] = [take(many), take(large)];
  rmSync(folder, { recursive: true });
  return `verify: ${INTERACTIONS} interactions in ${first.seconds.toFixed(2)} s, a pact of ${Math.round(second.bytes / 1_000_000)} MB in ${second.seconds.toFixed(2)} s, start-up included (median of ${ROUNDS}; aim: under ${AIM_SECONDS} s each)`;
}
