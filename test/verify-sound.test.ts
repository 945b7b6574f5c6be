// What is sound is not called broken, whatever the environment, the folder and the spelling; and nothing is passed over.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMock } from '../src/index.ts';
import { folderWith, listing, pactOf } from './support/pacts.ts';
import { run } from './support/process.ts';
import { verify } from './support/verify.ts';

const headers = { Authorization: 'Bearer any-key-at-all' };
const TALK = 'https://media.quaymark.example/talks/port-automation-keynote.mp4';
const json = { ...headers, 'Content-Type': 'application/json' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** The same interactions in another version of Pact's specification. */
const inVersion = (version: string, ...interactions: object[]) =>
  JSON.stringify({
    ...JSON.parse(pactOf('app')),
    interactions,
    metadata: { pactSpecification: { version } },
  });
const of4 = (one: object) => inVersion('4.0', { type: 'Synchronous/HTTP', ...one });
const sync = (request: object, response: object = { status: 200 }) => ({
  description: 'a sync',
  request: { method: 'POST', path: '/v1/files/sync', headers: json, ...request },
  response,
});

test.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'])(
  'a proxy in %s stands between nobody and this machine',
  async (name) => {
    const folder = folderWith({ 'app.json': pactOf('app', listing()) });
    const { status, stdout } = await run(['verify', folder], { env: { [name]: 'http://127.0.0.1:9' } });
    expect(stdout).toContain('1 interaction in 1 pact: all hold.');
    expect(status).toBe(0);
  },
);

const form = (boundary: string, ...parts: string[]) =>
  [...parts.flatMap((part) => [`--${boundary}`, part]), `--${boundary}--`, ''].join('\r\n');
const media =
  'Content-Disposition: form-data; name="file"; filename="a.mp4"\r\nContent-Type: video/mp4\r\n\r\nnone';
const upload = (type: string, body: unknown) => ({
  description: 'an upload of what is no media',
  request: { method: 'POST', path: '/v1/files', headers: { ...headers, 'Content-Type': type }, body },
  response: { status: 200, body: { source: 'upload' } },
});

const filter = JSON.stringify({
  metadata: [{ path: 'topic', operator: 'Equal', valueText: 'Q&A = 1+1 / 50 %' }],
});
const find = (query: unknown) => ({
  description: 'a filter',
  request: { method: 'GET', path: '/v1/files', query, headers },
  response: { status: 200, body: { total: 0 } },
});

test.each([
  [
    'a body of version 3 that is a text of JSON',
    inVersion('3.0.0', sync({ body: JSON.stringify({ url: TALK }) })),
  ],
  [
    'a body of version 4 in Base64',
    of4(
      sync({
        body: {
          content: base64(JSON.stringify({ url: TALK })),
          contentType: 'application/json',
          encoded: 'base64',
        },
      }),
    ),
  ],
  [
    'a content type with a charset',
    inVersion(
      '3.0.0',
      sync({
        headers: { ...headers, 'content-type': 'application/json;charset=UTF-8' },
        body: { url: TALK },
      }),
    ),
  ],
  ['a form', inVersion('3.0.0', upload('multipart/form-data; boundary=b', form('b', media)))],
  [
    'a form whose boundary is quoted, and followed by a charset',
    inVersion('3.0.0', upload('multipart/form-data; boundary="a b-1"; charset=utf-8', form('a b-1', media))),
  ],
  [
    'a form whose charset comes first',
    inVersion('3.0.0', upload('multipart/form-data;charset=utf-8;boundary=--x', form('--x', media))),
  ],
  [
    'a form in Base64',
    inVersion('3.0.0', upload('multipart/form-data; boundary=b', base64(form('b', media)))),
  ],
  ['all characters in a query of version 3', inVersion('3.0.0', find({ filter: [filter] }))],
  [
    'all characters in a query of version 2',
    inVersion('2.0.0', find(`filter=${encodeURIComponent(filter)}`)),
  ],
])('takes %s for what it is', async (_, pact) => {
  const { status, stdout } = await verify([folderWith({ 'app.json': pact })]);
  expect(stdout).toContain('1 interaction in 1 pact: all hold.');
  expect(status).toBe(0);
});

test('leaves out the pacts of other providers, and says so', async () => {
  const other = pactOf('app', listing({ request: { method: 'GET', path: '/invoices' } })).replace(
    '"cloudglue-api"',
    '"billing"',
  );
  const folder = folderWith({ 'app.json': pactOf('app', listing()), 'billing.json': other });
  const { status, stdout } = await verify([folder]);
  expect(stdout).toContain('1 interaction in 1 pact: all hold.');
  expect(stdout).toContain('billing.json, whose provider is "billing"; choose it with --provider.');
  expect(status).toBe(0);
  const chosen = await verify([folder, '--provider', 'billing', '--no-spec-check']);
  expect(chosen.stdout).toContain('expected 200 but was 404');
  const none = await verify([folder, '--provider', 'nobody']);
  expect(none.stderr).toContain('there is no pact with the provider "nobody"');
  expect(none.stderr).toContain('there are "cloudglue-api", "billing"');
  expect(none.status).toBe(2);
  expect((await verify([join(folder, 'billing.json'), '--no-spec-check'])).stdout).toContain('1 broken');
});

test('an interaction that is pending is verified and reported, and does not count', async () => {
  const pact = JSON.parse(of4({ ...listing({ response: { status: 206 } }), pending: true }));
  const folder = folderWith({ 'app.json': JSON.stringify(pact) });
  const { status, stdout } = await verify([join(folder, 'app.json'), `--report=junit=${folder}/r.xml`]);
  expect(stdout).toMatch(/- app: a request for files \(pending\)\n.*\n.*\n.*expected 206 but was 200/);
  expect(stdout).toContain('all hold');
  expect(status).toBe(0);
  expect(readFileSync(join(folder, 'r.xml'), 'utf8')).toContain('<skipped message="pending">');
});

test('interactions of plugins and of other kinds are told one by one, and the rest is verified', async () => {
  const pact = {
    ...JSON.parse(of4(listing({ response: { status: 200 } }))),
    metadata: { pactSpecification: { version: '4.0' }, plugins: [{ name: 'nobody-has-it', version: '1' }] },
  };
  const [http] = pact.interactions;
  pact.interactions = [
    { ...http, description: 'of a plugin', pluginConfiguration: { protobuf: { key: 'x' } } },
    http,
    { type: 'Synchronous/Messages', description: 'of another kind', request: {}, response: [] },
  ];
  const { status, stdout } = await verify([folderWith({ 'app.json': JSON.stringify(pact) })]);
  expect(stdout).toMatch(
    /✗ app: of a plugin\n.*\n {4}Not verified: it needs a plugin of Pact \(at interactions\[0\]\)/,
  );
  expect(stdout).toMatch(/✗ app: of another kind\n.*\n {4}Not verified: its type is "Synchronous\/Messages"/);
  expect(stdout).toContain('3 interactions in 1 pact: 2 broken.');
  expect(stdout).toContain('Coverage: 1 of');
  expect(status).toBe(1);
});

test('verifies messages, beside interactions too', async () => {
  const message = (description: string, status: string) => ({
    description,
    providerStates: [{ name: 'an event is sent', params: { event: 'file.job.completed' } }],
    contents: { event_type: 'file.job.completed', payload: { status } },
    metadata: { contentType: 'application/json' },
  });
  const pact = JSON.stringify({
    ...JSON.parse(pactOf('app', listing())),
    messages: [message('a right one', 'completed'), message('a wrong one', 'done')],
  });
  const { status, stdout } = await verify([folderWith({ 'app.json': pact })]);
  expect(stdout).toMatch(
    /✗ app: a wrong one\n.*\n.*Expected 'completed'.*to be equal to 'done'.*\(at contents\.payload\.status\)/,
  );
  expect(stdout).toContain('3 interactions in 1 pact: 1 broken.');
  expect(status).toBe(1);
});

test('says which event a message could be, where none was sent', async () => {
  const pact = inVersion('4.0', {
    type: 'Asynchronous/Messages',
    description: 'something happens',
    contents: { content: { a: 1 }, contentType: 'application/json', encoded: false },
  });
  const { stdout } = await verify([folderWith({ 'app.json': pact })]);
  expect(stdout).toContain('No event was sent: give the interaction the state "an event is sent"');
  expect(stdout).toContain('collection.file.job.deleted');
});

test('a class of statuses pins those that were really answered', async () => {
  const refused = (path: string, status: number) => ({
    ...listing({ description: path, request: { method: 'GET', path, headers }, response: { status } }),
    type: 'Synchronous/HTTP',
  });
  const anyRefusal = {
    ...refused('/v1/files/00000000-0000-4000-8000-000000000000', 401),
    response: {
      status: 401,
      matchingRules: { status: { matchers: [{ match: 'statusCode', status: 'clientError' }] } },
    },
  };
  const folder = folderWith({ 'app.json': inVersion('4.0', anyRefusal) });
  const { stdout } = await verify([folder, '--coverage']);
  expect(stdout).toContain('1 interaction in 1 pact: all hold.');
  expect(stdout).toMatch(/getFile +404 +app \(1\)/);
  expect(stdout).toMatch(/getFile +401 +none/);
});

test('names the version of Pact, and refuses one that is not known to work', async () => {
  const folder = folderWith({ 'app.json': pactOf('app', listing()) });
  expect((await verify([folder])).stdout).toMatch(/^Verified by Pact 16\.\d+\.\d+\.$/m);
  // Another one, beside a package of its own, as a project has it.
  const project = folderWith({ 'package.json': '{}' });
  const place = join(project, 'node_modules', '@pact-foundation', 'pact');
  mkdirSync(place, { recursive: true });
  writeFileSync(
    join(place, 'package.json'),
    '{ "name": "@pact-foundation/pact", "version": "15.0.1", "main": "i.js" }',
  );
  writeFileSync(join(place, 'i.js'), '');
  const { explainPact } = await import('./support/other-pact.ts');
  expect(await explainPact(project)).toBe(
    'contracts need @pact-foundation/pact in version 16 (with Node.js 20 or newer) and 17 (with Node.js 22 or newer), and 15.0.1 is installed: it is not known to work. Change it: npm install --save-dev @pact-foundation/pact@16',
  );
});

test('a state that makes clients wait tells them one second, unless the contract is about it', async () => {
  const mock = createMock({ lifecycle: 'manual' });
  const change = (state: string, params: object) =>
    mock.fetch('/__admin/pact/setup?token=cg-wait', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state, params }),
    });
  const asked = async () => {
    const key = { authorization: 'Bearer cg-wait', 'content-type': 'application/json' };
    const body = JSON.stringify({ url: TALK });
    const { status, headers } = await mock.fetch('/v1/files/sync', { method: 'POST', headers: key, body });
    return [status, headers.get('retry-after')];
  };
  await change('the account is at its limits', {});
  expect(await asked()).toEqual([429, '1']);
  await change('the account is at its limits', { retry_after: 3600 });
  expect(await asked()).toEqual([429, '3600']);
  await change('the API answers', { operation: 'syncFileFromUrl', status: 429 });
  expect(await asked()).toEqual([429, '1']);
  await change('the API answers', { operation: 'syncFileFromUrl', status: 500 });
  expect(await asked()).toEqual([500, null]);
});

test('takes a change of state in the query, with values of the types that the state has', async () => {
  const mock = createMock({ lifecycle: 'manual' });
  const change = (query: Record<string, string>) =>
    mock.fetch(`/__admin/pact/setup?${new URLSearchParams({ token: 'cg-query', ...query })}`, {
      method: 'POST',
    });
  const total = async () =>
    (await (await mock.fetch('/v1/files', { headers: { authorization: 'Bearer cg-query' } })).json()).total;
  expect((await change({ state: 'files exist', count: '2', action: 'setup' })).status).toBe(200);
  expect(await total()).toBe(2);
  const made = await (await change({ state: 'a file exists', metadata: '{"speaker":"Ana"}' })).json();
  expect(made.file_id).toMatch(/^[0-9a-f-]{36}$/);
  expect(await total()).toBe(1);
  expect((await change({ state: 'files exist', count: 'two' })).status).toBe(400);
  expect((await change({ action: 'teardown' })).status).toBe(200);
});
