// The line that a test run ends with.
import type { Reporter, TestModule } from 'vitest/node';

export interface Counts {
  passed: number;
  failed: number;
}

/** A file that cannot be run is a failure, too. */
export function countTests(modules: readonly TestModule[]): Counts {
  const states = modules.flatMap((module) =>
    [...module.children.allTests()].map((test) => test.result().state),
  );
  const broken = modules.filter((module) => module.errors().length > 0).length;
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  return { passed: count('passed'), failed: count('failed') + broken };
}

export const printClosingLine = ({ passed, failed }: Counts): void =>
  console.log(`${passed} passed, ${failed} failed`);

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    printClosingLine(countTests(modules));
  }
}
