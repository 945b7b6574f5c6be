// `npm run fuzz`: sends hostile requests of every operation to a mock and fails if one of them harms it.
// Options: --seconds N (30), --seed N (1), --program FILE (dist/cli.cjs).
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { type HostileRequest, hostileRequests } from './hostile.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    program: { type: 'string', default: 'dist/cli.cjs' },
  },
});
const LANES = 4;
/** Requests that are made from one seed. */
const BATCH = 200;
const KEYS = ['cg-fuzz-1', 'cg-fuzz-2', 'cg-fuzz-3'];

const child = spawn(
  process.execPath,
  [
    '--expose-gc',
    '--import',
    './test/fuzz/watch-turns.mjs',
    values.program,
    '--port',
    '0',
    '--unknown-uris',
    'create',
  ],
  { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
);
let stderr = '';
child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
  stderr += chunk;
});
let hasEnded = false;
child.once('exit', () => {
  hasEnded = true;
});
const port = await portOf(child);
const agent = new Agent({ keepAlive: true, maxSockets: LANES + 1 });

async function portOf({ stdout }: ChildProcess): Promise<number> {
  let output = '';
  for await (const chunk of stdout ?? []) {
    output += chunk;
    const port = /Base URL\s+http:\S+:(\d+)\/v1/.exec(output)?.[1];
    if (port) return Number(port);
  }
  throw new Error(`the mock did not start: ${stderr}`);
}

async function tell<Answer>(question: 'turns' | 'memory'): Promise<Answer> {
  child.send(question);
  const [answer] = await once(child, 'message');
  return answer as Answer;
}

interface Answer {
  status: number;
  text: string;
}

/** Sends a request; undefined where the connection broke instead of an answer. */
const ask = ({
  method,
  path,
  headers,
  body,
}: Omit<HostileRequest, 'operation'>): Promise<Answer | undefined> =>
  new Promise((resolve) => {
    try {
      const sent = request({ port, host: '127.0.0.1', method, path, headers, agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        );
        response.on('error', () => resolve(undefined));
      });
      sent.on('error', () => resolve(undefined));
      sent.end(body);
    } catch {
      // node:http refuses to send it: no client could.
      resolve({ status: 0, text: '' });
    }
  });

const failures: string[] = [];
let passed = 0;
const statuses = new Map<number, number>();

function check(claim: string, holds: boolean, detail: () => string): void {
  if (holds) passed++;
  else failures.push(`${claim}: ${detail()}`);
}

const short = (one: HostileRequest) => JSON.stringify(one).slice(0, 600);

async function send(one: HostileRequest): Promise<void> {
  const key = KEYS[one.path.length % KEYS.length] as string;
  const answer = await ask({ ...one, headers: { authorization: `Bearer ${key}`, ...one.headers } });
  if (answer) statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  check('a request is answered', answer !== undefined, () => short(one));
  // Its text is that of no other error: a defect, not an error that was asked for.
  check('no request meets a defect', !/defect/i.test(answer?.status === 500 ? answer.text : ''), () =>
    short(one),
  );
}

/** What is read for people must be readable whatever was sent before. */
async function readAll(): Promise<void> {
  const paths = [
    '/requests?limit=50',
    '/requests/har?limit=50',
    '/requests/count',
    '/files',
    '/connectors',
    '/snapshot',
    '/deliveries',
  ];
  for (const key of KEYS) {
    for (const path of paths) {
      const answer = await ask({
        method: 'GET',
        path: `/__admin${path}`,
        headers: { authorization: `Bearer ${key}` },
        body: undefined,
      });
      check(
        `GET /__admin${path} can be read`,
        answer?.status === 200,
        () => `${answer?.status} ${answer?.text.slice(0, 300)}`,
      );
    }
  }
}

/** How often a batch with a long turn is sent again: what is slow once only was compiled, or collected, just then. */
const RETRIES = 2;

/** Sends the requests of a seed. Returns the longest turn of the event loop in milliseconds, the least of a few tries. */
async function sendBatch(seed: number): Promise<number> {
  const batch = fc.sample(hostileRequests, { seed, numRuns: BATCH });
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries <= RETRIES && least > 0 && !hasEnded; tries++) {
    const lanes = Array.from({ length: LANES }, async (_, lane) => {
      for (let at = lane; at < batch.length && !hasEnded; at += LANES)
        await send(batch[at] as HostileRequest);
    });
    await Promise.all(lanes);
    if (hasEnded) break;
    least = Math.min(least, (await tell<{ longest: number }>('turns')).longest);
  }
  return least;
}

const before = await tell<{ heapUsed: number }>('memory');
const until = performance.now() + Number(values.seconds) * 1_000;
let seed = Number(values.seed);
let longest = { turn: 0, seed };
await tell('turns');
while (performance.now() < until && !hasEnded) {
  const turn = await sendBatch(seed);
  if (hasEnded) break;
  if (turn > longest.turn) longest = { turn, seed };
  check(
    'no request keeps others waiting',
    turn === 0,
    () => `a turn of ${turn} ms of CPU time with --seed ${seed}`,
  );
  await readAll();
  await tell('turns');
  seed++;
}
check('the mock still runs', !hasEnded, () => `it ended with --seed ${seed}: ${stderr.slice(-2_000)}`);
if (!hasEnded) {
  for (const key of KEYS) {
    const headers = { authorization: `Bearer ${key}` };
    await ask({ method: 'DELETE', path: '/__admin/requests', headers, body: undefined });
    await ask({ method: 'POST', path: '/__admin/reset', headers, body: undefined });
  }
  const after = await tell<{ heapUsed: number }>('memory');
  const grown = Math.round((after.heapUsed - before.heapUsed) / 1e6);
  check('memory comes back after a reset', grown < 40, () => `${grown} MB more than before`);
  console.log(`memory: ${grown} MB more than before the first request`);
}
check('nothing unforeseen is printed', stderr === '', () => stderr.slice(0, 2_000));
child.kill();
agent.destroy();
console.log(`seeds ${values.seed} to ${seed - 1}; longest turn ${longest.turn} ms (seed ${longest.seed})`);
console.log(
  [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, count]) => `${status}: ${count}`)
    .join(', '),
);
const kinds = new Map<string, string[]>();
for (const failure of failures) {
  const [kind = ''] = failure.split(':');
  kinds.set(kind, [...(kinds.get(kind) ?? []), failure]);
}
for (const [kind, all] of kinds)
  console.log(`\n${kind} (${all.length} times)\n${all.slice(0, 3).join('\n')}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
