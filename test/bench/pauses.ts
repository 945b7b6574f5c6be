// For how long a loaded mock answers nobody: delays of its event loop, and pauses of the garbage collector.
import type { GeneratorMessage } from './generator.ts';
import { type OperationName, operations } from './operations.ts';
import type { BenchOptions } from './options.ts';
import { CORES, startGenerator, startWorker } from './processes.ts';
import type { Measured } from './raw-client.ts';
import { machine, median, table, thousands } from './report.ts';
import { MOCK } from './speed.ts';
import type { Pauses } from './watch.ts';

const CONNECTIONS = 16;
const SECONDS = 2;
/** More than any server here answers in a second. */
const FASTEST = 30_000;
const AIM = 50;

/** Twenty requests of the mix, in turn. */
const MIX: OperationName[] = [
  ...Array<OperationName>(8).fill('getFile'),
  ...Array<OperationName>(4).fill('sync'),
  ...Array<OperationName>(4).fill('sync-new'),
  ...Array<OperationName>(2).fill('list'),
  ...Array<OperationName>(2).fill('browse'),
];

async function measureKind(kind: 'mock' | 'bare', files: number, rounds: number): Promise<string[]> {
  const generator = await startGenerator();
  const server = await startWorker<{ port: number }>('server.ts', [kind, JSON.stringify(MOCK)], {
    core: CORES.server,
    execArgv: ['--expose-gc', ...(files > 100_000 ? ['--max-old-space-size=12288'] : [])],
  });
  try {
    const fill = { files, accounts: 1, known: Math.min(1_000, files) };
    const { ids = [''] } = await server.ask<{ ids?: string[] }>({ fill });
    // What filling leaves to the garbage collector is no pause of the mock's.
    await server.ask({ do: 'heap' });
    const store = { files, accounts: 1, ids };
    let n = 0;
    const next = () => {
      const name = MIX[(n * 7) % MIX.length] ?? 'getFile';
      return operations[name].ask(store, n++);
    };
    const send = async () => {
      const sendOnce = Array.from({ length: SECONDS * FASTEST }, next);
      const slot = { sendOnce, port: server.greeting.port, connections: CONNECTIONS, seconds: SECONDS };
      return (await generator.ask<Measured>(slot satisfies GeneratorMessage)).speed;
    };
    const watch = async (times: number) => {
      const speeds: number[] = [];
      await server.ask({ do: 'watch-pauses' });
      while (speeds.length < times) speeds.push(await send());
      return { ...(await server.ask<Pauses>({ do: 'pauses' })), speed: median(speeds) };
    };
    const cold = await watch(1);
    const { delay, collected, collections, kinds, speed } = await watch(rounds);
    return [
      kind === 'mock' ? `mock with ${thousands(files)} files` : 'bare node:http, for comparison',
      thousands(speed),
      `${cold.delay.longest.toFixed(1)} ms`,
      `${delay.longest.toFixed(1)} ms`,
      `${delay.p99.toFixed(1)} ms`,
      `${collected.longest.toFixed(1)} ms (${kinds})`,
      `${collected.share.toFixed(1)} % in ${thousands(collections)}`,
    ];
  } finally {
    generator.stop();
    server.stop();
  }
}

export async function measurePauses({ full, rounds, files }: BenchOptions): Promise<string> {
  const sizes = files.filter((size) => size > 1_000);
  const times = full ? 3 * rounds : rounds + 1;
  const rows = [await measureKind('bare', 1, times)];
  for (const size of sizes) rows.push(await measureKind('mock', size, times));
  return `${machine()}. A mix of all operations over ${CONNECTIONS} connections for ${SECONDS} s and then ${times * SECONDS} s; aim: no delay over ${AIM} ms.

${table(
  [
    'server',
    'requests/s',
    `longest delay of the event loop in the first ${SECONDS} s`,
    'longest delay after that',
    'of 100 delays, 99 are under',
    'longest garbage collection',
    'time in garbage collections',
  ],
  rows,
)}`;
}
