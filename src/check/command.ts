// Runs a command to its end: hands on its output and the signals, and leaves no process of it behind.
import type { ChildProcess } from 'node:child_process';
import spawn from 'cross-spawn';
import { UsageError } from '../errors/usage-error.ts';
import { createAlarm, startWatch } from '../time/clock.ts';
import { shellWord } from '../util/shell.ts';
import { plainWords } from '../util/system-errors.ts';
import { endGroup, ownGroup, signalGroup } from './process-group.ts';

/** A program and its arguments. */
export type Command = readonly [program: string, ...args: string[]];

/** How a command ended. */
export interface Ending {
  /** Null if a signal ended it. */
  status: number | null;
  signal: NodeJS.Signals | null;
  /** The last signal that it got from whoever ran it. */
  stoppedBy: NodeJS.Signals | null;
  /** Whether it was ended because it took too long. */
  timedOut: boolean;
  /** Whether processes that it started were still there, and were ended. */
  leftBehind: boolean;
  /** How long it took, in real seconds. */
  seconds: number;
}

export interface CommandOptions {
  env: NodeJS.ProcessEnv;
  /** Where its standard output goes. Its errors go to standard error. */
  outputTo: 'stdout' | 'stderr';
  /** The most real milliseconds that it may take. */
  timeout?: number | undefined;
}

/** Signals that end this process, and that the command gets instead. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Real milliseconds that a command has to end after it was told to. */
const GRACE = 10_000;

/** Runs a command to its end. Throws UsageError if it cannot be started. */
export async function runCommand(
  command: Command,
  { env, outputTo, timeout }: CommandOptions,
): Promise<Ending> {
  const [program, ...args] = command;
  const elapsed = startWatch();
  const child = spawn(program, args, {
    env,
    stdio: ['inherit', outputTo === 'stdout' ? 'inherit' : 2, 'inherit'],
    ...ownGroup,
  });
  const ended = endOf(child);
  const { pid } = child;
  // Without a process there is an error, which says why.
  if (pid === undefined) throw notStarted(command, await ended.catch((error: Error) => error));
  let timedOut = false;
  let stoppedBy: NodeJS.Signals | null = null;
  const kill = createAlarm(() => signalGroup(pid, 'SIGKILL'));
  const tell = (signal: NodeJS.Signals) => {
    signalGroup(pid, signal);
    kill.ringWithin(GRACE);
  };
  const limit = createAlarm(() => {
    timedOut = true;
    tell('SIGTERM');
  });
  const handOn = (signal: NodeJS.Signals) => {
    stoppedBy = signal;
    tell(signal);
  };
  const killNow = () => signalGroup(pid, 'SIGKILL');
  for (const signal of SIGNALS) process.on(signal, handOn);
  process.on('exit', killNow);
  if (timeout !== undefined) limit.ringWithin(timeout);
  try {
    const end = await ended.catch((error: Error) => {
      throw notStarted(command, error);
    });
    const seconds = elapsed() / 1_000;
    return { ...end, stoppedBy, timedOut, seconds, leftBehind: await endGroup(pid) };
  } finally {
    limit.stop();
    kill.stop();
    for (const signal of SIGNALS) process.off(signal, handOn);
    process.off('exit', killNow);
  }
}

const endOf = (child: ChildProcess) =>
  new Promise<Pick<Ending, 'status' | 'signal'>>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => resolve({ status, signal }));
  });

function notStarted([program, ...args]: Command, error: unknown): UsageError {
  const { code } = error as NodeJS.ErrnoException;
  const named = `the command ${JSON.stringify(program)} cannot be started`;
  if (code === 'ENOENT' && args.length === 0 && /\s/.test(program))
    return new UsageError(
      `${named}: there is no such program; without quotes it is a program with arguments: -- ${program}`,
    );
  if (code === 'ENOENT')
    return new UsageError(`${named}: there is no such program; check its spelling, and the PATH`);
  if (code === 'EACCES')
    return new UsageError(
      `${named}: it is not executable; put the program that runs it before it, as in -- node ${shellWord(program)}`,
    );
  return new UsageError(`${named}: ${plainWords(error)}`);
}
