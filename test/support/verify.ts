// `cloudglue-mock verify` without a process of its own for each: the bundled program, in the process of the test.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtFolder, type Finished } from './process.ts';

type Verify = typeof import('../../src/verify/verify.ts');
type Failure = typeof import('../../src/cli/failure.ts');

const load = (name: string) => import(pathToFileURL(join(builtFolder, name)).href);

/** Runs `verify` as the command does, up to what it prints and its status. */
export async function verify(args: string[], env: Record<string, string> = {}): Promise<Finished> {
  const { runVerify }: Verify = await load('verify/verify.js');
  const { explainFailure }: Failure = await load('cli/failure.js');
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
    const { line, status } = explainFailure(error, true);
    terminal.note(`cloudglue-mock: ${line}\n`);
    return { status, ...output };
  }
}
