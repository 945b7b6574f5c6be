// What the judge says of clients: each request by the document, and an account's requests in their sequence.
import { expect, test } from 'vitest';
import { createMock, type Mock } from '../src/index.ts';
import { MOST_FINDINGS } from '../src/judge/findings.ts';

test('a client that ignores Retry-After is told so, with the request that shows it', async () => {
  await using mock = createMock({ lifecycle: 'manual' });
  const headers = { authorization: 'Bearer cg-test' };
  mock.account('cg-test').faults.add({ rate_limit: { requests: 1, window: '1m' } });
  await mock.fetch('/v1/files', { headers });
  await mock.fetch('/v1/files', { headers });
  await mock.fetch('/v1/files', { headers: { ...headers, 'x-request-id': 'third' } });
  const { errors, findings } = mock.account('cg-test').report();
  expect(errors).toBe(1);
  expect(findings[0]).toMatchObject({ rule: 'retry-too-early', count: 1, first: { id: 'third' } });
  expect(
    mock
      .account('cg-test')
      .requests.list()
      .map((one) => one.findings.map(({ rule }) => rule)),
  ).toEqual([[], [], ['retry-too-early']]);
  expect(mock.report().findings).toHaveLength(1);
  mock.reset();
  expect(mock.report().findings).toEqual([]);
});

const badly = (mock: Mock, query: string, token = 'cg-test') =>
  mock.fetch(`/v1/files?${query}`, { headers: { authorization: `Bearer ${token}` } });

test('a mistake is told once, with how often it came and the first request', async () => {
  await using mock = createMock({ lifecycle: 'manual' });
  for (const at of [1, 2, 3]) {
    const headers = { authorization: 'Bearer cg-test', 'x-request-id': `nr-${at}` };
    await mock.fetch('/v1/files?page_size=1', { headers });
  }
  expect(mock.account('cg-test').report()).toMatchObject({
    requests: 3,
    errors: 1,
    findings: [{ count: 3, first: { id: 'nr-1', method: 'GET', path: '/v1/files' } }],
    met: [{ operation: 'listFiles', status: 200, error: null, count: 3 }],
  });
});

test('of all accounts a mistake is one, with the account that made it first', async () => {
  await using mock = createMock({ lifecycle: 'manual' });
  for (const token of ['cg-1', 'cg-2']) await badly(mock, 'page_size=1', token);
  const { account } = mock.account('cg-1').report().findings[0] ?? {};
  expect(account).toMatch(/\S/);
  expect(mock.report()).toMatchObject({ requests: 2, errors: 1, findings: [{ count: 2, account }] });
  mock.account('cg-1').reset();
  expect(mock.report()).toMatchObject({ requests: 1, findings: [{ count: 1 }] });
});

test('what accounts did is not lost when there are too many to follow', async () => {
  await using mock = createMock({ lifecycle: 'manual', maxAccounts: 3 });
  for (let n = 0; n < 10; n++) await badly(mock, 'page_size=1', `cg-${n}`);
  expect(mock.report()).toMatchObject({
    requests: 10,
    findings: [{ count: 10 }],
    met: [{ operation: 'listFiles', status: 200, count: 10 }],
  });
  expect(mock.account('cg-0').report().findings).toEqual([]);
  expect(mock.account('cg-9').report().findings).toHaveLength(1);
});

test('the kinds of mistakes that are kept are bounded, and the others counted', async () => {
  await using mock = createMock({ lifecycle: 'manual' });
  const names = Array.from({ length: MOST_FINDINGS + 300 }, (_, n) => `wrong_${n}=`);
  // One request tells only so many, so that a body with thousands of mistakes is no load.
  for (let at = 0; at < names.length; at += 10) await badly(mock, names.slice(at, at + 10).join('&'));
  expect(mock.report().findings).toHaveLength(MOST_FINDINGS);
  expect(mock.report().dropped).toBe(300);
  await badly(mock, names.join('&').slice(0, 8_000));
  expect(mock.report().requests).toBe(131);
});

test('texts of findings are short, on one line and without secrets', async () => {
  await using mock = createMock({ lifecycle: 'manual' });
  await badly(mock, `${'x'.repeat(9_000)}=1`);
  await badly(mock, `${encodeURIComponent('line\none\u001b[31m')}=1`);
  await badly(mock, `status=${encodeURIComponent('https://user:hunter2@example.com')}`);
  await badly(mock, `${encodeURIComponent('api_key=hunter2')}=1`);
  const { findings } = mock.report();
  expect(findings).toHaveLength(4);
  const texts = findings.flatMap(({ text, remedy, place, kind, first }) => [
    text,
    remedy,
    place ?? '',
    kind,
    first.path,
  ]);
  for (const text of texts) {
    expect(text.length).toBeLessThan(2_100);
    expect(text).not.toMatch(/\p{Cc}|hunter2/u);
  }
});

test('the report is the same over HTTP, of an account and of all', async () => {
  await using mock = createMock({ lifecycle: 'manual' });
  await badly(mock, 'page_size=1');
  const report = async (query: string, token: string) =>
    (await mock.fetch(`/__admin/report${query}`, { headers: { authorization: `Bearer ${token}` } })).json();
  expect(await report('', 'cg-test')).toEqual(mock.account('cg-test').report());
  expect(await report('?all=true', 'cg-other')).toEqual(mock.report());
  expect((await report('', 'cg-other')).findings).toEqual([]);
});
