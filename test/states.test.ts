// Provider states over HTTP, as a Pact verifier in any language asks for them.
import { expect, test } from 'vitest';
import { createMock, type MockOptions } from '../src/index.ts';
import { definitions } from '../src/sources/connectors/connector-registry.ts';

function setup(options: MockOptions = {}) {
  const mock = createMock({ lifecycle: 'manual', ...options });
  const change = async (body: object, where = '?token=cg-contract', headers: Record<string, string> = {}) => {
    const response = await mock.fetch(`/__admin/pact/setup${where}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  const ask = async (path: string, { key = 'cg-contract', ...init }: RequestInit & { key?: string } = {}) => {
    const response = await mock.fetch(`/v1${path}`, {
      ...init,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    });
    return { status: response.status, body: await response.json(), headers: response.headers };
  };
  const files = async (key?: string) => (await ask('/files', key === undefined ? {} : { key })).body.total;
  return { mock, change, ask, files };
}

test('lists its states with parameters, defaults and values, without a key', async () => {
  const { mock } = setup();
  const { data } = await (await mock.fetch('/__admin/pact/states')).json();
  expect(data.find(({ name }: { name: string }) => name === 'a listing goes on')).toMatchObject({
    parameters: [
      { name: 'type', default: 'grain', required: false },
      { name: 'limit', type: 'integer', default: 2 },
      { name: 'filters', type: 'object', default: {} },
    ],
    gives: ['connector_id', 'page_token', 'next_name'],
  });
});

test('every state can be set up with its defaults, and provides the values that it lists', async () => {
  const { mock, change } = setup();
  const { data } = await (await mock.fetch('/__admin/pact/states')).json();
  expect(data.length).toBeGreaterThan(20);
  for (const { name, gives } of data) {
    const params = name === 'the API answers' ? { operation: 'uploadFile', status: 413 } : {};
    const { status, body } = await change({ consumer: 'app', state: name, params, action: 'setup' });
    expect(status, name).toBe(200);
    expect(Object.keys(body).toSorted(), name).toEqual([...gives].toSorted());
    await change({ state: name, action: 'teardown' });
  }
});

test('every listed value of a parameter works', async () => {
  const { mock, change } = setup();
  const { data } = await (await mock.fetch('/__admin/pact/states')).json();
  type Listed = { name: string; parameters: { name: string; required: boolean; one_of?: string[] }[] };
  const choices = (data as Listed[]).flatMap(({ name: state, parameters }) =>
    parameters.some(({ required }) => required)
      ? []
      : parameters.flatMap(({ name, one_of = [] }) =>
          one_of.map((value) => ({ state, params: { [name]: value } })),
        ),
  );
  expect(choices.length).toBeGreaterThan(50);
  for (const choice of choices) {
    expect(await change(choice), JSON.stringify(choice)).toMatchObject({ status: 200 });
    await change({ ...choice, action: 'teardown' });
  }
});

test('a state is undone if the next one of the interaction cannot be set up', async () => {
  const { change, files } = setup();
  expect((await change({ states: ['files exist', 'no such state'] })).status).toBe(400);
  expect((await change({ state: 'the account is fresh' })).status).toBe(200);
  expect(await files()).toBe(0);
});

test.each(definitions.map(({ type }) => type))(
  'a source of type %s fails in each way that a state names',
  async (type) => {
    const { change, ask } = setup();
    const refusals = {
      'the share link is gated': 403,
      'the share link has expired': 403,
      'the item is gone': 404,
      'the provider rate-limits the connector': 429,
      'the provider is down': 502,
    };
    for (const [state, expected] of Object.entries(refusals)) {
      const { connector_id, uri } = (await change({ state, params: { type } })).body;
      const sync = { method: 'POST', body: JSON.stringify({ url: uri }) };
      expect((await ask(`/data-connectors/${connector_id}/sync`, sync)).status, state).toBe(expected);
    }
  },
);

test.each(['pending', 'processing', 'completed', 'failed', 'not_applicable'])(
  'a file that is %s stays so, whatever the clock does',
  async (status) => {
    for (const lifecycle of ['manual', 'polled', 'instant', 'timed'] as const) {
      const { mock, change, ask } = setup({ lifecycle });
      const { file_id } = (await change({ state: `the file is ${status}` })).body;
      mock.clock.advance('1h');
      await ask(`/files/${file_id}`);
      expect((await ask(`/files/${file_id}`)).body.status).toBe(status);
    }
  },
);

test.each([
  'grain://recording/abc123',
  'dropbox:///Team/All%20hands.mp4',
  'https://media.quaymark.example/talks/port-automation-keynote.mp4',
  'https://www.youtube.com/watch?v=Qk7mR2dYx0E',
  'https://www.tiktok.com/@quaymark/video/7412036958271405317',
])('a file of %s exists, with metadata, and it is the only one', async (uri) => {
  const { change, ask } = setup();
  const { file_id } = (
    await change({ state: 'a file exists', params: { uri, metadata: { speaker: 'Ana' } } })
  ).body;
  expect((await ask(`/files/${file_id}`)).body).toMatchObject({
    status: 'completed',
    metadata: { speaker: 'Ana' },
  });
  expect((await ask('/files')).body.total).toBe(1);
});

test.each([
  ['uploadFile', '/files', {}],
  ['syncFileFromUrl', '/files/sync', { url: 'https://example.com/a.mp4' }],
  ['createCollection', '/collections', { name: 'a', collection_type: 'entities' }],
  [
    'createWebhook',
    '/webhooks',
    { endpoint: 'http://127.0.0.1:9', subscribed_events: ['file.job.completed'] },
  ],
])('an account at its limits is refused by %s with 429', async (_, path, body) => {
  const { change, ask } = setup();
  await change({ state: 'the account is at its limits' });
  expect((await ask(path, { method: 'POST', body: JSON.stringify(body) })).status).toBe(429);
});

test('the API gives the forced answer before it validates the request', async () => {
  const { change, ask } = setup();
  await change({ state: 'the API answers', params: { operation: 'updateFile', status: 500 } });
  expect((await ask('/files/none', { method: 'PUT', body: '{"filename": 5}' })).status).toBe(500);
  expect((await ask('/files')).status).toBe(200);
});

test('states add up until a request to the API; the next state starts fresh without a teardown', async () => {
  const { change, files } = setup();
  await change({ state: 'a file exists' });
  await change({ state: 'the file is pending' });
  await change({ state: 'files exist', params: { count: 4 } });
  expect(await files()).toBe(4);
  await change({ state: 'files exist', params: { count: 2 } });
  expect(await files()).toBe(2);
  await change({ state: '' });
  expect(await files()).toBe(0);
});

test('a request without a key ends an interaction too', async () => {
  const { mock, change, files } = setup();
  await change({ state: 'a file exists' });
  await mock.fetch('/v1/files');
  await change({ state: 'a webhook exists' });
  expect(await files()).toBe(0);
});

test('acts on the account of the header, else of the parameter token', async () => {
  const { change, files } = setup();
  await change({ state: 'files exist', params: { count: 1 } }, '?token=b', { authorization: 'Bearer a' });
  await change({ state: 'files exist', params: { count: 2 } }, '?token=b');
  await change({ states: ['files exist'] });
  expect([await files('a'), await files('b'), await files('cg-contract')]).toEqual([1, 2, 3]);
});

test.each(['setup', 'teardown'])('refuses a %s without a key, and says how to add it', async (action) => {
  const { change } = setup();
  const { status, body } = await change({ state: 'a file exists', action }, '');
  expect(status).toBe(400);
  expect(body.detail).toContain(
    'token is missing: add ?token= to this URL, with the key that the contracts send',
  );
});

test('refuses a change without a state, but accepts a teardown and an interaction without states', async () => {
  const { change } = setup();
  const refused = await change({});
  expect(refused.status).toBe(400);
  expect(refused.body.detail).toContain('state is missing: GET /__admin/pact/states lists');
  for (const body of [{ action: 'teardown' }, { state: '' }, { state: null }, { states: [] }])
    expect((await change(body)).status, JSON.stringify(body)).toBe(200);
});

test('suggests the closest name, and lists the others', async () => {
  const { change } = setup();
  const { status, body } = await change({ state: 'A grain recording exist' });
  expect(status).toBe(400);
  expect(body.detail).toMatch(
    /did you mean "a grain recording exists"\? The other states are .*"a webhook exists"/,
  );
  expect((await change({ state: 'entirely different' })).body.detail).toContain(
    'the states are "the account is fresh"',
  );
});

test('requests made by a state are not in the journal, and no fault rule applies to them', async () => {
  const { mock, change } = setup({ faults: [{ error: 'server-error' }] });
  expect((await change({ state: 'a file is in a collection' })).status).toBe(200);
  expect(mock.account('cg-contract').requests.count()).toBe(0);
});
