// Mocks that share a store: how much they answer as they become more, what the engine has to do for that, and what
// accounts take in it.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ids } from '../support/ids.ts';
import type { Ask, GeneratorMessage } from './generator.ts';
import type { BenchOptions } from './options.ts';
import { startGenerator, startWorker } from './processes.ts';
import type { Measured } from './raw-client.ts';
import { machine, median, table, thousands } from './report.ts';

const PORT = 47_470;
const MOST_MOCKS = 4;
/** Accounts that the load is spread over. */
const ACCOUNTS = 200;
/** Connections to each mock. */
const CONNECTIONS = 16;
/** Seconds for each mock before a kind of request is measured. */
const WARM_UP = 2;
/** Accounts whose size is measured. */
const SIZED = 2_000;
/** More than is answered in a second. */
const FASTEST = 20_000;
const MILLION = 1_000_000;

const ask = (...command: string[]) =>
  spawnSync('redis-cli', ['-p', String(PORT), ...command], { encoding: 'utf8' }).stdout.trim();

/** A figure of the engine's INFO. */
const info = (section: string, name: string) =>
  Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(ask('INFO', section))?.[1]);

/** Microseconds of processor time that the engine took so far. */
const engineMicros = () =>
  (info('cpu', 'used_cpu_user_main_thread') + info('cpu', 'used_cpu_sys_main_thread')) * 1e6;

async function startEngine(folder: string) {
  const args = ['--port', String(PORT), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const child = spawn('redis-server', [...args, '--appendonly', 'yes', '--appendfsync', 'everysec'], {
    stdio: 'ignore',
  });
  await once(child, 'spawn');
  while (ask('PING') !== 'PONG') await pause(20);
  return child;
}

const startMock = (journal: number, store = true) =>
  startWorker<{ port: number }>('server.ts', [
    'mock',
    JSON.stringify({ unknownUris: 'create', journal, ...(store && { store: `redis://127.0.0.1:${PORT}` }) }),
  ]);

type MockProcess = Awaited<ReturnType<typeof startMock>>;

const sync = (token: string, url: string): Ask => ({
  method: 'POST',
  path: `/v1/data-connectors/${ids.grain}/sync`,
  token,
  body: JSON.stringify({ url }),
});

let fresh = 0;
const token = (n: number) => `store-${n % ACCOUNTS}`;
const kinds: Record<string, (n: number) => Ask> = {
  'sync of an existing item': (n) => sync(token(n), 'grain://recording/abc123'),
  'a page of GET /files': (n) => ({ method: 'GET', path: '/v1/files?limit=1', token: token(n) }),
  'sync of a new item': (n) => sync(token(n), `grain://recording/new${fresh++}`),
};

interface Figures {
  /** Requests a second, of all mocks. */
  speed: number;
  /** Processor time for a request, in microseconds. */
  mock: number;
  engine: number;
}

const cpuOf = async (mocks: readonly MockProcess[]) => {
  const all = await Promise.all(mocks.map((mock) => mock.ask<{ micros: number }>({ do: 'cpu' })));
  return all.reduce((sum, { micros }) => sum + micros, 0);
};

/** Asks all mocks at once. */
async function measure(
  mocks: readonly MockProcess[],
  generator: Awaited<ReturnType<typeof startGenerator>>,
  { kind, seconds, hasEngine }: { kind: string; seconds: number; hasEngine: boolean },
): Promise<Figures> {
  const before = { mocks: await cpuOf(mocks), engine: hasEngine ? engineMicros() : 0 };
  const { speed, requests } = await generator.ask<Measured>({
    sendOnce: Array.from({ length: FASTEST * seconds }, (_, n) => (kinds[kind] as (n: number) => Ask)(n)),
    port: mocks.map(({ greeting }) => greeting.port),
    connections: CONNECTIONS * mocks.length,
    seconds,
  } satisfies GeneratorMessage);
  return {
    speed,
    mock: ((await cpuOf(mocks)) - before.mocks) / requests,
    engine: hasEngine ? (engineMicros() - before.engine) / requests : 0,
  };
}

/** How much is answered by a number of mocks. */
async function measureMocks(count: number, isShared: boolean, options: BenchOptions): Promise<string[][]> {
  const mocks = await Promise.all(Array.from({ length: count }, () => startMock(5_000, isShared)));
  const generator = await startGenerator();
  const rows: string[][] = [];
  try {
    for (const kind of Object.keys(kinds)) {
      const given = { kind, seconds: options.seconds, hasEngine: isShared };
      // Each mock compiles what it needs, and reads the accounts that another one has made.
      await measure(mocks, generator, { ...given, seconds: WARM_UP * count });
      const rounds: Figures[] = [];
      for (let round = 0; round < options.rounds; round++) {
        rounds.push(await measure(mocks, generator, given));
      }
      const of = (name: keyof Figures) => median(rounds.map((one) => one[name]));
      const [mock, engine] = [of('mock'), of('engine')];
      rows.push([
        isShared ? String(count) : 'one, without a store',
        kind,
        thousands(of('speed')),
        mock.toFixed(0),
        isShared ? engine.toFixed(0) : '',
        isShared ? `${Math.round((100 * engine) / (mock + engine))} %` : '',
      ]);
    }
  } finally {
    for (const { stop } of [...mocks, generator]) stop();
  }
  return rows;
}

/** What an account takes in the engine, by what it has. */
async function measureSize(journal: number, files: number): Promise<string[]> {
  ask('FLUSHALL');
  const mock = await startMock(journal);
  const generator = await startGenerator();
  try {
    const before = info('memory', 'used_memory');
    const asks = Array.from({ length: SIZED * files }, (_, n) =>
      sync(`size-${n % SIZED}`, `grain://recording/size${Math.floor(n / SIZED)}`),
    );
    const { port } = mock.greeting;
    await generator.ask({
      sendOnce: asks,
      port,
      connections: CONNECTIONS,
      seconds: 600,
    } satisfies GeneratorMessage);
    const bytes = (info('memory', 'used_memory') - before) / SIZED;
    const million = `${((bytes * MILLION) / 2 ** 30).toFixed(1)} GiB`;
    return [thousands(files), journal === 0 ? 'none' : thousands(files), thousands(bytes), million];
  } finally {
    mock.stop();
    generator.stop();
  }
}

export async function measureStore(options: BenchOptions): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-'));
  const engine = await startEngine(folder);
  const [speeds, sizes]: [string[][], string[][]] = [[], []];
  try {
    speeds.push(...(await measureMocks(1, false, options)));
    for (let count = 1; count <= MOST_MOCKS; count++) {
      ask('FLUSHALL');
      speeds.push(...(await measureMocks(count, true, options)));
    }
    for (const [journal, files] of [
      [0, 1],
      [0, 10],
      [5_000, 10],
    ] as const) {
      sizes.push(await measureSize(journal, files));
    }
  } finally {
    engine.kill();
    await once(engine, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
  const heads = ['mocks', 'operation', 'requests/s', 'CPU µs a request: mocks', 'engine', 'engine of both'];
  return `${machine().replace(/;.*/, '')}; mocks, engine and load generator share the cores. redis-server with an append-only file, synced each second; ${ACCOUNTS} accounts, ${CONNECTIONS} connections to each mock, journal on.

${table(heads, speeds)}

${table(['files of an account', 'requests in its journal', 'bytes in the engine', 'a million of them'], sizes)}`;
}
