// Pact adds to a file that exists: what is gone from the tests must not stay in it.
import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';

export default function setup({ config }: TestProject): void {
  rmSync(config.env.PACT_OUTPUT, { recursive: true, force: true });
}
