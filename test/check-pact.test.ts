// From a run to a contract: what is recorded of a client becomes a pact that holds at once.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Interaction, PactDocument } from '../src/check/pact/pact-file.ts';
import { createRecorder } from '../src/check/pact/recorder.ts';
import type { Example } from '../src/errors/cases/error-case.ts';
import { errorCase, errorNames } from '../src/errors/catalogue.ts';
import { createMock, type Mock, type MockOptions } from '../src/index.ts';
import { judgeOf } from '../src/mock/mock.ts';
import { operationsById } from '../src/openapi/cloudglue.ts';
import { check, client, fileWith, folder, SOUND } from './support/check.ts';
import { runClient } from './support/client-run.ts';
import { sendExample } from './support/examples.ts';
import { ids } from './support/ids.ts';
import { verify } from './support/verify.ts';

/** The pact of what a client asks a mock. */
async function pactOf(run: (mock: Mock) => Promise<unknown>, options: MockOptions = {}) {
  await using mock = createMock({ lifecycle: 'polled', ...options });
  const recorder = createRecorder();
  const stop = judgeOf(mock).watch(recorder.observe);
  await run(mock);
  stop();
  return recorder.write('my-app');
}

/** Fails the test if `verify` says that a pact does not hold. */
async function expectToHold(pact: PactDocument, ...options: string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-pact-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'my-app.json');
  writeFileSync(file, JSON.stringify(pact, null, 2));
  const { status, stdout, stderr } = await verify([file, ...options]);
  expect(status, `${stdout}${stderr}`).toBe(0);
}

/** What takes a value from a provider state. */
const given = (template: string) => ({
  type: 'ProviderState',
  expression: template.replace(/\{/g, '${'),
});

const ask = (mock: Mock, path: string, init: RequestInit = {}, token = 'cg-test') =>
  mock.fetch(path, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });

const post = (mock: Mock, path: string, json: unknown, token?: string) =>
  ask(
    mock,
    path,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) },
    token,
  );

const sync = (mock: Mock, url: string, connector: string = ids.grain) =>
  post(mock, `/v1/data-connectors/${connector}/sync`, { url });

/** An example that is sent with the key of an account of its own. */
const withKey = (example: Example, token: string): Example => ({
  ...example,
  ...(example.token !== null && { token }),
  ...(example.after && { after: withKey(example.after, token) }),
});

const named = ({ interactions }: PactDocument, description: string): Interaction | undefined =>
  interactions.find((one) => one.description.startsWith(description));

const statesOf = (interaction: Interaction | undefined) =>
  interaction?.providerStates.map(({ name }) => name);

test('the pact of the reference client holds, with every operation that it called', async () => {
  const { pact, leftOut } = await pactOf(async (mock) => runClient((await mock.listen()).baseUrl));
  expect(leftOut).toEqual([]);
  const called = new Set(pact.interactions.map(({ description }) => description.split(/[ ,]/)[0]));
  const usual = [...operationsById.values()].filter(({ operation }) => !operation.deprecated);
  expect([...called].toSorted()).toEqual(usual.map(({ id }) => id).toSorted());
  await expectToHold(pact);
});

test('ids, URIs and page tokens come from the provider states', async () => {
  const { pact } = await pactOf(async (mock) => {
    const { id } = await (await sync(mock, 'grain://recording/abc123')).json();
    for (let step = 0; step < 3; step++) await ask(mock, `/v1/files/${id}`);
    const path = `/v1/data-connectors/${ids.grain}/files?limit=2&from=2001-01-01`;
    const { next_page_token } = await (await ask(mock, path)).json();
    await ask(mock, `${path}&page_token=${encodeURIComponent(next_page_token)}`);
    const { id: collection } = await (
      await post(mock, '/v1/collections', { collection_type: 'media-descriptions', name: 'Talks' })
    ).json();
    await post(mock, `/v1/collections/${collection}/media`, { file_id: id });
    for (let step = 0; step < 3; step++) await ask(mock, `/v1/collections/${collection}/videos/${id}`);
  });
  expect(named(pact, 'syncDataConnectorFile')?.request).toMatchObject({
    method: 'POST',
    body: { content: { url: 'grain://recording/abc123' } },
    generators: {
      path: given('/v1/data-connectors/{connector_id}/sync'),
      body: { '$.url': given('{uri}') },
    },
  });
  expect(statesOf(named(pact, 'getFile, answered with 200 (completed)'))).toEqual(['the file is completed']);
  expect(statesOf(named(pact, 'getFile, answered with 200 (processing)'))).toEqual([
    'the file is processing',
  ]);
  expect(named(pact, 'getFile')?.request.generators).toEqual({
    path: given('/v1/files/{file_id}'),
  });
  const second = named(pact, 'listDataConnectorFiles of grain with limit, from, page_token');
  expect(second?.providerStates).toEqual([
    { name: 'a listing goes on', params: { type: 'grain', limit: 2, filters: { from: '2001-01-01' } } },
  ]);
  expect(second?.request.generators?.query).toEqual({
    page_token: given('{page_token}'),
  });
  expect(named(pact, 'addMedia with file_id')?.request.generators?.body).toEqual({
    '$.file_id': given('{file_id}'),
  });
  expect(statesOf(named(pact, 'getVideo, answered with 200 (completed)'))).toEqual([
    'a file of a collection is completed',
  ]);
  await expectToHold(pact);
});

test('values are expected by the types, formats and enums of the document, and the status as it was', async () => {
  const { pact } = await pactOf(async (mock) => {
    await sync(mock, 'grain://recording/abc123');
    await ask(mock, '/v1/files?limit=1');
  });
  const { response } = named(pact, 'syncDataConnectorFile') ?? {};
  expect(response?.body?.content).toMatchObject({ status: 'pending', media_type: 'video' });
  const rules = response?.matchingRules?.body ?? {};
  expect(rules['$.status']).toBeUndefined();
  expect(rules['$.media_type']?.matchers).toEqual([{ match: 'regex', regex: '^(video|audio|image)$' }]);
  expect(rules['$.created_at']?.matchers).toEqual([{ match: 'integer' }]);
  expect(rules['$.source_metadata.start_datetime']?.matchers[0]).toMatchObject({ match: 'regex' });
  const list = named(pact, 'listFiles')?.response.matchingRules?.body ?? {};
  expect(list['$.data']?.matchers).toEqual([{ match: 'type', min: 1 }]);
  expect(list['$.data[*].id']?.matchers).toEqual([{ match: 'type' }]);
});

test('whether a listing is empty or goes on is not expected, for there may be more or less at another time', async () => {
  const path = `/v1/data-connectors/${ids.zoom}/files?title_search=kickoff&from=2001-01-01&to=2001-01-02`;
  const { pact } = await pactOf(async (mock) => {
    await ask(mock, path);
    await ask(mock, '/v1/webhooks');
  });
  const { response } = named(pact, 'listDataConnectorFiles') ?? {};
  expect(response?.body?.content).toEqual({ object: 'list', has_more: false });
  expect(response?.matchingRules?.body?.['$.has_more']?.matchers).toEqual([{ match: 'boolean' }]);
  expect(named(pact, 'listWebhooks')?.response.body?.content).not.toHaveProperty('data');
  await expectToHold(pact);
  await expectToHold(pact, '--api-version', '0.7.7');
});

test('the later pages of a listing are one interaction, whose page token comes from a state', async () => {
  const { pact } = await pactOf(async (mock) => {
    const path = `/v1/data-connectors/${ids.grain}/files?limit=3`;
    let { next_page_token: token } = await (await ask(mock, path)).json();
    for (let pages = 0; token !== null && pages < 50; pages++) {
      const answer = await ask(mock, `${path}&page_token=${encodeURIComponent(token)}`);
      ({ next_page_token: token } = await answer.json());
    }
    expect(token).toBeNull();
  });
  expect(pact.interactions.map(({ description }) => description)).toEqual([
    'listDataConnectorFiles of grain with limit, answered with 200',
    'listDataConnectorFiles of grain with limit, page_token, answered with 200',
  ]);
  const later = pact.interactions[1];
  expect(statesOf(later)).toEqual(['a listing goes on']);
  expect(later?.request.generators?.query).toEqual({ page_token: given('{page_token}') });
  await expectToHold(pact);
});

test('a later page that no state makes is in no contract, rather than with the page token of the run', async () => {
  const items = Array.from({ length: 120 }, (_, nth) => ({ id: `our-${nth}`, title: `Talk ${nth}` }));
  const { pact, leftOut } = await pactOf(
    async (mock) => {
      const path = `/v1/data-connectors/${ids.grain}/files?limit=100&from=2001-01-01`;
      const { next_page_token: token } = await (await ask(mock, path)).json();
      await ask(mock, `${path}&page_token=${encodeURIComponent(token)}`);
    },
    { seed: fileWith('seed.json', JSON.stringify({ connectors: [{ type: 'grain', items }] })) },
  );
  expect(pact.interactions).toHaveLength(1);
  expect(leftOut).toEqual([
    {
      what: 'listDataConnectorFiles of grain with limit, from, page_token, answered with 200',
      reason: 'no provider state makes the API answer so',
    },
  ]);
});

test('what is asked of each source is an interaction of its own, which names the source', async () => {
  const { pact } = await pactOf(async (mock) => {
    for (const id of [ids.zoom, ids.gong]) await ask(mock, `/v1/data-connectors/${id}/files?from=2001-01-01`);
    await sync(mock, 'grain://recording/abc123');
    await post(mock, '/v1/files/sync', { url: 'https://example.com/a.mp4' });
  });
  const names = pact.interactions.map(({ description }) => description.split(' with ')[0]);
  expect(names).toEqual([
    'listDataConnectorFiles of zoom',
    'listDataConnectorFiles of gong',
    'syncDataConnectorFile of grain',
    'syncFileFromUrl of http',
  ]);
});

test('keys and secrets are left out', async () => {
  const { pact } = await pactOf(async (mock) => {
    const metadata = { password: 'hunter2', note: 'Bearer hunter2hunter2' };
    await post(
      mock,
      '/v1/files/sync',
      { url: 'https://example.com/a.mp4?sig=hunter2', metadata },
      'cg-hunter2',
    );
    await ask(mock, '/v1/files?filter=hunter2&created_after=2026-01-01', {}, 'cg-hunter2');
    await ask(mock, '/v1/files', { headers: { cookie: 'hunter2', 'x-note': 'hunter2' } }, 'cg-hunter2');
  });
  expect(pact.interactions.length).toBeGreaterThan(1);
  expect(JSON.stringify(pact)).not.toContain('cg-hunter2');
  expect(JSON.stringify(named(pact, 'syncFileFromUrl'))).not.toContain('hunter2');
  await expectToHold(pact);
});

test('errors have the state that makes them, whoever made them in the run', async () => {
  const faults: MockOptions['faults'] = [
    { match: { operation: 'listCollections', header: { 'x-fault': '*' } }, status: 500 },
    { match: { operation: 'syncDataConnectorFile', uri: 'grain://*abc123' }, error: 'provider-rate-limited' },
  ];
  const { pact, leftOut } = await pactOf(
    async (mock) => {
      const examples = errorNames.flatMap((name) => errorCase(name).requests ?? []);
      for (const [nth, example] of examples.filter(({ options }) => !options).entries()) {
        await sendExample(mock.fetch, withKey(example, `cg-${nth}`));
      }
      await ask(mock, '/v1/collections', { headers: { 'x-fault': 'yes' } });
      await sync(mock, 'grain://recording/abc123');
      await ask(mock, '/v1/files', {}, 'cg-revoked');
      const tiktok = { url: 'https://www.tiktok.com/@quaymark/video/7412036958271405317' };
      await post(mock, '/v1/files/sync', tiktok, 'cg-no-credits');
      await post(mock, '/v1/files/sync', tiktok, 'cg-at-limits');
    },
    { lifecycle: 'manual', faults },
  );
  const stateOf = (end: string) =>
    statesOf(pact.interactions.find(({ description }) => description.endsWith(end)));
  expect(stateOf('500 (server-error)')).toEqual(['the API answers']);
  expect(stateOf('429 (provider-rate-limited)')).toEqual(['the provider rate-limits the connector']);
  expect(stateOf('401 (revoked-api-key)')).toEqual(['the API key is revoked']);
  expect(stateOf('402 (credits-exhausted)')).toEqual(['the account has no credits']);
  expect(stateOf('429 (plan-limit)')).toEqual(['the account is at its limits']);
  expect(stateOf('409 (collection-name-taken)')).toEqual(['a collection exists']);
  expect(stateOf('404 (item-not-found)')).toEqual(['the item is gone']);
  expect(stateOf('listFiles without a key, answered with 401 (missing-api-key)')).toEqual([
    'the account is fresh',
  ]);
  // Nothing is left out but what no pact can hold beside the document.
  const reasons = leftOut.map(({ reason }) => reason);
  expect(
    reasons.filter((reason) => !/^(the document has no status|a pact holds no|what was wrong)/.test(reason)),
  ).toEqual([]);
  await expectToHold(pact);
});

test('a request that does not fit the document is in no contract, and the reason is told', async () => {
  const { pact, leftOut } = await pactOf(async (mock) => {
    await ask(mock, '/v1/files?page_size=1');
    await ask(mock, '/v1/files?limit=1');
  });
  expect(pact.interactions.map(({ description }) => description)).toEqual([
    'listFiles with limit, answered with 200',
  ]);
  expect(leftOut).toEqual([
    {
      what: 'listFiles with page_size, answered with 200',
      reason: 'the request does not fit the document: unknown-query-parameter',
    },
  ]);
});

test('a run at an older version makes a pact that holds at that version', async () => {
  const apiVersion = '0.7.7';
  const { pact } = await pactOf(
    async (mock) => {
      const { id } = await (await sync(mock, 'grain://recording/abc123')).json();
      await ask(mock, `/v1/files/${id}`);
      await ask(mock, '/v1/data-connectors');
    },
    { apiVersion },
  );
  expect(pact.interactions).toHaveLength(3);
  await expectToHold(pact, '--api-version', apiVersion);
});

test('kinds that are recorded are bounded, and each is there once', async () => {
  const { pact, dropped } = await pactOf(async (mock) => {
    for (let nth = 0; nth < 520; nth++) await ask(mock, `/v1/data-connectors?unknown_${nth}=1`);
    for (let nth = 0; nth < 20; nth++) await ask(mock, '/v1/data-connectors');
  });
  expect(dropped).toBe(40);
  expect(pact.interactions).toEqual([]);
});

describe('check --pact, as a process', () => {
  test('writes a contract that verify holds, under the name of the package', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'package.json'), '{"name": "@acme/importer"}');
    const code = `
      await call('/files?limit=1');
      await call('/files?page_size=1');
      await call('/collections?page_size=1');
      const json = { collection_type: 'media-descriptions', colour: 1 };
      await call('/collections', { method: 'POST', json: { ...json, name: 'a' } });
      await call('/collections', { method: 'POST', json: { ...json, name: 'b', colour: 'red' } });
    `;
    const { stdout } = await check(['--pact', 'importer.json'], client(code), { cwd });
    expect(stdout).toContain('Written to importer.json: a pact with 1 interaction.');
    const reasons = stdout.split('\n').filter((line) => line.startsWith('Not in the pact'));
    const unfit = 'the request does not fit the document';
    expect(reasons).toEqual([
      `Not in the pact: listFiles with page_size, answered with 200: ${unfit}: unknown-query-parameter.`,
      `Not in the pact: listCollections with page_size, answered with 200: ${unfit}: unknown-query-parameter.`,
      `Not in the pact: createCollection with collection_type, colour, name, answered with 200: ${unfit}: unknown-body-field.`,
    ]);
    const pact = JSON.parse(readFileSync(join(cwd, 'importer.json'), 'utf8'));
    expect(pact).toMatchObject({
      consumer: { name: 'acme-importer' },
      provider: { name: 'cloudglue-api' },
      metadata: { pactSpecification: { version: '4.0' } },
    });
    const { status, stdout: verdict } = await verify([join(cwd, 'importer.json')]);
    expect(status, verdict).toBe(0);
  });

  test('writes no file where nothing can be in it', async () => {
    const cwd = folder();
    const options = ['--pact', 'app.json', '--consumer', 'app'];
    const { stdout } = await check(options, client(`await call('/nothing');`), { cwd });
    expect(stdout).toContain('No pact is written to app.json');
    expect(existsSync(join(cwd, 'app.json'))).toBe(false);
  });

  test.each([
    [
      ['--pact', '/nowhere/at/all.json'],
      'the pact cannot be written to /nowhere/at/all.json: there is no folder',
    ],
    [['--consumer', 'app'], '--consumer needs --pact FILE beside it'],
  ])('wrong use is refused before the command starts: %j', async (options, text) => {
    const { status, stderr } = await check(options, client(SOUND));
    expect(stderr).toContain(text);
    expect(status).toBe(2);
  });
});
