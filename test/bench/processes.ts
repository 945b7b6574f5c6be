// Processes of a benchmark, each on a core of its own where the system can do that, asked one thing at a time.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { compile } from './compile.ts';

/** Servers have one core, and who asks them has another: neither takes time from the other. */
export const CORES = { server: 0, generator: 1 } as const;

/** Whether processes can be bound to cores here. */
export const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

interface ProcessOptions {
  core?: number;
  execArgv?: string[];
  /** Whether it needs the source of the mock, not the built package. */
  fromSource?: boolean;
}

/** A process that answers each message with one. */
export interface Worker {
  ask<Answer>(message: object): Promise<Answer>;
  stop(): void;
  /** Asks nothing any more, and tells whether the process then ends by itself within so many seconds. */
  leave(seconds: number): Promise<boolean>;
}

/** Starts a file of this folder; it is ready when it has sent its first message, which is given too. */
export async function startWorker<Greeting>(
  file: string,
  args: string[] = [],
  { core, execArgv = [], fromSource = false }: ProcessOptions = {},
): Promise<Worker & { greeting: Greeting }> {
  const program = fromSource
    ? ['--import', 'tsx', ...execArgv, fileURLToPath(new URL(file, import.meta.url))]
    : [...execArgv, await compile(file)];
  const node = [...program, ...args];
  const [command, rest] =
    core !== undefined && canPin
      ? ['taskset', ['--cpu-list', String(core), process.execPath, ...node]]
      : [process.execPath, node];
  const child = spawn(command, rest, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const answer = async () => {
    const left = new AbortController();
    const gone = once(child, 'exit', { signal: left.signal }).then(([status]) => {
      throw new Error(`${file} ${args.join(' ')} ended with status ${status}`);
    });
    gone.catch(() => {});
    const [message] = await Promise.race([once(child, 'message', { signal: left.signal }), gone]);
    left.abort();
    if (message.error) throw new Error(message.error);
    return message;
  };
  const greeting = (await answer()) as Greeting;
  return {
    greeting,
    async ask(message) {
      const answered = answer();
      child.send(message);
      return answered;
    },
    stop: () => void child.kill(),
    async leave(seconds) {
      child.disconnect();
      const ended = await once(child, 'exit', { signal: AbortSignal.timeout(seconds * 1_000) }).catch(
        () => undefined,
      );
      child.kill('SIGKILL');
      return ended?.[0] === 0;
    },
  };
}

/** The process that sends the load. */
export const startGenerator = () => startWorker('generator.ts', [], { core: CORES.generator });

/** In such a process: says that it is ready, and answers each message, with `error` where that fails. */
export function answerParent<Message>(greeting: object, answer: (message: Message) => unknown): void {
  process.on('message', async (message: Message) => {
    try {
      process.send?.({ ...((await answer(message)) as object) });
    } catch (error) {
      process.send?.({ error: (error as Error).stack });
    }
  });
  process.send?.(greeting);
}
