// A long soak over sockets: memory, handles and the first answers must be what they were. `npm run soak`.
import { firstAnswers, SOAK_FAULTS } from '../support/soak.ts';
import { type Ask, json, soakAccount } from '../support/soak-requests.ts';
import { readBenchOptions } from './options.ts';
import { CORES, startWorker } from './processes.ts';
import { machine, table, thousands } from './report.ts';
import { laneTo, readEvents, startReceiver } from './soak-client.ts';

/** Requests of each account, unless there are few accounts. */
const REQUESTS_EACH = 1_000;
/** After so many requests an account is reset: each at another time, so that the mock's state stays as large. */
const PERIOD = 50;
const LANES = 16;
/** Requests of an account that the reader of its events stays for. */
const FOLLOWED = 5;
const TENTHS = 10;
/** How much more memory than after the first tenth is no leak: what an engine compiles and keeps for later. */
const TOLERANCE = 0.1;
const MOCK = { lifecycle: 'manual', unknownUris: 'create', webhookPause: 1 };

const { requests } = readBenchOptions(process.argv.slice(2));
const accounts = Math.max(LANES, Math.round(requests / REQUESTS_EACH));
/** Readers of events at a time: most accounts have none. */
const readers = Math.max(1, Math.min(LANES, Math.floor(accounts / 60)));
const each = Math.ceil(requests / accounts);

const startedAt = performance.now();
const receiver = await startReceiver();
const server = await startWorker<{ port: number }>('server.ts', ['mock', JSON.stringify(MOCK)], {
  core: CORES.server,
  execArgv: ['--expose-gc'],
});
const { port } = server.greeting;
const lanes = Array.from({ length: LANES }, () => laneTo(port));
const counts = { requests: 0, resets: 0, faults: 0, streams: 0, bytesOfStreams: 0 };
const statuses = new Map<string, number>();

/** An account's requests, among them those that move and reset it. */
function accountOf(index: number, ask: Ask) {
  const token = `soak-${index}`;
  const { next, forget } = soakAccount(ask, token);
  let done = 0;
  let resets = 0;
  const admin = async (path: string, init = {}) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const { status, text } = await ask(path, { method: 'POST', ...init, headers });
    counts.requests++;
    if (status >= 400) throw new Error(`${path} answered ${status}: ${text}`);
  };
  const begin = async () => {
    await admin('/__admin/reset');
    forget();
    counts.resets++;
    resets++;
    if (index % 10 === 0) {
      await admin(
        '/v1/webhooks',
        json({ endpoint: receiver.url, subscribed_events: ['file.job.completed'] }),
      );
    }
    if (index % 5 !== 0) return;
    for (let nth = 0; nth < 3; nth++) {
      await admin('/__admin/faults', json(SOAK_FAULTS[(resets * 3 + nth) % SOAK_FAULTS.length]));
      counts.faults++;
    }
  };
  return {
    token,
    async step(): Promise<void> {
      if ((done + index) % PERIOD === 0) await begin();
      if ((done + index) % 10 === 5) await admin('/__admin/clock/advance', json({ by: '5s' }));
      done++;
      const answer = await next();
      counts.requests++;
      const status = answer ? String(answer.status) : 'broken';
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    },
  };
}

const lanesOfAccounts = lanes.map(({ ask }, lane) =>
  Array.from({ length: Math.ceil((accounts - lane) / LANES) }, (_, n) => accountOf(lane + n * LANES, ask)),
);

/** A tenth of all: each lane asks for its accounts in turn, and follows one of them for a while. */
async function soakTenth(): Promise<void> {
  await Promise.all(
    lanesOfAccounts.map(async (own, lane) => {
      let events: Awaited<ReturnType<typeof readEvents>> | undefined;
      const leave = () => {
        counts.bytesOfStreams += events?.bytes() ?? 0;
        events?.leave();
      };
      for (let round = 0; round < each / TENTHS; round++) {
        if (round % FOLLOWED === 0 && lane < readers) {
          leave();
          events = await readEvents(port, own[(round / FOLLOWED) % own.length]?.token ?? '');
          counts.streams++;
        }
        for (const { step } of own) await step();
      }
      leave();
    }),
  );
  await server.ask({ do: 'idle' });
}

const first = JSON.stringify(await firstAnswers(lanes[0]?.ask as Ask));
const heaps: number[] = [];
for (let tenth = 1; tenth <= TENTHS; tenth++) {
  await soakTenth();
  const { bytes } = await server.ask<{ bytes: number }>({ do: 'heap' });
  heaps.push(bytes);
  console.error(`${thousands(counts.requests)} requests: ${(bytes / 2 ** 20).toFixed(1)} MB`);
}

/** Accounts whose first answers did not come back after a reset. */
let different = 0;
for (const { token } of lanesOfAccounts.flat()) {
  const ask = lanes[0]?.ask as Ask;
  await ask('/__admin/reset', { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  if (JSON.stringify(await firstAnswers(ask, token)) !== first) different++;
}
// Nobody leaves by himself: what is open when the mock closes is for the mock to end.
await readEvents(port, 'soak-0');
const { left } = await server.ask<{ left: string[] }>({ do: 'close' });
for (const { close } of lanes) close();
const endedAlone = await server.leave(10);
receiver.close();

const [afterFirst = 0] = heaps;
const last = heaps.at(-1) ?? 0;
const grown = last / afterFirst - 1;
const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
const checks: [what: string, found: string, passed: boolean][] = [
  [
    'memory after the last tenth, of that after the first',
    `${megabytes(last)} of ${megabytes(afterFirst)}: ${grown < 0 ? '' : '+'}${(grown * 100).toFixed(1)} %`,
    grown <= TOLERANCE,
  ],
  [
    'first answers after a reset, byte for byte',
    different === 0
      ? `the same in all ${thousands(accounts)} accounts`
      : `different in ${different} accounts`,
    different === 0,
  ],
  ['handles open after the mock was closed', left.length === 0 ? 'none' : left.join(', '), left.length === 0],
  ['the process ends by itself', endedAlone ? 'yes' : 'no', endedAlone],
];
const answers = [...statuses].sort(([a], [b]) => (a < b ? -1 : 1));
const seconds = Math.round((performance.now() - startedAt) / 1_000);
console.log(`${machine()}. ${thousands(counts.requests)} requests of ${thousands(accounts)} accounts in ${seconds} s.

${table(
  ['soak', 'found', 'verdict'],
  checks.map(([what, found, passed]) => [what, found, passed ? 'as it should be' : 'WRONG']),
)}

Memory after each tenth: ${heaps.map(megabytes).join(', ')}.
Answers: ${answers.map(([status, times]) => `${status} ${thousands(times)} times`).join(', ')}.
Besides: ${thousands(counts.resets)} resets, ${thousands(counts.faults)} fault rules, ${thousands(receiver.received())} webhook events, ${thousands(counts.streams)} event streams with ${megabytes(counts.bytesOfStreams)}.`);
process.exitCode = checks.every(([, , passed]) => passed) ? 0 : 1;
