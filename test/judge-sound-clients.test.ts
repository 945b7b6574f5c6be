// Sound clients are never accused: many at once, in any order, whatever happens to their requests.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMock, type MockOptions } from '../src/index.ts';
import { type Api, createApi, type Fetch } from './clients/api.ts';
import { programs } from './clients/programs.ts';
import { rounds } from './support/rounds.ts';

const KEY = 'cg-judged';
type Faults = NonNullable<MockOptions['faults']>;

const fault = fc
  .record({
    seed: fc.integer({ min: 0, max: 999 }),
    probability: fc.constantFrom(0.1, 0.3, 0.6),
    what: fc.constantFrom<Faults[number]>(
      { error: 'server-error' },
      { error: 'rate-limited' },
      { error: 'rate-limited', retry_after: 2 },
      { error: 'service-unavailable' },
      { error: 'provider-unavailable' },
      { error: 'provider-rate-limited' },
      { error: 'expired-page-token' },
      { network: 'answer-lost' },
      { network: 'connection-reset' },
      { network: 'reset-in-body' },
      { network: 'truncated-json' },
      { network: 'empty-body' },
      { rate_limit: { requests: 5, window: '10s' } },
    ),
  })
  .map(({ what, probability, seed }): Faults[number] =>
    what.rate_limit ? what : { ...what, match: { probability }, seed: String(seed) },
  );

const lifecycle = fc.constantFrom('timed', 'manual', 'polled', 'instant');
const names = fc.array(fc.constantFrom(...Object.keys(programs)), { minLength: 2, maxLength: 6 });

/** The same account, as another program reaches it. */
const as =
  (fetch: Fetch, agent: string): Fetch =>
  (path, init) =>
    fetch(path, { ...init, headers: { ...init.headers, 'user-agent': agent } });

interface Run {
  names: readonly string[];
  options: MockOptions;
  /** Puts the requests of all clients into an order. */
  order?: (fetch: Fetch) => Fetch;
  /** Whether they reach the mock over HTTP. */
  isServed?: boolean;
  /** What differs between the clients, of each of which there are several. */
  agentOf: (nth: number) => string;
}

/** What is found of programs that run at once. */
async function findingsOf(
  { names, options, order, agentOf, isServed = false }: Run,
  wait: (all: Promise<unknown>) => Promise<unknown> = (all) => all,
) {
  await using mock = createMock(options);
  const account = mock.account(KEY);
  const url = isServed ? (await mock.listen()).url : undefined;
  const reach: Fetch = (path, init) => (url ? fetch(`${url}${path}`, init) : mock.fetch(path, init));
  const ordered = order?.(reach) ?? reach;
  const clientOf = (nth: number): Api => createApi(as(ordered, agentOf(nth)), KEY, account);
  await wait(Promise.all(names.map((name, nth) => programs[name]?.(clientOf(nth), nth))));
  return account.report().findings.map(({ rule, text }) => `${rule}: ${text}`);
}

const anyRun = [names, lifecycle, fc.array(fault, { maxLength: 3 })] as const;

test('programs that share an account are not accused, whatever the order of their requests and the faults', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), ...anyRun, async (scheduler, names, lifecycle, faults) => {
      const run: Run = {
        names,
        options: { lifecycle, faults },
        order: (fetch) => async (path, init) => {
          await scheduler.schedule(Promise.resolve(), `${init.method} ${path}`);
          return fetch(path, init);
        },
        agentOf: (nth) => `program/${nth}`,
      };
      expect(await findingsOf(run, (all) => scheduler.waitFor(all))).toEqual([]);
    }),
    { numRuns: rounds(60) },
  );
});

test.each([
  ['in the process', false, 60],
  ['over HTTP', true, 15],
])('workers of one program are not accused, %s', async (_where, isServed, runs) => {
  await fc.assert(
    fc.asyncProperty(...anyRun, async (names, lifecycle, faults) => {
      const run: Run = { names, options: { lifecycle, faults }, agentOf: () => 'workers/1.0', isServed };
      expect(await findingsOf(run)).toEqual([]);
    }),
    { numRuns: rounds(runs) },
  );
});
