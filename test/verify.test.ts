// `cloudglue-mock verify`: what it finds, what it reports, and how it ends, also as a process.
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { createMock } from '../src/index.ts';
import { folderWith, listing, listingOfOne, pactOf } from './support/pacts.ts';
import { run } from './support/process.ts';
import { ids } from './support/setup.ts';
import { verify } from './support/verify.ts';

const folderOfOne = () => folderWith({ 'app.json': pactOf('app', listing()) });
const VERSIONS = ['--api-version', '0.7.32,0.7.7,0.7.12'];
const verifyAsProcess = (args: string[], env: Record<string, string> = {}) =>
  run(['verify', ...args], { env });

test('exits with 0 if all contracts hold, whatever key they send', async () => {
  const folder = folderWith({
    'app.json': pactOf('app', listing(), listingOfOne({ description: 'one file' })),
  });
  const { status, stdout, stderr } = await verifyAsProcess([folder]);
  expect(stderr).toBe('');
  expect(stdout).toContain('2 interactions in 1 pact: all hold.');
  expect(status).toBe(0);
});

test('accepts files, folders and patterns, and verifies each pact once', async () => {
  const folder = folderWith({
    'a.json': pactOf('a', listing()),
    'b.json': pactOf('b', listing()),
    'c-broken.json': pactOf('c', listing({ response: { status: 201 } })),
  });
  mkdirSync(join(folder, 'deeper'));
  cpSync(join(folder, 'c-broken.json'), join(folder, 'deeper', 'd.json'));
  const { status, stdout } = await verify([join(folder, 'a.json'), join(folder, '?.json')]);
  expect(stdout).toContain('2 interactions in 2 pacts: all hold.');
  expect(status).toBe(0);
  expect((await verify([join(folder, '**', '?.json')])).stdout).toContain('3 interactions in 3 pacts');
});

test('gives every interaction a fresh account', async () => {
  const one = listingOfOne({ description: 'one file' });
  const folder = folderWith({
    'app.json': pactOf('app', one, listing({ description: 'no file' }), {
      ...one,
      description: 'one file again',
    }),
  });
  expect((await verify([folder])).status).toBe(0);
});

test('lets the states of one interaction add up', async () => {
  const states = ['a file exists', 'a webhook exists', 'a collection exists'].map((name) => ({ name }));
  const request = { method: 'GET', path: '/v1/collections', headers: { Authorization: 'Bearer b' } };
  const folder = folderWith({
    'app.json': pactOf(
      'app',
      listing({
        description: 'files',
        providerStates: states,
        response: { status: 200, body: { total: 1 } },
      }),
      listing({
        description: 'collections',
        providerStates: states,
        request,
        response: { status: 200, body: { total: 1 } },
      }),
    ),
  });
  expect((await verify([folder])).stdout).toContain('all hold');
});

test('exits with 1 if one is broken, and names the interaction, the difference and the place in the document', async () => {
  const folder = folderWith({ 'app.json': pactOf('app', listing({ response: { status: 201 } })) });
  const { status, stdout } = await verifyAsProcess([folder]);
  expect(status).toBe(1);
  expect(stdout).toContain('✗ app: a request for files');
  expect(stdout).toContain('expected 201 but was 200 (at response.status)');
  expect(stdout).toContain('(document: /paths/~1files/get/responses)');
});

test('refuses what is not in the document, even where the mock is lenient', async () => {
  const request = { method: 'GET', path: '/v1//files', headers: { Authorization: 'Bearer a' } };
  const folder = folderWith({ 'app.json': pactOf('app', listing({ request })) });
  const { status, stdout } = await verify([folder]);
  expect(status).toBe(1);
  expect(stdout).toContain('The document differs: there is no GET /v1//files');
  expect((await verify([folder, '--no-spec-check'])).status).toBe(0);
});

test('reports a contract whose path lacks /v1', async () => {
  const request = { method: 'GET', path: '/files', headers: { Authorization: 'Bearer a' } };
  const folder = folderWith({ 'app.json': pactOf('app', listing({ request })) });
  const { status, stdout } = await verify([folder]);
  expect(status).toBe(1);
  expect(stdout).toContain('there is no GET /files: did you mean GET /v1/files?');
});

test('breaks each contract with a mistake in its states, and suggests the closest name', async () => {
  const mistakes = [
    ['an unknown state', { name: 'the fil is pending' }, 'did you mean "the file is pending"?'],
    ['an unknown parameter', { name: 'files exist', params: { cuont: 2 } }, 'did you mean "count"?'],
    [
      'a mistyped parameter',
      { name: 'files exist', params: { count: 'two' } },
      'params.count must be a number',
    ],
    [
      'a missing parameter',
      { name: 'the API answers', params: { status: 500 } },
      'params.operation is required',
    ],
    [
      'a value that is none',
      { name: 'a connector exists', params: { type: 'dropbx' } },
      'did you mean "dropbox"?',
    ],
    [
      'a state that cannot be set up',
      { name: 'an item exists', params: { uri: 'grain://recording/never-was' } },
      'could not be set up',
    ],
  ] as const;
  const interactions = mistakes.map(([description, state]) =>
    listing({ description, providerStates: [state] }),
  );
  const { status, stdout } = await verify([folderWith({ 'app.json': pactOf('app', ...interactions) })]);
  const told = stdout.split('✗ app: ').slice(1);
  expect(told).toHaveLength(mistakes.length);
  for (const [nth, [description, , message]] of mistakes.entries()) {
    expect(told[nth]).toMatch(new RegExp(`^${description}\n`));
    expect(told[nth]).toContain(message);
  }
  expect(status).toBe(1);
});

test('writes a JUnit report that a JUnit parser can read, and reports in other formats', async () => {
  const folder = folderWith({
    'app.json': pactOf(
      'app <&"',
      listing(),
      listing({ description: 'a <broken> & "odd" one', response: { status: 201 } }),
    ),
  });
  const at = (name: string) => join(folder, name);
  await verify([
    at('app.json'),
    ...['junit=r.xml', 'json=r.js', 'markdown=r.md'].map(
      (one) => `--report=${one.replace('=', `=${folder}/`)}`,
    ),
  ]);
  const xml = readFileSync(at('r.xml'), 'utf8');
  expect(XMLValidator.validate(xml)).toBe(true);
  const { testsuites } = new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => name === 'testcase',
  }).parse(xml);
  expect(testsuites).toMatchObject({ '@_tests': '2', '@_failures': '1', '@_errors': '0' });
  expect(
    testsuites.testsuite.testcase.map((one: Record<string, unknown>) => [one['@_name'], 'failure' in one]),
  ).toEqual([
    ['a request for files', false],
    ['a <broken> & "odd" one', true],
  ]);
  const { pacts, coverage } = JSON.parse(readFileSync(at('r.js'), 'utf8'));
  expect(pacts[0].interactions[1].problems[1].text).toBe('expected 201 but was 200');
  expect(coverage.covered).toBe(1);
  expect(readFileSync(at('r.md'), 'utf8')).toContain('## Contracts: 1 broken');
});

test('prints only the report on standard output, and the rest on standard error', async () => {
  const folder = folderWith({ 'app.json': pactOf('app', listing({ response: { status: 201 } })) });
  const asJson = await verifyAsProcess([folder, '--report', 'json', '--min-coverage', '50']);
  expect(JSON.parse(asJson.stdout).pacts[0].consumer).toBe('app');
  expect(asJson.stderr).toContain('1 interaction in 1 pact: 1 broken.');
  expect(asJson.stderr).toContain('Too little is covered');
  const asXml = await verify([folder, '--report', 'junit', '--report', 'github']);
  expect(XMLValidator.validate(asXml.stdout)).toBe(true);
  expect(asXml.stderr).toMatch(/^::error file=/m);
  expect((await verify([folder, '--report', 'markdown'])).stdout).toMatch(/^## Contracts: 1 broken/);
});

test('prints only the error lines outside a GitHub job, and says where the summary would go', async () => {
  const folder = folderWith({ 'app.json': pactOf('app', listing({ response: { status: 201 } })) });
  const { stdout, stderr } = await verify([folder, '--report', 'github'], { GITHUB_STEP_SUMMARY: '' });
  expect(stdout).toMatch(/^::error file=/m);
  expect(stdout).not.toContain('## Contracts');
  expect(stderr).toContain('GITHUB_STEP_SUMMARY is not set, and --report github=FILE not given');
});

test('writes the summary of a GitHub job, and an error line for each failure', async () => {
  const folder = folderWith({ 'app.json': pactOf('app', listing({ response: { status: 201 } })) });
  const summary = join(folder, 'summary.md');
  const { stdout } = await verify([join(folder, 'app.json'), '--report', 'github'], {
    GITHUB_STEP_SUMMARY: summary,
  });
  expect(stdout).toMatch(/^::error file=.*app\.json,title=app%3A a request for files::/m);
  expect(readFileSync(summary, 'utf8')).toContain('1 broken');
});

test('prints the coverage, and fails below the given minimum', async () => {
  const folder = folderWith({ 'app.json': pactOf('app', listing()) });
  const { status, stdout } = await verify([folder, '--coverage', '--min-coverage', '50']);
  expect(stdout).toMatch(/listFiles +200 +app \(1\)/);
  expect(stdout).toMatch(/listFiles +401 +none +not missing-api-key/);
  expect(stdout).toMatch(/webhook-not-found +no contract yet/);
  expect(stdout).toMatch(/malformed-json +a pact holds no JSON that is broken/);
  expect(stdout).toContain('--min-coverage wants 50%; the lines above with "none" are what is missing.');
  expect(status).toBe(1);
  expect((await verify([folder, '--min-coverage', '0.5'])).status).toBe(0);
});

test('points to --coverage if too little is covered, and prints no coverage unless asked', async () => {
  const folder = folderWith({ 'app.json': pactOf('app', listing()) });
  const { stdout } = await verify([folder, '--min-coverage', '50']);
  expect(stdout).toContain('--min-coverage wants 50%; --coverage prints what is missing.');
  expect(stdout).not.toContain('listFiles');
  const { stdout: help } = await verify(['--help']);
  expect(help.replace(/\s+/g, ' ')).toContain('without it, only how many are pinned');
  expect(help.replace(/\s+/g, ' ')).toContain('--coverage prints which');
});

test.each([
  ['a pact without interactions', () => [folderWith({ 'app.json': pactOf('app') })], 'app.json'],
  [
    'a pact without interactions beside others',
    () => [folderWith({ 'a.json': pactOf('a', listing()), 'b.json': pactOf('b') })],
    'b.json',
  ],
  ['a pact that is not JSON', () => [join(folderWith({ 'app.json': '{' }), 'app.json')], 'is no JSON'],
  ['JSON that is not a pact', () => [join(folderWith({ 'app.json': '{}' }), 'app.json')], 'is no pact'],
  ['an empty folder', () => [folderWith({})], 'holds no pact'],
  ['a file that does not exist', () => ['no-such-pact.json'], 'there is no pact no-such-pact.json'],
  ['no pact at all', () => [], 'PACT_BROKER_BASE_URL'],
  [
    'a report in a folder that does not exist',
    () => ['--report', 'json=no-such-folder/r.json', folderOfOne()],
    'the report json cannot be written to no-such-folder/r.json: there is no folder no-such-folder',
  ],
  ['a report to a folder', () => ['--report', 'junit=src', folderOfOne()], 'written to src: it is a folder'],
  [
    'two reports to standard output',
    () => ['--report', 'json', '--report', 'junit', folderOfOne()],
    'one report at most goes to standard output, not json and junit',
  ],
  ['an unknown option', () => ['--colour'], "Unknown option '--colour'"],
  ['an unknown report', () => ['--report', 'pdf', '.'], 'must be one of text, junit, json, markdown, github'],
  [
    'an unknown version among several',
    () => ['--api-version', '0.7.7,0.8.0', folderOfOne()],
    'must be one of 0.7.7, 0.7.12, 0.7.32, or several with commas between, not "0.8.0"',
  ],
  [
    'several versions of one provider',
    () => [...VERSIONS, '--provider-base-url', 'http://127.0.0.1:9', '.'],
    '--provider-base-url names a provider of one version',
  ],
  ['a header without a provider', () => ['--header', 'A: b', '.'], '--header needs --provider-base-url'],
])('exits with 2 and one line for %s', async (_, args, message) => {
  const { status, stdout, stderr } = await verify(args());
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/ See cloudglue-mock verify --help\.\n$/);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});

test('exits with 2 and one line if the provider cannot be reached, because no contract is known to be broken', async () => {
  const folder = folderWith({ 'app.json': pactOf('app', listing()) });
  const mock = createMock();
  const { url, baseUrl } = await mock.listen();
  await mock.close();
  const { status, stderr } = await verify([folder, '--provider-base-url', baseUrl]);
  expect(stderr).toBe(
    `cloudglue-mock: the provider at ${url} cannot be reached: ECONNREFUSED. Check that it is running, and its URL\n`,
  );
  expect(status).toBe(2);
});

test('exits with 2 and one line if the state setup URL cannot be reached', async () => {
  await using provider = createMock();
  const { baseUrl } = await provider.listen();
  const gone = createMock();
  const { url } = await gone.listen();
  await gone.close();
  const elsewhere = ['--provider-base-url', baseUrl, '--provider-states-setup-url', `${url}/states`];
  const { status, stderr } = await verify([folderOfOne(), ...elsewhere]);
  expect(stderr).toBe(
    `cloudglue-mock: the place for states at ${url}/states cannot be reached: ECONNREFUSED. Check that it is running, and its URL\n`,
  );
  expect(status).toBe(2);
});

test('says how to send a key with states if another provider requires one', async () => {
  await using provider = createMock();
  const { url, baseUrl } = await provider.listen();
  const states = `${url}/__admin/pact/setup`;
  const elsewhere = ['--provider-base-url', baseUrl, '--provider-states-setup-url'];
  const { status, stdout } = await verify([folderOfOne(), ...elsewhere, states]);
  expect(stdout).toContain('token is missing: add ?token= to this URL, with the key that the contracts send');
  expect(status).toBe(1);
  const key = 'any-key-at-all';
  expect((await verify([folderOfOne(), ...elsewhere, `${states}?token=${key}`])).status).toBe(0);
});

test('verifies another provider, with custom headers and the same states', async () => {
  await using mock = createMock({ lifecycle: 'timed', adminToken: 'secret' });
  const { url, baseUrl } = await mock.listen();
  const folder = folderWith({
    'app.json': pactOf('app', listing(), listingOfOne({ description: 'one file' })),
  });
  const elsewhere = [
    ...['--provider-base-url', baseUrl, '--provider-states-setup-url', `${url}/__admin/pact/setup`],
    ...['--header', 'Authorization: Bearer staging', '--header', 'X-Admin-Token: secret'],
  ];
  const { status, stdout } = await verify([folder, ...elsewhere]);
  expect(stdout).toContain('all hold');
  expect(status).toBe(0);
  expect(mock.account('staging').requests.count({ operation: 'listFiles' })).toBeGreaterThan(0);
});

test('two verifications in parallel do not affect each other', async () => {
  const folder = folderWith({ 'app.json': pactOf('app', listingOfOne(), listing({ description: 'none' })) });
  const ended = await Promise.all([verifyAsProcess([folder]), verifyAsProcess([folder])]);
  expect(ended.map(({ status }) => status)).toEqual([0, 0]);
});

/** What holds at every version, what stops holding at 0.7.12, and what holds at the newest only. */
async function pactOfVersions(): Promise<string> {
  const authorization = { Authorization: 'Bearer any-key-at-all' };
  const old = createMock({ apiVersion: '0.7.7' });
  const list = await old.fetch('/v1/data-connectors', { headers: authorization });
  const { data } = (await list.json()) as { data: { id: string; type: string }[] };
  const dropbox = data.find(({ type }) => type === 'dropbox')?.id;
  const get = (path: string, query?: object) => ({ method: 'GET', path, query, headers: authorization });
  return pactOf(
    'app',
    listing(),
    listing({
      description: 'the connectors',
      request: get('/v1/data-connectors'),
      response: { status: 200, body: { data: data.map(({ type }) => ({ type })) } },
    }),
    listing({
      description: 'all folders',
      request: get(`/v1/data-connectors/${dropbox}/files`, { recursive: ['true'] }),
      response: { status: 200, body: { object: 'list' } },
    }),
  );
}

test('compares versions: what holds where, and what changed where something does not', async () => {
  const folder = folderWith({ 'app.json': await pactOfVersions() });
  const { status, stdout } = await verify([folder, ...VERSIONS]);
  expect(status).toBe(1);
  expect(stdout).toMatch(/app +3 +1 broken +2 broken +1 broken/);
  expect(stdout).toMatch(/^ +app +the connectors +holds +broken +broken$/m);
  expect(stdout).toMatch(/^ +app +all folders +broken +broken +holds$/m);
  expect(stdout).not.toContain('a request for files');
  expect(stdout).toContain('3 interactions in 1 pact, at 3 versions: 4 broken.');
  expect(stdout).toContain('✗ app: the connectors (API 0.7.12)');
  expect(stdout).toContain(
    'Changed in 0.7.11: DataConnector.type: value "iconik" added (document: /components/schemas/DataConnector/properties/type)',
  );
  expect(stdout).toMatch(/Changed in 0\.7\.20: listDataConnectorFiles query recursive: parameter added/);
});

test('names what changed at the place of a difference, or else in what the request sends or leaves out', async () => {
  const headers = { Authorization: 'Bearer any-key-at-all' };
  const mock = createMock({ startTime: '2026-01-15T09:00:00Z', lifecycle: 'manual' });
  interface Listing {
    data: { metadata: { source_type: string } }[];
    has_more: boolean;
  }
  async function listingOf(description: string, id: string, query: Record<string, string>) {
    const path = `/v1/data-connectors/${id}/files`;
    const response = await mock.fetch(`${path}?${new URLSearchParams(query)}`, { headers });
    const { data, has_more } = (await response.json()) as Listing;
    expect(data.length).toBeGreaterThan(0);
    const sent = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]]));
    const request = { method: 'GET', path, query: sent, headers };
    const entries = data.map(({ metadata: { source_type } }) => ({ metadata: { source_type } }));
    return listing({ description, request, response: { status: 200, body: { data: entries, has_more } } });
  }
  const folder = folderWith({
    'app.json': pactOf(
      'app',
      await listingOf('a page of Grain', ids.grain, { limit: '1' }),
      await listingOf('a search in Zoom', ids.zoom, { limit: '20', title_search: 'a' }),
    ),
  });
  const { stdout } = await verify([folder, ...VERSIONS, `--report=json=${folder}/r.js`]);
  expect(stdout).toMatch(/app +2 +2 broken +all hold +all hold/);
  const [old] = JSON.parse(readFileSync(join(folder, 'r.js'), 'utf8')).versions;
  const causes = old.pacts[0].interactions.map(({ changes }: { changes: { place: string }[] }) => [
    ...new Set(changes.map(({ place }) => place)),
  ]);
  expect(causes).toEqual([
    ['DataConnectorFile.metadata'],
    [
      'listDataConnectorFiles query from',
      'listDataConnectorFiles query title_search',
      'DataConnectorFile.metadata',
    ],
  ]);
});

test('ends with 0 where all contracts hold at each version', async () => {
  const { status, stdout } = await verify([folderOfOne(), ...VERSIONS]);
  expect(stdout).toContain('1 interaction in 1 pact, at 3 versions: all hold.');
  expect(status).toBe(0);
});

test('names the version in each report of several', async () => {
  const folder = folderWith({ 'app.json': await pactOfVersions() });
  const at = (name: string) => join(folder, name);
  const reports = ['junit=r.xml', 'json=r.js', 'markdown=r.md', 'github=g.md'];
  const { stdout } = await verify([
    at('app.json'),
    ...VERSIONS,
    ...reports.map((one) => `--report=${one.replace('=', `=${folder}/`)}`),
  ]);
  const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(readFileSync(at('r.xml'), 'utf8'));
  expect(testsuites).toMatchObject({ '@_tests': '9', '@_failures': '4' });
  const [, newer] = testsuites.testsuite;
  expect(newer['@_name']).toBe('app and cloudglue-api (API 0.7.12)');
  expect(newer.testcase[1]).toMatchObject({ '@_name': 'the connectors (API 0.7.12)' });
  expect(newer.testcase[1].failure['#text']).toContain('Changed in 0.7.11: DataConnector.type');
  const { versions } = JSON.parse(readFileSync(at('r.js'), 'utf8'));
  expect(versions.map(({ version }: { version: string }) => version)).toEqual(['0.7.7', '0.7.12', '0.7.32']);
  expect(versions[1].pacts[0].interactions[1].changes[0]).toMatchObject({
    version: '0.7.11',
    place: 'DataConnector.type',
  });
  for (const file of ['r.md', 'g.md']) {
    const text = readFileSync(at(file), 'utf8');
    expect(text).toContain('| app | the connectors | holds | broken | broken |');
    expect(text).toContain('Coverage at 0.7.12: ');
  }
  expect(stdout).toMatch(
    /^::error file=.*,title=app%3A the connectors \(API 0\.7\.12\)::.*Changed in 0\.7\.11/m,
  );
});
