// What fault rules and the journal cost a request: servers that differ in nothing else, asked in turns.
import type { FaultRule, MockOptions } from 'cloudglue-mock';
import type { GeneratorMessage } from './generator.ts';
import { CORES, startGenerator, startWorker } from './processes.ts';
import type { Measured } from './raw-client.ts';
import { median, quantile, table, thousands } from './report.ts';

const ROUNDS = 15;
const SECONDS = 0.3;
const CONNECTIONS = 8;

const RULES = Array.from(
  { length: 1_000 },
  (_, n): FaultRule => ({
    error: 'server-error',
    match: [
      { operation: 'deleteFile' },
      { uri: `grain://recording/${n}*` },
      { header: { 'x-case': `case-${n}*` } },
      { connector: 'zoom' },
    ][n % 4] as NonNullable<FaultRule['match']>,
  }),
);

const variants: Record<string, MockOptions> = {
  'no rules, no journal': { journal: 0 },
  'the same again: what is noise': { journal: 0 },
  'no rules, journal of 5,000 (the default)': {},
  '1,000 rules that do not match, no journal': { journal: 0, faults: RULES },
};

async function start([name, options]: [string, MockOptions]) {
  const server = await startWorker<{ port: number }>(
    'server.ts',
    ['mock', JSON.stringify({ lifecycle: 'instant', unknownUris: 'create', ...options })],
    { core: CORES.server },
  );
  const { ids } = await server.ask<{ ids: [string] }>({ fill: { files: 1, accounts: 1, known: 1 } });
  return { name, ...server, id: ids[0], speeds: [] as number[] };
}

export async function measureFaults(): Promise<string> {
  const generator = await startGenerator();
  const servers = await Promise.all(Object.entries(variants).map(start));
  const measure = async ({ id, greeting: { port } }: (typeof servers)[number]): Promise<number> => {
    const asks = [{ method: 'GET', path: `/v1/files/${id}`, token: 'bench-0' }] as const;
    await generator.ask({ keep: 'getFile', asks: [...asks] } satisfies GeneratorMessage);
    const slot = { port, connections: CONNECTIONS, seconds: SECONDS };
    return (await generator.ask<Measured>({ send: 'getFile', ...slot } satisfies GeneratorMessage)).speed;
  };
  for (const server of servers) await measure(server);
  for (let round = 0; round < ROUNDS; round++) {
    // Each round begins with another one, so that none is always the first.
    const turn = round % servers.length;
    for (const server of [...servers.slice(turn), ...servers.slice(0, turn)]) {
      server.speeds.push(await measure(server));
    }
  }
  for (const { stop } of [generator, ...servers]) stop();
  const [base] = servers;
  return table(
    [
      `getFile, ${ROUNDS} rounds of ${SECONDS} s over ${CONNECTIONS} connections`,
      'requests/s',
      'of the first, median',
      'quartiles',
    ],
    servers.map(({ name, speeds }) => {
      const ratios = speeds.map((speed, round) => speed / (base?.speeds[round] ?? 1));
      const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => quantile(ratios, part).toFixed(2));
      return [name, thousands(median(speeds)), `${middle}`, `${low} to ${high}`];
    }),
  );
}
