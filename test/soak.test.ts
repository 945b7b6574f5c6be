// After thousands of requests with faults of every kind, a reset brings the very first answers back.
import { expect, onTestFinished, test } from 'vitest';
import { askIn, firstAnswers, SOAK_FAULTS, soak, soakMock } from './support/soak.ts';

test('after a soak with faults of every kind and a reset, the answers equal the first ones byte for byte', async () => {
  const mock = soakMock();
  onTestFinished(() => mock.close());
  const fresh = soakMock();
  const first = await firstAnswers(askIn(fresh));
  await soak(mock, 2_000);
  const account = mock.account('soak');
  const fired = account.faults.list().map((fault) => fault.fired);
  expect(fired).toHaveLength(SOAK_FAULTS.length);
  expect(fired.filter((times) => times === 0)).toEqual([]);
  expect(account.requests.count()).toBe(2_000);
  mock.reset();
  expect(await firstAnswers(askIn(mock))).toEqual(first);
  expect(mock.account('soak').faults.list()).toEqual([]);
  expect(mock.account('soak').requests.count()).toBe(0);
});

test('two soaks with the same seed are equal, fault by fault and answer by answer', async () => {
  const run = async () => {
    const mock = soakMock();
    onTestFinished(() => mock.close());
    await soak(mock, 500, { atOnce: 1 });
    const { faults, requests } = mock.account('soak');
    return {
      faults: faults.list(),
      answers: requests
        .list()
        .map(({ method, url, response }) => `${method} ${url} ${response.status} ${response.body}`),
    };
  };
  expect(await run()).toEqual(await run());
});

test('resetting one account in a soak does not affect the others', async () => {
  const mock = soakMock();
  onTestFinished(() => mock.close());
  await firstAnswers(askIn(mock));
  const state = () => JSON.stringify(mock.account('first').snapshot());
  const before = state();
  await soak(mock, 300);
  expect(mock.account('soak').files.list()).not.toEqual([]);
  mock.account('soak').reset();
  expect(mock.account('soak').files.list()).toEqual([]);
  expect(state()).toBe(before);
});
