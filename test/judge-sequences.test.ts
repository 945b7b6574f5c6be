// What clients do wrong over time: each rule names the client that breaks it, and accuses none that does not.
import { afterAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../src/index.ts';
import { sequenceRules } from '../src/judge/rule-registry.ts';
import { type Act, createApi, type Fetch, type Pair } from './clients/api.ts';
import { pairs } from './clients/pairs.ts';

/** The ways in which a client reaches a mock. */
const transports: Record<string, (mock: Mock) => Promise<Fetch>> = {
  'in the process': async (mock) => (path, init) => mock.fetch(path, init),
  'over HTTP': async (mock) => {
    const { url } = await mock.listen();
    return (path, init) => fetch(`${url}${path}`, init);
  },
};

const KEY = 'cg-judged';
const score = { named: 0, sloppy: 0, accused: 0, sound: 0 };

/** The rules that a client breaks. */
async function broken({ options }: Pair, act: Act, reach: (mock: Mock) => Promise<Fetch>): Promise<string[]> {
  await using mock = createMock({ lifecycle: 'manual', ...options });
  const account = mock.account(KEY);
  await act(createApi(await reach(mock), KEY, account));
  const { findings } = account.report();
  for (const { text, remedy } of findings) expect(`${text} ${remedy}`).not.toMatch(/undefined|NaN|\[object/);
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

afterAll(() => {
  const { named, sloppy, accused, sound } = score;
  console.log(`sloppy clients named: ${named} of ${sloppy}; sound clients accused: ${accused} of ${sound}`);
});
