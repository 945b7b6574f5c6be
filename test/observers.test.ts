// What a person or a script sees of an account without a trace in it: what the console stands on.
import { expect, test } from 'vitest';
import { createMock } from '../src/index.ts';
import type { AdminSchemas } from '../src/openapi/admin.ts';
import { ids, setup } from './support/setup.ts';

const GRAIN = 'grain://recording/abc123';
type RequestList = AdminSchemas['RequestList'];
type AccountList = AdminSchemas['AccountList'];

test('an observer sees what a client would, and leaves no trace', async () => {
  const { mock, sync } = setup({ lifecycle: 'polled' });
  const { faults, requests } = mock.account('cg-test');
  const { id } = (await sync(ids.grain, GRAIN)).body;
  faults.add({ id: 'next', error: 'rate-limited', times: 1 });
  const observe = (path: string, prefer = 'observe') =>
    mock.fetch(path, { headers: { authorization: 'Bearer cg-test', prefer } });
  for (const prefer of ['observe', 'wait=1, Observe; really']) {
    const file = (await (await observe(`/v1/files/${id}`, prefer)).json()) as { status: string };
    expect(file.status).toBe('pending');
  }
  expect(requests.count()).toBe(1);
  expect(faults.list()).toMatchObject([{ calls: 0, fired: 0 }]);
  expect((await observe('/v1/files', 'observed')).status).toBe(429);
});

test('whoever changes something is no observer', async () => {
  const { mock } = setup();
  const { requests } = mock.account('cg-test');
  const headers = { authorization: 'Bearer cg-test', prefer: 'observe', 'content-type': 'application/json' };
  const body = JSON.stringify({ url: GRAIN });
  const { status } = await mock.fetch(`/v1/data-connectors/${ids.grain}/sync`, {
    method: 'POST',
    headers,
    body,
  });
  expect([status, requests.count()]).toEqual([200, 1]);
});

test('accounts are listed without their keys, the last one used first, and each has another key', async () => {
  const { call, as, mock } = setup();
  const first = as('secret-key-of-ana');
  await first.sync(ids.grain, GRAIN);
  await as('secret-key-of-ben').files();
  const { body } = await call<AccountList>('GET', '/__admin/accounts');
  expect(body.data.map(({ files, own }) => ({ files, own }))).toEqual([
    { files: 0, own: true },
    { files: 0, own: false },
    { files: 1, own: false },
  ]);
  expect(JSON.stringify(body)).not.toContain('secret');
  const ana = as(body.data[2]?.key ?? '');
  expect((await ana.files()).body.total).toBe(1);
  expect(mock.account('secret-key-of-ana').requests.count()).toBe(2);
  expect((await ana.call<AccountList>('GET', '/__admin/accounts')).body).toMatchObject({
    total: 3,
    data: [{ own: true, files: 1 }, {}, {}],
  });
});

test('a key made of an id is that of the account only while it is there', async () => {
  const { call, as, mock } = setup();
  await as('cg-ana').sync(ids.grain, GRAIN);
  const key = (await call<AccountList>('GET', '/__admin/accounts')).body.data.find(
    ({ files }) => files === 1,
  )?.key;
  mock.reset();
  expect((await as(String(key)).files()).body.total).toBe(0);
  await as('cg-ana').syncUrl('https://example.com/talk.mp4');
  expect((await as(String(key)).files()).body.total).toBe(1);
});

test('requests are listed in parts, and in brief, with the error case of each', async () => {
  const { call, mock, sync, files } = setup();
  await files();
  await sync(ids.grain, 's3://bucket/a.mp4');
  await mock.fetch('/v1/nope', { headers: { authorization: 'Bearer cg-test' } });
  const { data } = (await call<RequestList>('GET', '/__admin/requests')).body;
  expect(data.map(({ error_case }) => error_case)).toEqual([null, 'type-mismatch', 'unknown-route']);
  const [, second] = data;
  const path = `/__admin/requests?since=${Number(second?.number) - 1}&until=${second?.number}`;
  expect((await call<RequestList>('GET', path)).body).toEqual({ data: [second], total: 1 });
  const nothing = { headers: {}, body: null };
  expect((await call<RequestList>('GET', `${path}&brief=true`)).body.data).toEqual([
    { ...second, request: nothing, response: { status: 400, ...nothing } },
  ]);
});

test('the event stream can be brief, too', async () => {
  const { mock, files } = setup();
  const seen: object[] = [];
  mock.account('cg-test').follow(({ data }) => seen.push(data), { brief: true });
  await files();
  expect(seen).toMatchObject([
    { operation: 'listFiles', request: { headers: {} }, response: { body: null } },
  ]);
});

test('every error case is got by the requests that are listed as data, whatever the way', async () => {
  const { data } = (await setup().call<AdminSchemas['ErrorCaseList']>('GET', '/__admin/errors')).body;
  const wrong: string[] = [];
  let played = 0;
  for (const { name, commands } of data) {
    for (const { way, requests } of commands.filter(({ start }) => start === null)) {
      const answer = await lastErrorCase(requests);
      if (answer !== name) wrong.push(`${name} by ${way}: ${answer}`);
      played++;
    }
  }
  expect(wrong).toEqual([]);
  expect(played).toBeGreaterThan(data.length);
});

/** Sends requests in turn to a new mock; returns the error case of the last answer. */
async function lastErrorCase(requests: AdminSchemas['ErrorRequest'][]): Promise<string | null | undefined> {
  const mock = createMock({ lifecycle: 'manual' });
  const last = requests.at(-1);
  let answer: Record<string, string> = {};
  for (const { method, path, headers, key = 'cg-play', body, bytes, form } of requests) {
    const data = form && new FormData();
    for (const [name, value] of Object.entries(form ?? {})) {
      data?.append(name, name === 'file' ? new File([value], 'notes.txt') : value);
    }
    const text = bytes === undefined ? body : 'x'.repeat(bytes);
    const response = await mock.fetch(
      path.replace(/\{(\w+)\}/g, (_, field: string) => answer[field] ?? ''),
      {
        method,
        headers: { ...headers, ...(key !== null && { authorization: `Bearer ${key}` }) },
        body: data ?? text ?? null,
      },
    );
    answer = JSON.parse((await response.text()) || '{}');
  }
  const keyless = last?.key === null;
  const [recorded] = mock.account(last?.key ?? 'cg-play').requests.list({ keyless }, 1);
  await mock.close();
  return recorded?.error_case;
}
