// Clients that share a key, a program's name and an account: what one does is not held against another.
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createMock, type Mock } from '../src/index.ts';
import { Judge } from '../src/judge/judge.ts';
import { exchangeAt } from './support/judged-exchange.ts';

const KEY = 'cg-shared';
const KEEPING = { keepAlive: true, maxSockets: 1 };

/** Milliseconds after which a client that is alone has its connection free again. */
const LATER = 600;

/** Lists something, and returns the status when the answer is read. */
const list = (url: string, agent: Agent | false, what = 'files'): Promise<number> =>
  new Promise((resolve, reject) => {
    const options = { agent, headers: { authorization: `Bearer ${KEY}` } };
    const sent = request(`${url}/v1/${what}`, options, (answer) => {
      answer.resume().once('close', () => resolve(answer.statusCode ?? 0));
    });
    sent.once('error', reject).end();
  });

/** What is found of requests that are sent one after the other, and refused with Retry-After. */
async function found(act: (url: string) => Promise<unknown>): Promise<string[]> {
  const faults = [{ match: { operation: 'listFiles' as const }, error: 'rate-limited' as const }];
  await using mock: Mock = createMock({ lifecycle: 'manual', faults });
  await act((await mock.listen()).url);
  return mock.report().findings.map(({ rule }) => rule);
}

test('two clients that ask in turn, each with a connection of its own, are not accused', async () => {
  const [one, two] = [new Agent(KEEPING), new Agent(KEEPING)];
  const rules = await found(async (url) => {
    await list(url, one);
    await sleep(LATER);
    await list(url, two);
  });
  expect(rules).toEqual([]);
  one.destroy();
  two.destroy();
});

test('three clients that ask at once after one another are not accused', async () => {
  const agents = [1, 2, 3].map(() => new Agent(KEEPING));
  const rules = await found(async (url) => {
    // Each has used its connection before any is refused.
    for (const agent of agents) await list(url, agent, 'collections');
    for (const agent of agents) await list(url, agent);
  });
  expect(rules).toEqual([]);
  for (const agent of agents) agent.destroy();
});

test.each<[string, Agent | false, number]>([
  ['on one connection, at once', new Agent(KEEPING), 0],
  ['on one connection, later', new Agent(KEEPING), LATER],
  ['on a new connection each time, at once', false, 0],
  ['on a new connection each time, later', false, LATER],
])('one client that asks again is told, %s', async (_how, agent, pause) => {
  const rules = await found(async (url) => {
    await list(url, agent);
    await sleep(pause);
    await list(url, agent);
  });
  expect(rules).toEqual(['retry-too-early']);
  if (agent) agent.destroy();
});

test.each([0, LATER])('one client that uses fetch is told, with %i ms between', async (pause) => {
  const rules = await found(async (url) => {
    const init = { headers: { authorization: `Bearer ${KEY}` } };
    for (let nth = 0; nth < 3; nth++) {
      await (await fetch(`${url}/v1/files`, init)).text();
      await sleep(pause);
    }
  });
  expect(rules).toEqual(['retry-too-early']);
});

test('where mocks share a store, each request is judged, and no sequence of which others answered a part', () => {
  const throws = (thrown: unknown) => {
    throw thrown;
  };
  const end = { at: 0, now: 0, webhooks: 0, ends: () => true };
  const given = { status: 429, retryAfter: 60, query: { page_size: ['1'] } };
  const rulesOf = (isShared: boolean) => {
    const judge = new Judge(10, throws, isShared);
    for (const at of [0, 1_000]) judge.observe('account', exchangeAt(at, given));
    return judge.of('account', end).findings.map(({ rule }) => rule);
  };
  expect(rulesOf(false)).toEqual(['unknown-query-parameter', 'retry-too-early']);
  expect(rulesOf(true)).toEqual(['unknown-query-parameter']);
});
