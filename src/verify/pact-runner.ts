// The process in which Pact's native library lives: takes one job, answers with the JSON of each run.
import { createRequire } from 'node:module';
import type { Job, NativeResult } from './native.ts';

interface Core {
  verifyPacts(options: object): Promise<string>;
}

const failureOf = (message: string): NativeResult => ({
  result: false,
  errors: [{ interaction: '', mismatch: { type: 'error', message } }],
  pendingErrors: [],
  interactionResults: [],
});

// Whoever asked is gone.
process.once('disconnect', () => process.exit(1));

process.once('message', async ({ core, runs }: Job) => {
  const loaded = createRequire(import.meta.url)(core) as Core & { default?: Core };
  const answers: string[] = [];
  for (const options of runs) {
    const answer = await (loaded.default ?? loaded)
      .verifyPacts({ ...options, providerStatesSetupTeardown: false, logLevel: 'error' })
      .catch((error: Error) => error.message);
    // What is no result is an error of the verifier itself, which looked at nothing then.
    answers.push(answer.startsWith('{') ? answer : JSON.stringify(failureOf(answer)));
  }
  process.send?.(answers, () => process.exit(0));
});
