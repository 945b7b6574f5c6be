// A server in a process of its own, as users run it: the built package, or what it is measured against.
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Mock, MockOptions } from 'cloudglue-mock';
import type { FillOptions } from './fill.ts';
import { settledHeap } from './heap.ts';
import { answerParent } from './processes.ts';
import { type Pauses, watchPauses } from './watch.ts';

export type ServerMessage =
  /** What a reference answers with from now on. */
  | { constant: string }
  | { fill: FillOptions }
  /** Forgets the account of the token. */
  | { reset: string }
  /** Answers with the processor time that it took so far, in microseconds. */
  | { do: 'cpu' }
  /** Watches for pauses from now on; `pauses` ends that and tells of them. */
  | { do: 'watch-pauses' }
  | { do: 'pauses' }
  /** Answers with the bytes of memory in use. */
  | { do: 'heap' }
  /** Answers when no webhook event is under way. */
  | { do: 'idle' }
  /** Closes the mock, and tells what still keeps the process. */
  | { do: 'close' }
  /** Answers with the memory that the process takes, in bytes. */
  | { do: 'memory' }
  /** Watches the memory from now on; answers with its peak since it was asked last. */
  | { do: 'peak' };

const [, , kind = 'mock', options = '{}'] = process.argv;
/** What node calls the channel to the process that asks. */
const CHANNEL = 'PipeWrap';
const before = process.getActiveResourcesInfo();
const constant = { body: '{}' };

let pauses: (() => Pauses) | undefined;
let peak: number | undefined;

function peakSinceLast(): number {
  if (peak === undefined) {
    setInterval(() => {
      peak = Math.max(peak ?? 0, process.memoryUsage.rss());
    }, 5);
  }
  const last = peak ?? 0;
  peak = process.memoryUsage.rss();
  return last;
}

function cpuMicros(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Closes the mock. Returns what keeps the process since then and did not before there was a mock. */
async function closeMock(): Promise<string[]> {
  await mock?.close();
  let left: string[] = [];
  // Sockets that were closed are there for a moment yet.
  for (let tries = 0; tries < 100; tries++) {
    await setTimeout(20);
    left = process.getActiveResourcesInfo();
    for (const known of [...before, CHANNEL]) {
      const index = left.indexOf(known);
      if (index >= 0) left.splice(index, 1);
    }
    if (left.length === 0) break;
  }
  return left;
}

const references: Record<string, () => Promise<Server>> = {
  bare: async () => (await import('./bare-server.ts')).bareServer(constant),
  hono: async () => (await import('./hono-server.ts')).honoServer(constant),
  openapi: async () => (await import('./zod-openapi-server.ts')).zodOpenApiServer(constant),
};

/** Loads what this server needs alone: what else is in a process counts as its memory. */
async function listen(): Promise<{ port: number; mock?: Mock }> {
  if (kind === 'mock') {
    const { createMock } = await import('cloudglue-mock');
    const mock = createMock(JSON.parse(options) as MockOptions);
    return { mock, port: (await mock.listen()).port };
  }
  if (kind === 'judged' || kind === 'unjudged') {
    // From the source, where the judge can be taken out.
    const [source, { Judge }] = await Promise.all([
      import('../../src/index.ts'),
      import('../../src/judge/judge.ts'),
    ]);
    if (kind === 'unjudged') Judge.prototype.observe = () => [];
    const mock = source.createMock(JSON.parse(options) as MockOptions);
    return { mock, port: (await mock.listen()).port };
  }
  const server = await references[kind]?.();
  if (!server) throw new Error(`no server is called ${kind}`);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { port: (server.address() as AddressInfo).port };
}

const { mock, port } = await listen();
answerParent<ServerMessage>({ port }, async (message) => {
  if ('constant' in message) constant.body = message.constant;
  else if ('fill' in message) {
    const { fill } = await import('./fill.ts');
    return { ids: mock && (await fill(mock, message.fill)) };
  } else if ('reset' in message) mock?.account(message.reset).reset();
  else if (message.do === 'cpu') return { micros: cpuMicros() };
  else if (message.do === 'watch-pauses') pauses = watchPauses();
  else if (message.do === 'pauses') return pauses?.();
  else if (message.do === 'heap') return { bytes: await settledHeap() };
  else if (message.do === 'memory') return { bytes: process.memoryUsage.rss() };
  else if (message.do === 'idle') await mock?.webhooks.idle();
  else if (message.do === 'close') return { left: await closeMock() };
  else return { peak: peakSinceLast() };
  return {};
});
