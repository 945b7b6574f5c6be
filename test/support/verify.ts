// `cloudglue-mock verify` without a process of its own for each: the bundled program, in the process of the test.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { builtFolder, type Finished } from './process.ts';

type Verify = typeof import('../../src/verify/verify.ts');
type Failure = typeof import('../../src/cli/failure.ts');

const load = createRequire(import.meta.url);

/** Runs `verify` as the command does, up to what it prints and its status. */
export async function verify(args: string[], env: Record<string, string> = {}): Promise<Finished> {
  const { runVerify }: Verify = load(join(builtFolder, 'verify.cjs'));
  const { explainFailure }: Failure = load(join(builtFolder, 'failure.cjs'));
  const output = { stdout: '', stderr: '' };
  const terminal = {
    print: (text: string) => {
      output.stdout += text;
    },
    note: (text: string) => {
      output.stderr += text;
    },
    env: { ...process.env, ...env },
  };
  try {
    return { status: await runVerify(args, terminal), ...output };
  } catch (error) {
    const { line, status } = explainFailure(error, 'verify');
    terminal.note(`cloudglue-mock: ${line}\n`);
    return { status, ...output };
  }
}
