// What the judge costs a request: two servers that differ in nothing else, asked in turns.
import type { Ask, GeneratorMessage } from './generator.ts';
import { type OperationName, operations, type Store } from './operations.ts';
import type { BenchOptions } from './options.ts';
import { CORES, startGenerator, startWorker } from './processes.ts';
import type { Measured } from './raw-client.ts';
import { machine, median, spread, table } from './report.ts';

const ASKED = ['getFile', 'sync', 'list', 'browse'] as const satisfies OperationName[];
const ROUNDS = 11;
const SECONDS = 0.5;
const CONNECTIONS = [1, 16];
const OPTIONS = { lifecycle: 'instant', unknownUris: 'create', journal: 0 };

async function start(kind: 'judged' | 'unjudged') {
  const args = [kind, JSON.stringify(OPTIONS)];
  const server = await startWorker<{ port: number }>('server.ts', args, {
    core: CORES.server,
    fromSource: true,
  });
  const { ids } = await server.ask<{ ids: string[] }>({ fill: { files: 1_000, accounts: 1, known: 100 } });
  const cpu = async () => (await server.ask<{ micros: number }>({ do: 'cpu' })).micros;
  return { ...server, cpu, store: { files: 1_000, accounts: 1, ids } satisfies Store };
}

type Server = Awaited<ReturnType<typeof start>>;

/** The ratio of the processor time of a request with the judge to that without, in rounds of turns. */
export async function measureJudge({ only }: BenchOptions): Promise<string> {
  const generator = await startGenerator();
  const servers = { judged: await start('judged'), unjudged: await start('unjudged') };
  const rows: string[][] = [];
  const micros = async (server: Server, name: OperationName, connections: number): Promise<number> => {
    const before = await server.cpu();
    const where = { port: server.greeting.port, connections, seconds: SECONDS };
    const { requests } = await generator.ask<Measured>({ send: name, ...where } satisfies GeneratorMessage);
    return ((await server.cpu()) - before) / requests;
  };
  try {
    for (const name of ASKED.filter((one) => only?.includes(one) ?? true)) {
      const { store } = servers.judged;
      const asks = Array.from({ length: 1_000 }, (_, n): Ask => operations[name].ask(store, n));
      await generator.ask({ keep: name, asks } satisfies GeneratorMessage);
      for (const connections of CONNECTIONS) {
        for (const server of Object.values(servers)) await micros(server, name, connections);
        const [judged, unjudged]: number[][] = [[], []];
        for (let round = 0; round < ROUNDS; round++) {
          // Whoever is first has the machine in another state: each is, in turns.
          const order =
            round % 2 === 0 ? (['judged', 'unjudged'] as const) : (['unjudged', 'judged'] as const);
          for (const kind of order) {
            const taken = await micros(servers[kind], name, connections);
            (kind === 'judged' ? judged : unjudged)?.push(taken);
          }
        }
        const ratios = (judged ?? []).map((taken, round) => taken / (unjudged?.[round] ?? taken));
        rows.push([
          operations[name].title,
          String(connections),
          median(unjudged ?? []).toFixed(1),
          median(judged ?? []).toFixed(1),
          spread(ratios),
        ]);
      }
    }
  } finally {
    for (const { stop } of [generator, ...Object.values(servers)]) stop();
  }
  return `${machine()}. CPU time of the server for a request, ${ROUNDS} rounds of ${SECONDS} s.

${table(['operation', 'connections', 'µs without the judge', 'µs with it', 'ratio (aim: under 1.10)'], rows)}`;
}
