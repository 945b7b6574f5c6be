// What clients do wrong over time: each rule names the client that breaks it, and accuses none that does not.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { createMock, type Mock, type MockOptions } from '../src/index.ts';
import { sequenceRules } from '../src/judge/rule-registry.ts';
import { type Act, createApi, type Fetch, type Pair } from './clients/api.ts';
import { pairs } from './clients/pairs.ts';
import { GRAIN, SYNC } from './clients/sound.ts';

/** The ways in which a client reaches a mock. */
const transports: Record<string, (mock: Mock) => Promise<Fetch>> = {
  'in the process': async (mock) => (path, init) => mock.fetch(path, init),
  'with a report before each request': async (mock) => (path, init) => {
    mock.account(KEY).report();
    return mock.fetch(path, init);
  },
  'over HTTP': async (mock) => {
    const { url } = await mock.listen();
    return (path, init) => fetch(`${url}${path}`, init);
  },
};

const KEY = 'cg-judged';
const CONNECTOR = '11111111-2222-4333-8444-555555555555';
const score = { named: 0, sloppy: 0, accused: 0, sound: 0 };

/** The rules that a client breaks. */
async function broken({ options }: Pair, act: Act, reach: (mock: Mock) => Promise<Fetch>): Promise<string[]> {
  await using mock = createMock({ lifecycle: 'manual', ...options });
  const account = mock.account(KEY);
  await act(createApi(await reach(mock), KEY, account));
  const { findings } = account.report();
  for (const { text, remedy } of findings) expect(`${text}; ${remedy}`).not.toMatch(/undefined|NaN|\[object/);
  return findings.map(({ rule }) => rule);
}

test('every rule has a client that breaks it, and one that does not', () => {
  expect(pairs.map(({ rule }) => rule).toSorted()).toEqual(sequenceRules.map(({ name }) => name).toSorted());
  for (const { sound } of pairs) expect(Object.keys(sound).length).toBeGreaterThan(0);
});

describe.each(Object.entries(transports))('%s', (_transport, reach) => {
  describe.each(pairs)('$rule', (pair) => {
    test('names the client that breaks it, and nothing else of it', async () => {
      score.sloppy += 1;
      expect(await broken(pair, pair.sloppy, reach)).toEqual([pair.rule]);
      score.named += 1;
    });

    test.each(Object.entries(pair.sound))('a client that %s is not accused', async (_name, act) => {
      score.sound += 1;
      const rules = await broken(pair, act, reach);
      if (rules.length > 0) score.accused += 1;
      expect(rules).toEqual([]);
    });
  });
});

const rulesOf = (mock: Mock) =>
  mock
    .account(KEY)
    .report()
    .findings.map(({ rule }) => rule);

const headers = { authorization: `Bearer ${KEY}` };

test('the rule of webhooks that are made again says how many are told', async () => {
  await using mock = createMock();
  const api = createApi(async (path, init) => mock.fetch(path, init), KEY, mock.account(KEY));
  const json = { endpoint: 'http://127.0.0.1:9/hook', subscribed_events: ['file.job.completed'] };
  let made = 0;
  while (rulesOf(mock).length === 0 && made < 10) {
    await api.post('/webhooks', { json });
    made += 1;
  }
  const { reason } = sequenceRules.find(({ name }) => name === 'duplicate-webhook') ?? {};
  expect(reason).toContain(`Fewer than ${made} are not told`);
});
const limited = (seconds: number): MockOptions => ({
  lifecycle: 'manual',
  faults: [{ error: 'rate-limited', retry_after: seconds, times: 1 }],
});

describe('who waited is not accused', () => {
  const clients: Record<string, () => Promise<void>> = {
    'in real time, while the timers of its test stand still': async () => {
      vi.useFakeTimers();
      await sleep(1_000);
    },
    'by the fake timers of its test': async () => {
      vi.useFakeTimers();
      const waited = new Promise((resolve) => setTimeout(resolve, 1_000));
      await vi.advanceTimersByTimeAsync(1_000);
      await waited;
    },
  };
  afterEach(() => void vi.useRealTimers());

  test.each(Object.entries(clients))('%s', async (_clock, wait) => {
    await using mock = createMock(limited(1));
    await mock.fetch('/v1/files', { headers });
    await wait();
    await mock.fetch('/v1/files', { headers });
    expect(rulesOf(mock)).toEqual([]);
  });

  test('but one that did not wait is, whatever the timers of its test', async () => {
    vi.useFakeTimers();
    await using mock = createMock(limited(1));
    await mock.fetch('/v1/files', { headers });
    await mock.fetch('/v1/files', { headers });
    expect(rulesOf(mock)).toEqual(['retry-too-early']);
  });
});

test('a probe with HEAD is no step of a client', async () => {
  await using mock = createMock({ lifecycle: 'instant' });
  const { post, send } = createApi((path, init) => mock.fetch(path, init), KEY, mock.account(KEY));
  const { body } = await post(SYNC, { json: { url: GRAIN } });
  for (let probes = 0; probes < 20; probes++) await send('HEAD', `/files/${body.id}`);
  expect(rulesOf(mock)).toEqual([]);
});

test('a listing whose first page is empty is told once', async () => {
  await using mock = createMock({ lifecycle: 'manual' });
  const account = mock.account(KEY);
  const items = Array.from({ length: 30 }, (_, nth) => ({ id: `${9_000 + nth}`, title: `Call ${nth}` }));
  // Gong matches titles while it lists, which leaves pages empty.
  account.connectors.add({ type: 'gong', id: CONNECTOR, items });
  const { get } = createApi((path, init) => mock.fetch(path, init), KEY, account);
  const path = `/data-connectors/${CONNECTOR}/files?from=2020-01-01&title_search=none`;
  expect((await get(path)).body).toMatchObject({ data: [], has_more: true });
  expect(rulesOf(mock)).toEqual(['stop-at-empty-page']);
});

test('each program that shares a key is judged by itself', async () => {
  await using mock = createMock({ lifecycle: 'manual', faults: [{ error: 'rate-limited', times: 2 }] });
  const list = (agent: string) => mock.fetch('/v1/files', { headers: { ...headers, 'user-agent': agent } });
  await list('one/1.0');
  await list('two/1.0');
  expect(rulesOf(mock)).toEqual([]);
  await list('one/1.0');
  expect(rulesOf(mock)).toEqual(['retry-too-early']);
});

test('a rule follows a thousand things at a time, the latest', async () => {
  await using mock = createMock({ lifecycle: 'manual', faults: [{ status: 502 }] });
  const { post } = createApi((path, init) => mock.fetch(path, init), KEY, mock.account(KEY));
  for (let nth = 0; nth < 1_010; nth++) await post(SYNC, { json: { url: `grain://recording/${nth}` } });
  const [finding, ...others] = mock.account(KEY).report().findings;
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule: 'missing-retry', count: 1_000 });
  expect(finding?.text).toContain('grain://recording/10"');
});

afterAll(() => {
  const { named, sloppy, accused, sound } = score;
  console.log(`sloppy clients named: ${named} of ${sloppy}; sound clients accused: ${accused} of ${sound}`);
});
