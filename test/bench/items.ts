// How fast the mock answers with seeded items and all their metadata, with its journal and without, beside references
// that answer with the same bytes.
import { ids } from '../support/ids.ts';
import type { Ask, GeneratorMessage } from './generator.ts';
import type { BenchOptions } from './options.ts';
import { startGenerator } from './processes.ts';
import type { Measured } from './raw-client.ts';
import { machine, median, spread, table, thousands } from './report.ts';
import { cpuOf, type Server, startServer } from './speed.ts';

const TOKEN = 'bench';
/** Seconds that each server gets to compile what an operation needs. */
const WARM_UP = 1;
const SYNC = `/v1/data-connectors/${ids.grain}/sync`;

const SERVERS = {
  bare: 'bare node:http',
  hono: 'Hono + zod',
  openapi: 'Hono + @hono/zod-openapi',
  quiet: 'mock, `--journal 0`',
  mock: 'mock',
} as const;
type Kind = keyof typeof SERVERS;
const kinds = Object.keys(SERVERS) as Kind[];

const sync = (url: string): Ask => ({
  method: 'POST',
  path: SYNC,
  token: TOKEN,
  body: JSON.stringify({ url }),
});
const get = (path: string): Ask => ({ method: 'GET', path, token: TOKEN });

async function fetchJson<Body>(
  port: number,
  { method, path, body }: Ask,
): Promise<{ text: string; json: Body }> {
  const headers = { authorization: `Bearer ${TOKEN}`, ...(body && { 'content-type': 'application/json' }) };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, ...(body && { body }) });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return { text, json: JSON.parse(text) };
}

/** Syncs a page of every connector, so that a page of files holds all kinds of metadata. Returns a file's id. */
async function fillWithItems(port: number): Promise<string> {
  type Entries = { data: { type?: string; uri: string }[] };
  for (const type of ['grain', 'dropbox', 'google-drive', 'recall', 'iconik'] as const) {
    const path = `/v1/data-connectors/${ids[type]}`;
    const { json } = await fetchJson<Entries>(port, get(`${path}/files?limit=40`));
    for (const { uri } of json.data) {
      await fetchJson(port, { ...sync(uri), path: `${path}/sync` }).catch(() => {});
    }
  }
  const { json } = await fetchJson<{ id: string }>(port, sync('grain://recording/abc123'));
  await fetchJson(port, {
    method: 'POST',
    path: '/__admin/clock/advance',
    token: TOKEN,
    body: '{"by":"1m"}',
  });
  return json.id;
}

type Figures = Record<Kind, Measured[]>;
const each = <Value>(of: (kind: Kind) => Value) =>
  Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Record<Kind, Value>;

export async function measureItems({ rounds, seconds, connections, only }: BenchOptions): Promise<string> {
  const generator = await startGenerator();
  const servers: Record<Kind, Server> = {
    bare: await startServer('bare'),
    hono: await startServer('hono'),
    openapi: await startServer('openapi'),
    quiet: await startServer('mock', { journal: 0 }),
    mock: await startServer('mock'),
  };
  const rows: string[][] = [];
  try {
    let id = '';
    for (const kind of ['quiet', 'mock'] as const) id = await fillWithItems(servers[kind].greeting.port);
    const asks: Record<string, Ask> = {
      'sync of an existing item': sync('grain://recording/abc123'),
      getFile: get(`/v1/files/${id}`),
      'a page of 50 files': get('/v1/files?limit=50'),
      'a page of browsing': get(`/v1/data-connectors/${ids.grain}/files`),
    };
    for (const [name, ask] of Object.entries(asks)) {
      if (only && !only.includes(name.split(' ')[0] ?? '')) continue;
      const { text } = await fetchJson(servers.mock.greeting.port, ask);
      for (const kind of ['bare', 'hono', 'openapi'] as const) await servers[kind].ask({ constant: text });
      await generator.ask({ keep: name, asks: [ask] } satisfies GeneratorMessage);
      for (const count of connections) {
        const load = (kind: Kind, time: number) =>
          generator.ask<Measured>({
            send: name,
            port: servers[kind].greeting.port,
            connections: count,
            seconds: time,
          } satisfies GeneratorMessage);
        const taken: Figures = each(() => []);
        const micros = each((): number[] => []);
        for (const kind of kinds) await load(kind, WARM_UP);
        for (let round = 0; round < rounds; round++) {
          for (const kind of kinds) {
            const before = await cpuOf(servers[kind]);
            const measured = await load(kind, seconds);
            micros[kind].push(((await cpuOf(servers[kind])) - before) / measured.requests);
            taken[kind].push(measured);
          }
        }
        const speeds = each((kind) => taken[kind].map(({ speed }) => speed));
        const ratio = (kind: Kind) => speeds[kind].map((speed, round) => speed / (speeds.bare[round] ?? 1));
        const ratioByTime = (kind: Kind) =>
          micros[kind].map((time, round) => (micros.bare[round] ?? 0) / time);
        for (const kind of kinds) {
          const { bytes } = await servers[kind].ask<{ bytes: number }>({ do: 'memory' });
          rows.push([
            `${name}, ${thousands(Buffer.byteLength(text))} bytes, ${count} connections`,
            SERVERS[kind],
            thousands(median(speeds[kind])),
            spread(ratio(kind)),
            spread(ratioByTime(kind)),
            median(micros[kind]).toFixed(1),
            spread(taken[kind].map(({ p50 }) => p50)),
            spread(taken[kind].map(({ p99 }) => p99)),
            thousands(bytes / 1_000_000),
          ]);
        }
      }
    }
  } finally {
    for (const { stop } of [generator, ...Object.values(servers)]) stop();
  }
  return `${machine()}. Median of ${rounds} times ${seconds} s, with the smallest and the largest.

${table(
  [
    'operation',
    'server',
    'requests/s',
    'of bare node:http',
    'of bare, by CPU time',
    'CPU µs a request',
    'p50 ms',
    'p99 ms',
    'memory after load, MB',
  ],
  rows,
)}`;
}
