// The folder that a run writes its pacts to. Pact adds to files that exist, so it begins empty, and nothing is left.
import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';

export default function setup({ config }: TestProject): () => void {
  const remove = () => rmSync(String(config.env.PACT_OUTPUT), { recursive: true, force: true });
  remove();
  return remove;
}
