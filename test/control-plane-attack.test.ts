// Bad and extreme input to the control plane, by both of its doors: refused by name, and nothing is half done.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { createMock, type FaultRule } from '../src/index.ts';
import { expectLinear } from './support/linear.ts';
import { builtLibrary } from './support/process.ts';
import { ids, setup } from './support/setup.ts';

const GRAIN = 'grain://recording/abc123';
const A_CENTURY = '36525d';

interface Problem {
  detail: string;
  errors?: { field: string; detail: string }[];
}
interface Clock {
  now: number;
  iso: string;
}
interface State {
  accounts: Record<string, Record<string, unknown>>;
}

describe('the clock', () => {
  test('stops before the year 10000, says so, and stays where it is', async () => {
    const { call } = setup();
    const leap = () => call<Clock & Problem>('POST', '/__admin/clock/advance', { by: A_CENTURY });
    let answer = await leap();
    while (answer.status === 200) answer = await leap();
    expect([answer.status, answer.body.detail]).toEqual([400, expect.stringContaining('year 9999')]);
    const { status, body } = await call<Clock>('GET', '/__admin/clock');
    expect([status, body.iso]).toEqual([200, expect.stringMatching(/^99\d\d-/)]);
  });

  test('settles across steps that are further away than the longest advance', async () => {
    const { mock, sync, file } = setup();
    const { files, clock, snapshot, restore } = mock.account('cg-test');
    const { id } = (await sync(ids.grain, GRAIN)).body;
    files.set(id, { steps: [{ after: A_CENTURY, status: 'completed' }] });
    const state = JSON.parse(JSON.stringify(snapshot()).replaceAll('3155760000000', '9467280000000'));
    restore(state);
    expect(clock.settle().unsettled).toEqual([]);
    expect((await file(id)).body.status).toBe('completed');
  });

  test('ignores steps beyond the last moment of any clock', async () => {
    const { mock, sync } = setup();
    const { files, clock, snapshot, restore } = mock.account('cg-test');
    const { id } = (await sync(ids.grain, GRAIN)).body;
    files.set(id, { steps: [{ after: A_CENTURY, status: 'completed' }] });
    restore(JSON.parse(JSON.stringify(snapshot()).replaceAll('3155760000000', '3155760000000000')));
    expect(clock.settle().unsettled).toEqual([id]);
  });

  test.each([[5e-7], [Number.NaN], [Number.POSITIVE_INFINITY]])(
    '%d is accepted, or named in the error',
    (by) => {
      const { clock } = setup().mock;
      if (by > 0 && by < 1) expect(clock.advance(by)).toBe(clock.now());
      else expect(() => clock.advance(by)).toThrow(`${by} is not a duration`);
    },
  );
});

test('an invalid duration is refused with the accepted forms', async () => {
  const { body } = await setup().call<Problem>('POST', '/__admin/clock/advance', { by: '1 h' });
  expect(body.detail).toContain('by must be milliseconds, or a number and a unit such as "250ms"');
});

test('a file can be forced to fail on a clock behind that of its creation, and saved in a snapshot', async () => {
  const { call, sync, mock, file } = setup();
  mock.clock.advance('1d');
  const { id } = (await sync(ids.grain, GRAIN)).body;
  const { body: snapshot } = await call('GET', '/__admin/snapshot');
  mock.reset();
  expect((await call('PUT', '/__admin/snapshot', snapshot)).status).toBe(200);
  expect((await call('PUT', `/__admin/files/${id}`, { status: 'failed' })).status).toBe(200);
  expect((await file(id)).body.status).toBe('failed');
  const { body: again } = await call('GET', '/__admin/snapshot');
  expect((await call('PUT', '/__admin/snapshot', again)).status).toBe(200);
});

test.each([
  [ids.grain, { id: 'x', title: 'X', duration_seconds: 1e308 }],
  [ids.s3, { bucket: 'b', key: 'x.mp4', duration_seconds: 1e308 }],
])('an item of infinite duration is refused: %s %j', async (id, item) => {
  const { status, body } = await setup().call<Problem>('PUT', `/__admin/connectors/${id}/items`, item);
  expect([status, body.errors?.[0]?.field]).toEqual([400, 'duration_seconds']);
});

test('a recording at the last possible date can be synced, and saved in a snapshot', async () => {
  const { call, sync } = setup();
  const item = { id: 'last', title: 'Last', created_at: '9999-12-31T23:00:00Z', duration_seconds: 1e9 };
  await call('PUT', `/__admin/connectors/${ids.grain}/items`, item);
  expect((await sync(ids.grain, 'grain://recording/last')).status).toBe(200);
  const { body } = await call('GET', '/__admin/snapshot');
  expect((await call('PUT', '/__admin/snapshot', body)).status).toBe(200);
});

test('a connector without an id gets a free one, even after others were removed', async () => {
  const { call } = setup();
  const add = () => call<{ id: string }>('POST', '/__admin/connectors', { type: 's3' });
  const [first] = [await add(), await add()];
  await call('DELETE', `/__admin/connectors/${first.body.id}`);
  expect((await add()).status).toBe(201);
});

describe('a snapshot', () => {
  const connector = {
    id: ids.grain,
    created_at: '2025-01-01T00:00:00Z',
    metadata: {},
    items: [],
  };
  const twice = <Row>(row: Row) => ({ rows: [row, row], deletions: [] });
  const rule = { id: 'a', key: 'a', rule: { status: 500 }, calls: 0, fired: 0, window: null };

  test.each<[string, string, unknown]>([
    ['whose clock no date can show', 'clock.offset', { offset: 8.64e15 + 1 }],
    ['with a speed at which nothing ever ends', 'settings.speed', { speed: 1e-308 }],
    ['with a connector without an id', 'seed.id', { [ids.grain]: { type: 's3', seed: {} } }],
    [
      'with a connector whose type is hidden by its seed',
      'must be one of',
      { [ids.grain]: { type: 'ftp', seed: { ...connector, type: 's3' } } },
    ],
    ['with a connector under the id of another', 'world', { [ids.s3]: { type: 'grain', seed: connector } }],
    ['with two records of one id', 'faults.rows must not have two records', twice(rule)],
    [
      'with counts at which counting ends',
      'faults.rows[0].calls',
      { ...twice({ ...rule, calls: 2 ** 53 - 1 }) },
    ],
  ])('%s is refused, and nothing changes', async (_, field, wrong) => {
    const { call, connectors } = setup();
    const { body } = await call<State>('GET', '/__admin/snapshot');
    const [id = '', account] = Object.entries(body.accounts)[0] ?? [];
    const part = /^(clock|settings|faults)/.exec(field)?.[0] ?? 'world';
    const snapshot = { ...body, accounts: { [id]: { ...account, [part]: wrong } } };
    const before = (await connectors()).body;
    const answer = await call<Problem>('PUT', '/__admin/snapshot', snapshot);
    expect([answer.status, answer.body.detail]).toEqual([400, expect.stringContaining(field)]);
    expect((await connectors()).body).toEqual(before);
    expect((await call('GET', '/__admin/snapshot')).body).toEqual(body);
  });

  test.each([[1e308], [-1], [0.5]])(
    'of the whole mock is refused if its clock was advanced by %d',
    (advancedBy) => {
      const { mock } = setup();
      const now = mock.clock.now();
      expect(() => mock.restore({ ...mock.snapshot(), advancedBy })).toThrow('advancedBy');
      expect(mock.clock.now()).toBe(now);
    },
  );
});

describe('the header Prefer', () => {
  const ask = (prefer: string) =>
    setup().mock.fetch('/v1/files', { headers: { authorization: 'Bearer cg-test', prefer } });

  test('full of blanks does not delay other requests', async () => {
    await expectLinear(12_000, async (length) => {
      await ask(`code=${' '.repeat(length)}"x"y`);
      await ask(`code${' '.repeat(length)}x=${' '.repeat(length / 6)}`);
    });
  });

  test('uses the first of two preferences, as RFC 7240 says', async () => {
    expect((await ask('code="401"; x=y, code=500')).status).toBe(401);
  });

  test.each(['code=', 'example='])('%s is refused by name', async (prefer) => {
    const answer = await ask(prefer);
    expect([answer.status, ((await answer.json()) as { error: string }).error]).toEqual([
      400,
      expect.stringContaining(`asks for ${prefer},`),
    ]);
  });
});

describe('a fault rule', () => {
  test.each(['.', '..'])('cannot be called %s: its path would mean all rules', async (id) => {
    const { status, body } = await setup().call<Problem>('POST', '/__admin/faults', { id, status: 500 });
    expect([status, body.errors?.[0]?.field]).toEqual([400, 'id']);
  });

  test('is not affected by later changes to the object that was added', () => {
    const { faults } = setup().mock.account('cg-test');
    const rule: FaultRule = { status: 500, times: 1 };
    faults.add(rule);
    rule.times = 2;
    expect(faults.list()[0]?.rule.times).toBe(1);
  });

  test('can be 100 in an account, however they come to it', async () => {
    const { mock, call } = setup();
    const { faults, snapshot, restore } = mock.account('cg-test');
    for (let nth = 0; nth < 100; nth++) faults.add({ status: 500, match: { nth: 9 } });
    expect(new Set(faults.list().map(({ id }) => id)).size).toBe(100);
    const { status, body } = await call<Problem>('POST', '/__admin/faults', { status: 500 });
    expect([status, body.detail]).toEqual([409, expect.stringContaining('100 is the most: remove some')]);
    const full = snapshot();
    restore(full);
    const [state] = Object.values(structuredClone(full).accounts) as { faults: { rows: { id: string }[] } }[];
    const rows = state?.faults.rows ?? [];
    const more = [0, 1].map((nth) => ({ ...rows[0], id: `more-${nth}`, key: `more-${nth}` }));
    const accounts = { x: { ...state, faults: { ...state?.faults, rows: [...rows, ...more] } } };
    expect(() => restore({ ...full, accounts })).toThrow('faults.rows must have at most 101 records');
    const rules: FaultRule[] = Array.from({ length: 101 }, () => ({ status: 500 }));
    expect(() => createMock({ faults: rules })).toThrow('are 101 with those of the seed file');
  });

  test('match 20 headers at most, none of them twice', async () => {
    const named = (names: string[]) => ({
      status: 500,
      match: { header: Object.fromEntries(names.map((name) => [name, '*'])) },
    });
    const { call } = setup();
    const detailFor = async (rule: object) =>
      (await call<Problem>('POST', '/__admin/faults', rule)).body.detail;
    const many = Array.from({ length: 21 }, (_, nth) => `x-${nth}`);
    expect(await detailFor(named(many))).toContain('match.header must have at most 20 headers');
    expect(await detailFor(named(['X-A', 'x-a']))).toContain('must not name a header twice');
  });

  test('does not delay other requests with a pattern that almost matches a URI of 1 MB', async () => {
    const { sync, mock } = setup();
    const uri = `*${'a'.repeat(490)}b`;
    mock.account('cg-test').faults.add({ match: { uri }, error: 'provider-unavailable' });
    await expectLinear(1_000_000, async (length) => {
      expect((await sync(ids.grain, 'a'.repeat(length))).status).toBe(400);
    });
  });

  test('with an empty list of headers is refused with what is missing', async () => {
    const rule = { status: 500, match: { header: {} } };
    const { body } = await setup().call<Problem>('POST', '/__admin/faults', rule);
    expect(body.detail).toContain('match.header must not be empty');
  });
});

describe('the journal', () => {
  test('exports only the last requests, up to a limit', async () => {
    const { call, files } = setup();
    for (let nth = 0; nth < 3; nth++) await files();
    const { body } = await call<{ log: { entries: unknown[] } }>('GET', '/__admin/requests/har?limit=2');
    expect(body.log.entries).toHaveLength(2);
  });

  test.each([
    [`path=${'*a'.repeat(300)}`, 'path'],
    ['path=%5C', 'path'],
    ['uri=a%5C', 'uri'],
  ])('refuses the pattern %s by name', async (query, field) => {
    const { status, body } = await setup().call<Problem>('GET', `/__admin/requests?${query}`);
    expect([status, body.errors?.[0]?.field]).toEqual([400, field]);
  });
});

test('HEAD of the event stream ends at once', async () => {
  const { mock } = setup();
  const headers = { authorization: 'Bearer cg-test' };
  const answer = await mock.fetch('/__admin/events', { method: 'HEAD', headers });
  expect([answer.status, answer.body]).toEqual([200, null]);
});

test('an unknown path of the control plane is answered with a link to its own document', async () => {
  const { status, body } = await setup().call<Problem>('GET', '/__admin/nope');
  expect([status, body.detail]).toEqual([404, expect.stringContaining('/openapi.admin.yaml')]);
});

test('a process stays alive while it waits for a slow answer or for events to be sent', () => {
  const program = `
    import { createMock } from ${JSON.stringify(builtLibrary)};
    const mock = createMock({ lifecycle: 'manual', webhookPause: 20 });
    const headers = { authorization: 'Bearer t', 'content-type': 'application/json' };
    const post = (path, json) => mock.fetch(path, { method: 'POST', headers, body: JSON.stringify(json) });
    mock.account('t').faults.add({ delay: { fixed: '50ms' }, times: 1 });
    console.log((await mock.fetch('/v1/files', { headers })).status);
    await post('/v1/webhooks', { endpoint: 'http://127.0.0.1:9', subscribed_events: ['file.job.completed'] });
    await post('/v1/data-connectors/${ids.grain}/sync', { url: '${GRAIN}' });
    mock.clock.advance('8s');
    await mock.webhooks.idle();
    console.log(mock.webhooks.deliveries()[0].state);`;
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect([stdout, status]).toEqual(['200\nfailed\n', 0]);
});

test('an account is not affected by control of another one', async () => {
  const { as, call } = setup();
  const other = as('cg-other');
  const before = (await other.call('GET', '/__admin/snapshot')).body;
  await call('POST', '/__admin/clock/advance', { by: A_CENTURY });
  await call('POST', '/__admin/faults', { status: 500 });
  await call('DELETE', `/__admin/connectors/${ids.grain}`);
  await call('POST', '/__admin/reset');
  expect((await other.call('GET', '/__admin/snapshot')).body).toEqual(before);
});

describe('a body', () => {
  const json = { authorization: 'Bearer cg-test', 'content-type': 'application/json' };
  const send = async (method: string, path: string, body: string) => {
    const response = await setup().mock.fetch(path, { method, headers: json, body });
    return { status: response.status, body: await response.text() };
  };

  test.each([
    ['POST', '/__admin/connectors'],
    ['PATCH', '/__admin/settings'],
    ['POST', '/__admin/faults'],
    ['POST', '/__admin/pact/setup'],
  ])('of over 1 MB is for snapshots only: %s %s', async (method, path) => {
    const { status, body } = await send(method, path, JSON.stringify({ x: 'x'.repeat(1_100_000) }));
    expect([status, body]).toEqual([413, expect.stringContaining('larger than 1 MB')]);
    expect(
      (await send('PUT', '/__admin/snapshot', JSON.stringify({ x: 'x'.repeat(1_100_000) }))).status,
    ).toBe(400);
  });

  const fields = Object.fromEntries(Array.from({ length: 10_001 }, (_, nth) => [`k${nth}`, 1]));
  test.each([
    ['fields', fields],
    ['elements', Array.from({ length: 10_001 }, () => 1)],
    ['elements of elements', Array.from({ length: 5_001 }, () => [1, 2])],
  ])('of more than 10,000 values is refused before it is parsed: %s', async (_what, x) => {
    const metadata = { url: 'https://example.com/a.mp4', metadata: { x } };
    for (const [path, body] of [
      ['/v1/files/sync', metadata],
      ['/__admin/connectors', { type: 's3', items: x }],
    ] as const) {
      const answer = await send('POST', path, JSON.stringify(body));
      expect([path, answer.status, answer.body]).toEqual([
        path,
        400,
        expect.stringContaining('holds more than 10000 values'),
      ]);
    }
  });

  test('may hold as many commas in its texts as fit into it', async () => {
    const metadata = { x: '","\\'.repeat(100_000) };
    const body = JSON.stringify({ url: 'https://example.com/a.mp4', metadata });
    const answer = await send('POST', '/v1/files/sync', body);
    expect(JSON.parse(answer.body).metadata).toEqual(metadata);
    expect((await send('POST', '/v1/files/sync', body.slice(0, -4))).status).toBe(400);
  });
});
