// `npm test`: checks format, lint and types beside the tests, and counts them with the tests in the closing line.
import { execFile } from 'node:child_process';
import type { Reporter, TestModule } from 'vitest/node';
import { countTests, printClosingLine } from './closing-line.ts';

const CHECKS = [['biome', 'check', '--error-on-warnings'], ['tsc']];

interface Checked {
  name: string;
  hasFailed: boolean;
  output: string;
}

function check([name = '', ...args]: string[]): Promise<Checked> {
  return new Promise((resolve) => {
    execFile(`node_modules/.bin/${name}`, args, { shell: process.platform === 'win32' }, (error, out, err) =>
      resolve({ name, hasFailed: error !== null, output: `${out}${err}`.trim() || String(error ?? '') }),
    );
  });
}

export default class Checks implements Reporter {
  #checks: Promise<Checked[]> = Promise.resolve([]);

  onInit(): void {
    this.#checks = Promise.all(CHECKS.map(check));
  }

  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    const checks = await this.#checks;
    const failed = checks.filter(({ hasFailed }) => hasFailed);
    for (const { name, output } of failed) console.log(`\n${name} failed:\n\n${output}\n`);
    if (failed.length > 0) process.exitCode = 1;
    const tests = countTests(modules);
    printClosingLine({
      passed: tests.passed + checks.length - failed.length,
      failed: tests.failed + failed.length,
    });
  }
}
