// The child process that loads Pact's native library: it takes one job and answers with the JSON of each run.
import { createRequire } from 'node:module';
import type { Job, NativeResult } from './run-pact.ts';

interface Core {
  verifyPacts(options: object): Promise<string>;
}

const failureOf = (message: string): NativeResult => ({
  result: false,
  errors: [{ interaction: '', mismatch: { type: 'error', message } }],
  pendingErrors: [],
  interactionResults: [],
});

// The parent has ended.
process.once('disconnect', () => process.exit(1));

process.once('message', async ({ core, runs }: Job) => {
  const loaded = createRequire(import.meta.url)(core) as Core & { default?: Core };
  const answers: string[] = [];
  for (const options of runs) {
    const answer = await (loaded.default ?? loaded)
      .verifyPacts({ ...options, providerStatesSetupTeardown: false, logLevel: 'error' })
      .catch((error: Error) => error.message);
    // Anything but a result is an error of the verifier itself, which verified nothing then.
    answers.push(answer.startsWith('{') ? answer : JSON.stringify(failureOf(answer)));
  }
  process.send?.(answers, () => process.exit(0));
});
