// The command line as a process.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

/** The program as users have it: the bundle that `built-program.ts` made of the sources at the start of this run. */
export const builtFolder = join(String(process.env.BUILT_PACKAGE), 'dist');

/** The bundled command. */
export const COMMAND = [join(builtFolder, 'cli.cjs')];

/** The bundled library, for a program to import. */
export const builtLibrary = pathToFileURL(join(builtFolder, 'index.js')).href;

/** Puts the disk of `disk.ts` before the program that follows. */
export const BEHIND_DISK = ['--require', join(builtFolder, 'disk.cjs')];

/** The command from its TypeScript, which takes six times as long to start. */
export const FROM_SOURCE = ['--import', 'tsx', 'src/cli/cli.ts'];

export interface Finished {
  status: number | null;
  stdout: string;
  stderr: string;
}

interface Where {
  cwd?: string;
  env?: Record<string, string>;
  /** What node runs; default: the bundled command. */
  program?: string[];
}

function launch(args: string[], { cwd = process.cwd(), env = {}, program = COMMAND }: Where) {
  const child: ChildProcess = spawn(process.execPath, [...program, ...args], {
    cwd,
    env: { ...process.env, ...env },
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      output[name] += chunk;
    });
  }
  return { child, output };
}

/** Runs the command line to its end. */
export async function run(args: string[], where: Where = {}): Promise<Finished> {
  const { child, output } = launch(args, where);
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, ...output };
}

/** Starts the command line and waits until it has printed its greeting. */
export async function start(args: string[], where: Where = {}) {
  const { child, output } = launch(args, where);
  const ended = once(child, 'close');
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (output.stdout.includes('Ctrl-C')) resolve();
    });
    child.once('exit', () => reject(new Error(`it ended: ${output.stderr}`)));
  });
  const url = /Base URL\s+(http:\S+)\/v1/.exec(output.stdout)?.[1] ?? '';
  return {
    url,
    output,
    /** Sends a signal and waits for the end. */
    async stop(signal: NodeJS.Signals): Promise<Finished> {
      child.kill(signal);
      const [status] = (await ended) as [number | null];
      return { status, ...output };
    },
  };
}
