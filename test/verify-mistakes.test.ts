// Twelve mistakes that clients and their contracts make, and what `verify` says of each: what is wrong, where in the
// contract, where in the document, and what to do.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { createMock } from '../src/index.ts';
import { folderWith, listing, pactOf } from './support/pacts.ts';
import { verify } from './support/verify.ts';

const headers = { Authorization: 'Bearer any-key-at-all' };
const sent = { ...headers, 'Content-Type': 'application/json' };
const talk = 'https://media.quaymark.example/talks/port-automation-keynote.mp4';
const get = (path: string, query?: object) => ({ method: 'GET', path, headers, ...(query && { query }) });
const post = (path: string, body: unknown) => ({ method: 'POST', path, headers: sent, body });
const NOTHING = '00000000-0000-4000-8000-000000000000';
const FILE = '2245b21e-79af-4ccd-872e-cdb7f86133dc';

type Mistake = [what: string, interaction: Parameters<typeof listing>[0], told: RegExp[]];

const mistakes: Mistake[] = [
  [
    'another status than the API answers',
    { request: get(`/v1/files/${NOTHING}`) },
    [
      /The answer differs: expected 200 but was 404: No file has the id "0{8}-.*GET \/v1\/files lists the files.*\(error case file-not-found\) \(at response\.status\)/,
    ],
  ],
  [
    'a path that there is not',
    { request: get('/v1/file') },
    [/there is no GET \/v1\/file: did you mean GET \/v1\/files\? \(at request\.path\) \(document: \/paths\)/],
  ],
  [
    'a path without the base path',
    { request: get('/files') },
    [/did you mean GET \/v1\/files\?.*The path lacks \/v1/],
  ],
  [
    'a path with more before the base path',
    { request: get('/api/v1/files') },
    [
      /there is no GET \/api\/v1\/files: did you mean GET \/v1\/files\? \(at request\.path\) \(document: \/paths\)\n/,
    ],
  ],
  [
    'a path with a slash too many',
    { request: get('//v1/files') },
    [/did you mean GET \/v1\/files\? \(at request\.path\) \(document: \/paths\)\n/],
  ],
  [
    'a query parameter that has no effect',
    { request: get('/v1/files', { page_size: ['2'] }) },
    [
      /there is no query parameter "page_size": did you mean "limit"\? \(at request\.query\.page_size\) \(document: \/paths\/~1files\/get\)/,
    ],
  ],
  [
    'a query parameter by the name that other APIs have for it',
    { request: get('/v1/files', { order_by: ['filename'] }) },
    [/there is no query parameter "order_by": did you mean "order"\?/],
  ],
  [
    'a field of the request that has no effect',
    {
      request: post('/v1/files/sync', { url: talk, meta_data: { a: 'b' } }),
      response: { status: 200, body: { status: 'pending' } },
    },
    [
      /there is no field "meta_data": did you mean "metadata"\? \(at request\.body\.meta_data\) \(document: \S+schema\)/,
    ],
  ],
  [
    'a field of the request by another name',
    { request: post('/v1/files/sync', { uri: talk }), response: { status: 200 } },
    [/there is no field "uri": did you mean "url"\?/, /expected 200 but was 400: .*"url" is required/],
  ],
  [
    'a value that there is not, in a request',
    {
      request: post('/v1/collections', { name: 'Calls', collection_type: 'transcripts' }),
      response: { status: 200 },
    },
    [/must be one of media-descriptions, .*, not "transcripts": did you mean "rich-transcripts"\?/],
  ],
  [
    'a value that there is not, in an answer',
    {
      providerStates: [{ name: 'a file exists' }],
      request: get(`/v1/files/${FILE}`),
      response: { status: 200, body: { status: 'complete' } },
    },
    [
      /must be one of pending, processing, completed, failed, not_applicable, not "complete": did you mean "completed"\? \(at response\.body\.status\) \(document: \/components\/schemas\/File\/properties\/status\)/,
    ],
  ],
  [
    'a field of the answer by another name',
    {
      providerStates: [{ name: 'a file exists' }],
      request: get(`/v1/files/${FILE}`),
      response: { status: 200, body: { mediaType: 'video' } },
    },
    [/there is no field "mediaType": did you mean "media_type"\? \(at response\.body\.mediaType\)/],
  ],
  [
    'a value of another type',
    { response: { status: 200, body: { total: '0' } } },
    [/must be a number, not "0" \(at response\.body\.total\) \(document: \S+total\)/],
  ],
  [
    'a state about another file than the request',
    { providerStates: [{ name: 'a file exists', params: { uri: talk } }], request: get(`/v1/files/${FILE}`) },
    [
      /The state made file_id \S+, and the request asks for 2245b21e.*take it from the state, as in fromProviderState\('\$\{file_id\}'\)/,
    ],
  ],
  [
    'a state by another name',
    { providerStates: [{ name: 'the file is complete' }] },
    [/"the file is complete" is unknown: did you mean "the file is completed"\?/],
  ],
];

const response = { status: 200, body: { object: 'list' } };

test.each(mistakes)('tells of %s', async (what, interaction, told) => {
  const folder = folderWith({
    'app.json': pactOf('app', listing({ response, description: what, ...interaction })),
  });
  const { status, stdout } = await verify([folder]);
  expect(status).toBe(1);
  expect(stdout).toContain(`✗ app: ${what}\n`);
  for (const text of told) expect(stdout).toMatch(text);
});

test('what the document says comes first, in every format', async () => {
  const interactions = mistakes.map(([description, one]) => listing({ response, description, ...one }));
  const folder = folderWith({ 'app.json': pactOf('app', ...interactions) });
  const reports = ['junit=r.xml', 'json=r.js', 'github=r.md'].map(
    (one) => `--report=${one.replace('=', `=${folder}/`)}`,
  );
  const { stdout } = await verify([join(folder, 'app.json'), ...reports]);
  const { pacts } = JSON.parse(readFileSync(join(folder, 'r.js'), 'utf8'));
  type Outcome = { description: string; problems: { found: string; text: string }[] };
  const both = (pacts[0].interactions as Outcome[]).filter(
    ({ problems }) => new Set(problems.map(({ found }) => found)).size > 1,
  );
  expect(both.length).toBeGreaterThan(5);
  const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(
    readFileSync(join(folder, 'r.xml'), 'utf8'),
  );
  for (const { description, problems } of both) {
    expect(problems[0]?.found).toBe('document');
    const one = testsuites.testsuite.testcase.find(
      (each: Record<string, string>) => each['@_name'] === description,
    );
    expect(one.failure['@_message']).toBe(problems[0]?.text);
    expect(stdout).toContain(`title=app%3A ${description.replace(',', '%2C')}::The document differs: `);
    expect(stdout).toMatch(new RegExp(`✗ app: ${description}\\n.*\\n    The document differs: `));
  }
});

test('tells once of a difference in each entry of a list, in the order of places, and not of everything', async () => {
  const entries = Array.from({ length: 12 }, () => ({
    status: 'failed',
    filename: 'no.mp4',
  }));
  const fields = Object.fromEntries(Array.from({ length: 30 }, (_, nth) => [`field_${nth}`, nth]));
  const folder = folderWith({
    'app.json': pactOf(
      'app',
      listing({
        description: 'a list',
        providerStates: [{ name: 'files exist', params: { count: 12 } }],
        request: { method: 'GET', path: '/v1/files', query: { limit: ['12'] }, headers },
        response: { status: 200, body: { data: entries, total: 13 } },
      }),
      listing({ description: 'an object', response: { status: 200, body: fields } }),
    ),
  });
  const { stdout } = await verify([join(folder, 'app.json')]);
  const [list = '', object = ''] = stdout.split('✗ app: ').slice(1);
  const places = [...list.matchAll(/The answer differs: (\d+ times)?.* \(at ([^)]+)\)/g)];
  expect(places.map(([, times, at]) => [times, at])).toEqual([
    ['12 times', 'response.body.data[*].filename'],
    ['12 times', 'response.body.data[*].status'],
    [undefined, 'response.body.total'],
  ]);
  expect(object.match(/there is no field/g)).toHaveLength(20);
  expect(object.indexOf('"field_2"')).toBeLessThan(object.indexOf('"field_10"'));
  expect(object).toContain('The document differs: and 10 more, at other places');
});

test('tells that the states were set up for another key than the request sends, without showing either', async () => {
  await using provider = createMock();
  const { url, baseUrl } = await provider.listen();
  const folder = folderWith({
    'app.json': pactOf(
      'app',
      listing({
        providerStates: [{ name: 'files exist', params: { count: 2 } }],
        response: { status: 200, body: { total: 2 } },
      }),
    ),
  });
  const elsewhere = ['--provider-base-url', baseUrl, '--provider-states-setup-url'];
  const { status, stdout } = await verify([
    folder,
    ...elsewhere,
    `${url}/__admin/pact/setup?token=another-key`,
  ]);
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /at response\.body\.total\)\. The states were set up for the key in --provider-states-setup-url/,
  );
  expect(stdout).not.toMatch(/another-key|any-key-at-all/);
  const none = await verify([folder, '--provider-base-url', baseUrl]);
  expect(none.stdout).toContain('Its states were not set up: give --provider-states-setup-url.');
});

test('a redirect is said not to be compared', async () => {
  const { createServer } = await import('node:http');
  const server = createServer((request, answer) => {
    if (request.url !== '/v1/files') return answer.end('{}');
    answer.writeHead(302, { location: '/elsewhere' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const folder = folderWith({ 'app.json': pactOf('app', listing({ response: { status: 302 } })) });
  const { stdout } = await verify([
    folder,
    '--no-spec-check',
    '--provider-base-url',
    `http://127.0.0.1:${port}`,
  ]);
  server.close();
  expect(stdout).toContain('expected 302 but was 200 (at response.status). Pact 16 follows a redirect');
});

test('no message is longer than 2 KB, and each case has a name of its own', async () => {
  const long = 'x'.repeat(50_000);
  const folder = folderWith({
    'app.json': pactOf(
      'app',
      listing({ response: { status: 200, body: { [long]: long } } }),
      listing({ request: { method: 'GET', path: `/v1/${long}`, headers } }),
      listing({ response: { status: 418 } }),
    ),
  });
  const { stdout } = await verify([join(folder, 'app.json'), `--report=junit=${folder}/r.xml`]);
  for (const line of stdout.split('\n')) expect(Buffer.byteLength(line)).toBeLessThan(2_100);
  const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(
    readFileSync(join(folder, 'r.xml'), 'utf8'),
  );
  const names = testsuites.testsuite.testcase.map((one: Record<string, string>) => one['@_name']);
  expect(names).toEqual(['a request for files', 'a request for files (2)', 'a request for files (3)']);
});
