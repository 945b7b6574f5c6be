// A long soak in a process of its own: does a reset bring the first answers back, and the memory that there was?
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createMock } from '../../src/index.ts';
import { firstAnswers, soak, soakMock } from '../support/soak.ts';

const REQUESTS = 100_000;
/** What a heap may differ by that holds the same: compiled code, and what the engine keeps for later. */
const TOLERANCE = 16 * 2 ** 20;

const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;

async function heap(): Promise<number> {
  for (let n = 0; n < 3; n++) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed;
}

async function measure(): Promise<boolean> {
  const first = await firstAnswers(createMock({ lifecycle: 'manual' }));
  const mock = soakMock();
  // What is compiled and cached once is no leak; the journal is full after it, too.
  await soak(mock, 10_000);
  mock.reset();
  const before = await heap();
  const start = performance.now();
  await soak(mock, REQUESTS);
  const seconds = (performance.now() - start) / 1_000;
  const { faults, requests } = mock.account('soak');
  const fired = faults.list().reduce((sum, fault) => sum + fault.fired, 0);
  const kept = requests.count();
  const full = await heap();
  mock.reset();
  const same = JSON.stringify(await firstAnswers(mock)) === JSON.stringify(first);
  mock.reset();
  const after = await heap();
  console.log(`| soak of ${REQUESTS} requests in ${Math.round(seconds)} s, ${fired} faults | |
| --- | --- |
| first answers after a reset | ${same ? 'the same, byte for byte' : 'NOT the same'} |
| heap before | ${megabytes(before)} |
| heap with the state of the soak and ${kept} requests in the journal | ${megabytes(full)} |
| heap after a reset | ${megabytes(after)} |`);
  await mock.close();
  return same && after - before < TOLERANCE;
}

if (process.argv[2] === 'child') {
  process.exit((await measure()) ? 0 : 1);
} else {
  const child = fork(fileURLToPath(import.meta.url), ['child'], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
  });
  const [status] = (await once(child, 'exit')) as [number | null];
  if (status !== 0) process.exitCode = 1;
}
