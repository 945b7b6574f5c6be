// How many requests a second `check` judges, and what memory it takes in the end: the built command.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { BenchOptions } from './options.ts';
import { thousands } from './report.ts';

/** One line. Throws Error without a built command. */
export function measureCheck({ requests }: BenchOptions): string {
  if (!existsSync('dist/cli.cjs')) throw new Error('dist/cli.cjs is not there: run `npm run build` first');
  const client = [process.execPath, '--import', 'tsx', 'test/bench/check-client.ts', String(requests)];
  const from = performance.now();
  const { stderr } = spawnSync(
    process.execPath,
    ['dist/cli.cjs', 'check', '--report', 'junit', '--', ...client],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    },
  );
  const seconds = (performance.now() - from) / 1_000;
  const { megabytes } = JSON.parse(/^\{"requests".*\}$/m.exec(stderr)?.[0] ?? '{"megabytes":[]}');
  const [early, late] = megabytes;
  return `check: ${thousands(requests)} requests with as many kinds of mistakes in ${seconds.toFixed(0)} s (${thousands(requests / seconds)} a second); ${early} MB after a fifth of them, ${late} MB in the end`;
}
