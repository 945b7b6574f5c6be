// What fault rules and the journal cost a request: servers that differ in nothing else, asked in turns.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { FaultRule, MockOptions } from '../../src/index.ts';

const ROUNDS = 15;
const REQUESTS = 3_000;
const CONNECTIONS = 8;
const KEY = { authorization: 'Bearer bench' };

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

interface Server {
  name: string;
  child: ChildProcess;
  /** Asks for the file once. */
  ask: () => Promise<void>;
  /** Requests per second of each round. */
  speeds: number[];
}

async function start([name, options]: [string, MockOptions]): Promise<Server> {
  const child = fork(
    fileURLToPath(new URL('server.ts', import.meta.url)),
    ['mock', JSON.stringify({ lifecycle: 'instant', ...options })],
    { execArgv: ['--import', 'tsx'] },
  );
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const made = await fetch(`http://127.0.0.1:${port}/v1/files/sync`, {
    method: 'POST',
    headers: { ...KEY, 'content-type': 'application/json' },
    body: '{"url":"https://example.com/talk.mp4"}',
  });
  const { id } = (await made.json()) as { id: string };
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const ask = async () => {
    const call = get({ port, host: '127.0.0.1', path: `/v1/files/${id}`, headers: KEY, agent });
    const [response] = (await once(call, 'response')) as [IncomingMessage];
    if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode}`);
    await once(response.resume(), 'end');
  };
  return { name, child, ask, speeds: [] };
}

/** Requests per second. */
async function measure({ ask }: Server, requests: number): Promise<number> {
  let left = requests;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (left-- > 0) await ask();
    }),
  );
  return requests / ((performance.now() - from) / 1_000);
}

const quantile = (values: number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.round((values.length - 1) * part)] ?? 0;

const servers = await Promise.all(Object.entries(variants).map(start));
for (const server of servers) await measure(server, REQUESTS);
for (let round = 0; round < ROUNDS; round++) {
  // Each round begins with another one, so that none is always the first.
  const turn = round % servers.length;
  for (const server of [...servers.slice(turn), ...servers.slice(0, turn)]) {
    server.speeds.push(await measure(server, REQUESTS));
  }
}
for (const { child } of servers) child.kill();

const [base] = servers;
console.log(`| getFile, ${ROUNDS} rounds of ${REQUESTS} over ${CONNECTIONS} connections | requests/s | of the first, median | quartiles |
| --- | --- | --- | --- |`);
for (const { name, speeds } of servers) {
  const ratios = speeds.map((speed, round) => speed / (base?.speeds[round] ?? 1));
  const [low, median, high] = [0.25, 0.5, 0.75].map((part) => quantile(ratios, part).toFixed(2));
  console.log(`| ${name} | ${Math.round(quantile(speeds, 0.5))} | ${median} | ${low} to ${high} |`);
}
