// What the judge says of clients: each request by the document, and an account's requests in their sequence.
import { expect, test } from 'vitest';
import { createMock } from '../src/index.ts';

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
