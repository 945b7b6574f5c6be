// Runs a command to its end: hands on its output and the signals, and leaves no process of it behind.
import type { ChildProcess, StdioOptions } from 'node:child_process';
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
  /** The end of what it printed, where that was kept. */
  output: string;
}

export interface CommandOptions {
  env: NodeJS.ProcessEnv;
  /** Where its standard output goes, with its errors going to standard error; or `kept`: neither is shown. */
  outputTo: 'stdout' | 'stderr' | 'kept';
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
  const stdio: StdioOptions =
    outputTo === 'kept'
      ? ['ignore', 'pipe', 'pipe']
      : ['inherit', outputTo === 'stdout' ? 'inherit' : 2, 'inherit'];
  const child = spawn(program, args, { env, stdio, ...ownGroup });
  const tail = tailOf(child);
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
    const leftBehind = await endGroup(pid);
    return { ...end, stoppedBy, timedOut, seconds, leftBehind, output: tail() };
  } finally {
    limit.stop();
    kill.stop();
    for (const signal of SIGNALS) process.off(signal, handOn);
    process.off('exit', killNow);
  }
}

/** The most characters of the output that are kept. */
const LONGEST_TAIL = 4_000;

/** Gives the end of what a process has printed by then, if that is not handed on. */
function tailOf({ stdout, stderr }: ChildProcess): () => string {
  let tail = '';
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      tail = (tail + text).slice(-LONGEST_TAIL);
    });
  }
  return () => tail;
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
