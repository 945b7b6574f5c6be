// The exam for clients: a sound client passes every scenario, and each sloppy one fails exactly the one made for it.
import { expect, test } from 'vitest';
import type { Scenario } from '../src/check/scenarios/scenario.ts';
import { scenarios } from '../src/check/scenarios/scenario-registry.ts';
import { type Mistake, mistakes, runClient } from './clients/client.ts';
import { examineClient, resultsOf } from './support/exam.ts';

const names = scenarios.map(({ name }) => name);
const all = (result: string) => Object.fromEntries(names.map((name) => [name, result]));

/** What makes a scenario last, so that a busy machine cannot hide the mistake that it is made for. */
const lasting: Partial<Record<Mistake, Partial<Scenario>>> = {
  'rate-limited': { faults: [{ match: { nth: 2 }, error: 'rate-limited', retry_after: 3_600, times: 2 }] },
  'slow-answer': { faults: [{ match: { nth: 2 }, delay: { fixed: '10m' } }] },
  'processing-never-ends': { ends_within: '10s' },
};

const examineMistake = async (mistake?: Mistake) =>
  examineClient(
    (where, signal) => runClient(where, mistake, signal),
    scenarios.map((one) => ({ ...one, ends_within: '1h', ...(one.name === mistake && lasting[mistake]) })),
  );

test('every scenario has a sloppy client', () => {
  expect(Object.keys(mistakes).toSorted()).toEqual(names.toSorted());
});

test('a sound client passes every scenario, and breaks no rule in any of them', async () => {
  const outcomes = await examineMistake();
  expect(resultsOf(outcomes)).toEqual(all('passed'));
  for (const { scenario, session } of outcomes) expect(session?.report.findings, scenario.name).toEqual([]);
});

test.concurrent.each(Object.entries(mistakes).filter(([name]) => name !== 'all-is-well'))(
  'a client fails %s alone that %s',
  async (name) => {
    const results = resultsOf(await examineMistake(name as Mistake));
    expect(results).toEqual({ ...all('passed'), [name]: 'failed' });
  },
);

test('a client that fails where all is well is examined no further', async () => {
  const outcomes = await examineMistake('all-is-well');
  expect(resultsOf(outcomes)).toEqual({ ...all('not met'), 'all-is-well': 'failed' });
  expect(outcomes[1]?.toMeet).toMatch(/was not run, because the command fails where all is well/);
});
