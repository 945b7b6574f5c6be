// How fast the mock answers beside a bare server and a stateless one, at sizes of its store, in turns.
import type { Ask, GeneratorMessage } from './generator.ts';
import { FRESH, isOnce, type OperationName, operations, type Store } from './operations.ts';
import type { BenchOptions } from './options.ts';
import { CORES, startGenerator, startWorker } from './processes.ts';
import type { Measured } from './raw-client.ts';
import { machine, median, spread, table, thousands } from './report.ts';

/** More than any server here answers in a second. */
const FASTEST = 60_000;
/** Distinct requests that are sent again and again. */
const DISTINCT = 10_000;
/** Seconds that each server gets to compile what an operation needs. */
const WARM_UP = 1;
/** The mock's options: what users leave on is on. */
export const MOCK = {
  unknownUris: 'create',
  maxFiles: 100_000_000,
  maxAccounts: 20_000,
  faults: [{ error: 'server-error', match: { header: { 'x-bench': 'never' } } }],
};

/** Room for a million files. */
const LARGE = ['--max-old-space-size=12288'];

export const startServer = (kind: string, options = {}, execArgv: string[] = []) =>
  startWorker<{ port: number }>('server.ts', [kind, JSON.stringify(options)], {
    core: CORES.server,
    execArgv,
  });

export type Server = Awaited<ReturnType<typeof startServer>>;
const kinds = ['bare', 'hono', 'mock'] as const;
type Servers = Record<(typeof kinds)[number], Server>;

type Generator = Awaited<ReturnType<typeof startGenerator>>;

let fresh = 0;

/** Asks one server for a while. */
async function ask(
  { port }: { port: number },
  generator: Generator,
  { name, store, connections, seconds }: { name: OperationName; store: Store } & Slot,
): Promise<Measured> {
  const where = { port, connections, seconds };
  if (!isOnce(name)) return generator.ask<Measured>({ send: name, ...where } satisfies GeneratorMessage);
  const asks = Array.from({ length: Math.ceil(seconds * FASTEST) }, () =>
    operations[name].ask(store, fresh++),
  );
  return generator.ask<Measured>({ sendOnce: asks, ...where } satisfies GeneratorMessage);
}

interface Slot {
  connections: number;
  seconds: number;
}

/** For each server, the figures of all rounds. */
type Figures = Record<keyof Servers, number[]>;

interface Series {
  /** Requests per second. */
  speeds: Figures;
  /** Processor time of the server for each request, in microseconds: what else runs here moves it less. */
  micros: Figures;
  /** Of its time that the generator was busy, at most. */
  busy: number;
}

const noFigures = (): Figures => ({ bare: [], hono: [], mock: [] });

/** Takes the figure so many times, each between two of the references, which the machine's speed moves likewise. */
async function series(
  servers: Servers,
  generator: Generator,
  asked: { name: OperationName; store: Store; rounds: number } & Slot,
): Promise<Series> {
  const taken: Series = { speeds: noFigures(), micros: noFigures(), busy: 0 };
  const take = async (kind: keyof Servers) => {
    const server = servers[kind];
    const before = await cpuOf(server);
    const { speed, requests, busy } = await ask(server.greeting, generator, asked);
    taken.micros[kind].push(((await cpuOf(server)) - before) / requests);
    taken.speeds[kind].push(speed);
    taken.busy = Math.max(taken.busy, busy);
  };
  for (let round = 0; round < asked.rounds; round++) {
    for (const kind of kinds) await take(kind);
    if (isOnce(asked.name)) await servers.mock.ask({ reset: FRESH });
  }
  await take('bare');
  await take('hono');
  return taken;
}

export const cpuOf = async (server: Server) => (await server.ask<{ micros: number }>({ do: 'cpu' })).micros;

/** What part of the reference's speed another server had, in each round: it was asked before and after. */
const ratios = (figures: Figures, kind: keyof Servers, of: keyof Servers): number[] =>
  figures.mock.map((_, round) => {
    const [before = 0, after = before] = figures[of].slice(round, round + 2);
    return (figures[kind][round] ?? 0) / ((before + after) / 2);
  });

/** The same by the processor time that each took, which other work on the machine moves little. */
const ratiosByTime = (micros: Figures, of: keyof Servers): number[] =>
  ratios(micros, 'mock', of).map((ratio) => 1 / ratio);

/** Has the references answer what the mock does, and all of them run warm. */
async function prepare(servers: Servers, generator: Generator, name: OperationName, store: Store) {
  const { method, path, token, body }: Ask = operations[name].ask(store, isOnce(name) ? fresh++ : 0);
  const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) };
  const url = `http://127.0.0.1:${servers.mock.greeting.port}${path}`;
  const response = await fetch(url, { method, headers, ...(body && { body }) });
  const constant = await response.text();
  if (response.status !== 200) throw new Error(`${name}: ${response.status} ${constant}`);
  for (const kind of ['bare', 'hono'] as const) await servers[kind].ask({ constant });
  const distinct = Math.min(DISTINCT, Math.max(store.accounts, store.ids.length));
  const asks = Array.from({ length: distinct }, (_, n) => operations[name].ask(store, n));
  if (!isOnce(name)) await generator.ask({ keep: name, asks } satisfies GeneratorMessage);
  for (const kind of kinds) {
    await ask(servers[kind].greeting, generator, { name, store, connections: 16, seconds: WARM_UP });
  }
  return Buffer.byteLength(constant);
}

async function measureStore(
  references: Omit<Servers, 'mock'>,
  generator: Generator,
  { files, accounts }: Pick<Store, 'files' | 'accounts'>,
  options: BenchOptions,
): Promise<string[][]> {
  const mock = await startServer('mock', MOCK, LARGE);
  const servers = { ...references, mock };
  const rows: string[][] = [];
  try {
    const known = Math.max(1, Math.min(files, accounts === 1 ? 1_000 : accounts));
    const { ids } = await mock.ask<{ ids: string[] }>({ fill: { files, accounts, known } });
    const store = { files, accounts, ids };
    for (const name of Object.keys(operations) as OperationName[]) {
      if (options.only && !options.only.includes(name)) continue;
      const bytes = await prepare(servers, generator, name, store);
      for (const connections of options.connections) {
        const { speeds, micros, busy } = await series(servers, generator, {
          ...options,
          name,
          store,
          connections,
        });
        rows.push([
          `${thousands(files)}${accounts > 1 ? ` in ${thousands(accounts)} accounts` : ''}`,
          operations[name].title,
          String(connections),
          thousands(median(speeds.mock)),
          spread(ratios(speeds, 'mock', 'bare')),
          spread(ratios(speeds, 'mock', 'hono')),
          spread(ratiosByTime(micros, 'bare')),
          spread(ratiosByTime(micros, 'hono')),
          (['mock', 'hono', 'bare'] as const).map((kind) => median(micros[kind]).toFixed(0)).join(' / '),
          thousands(bytes),
          `${Math.round(busy * 100)} %`,
        ]);
      }
    }
  } finally {
    mock.stop();
  }
  return rows;
}

export async function speed(options: BenchOptions): Promise<string> {
  const unknown = options.only?.filter((name) => !(name in operations)) ?? [];
  if (unknown.length > 0)
    throw new Error(`no operation ${unknown.join(', ')}: there are ${Object.keys(operations).join(', ')}`);
  const generator = await startGenerator();
  const references = { bare: await startServer('bare'), hono: await startServer('hono') };
  const rows: string[][] = [];
  try {
    for (const files of options.files) {
      for (const given of options.accounts) {
        const accounts = Math.min(given, Math.max(1, files));
        // Few files fit into few accounts: nothing else to measure.
        if (accounts !== given && accounts === 1) continue;
        rows.push(...(await measureStore(references, generator, { files, accounts }, options)));
      }
    }
  } finally {
    for (const { stop } of [generator, ...Object.values(references)]) stop();
  }
  return `${machine()}. Each figure is the median of ${options.rounds} times ${options.seconds} s, with the smallest and the largest, of what the references did just before and after; by CPU time where other work on the machine is not to count.

${table(
  [
    'files',
    'operation',
    'connections',
    'requests/s',
    'of bare node:http',
    'of Hono + zod',
    'of bare, by CPU time',
    'of Hono + zod, by CPU time',
    'CPU µs a request: mock / Hono + zod / bare',
    'bytes',
    'generator busy',
  ],
  rows,
)}`;
}
