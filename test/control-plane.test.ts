// The control plane: time, files, world, rules and snapshots of one account, through both of its doors.
import { describe, expect, test } from 'vitest';
import { Conflict, createMock, type FaultRule, FieldsError } from '../src/index.ts';
import { adminOperationsById } from '../src/openapi/admin.ts';
import { NEWEST } from '../src/openapi/versions.ts';
import { ids, setup } from './support/setup.ts';

const GRAIN = 'grain://recording/abc123';

describe('a query parameter that an operation does not have', () => {
  // The parameters of a state have any names, and monitors send what they like.
  const takesAny = ['setUpStates', 'getHealth'];
  const operations = [...adminOperationsById.values()].filter(({ id }) => !takesAny.includes(id));
  test.each(operations)('is refused by $id', async ({ id, method, path }) => {
    const { call } = setup();
    const place = `/__admin${path === '/' ? '' : path.replace(/\{\w+\}/g, 'any')}`;
    const { status, body } = await call<{ detail: string }>(method.toUpperCase(), `${place}?zzz=1`);
    expect(status, id).toBe(400);
    expect(body.detail).toContain('zzz is no query parameter');
  });

  test('does not make a monitor believe that the mock is down', async () => {
    const { call } = setup();
    expect((await call('GET', '/__admin/health?t=1')).status).toBe(200);
  });

  test('is answered with the one that was probably meant', async () => {
    const { call } = setup();
    const detailOf = async (path: string) => (await call<{ detail: string }>('GET', path)).body.detail;
    expect(await detailOf('/__admin/versions?form=0.7.9')).toContain(
      'form is no query parameter: did you mean "from"?',
    );
    expect(await detailOf('/__admin/requests?statuss=200')).toContain('did you mean "status"?');
    expect(await detailOf('/__admin/clock?limit=1')).toContain('limit is no query parameter: leave it out');
  });
});

describe('the clock', () => {
  test('is read, advanced and settled for one account only', async () => {
    const { call, as } = setup();
    const start = (await call<Clock>('GET', '/__admin/clock')).body;
    expect(start).toEqual({ now: Date.parse(start.iso), iso: '2026-01-15T09:00:00.000Z', runs: false });
    expect((await call<Clock>('POST', '/__admin/clock/advance', { by: '1.5m' })).body.now).toBe(
      start.now + 90_000,
    );
    expect((await call<Clock>('POST', '/__admin/clock/advance', { by: 250 })).body.now).toBe(
      start.now + 90_250,
    );
    expect((await as('cg-other').call<Clock>('GET', '/__admin/clock')).body).toEqual(start);
  });

  test('settles when every file has finished, and names those that never do', async () => {
    const { call, sync, file } = setup();
    const { id } = (await sync(ids.grain, GRAIN)).body;
    const stuck = (await sync(ids.grain, 'grain://recording/stuck_4Xe-9')).body.id;
    const { body } = await call<Clock & { unsettled: string[] }>('POST', '/__admin/clock/settle');
    expect(body.unsettled).toEqual([stuck]);
    expect((await file(id)).body.status).toBe('completed');
    const again = await call<Clock>('POST', '/__admin/clock/settle');
    expect(again.body.now).toBe(body.now);
  });

  test('settles files in collections too', async () => {
    const { mock, createCollection, addMedia, video } = setup();
    const { id } = (await createCollection('Interviews')).body;
    const { file_id } = (await addMedia(id, { url: GRAIN })).body;
    const { now } = mock.clock.settle();
    expect((await video(id, file_id)).body.status).toBe('completed');
    expect(now).toBe(mock.account('cg-test').clock.now());
  });

  test.each([[-5], ['-5s'], ['soon'], [null], [{}], ['200000d']])('does not advance by %j', async (by) => {
    const { call } = setup();
    const { status, body } = await call<Problem>('POST', '/__admin/clock/advance', { by });
    expect([status, body.errors?.[0]?.field ?? body.detail]).toEqual([
      400,
      expect.stringMatching(/by|duration/),
    ]);
    expect((await call<Clock>('GET', '/__admin/clock')).body.iso).toBe('2026-01-15T09:00:00.000Z');
  });
});

describe('files', () => {
  test.each(['pending', 'processing', 'completed', 'failed', 'not_applicable'] as const)(
    'can be forced to %s, and stay so',
    async (status) => {
      const { mock, sync, file } = setup();
      const { id } = (await sync(ids.grain, GRAIN)).body;
      mock.clock.advance('3s');
      expect(mock.account('cg-test').files.set(id, { status })).toMatchObject({ id, status, uri: GRAIN });
      expect((await file(id)).body.status).toBe(status);
      mock.clock.advance('1d');
      expect((await file(id)).body.status).toBe(status);
    },
  );

  test('follow their planned steps', async () => {
    const { call, sync, file, mock } = setup();
    const { id } = (await sync(ids.grain, GRAIN)).body;
    const steps = [
      { after: '1m', status: 'processing' },
      { after: '5m', status: 'failed' },
    ];
    expect((await call('PUT', `/__admin/files/${id}`, { steps })).status).toBe(200);
    const seen: string[] = [];
    for (const by of [0, '59s', '1s', '239s', '1s']) {
      mock.clock.advance(by);
      seen.push((await file(id)).body.status);
    }
    expect(seen).toEqual(['pending', 'pending', 'processing', 'processing', 'failed']);
    expect(
      (await call<{ data: { steps: unknown[] }[] }>('GET', '/__admin/files')).body.data[0]?.steps,
    ).toHaveLength(3);
  });

  test.each([
    [{}, 'status'],
    [{ status: 'done' }, 'status'],
    [{ status: 'failed', steps: [{ after: 0, status: 'failed' }] }, 'status'],
    [{ steps: [] }, 'steps'],
    [
      {
        steps: [
          { after: '2s', status: 'failed' },
          { after: '1s', status: 'failed' },
        ],
      },
      'steps[1].after',
    ],
    [{ steps: [{ after: -1, status: 'failed' }] }, 'steps[0].after'],
    [{ state: 'failed' }, 'state'],
  ])('are unchanged after the refused update %j', async (update, field) => {
    const { call, sync, file } = setup();
    const { id } = (await sync(ids.grain, GRAIN)).body;
    const { status, body } = await call<Problem>('PUT', `/__admin/files/${id}`, update);
    expect([status, body.errors?.[0]?.field]).toEqual([400, field]);
    expect((await file(id)).body.status).toBe('pending');
  });

  test('that do not exist get 404', async () => {
    expect((await setup().call('PUT', '/__admin/files/nobody', { status: 'failed' })).status).toBe(404);
  });
});

describe('the world', () => {
  test('accepts new connectors and items at runtime, for one account', async () => {
    const { call, sync, connectors, as } = setup();
    const own = {
      type: 's3',
      id: '3f2c1e5a-9b7d-4c6e-8a1f-0d2b4c6e8f10',
      items: [{ bucket: 'b', key: 'a.mp4' }],
    };
    expect((await call<{ items: number }>('POST', '/__admin/connectors', own)).body).toMatchObject({
      id: own.id,
      items: 1,
    });
    const item = await call<{ uri: string }>('PUT', `/__admin/connectors/${own.id}/items`, {
      bucket: 'b',
      key: 'b.mp4',
    });
    expect(item.body.uri).toBe('s3://b/b.mp4');
    expect((await sync(own.id, 's3://b/b.mp4')).status).toBe(200);
    expect((await connectors()).body.data.map(({ id }) => id)).toContain(own.id);
    expect((await as('cg-other').sync(own.id, 's3://b/b.mp4')).status).toBe(404);
  });

  test('replaces an item however its URI is spelled, and removes it', async () => {
    const { call, sync, browse } = setup();
    const path = `/__admin/connectors/${ids.dropbox}/items`;
    const count = (await call<{ data: unknown[] }>('GET', path)).body.data.length;
    await call('PUT', path, { path: '/TEAM/all hands.mp4', error: 'share-link-gated' });
    expect((await call<{ data: unknown[] }>('GET', path)).body.data).toHaveLength(count);
    expect((await sync(ids.dropbox, 'dropbox:///Team/All%20hands.mp4')).status).toBe(403);
    await call('DELETE', `${path}?uri=${encodeURIComponent('dropbox://team/All hands.mp4')}`);
    expect((await sync(ids.dropbox, 'dropbox:///Team/All%20hands.mp4')).status).toBe(404);
    const names = (await browse(ids.dropbox, { path: '/Team' })).body.data.map(({ name }) => name);
    expect(names).not.toContain('all hands.mp4');
  });

  test('leaves files unchanged when their item changes', async () => {
    const { mock, sync, file } = setup();
    const { id } = (await sync(ids.grain, GRAIN)).body;
    const { connectors } = mock.account('cg-test');
    connectors.removeItem(ids.grain, GRAIN);
    connectors.remove(ids.grain);
    expect((await file(id)).body).toMatchObject({ id, source: 'grain' });
    expect((await sync(ids.grain, GRAIN)).status).toBe(404);
    mock.account('cg-test').reset();
    expect((await sync(ids.grain, GRAIN)).status).toBe(200);
  });

  test.each([
    ['POST', '/__admin/connectors', { type: 'ftp' }, 400],
    ['POST', '/__admin/connectors', { type: 's3', id: 'mine' }, 400],
    ['POST', '/__admin/connectors', { type: 's3', items: [{ bucket: 'b' }] }, 400],
    [
      'POST',
      '/__admin/connectors',
      {
        type: 's3',
        items: [
          { bucket: 'b', key: 'a' },
          { bucket: 'b', key: 'a' },
        ],
      },
      400,
    ],
    ['POST', '/__admin/connectors', { type: 'grain', id: ids.grain }, 409],
    ['PUT', `/__admin/connectors/${ids.grain}/items`, { id: 'x', title: 'X', outcome: 'exploded' }, 400],
    ['PUT', '/__admin/connectors/nobody/items', { id: 'x', title: 'X' }, 404],
    ['DELETE', `/__admin/connectors/${ids.grain}/items?uri=grain://recording/nobody`, undefined, 404],
    ['DELETE', `/__admin/connectors/${ids.grain}/items`, undefined, 400],
    ['DELETE', '/__admin/connectors/nobody', undefined, 404],
  ])('refuses %s %s %j with %s', async (method, path, json, status) => {
    const { call, connectors } = setup();
    const before = (await connectors()).body;
    const answer = await call<Problem>(method, path, json);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      type: 'about:blank',
      status,
      detail: expect.stringMatching(/^\S.{15,}\.$/s),
    });
    expect((await connectors()).body).toEqual(before);
  });
});

describe('fault rules', () => {
  test.each<[object, string]>([
    [{}, 'it'],
    [{ match: { operation: 'listVideo' }, error: 'server-error' }, 'match.operation'],
    [{ match: { operation: 'listFiles', connector: 'grain' }, error: 'server-error' }, 'match.connector'],
    [{ match: { connector: 'ftp' }, error: 'server-error' }, 'match.connector'],
    [{ match: { operation: 'getFile', uri: '*' }, error: 'server-error' }, 'match.uri'],
    [{ match: { connector: 'grain', uri: 's3://*' }, error: 'provider-unavailable' }, 'match.uri'],
    [{ match: { uri: 'a\\' }, error: 'provider-unavailable' }, 'match.uri'],
    [{ match: { uri: '' }, error: 'provider-unavailable' }, 'match.uri'],
    [{ match: { header: { 'x y': '*' } }, error: 'server-error' }, 'match.header.x y'],
    [{ match: { header: {} }, error: 'server-error' }, 'match.header'],
    [{ match: { probability: 1.5 }, error: 'server-error' }, 'match.probability'],
    [{ match: { probability: 0 }, error: 'server-error' }, 'match.probability'],
    [{ match: { nth: 0 }, error: 'server-error' }, 'match.nth'],
    [{ match: { verb: 'GET' }, error: 'server-error' }, 'match.verb'],
    [{ error: 'no-such-case' }, 'error'],
    [{ match: { operation: 'listFiles' }, error: 'share-link-gated' }, 'error'],
    [{ status: 418 }, 'status'],
    [{ match: { operation: 'getFile' }, status: 402 }, 'status'],
    [{ status: 200 }, 'status'],
    [{ error: 'server-error', network: 'empty-answer' }, 'error and network'],
    [{ network: 'gremlins' }, 'network'],
    [{ delay: { fixed: -1 } }, 'delay.fixed'],
    [{ delay: { fixed: '1h' } }, 'delay.fixed'],
    [{ delay: { min: 5 } }, 'delay'],
    [{ delay: { min: 5, max: 1 } }, 'delay.min'],
    [{ delay: {} }, 'delay'],
    [{ rate_limit: { requests: 0, window: '1s' } }, 'rate_limit.requests'],
    [{ rate_limit: { requests: 1, window: 0 } }, 'rate_limit.window'],
    [{ drip: { over: '1d' } }, 'drip.over'],
    [{ delay: { fixed: 1 }, retry_after: 3 }, 'retry_after'],
    [{ error: 'server-error', times: 0 }, 'times'],
    [{ error: 'server-error', id: 'with spaces' }, 'id'],
    [{ error: 'server-error', wenn: 1 }, 'wenn'],
  ])('%j is refused, naming %s', async (rule, field) => {
    const { call, mock } = setup();
    const { status, body } = await call<Problem>('POST', '/__admin/faults', rule);
    expect([status, body.errors?.[0]?.field]).toEqual([400, field]);
    expect(body.detail).toContain(field);
    expect(() => mock.account('cg-test').faults.add(rule as FaultRule)).toThrow(FieldsError);
    expect(() => createMock({ faults: [rule] })).toThrow(FieldsError);
    expect(mock.account('cg-test').faults.list()).toEqual([]);
  });

  test('are added, listed, removed and cleared, each with its own id', async () => {
    const { call, mock } = setup();
    const { faults } = mock.account('cg-test');
    const rule: FaultRule = { status: 500, times: 2 };
    const made = [
      await call<Rule>('POST', '/__admin/faults', rule),
      await call<Rule>('POST', '/__admin/faults', rule),
    ];
    expect(made.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(2);
    expect(() => faults.add({ ...rule, id: made[0]?.body.id ?? '' })).toThrow(Conflict);
    expect((await call('POST', '/__admin/faults', { ...rule, id: made[0]?.body.id })).status).toBe(409);
    expect((await call('DELETE', `/__admin/faults/${made[0]?.body.id}`)).status).toBe(200);
    expect((await call('DELETE', `/__admin/faults/${made[0]?.body.id}`)).status).toBe(404);
    expect((await call<{ data: Rule[] }>('DELETE', '/__admin/faults')).body.data.map(({ id }) => id)).toEqual(
      [made[1]?.body.id],
    );
    expect(faults.list()).toEqual([]);
  });

  test('fail twice, then let the request succeed', async () => {
    const { sync, mock } = setup();
    mock
      .account('cg-test')
      .faults.add({ match: { operation: 'syncDataConnectorFile' }, status: 502, times: 2 });
    const statuses = [];
    for (let nth = 0; nth < 3; nth++) statuses.push((await sync(ids.grain, GRAIN)).status);
    expect(statuses).toEqual([502, 502, 200]);
  });

  test('that a mock starts with are in every account, and back after a reset', async () => {
    const { as, mock } = setup({ faults: [{ id: 'down', error: 'service-unavailable', retry_after: 7 }] });
    for (const token of ['cg-a', 'cg-b']) {
      const { status, headers } = await as(token).files();
      expect([status, headers.get('retry-after')]).toEqual([503, '7']);
    }
    const { faults, reset } = mock.account('cg-a');
    faults.clear();
    expect((await as('cg-a').files()).status).toBe(200);
    reset();
    expect(faults.list()).toMatchObject([{ id: 'down', fired: 0 }]);
  });
});

describe('state', () => {
  test('is reset to the initial state, with rules, world, settings and journal', async () => {
    const { call, sync, mock } = setup();
    const first = (await sync(ids.grain, GRAIN)).body;
    const account = mock.account('cg-test');
    account.faults.add({ status: 500 });
    account.connectors.remove(ids.grain);
    account.settings.update({ credits: 0, unknown_uris: 'create' });
    account.clock.advance('1h');
    expect((await call('POST', '/__admin/reset')).status).toBe(200);
    expect(account.requests.count()).toBe(0);
    expect(account.settings.get()).toMatchObject({ credits: 1_000, unknown_uris: 'public' });
    expect((await sync(ids.grain, GRAIN)).body).toEqual(first);
  });

  test('is restored from a snapshot, with rules, world, settings and clock', async () => {
    const { call, sync, mock, files } = setup();
    const account = mock.account('cg-test');
    await sync(ids.grain, GRAIN);
    account.faults.add({ id: 'third', match: { nth: 3 }, status: 500 });
    account.settings.update({ unknown_uris: 'create' });
    account.connectors.put(ids.gong, { id: '42', title: 'Our call' });
    await files();
    const { body: snapshot } = await call('GET', '/__admin/snapshot');
    account.reset();
    expect((await call('PUT', '/__admin/snapshot', snapshot)).status).toBe(200);
    expect(account.faults.list()).toMatchObject([{ id: 'third', calls: 1 }]);
    expect(account.settings.get().unknown_uris).toBe('create');
    expect((await sync(ids.gong, 'gong://call/42')).body.filename).toBe('Our call.mp4');
    expect((await call('GET', '/__admin/snapshot')).status).toBe(200);
    expect([(await files()).status, (await files()).status]).toEqual([500, 200]);
  });

  test.each([
    [{}, 'format'],
    [{ format: 'something else', version: 4, accounts: {} }, 'format'],
    [{ format: 'cloudglue-mock snapshot', version: 2, advancedBy: 0, accounts: {} }, 'version'],
    [{ format: 'cloudglue-mock snapshot', version: 4, advancedBy: 0, accounts: { a: {} } }, 'accounts.a'],
    [{ format: 'cloudglue-mock snapshot', version: 4, advancedBy: 0, accounts: {} }, 'accounts'],
  ])('is unchanged after restoring %j, which is not a snapshot of it', async (snapshot, field) => {
    const { call, sync, files } = setup();
    await sync(ids.grain, GRAIN);
    const { status, body } = await call<Problem>('PUT', '/__admin/snapshot', snapshot);
    expect([status, body.detail]).toEqual([
      400,
      expect.stringContaining(field === 'accounts' ? 'account' : field),
    ]);
    expect((await files()).body.total).toBe(1);
  });

  test('from a snapshot with an invalid fault rule or connector is refused', async () => {
    const { call } = setup();
    const { body } = await call<{ accounts: Record<string, object> }>('GET', '/__admin/snapshot');
    const [id = '', account] = Object.entries(body.accounts)[0] ?? [];
    const fault = { id: 'a', key: 'a', rule: { status: 99 }, calls: 0, fired: 0, window: null };
    for (const wrong of [
      { faults: { rows: [fault], deletions: [] } },
      { world: { [ids.grain]: { type: 'ftp', seed: {} } } },
    ]) {
      const snapshot = { ...body, accounts: { [id]: { ...account, ...wrong } } };
      expect((await call('PUT', '/__admin/snapshot', snapshot)).status).toBe(400);
    }
  });
});

test.each([
  [undefined, 'is required: milliseconds, or a number and a unit such as "250ms"'],
  [{}, 'is required: milliseconds, or a number and a unit such as "250ms"'],
  [
    { by: true },
    'must be milliseconds, or a number and a unit such as "250ms", "5s", "1.5m", "2h", "1d", not true',
  ],
  [{ by: 'soon' }, 'must be milliseconds, or a number and a unit such as "250ms"'],
  [{ by: -1 }, 'must be at least 0, not -1'],
])('an advance by %j is refused with the accepted forms of a duration', async (json, text) => {
  const { status, body } = await setup().call<Problem>('POST', '/__admin/clock/advance', json);
  const [problem, ...others] = body.errors ?? [];
  expect([status, problem?.field, others]).toEqual([400, 'by', []]);
  expect(problem?.detail).toContain(text);
  expect(problem?.detail).not.toContain('forms');
});

describe('settings', () => {
  test('are changed for one account only', async () => {
    const { call, sync, as } = setup();
    expect((await call('PATCH', '/__admin/settings', { unknown_uris: 'create' })).status).toBe(200);
    expect((await sync(ids.grain, 'grain://recording/new')).status).toBe(200);
    expect((await as('cg-other').sync(ids.grain, 'grain://recording/new')).status).toBe(404);
  });

  test.each([
    [{ lifecycle: 'instant' }],
    [{ credits: -1 }],
    [{ speed: 0 }],
    [{ speed: 'fast' }],
    [{ unknown_uris: 'maybe' }],
  ])('%j is refused', async (changes) => {
    const { call } = setup();
    const before = (await call('GET', '/__admin/settings')).body;
    expect((await call('PATCH', '/__admin/settings', changes)).status).toBe(400);
    expect((await call('GET', '/__admin/settings')).body).toEqual(before);
  });

  test('of the whole mock are refused with how to change them, unless they keep their values', async () => {
    const { call, mock } = setup();
    const { status, body } = await call<Problem>('PATCH', '/__admin/settings', {
      lifecycle: 'instant',
      webhook_hosts: '*',
      speed: 2,
    });
    expect([status, body.errors]).toEqual([
      400,
      [
        {
          field: 'lifecycle',
          detail: 'cannot be changed while the mock runs: restart it with --lifecycle',
        },
        {
          field: 'webhook_hosts',
          detail: 'cannot be changed while the mock runs: restart it with --webhook-hosts',
        },
      ],
    ]);
    const { settings } = mock.account('cg-test');
    expect(settings.get().speed).toBe(1);
    expect(settings.update({ ...settings.get(), speed: 2 }).speed).toBe(2);
  });
});

describe('answers', () => {
  test('to unknown paths and malformed requests are problem details', async () => {
    const { mock } = setup();
    const headers = { authorization: 'Bearer cg-test' };
    const json = { ...headers, 'content-type': 'application/json' };
    const answers = [
      await mock.fetch('/__admin/nothing', { headers }),
      await mock.fetch('/__admin/clock', { method: 'DELETE', headers }),
      await mock.fetch('/__admin/clock'),
      await mock.fetch('/__admin/faults', { method: 'POST', headers: json, body: '{' }),
      await mock.fetch('/__admin/faults', {
        method: 'POST',
        headers: { ...headers, 'content-type': 'text/plain' },
        body: '{}',
      }),
      await mock.fetch('/__admin/requests?status=7', { headers }),
      await mock.fetch('/__admin/requests?path=%5C', { headers }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 405, 401, 400, 415, 400, 400]);
    for (const answer of answers) {
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(await answer.json()).toEqual(
        expect.objectContaining({
          type: 'about:blank',
          title: expect.any(String),
          status: answer.status,
          detail: expect.any(String),
        }),
      );
    }
  });

  test('to health and the catalogue need no key', async () => {
    const { mock } = setup();
    expect(await (await mock.fetch('/__admin/health')).json()).toMatchObject({
      status: 'ok',
      api_version: NEWEST,
    });
    expect((await mock.fetch('/__admin/errors')).status).toBe(200);
  });
});

interface Clock {
  now: number;
  iso: string;
  runs: boolean;
}
interface Problem {
  detail: string;
  errors?: { field: string; detail: string }[];
}
interface Rule {
  id: string;
}
