// The process in which Pact's native library lives: takes one job, answers with the JSON of each run.
import { createRequire } from 'node:module';
import type { Job } from './native.ts';

interface Core {
  verifyPacts(options: object): Promise<string>;
}

process.once('message', async ({ core, runs }: Job) => {
  const loaded = createRequire(import.meta.url)(core) as Core & { default?: Core };
  const answers: string[] = [];
  for (const options of runs) {
    const answer = await (loaded.default ?? loaded)
      .verifyPacts({ ...options, providerStatesSetupTeardown: false, logLevel: 'error' })
      .catch((error: Error) => error.message);
    // What is no result is an error of the verifier itself.
    if (!answer.startsWith('{')) throw new Error(answer);
    answers.push(answer);
  }
  process.send?.(answers, () => process.exit(0));
});
