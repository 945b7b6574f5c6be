// `cloudglue-mock verify` with a broker: what it asks for, what does not count, what it publishes, and that nobody but the
// broker gets the credentials. The broker is a stub that follows the documented links; see test/support/broker.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startBroker } from './support/broker.ts';
import { folderWith, listing, pactOf } from './support/pacts.ts';
import { verify } from './support/verify.ts';

const holding = pactOf('app', listing());
const broken = pactOf('old-app', listing({ response: { status: 404 } }));

test('verifies what the broker selects', async () => {
  const { url, asked } = await startBroker([{ pact: holding }], { authorization: 'Bearer t0ken' });
  const selectors = '[{"mainBranch":true},{"deployedOrReleased":true}]';
  const { status, stdout } = await verify(['--consumer-version-selectors', selectors], {
    PACT_BROKER_BASE_URL: `${url}/`,
    PACT_BROKER_TOKEN: 't0ken',
  });
  expect(stdout).toContain('1 interaction in 1 pact: all hold.');
  expect(status).toBe(0);
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /',
    'POST /pacts/provider/cloudglue-api/for-verification',
    'GET /pact/0',
  ]);
  expect(asked[1]?.body).toEqual({
    consumerVersionSelectors: [{ mainBranch: true }, { deployedOrReleased: true }],
    includePendingStatus: false,
  });
});

test('what is pending at the broker, or work in progress, is verified and reported, and does not count', async () => {
  const notice = 'This pact is pending: a failure does not fail the build.';
  const { url, asked } = await startBroker([
    { pact: holding },
    { pact: broken, pending: true, notice },
    { pact: broken.replace('old-app', 'new-app'), pending: true, wip: true },
  ]);
  const { status, stdout } = await verify(['--wip-since', '2026-01-01', '--provider-branch', 'main'], {
    PACT_BROKER_BASE_URL: url,
  });
  expect(status).toBe(0);
  expect(stdout).toMatch(/- old-app: a request for files \(pending at the broker\)\n/);
  expect(stdout).toMatch(/- new-app: a request for files \(work in progress\)\n/);
  expect(stdout).toContain('expected 404 but was 200');
  expect(stdout).toContain('2 interactions pending, 2 of which would be broken: they do not count.');
  expect(stdout).toContain(notice);
  expect(asked[1]?.body).toEqual({
    consumerVersionSelectors: [],
    includePendingStatus: true,
    providerVersionBranch: 'main',
    includeWipPactsSince: '2026-01-01',
  });
});

test('publishes what came of each pact, the word of the document included', async () => {
  const undeclared = pactOf('strict-app', {
    ...listing(),
    request: {
      method: 'GET',
      path: '/v1/files',
      query: { page_size: ['2'] },
      headers: { Authorization: 'Bearer a' },
    },
  });
  const { url, asked } = await startBroker([
    { pact: holding },
    { pact: undeclared },
    { pact: broken, pending: true },
  ]);
  const { status, stdout } = await verify(['--publish', '--provider-version', '1.2.3'], {
    PACT_BROKER_BASE_URL: url,
    PACT_PROVIDER_BRANCH: 'main',
  });
  expect(status).toBe(1);
  expect(stdout).toContain('Published the results of 3 pacts for version 1.2.3.');
  const written = asked.filter(
    ({ path }) => path.endsWith('verification-results') || path.includes('branches'),
  );
  expect(written.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'PUT /pacticipants/cloudglue-api/branches/main/versions/1.2.3',
    'POST /pact/0/verification-results',
    'POST /pact/1/verification-results',
    'POST /pact/2/verification-results',
  ]);
  const bodies = written.slice(1).map(({ body }) => body as Record<string, unknown>);
  // Pact itself has nothing against the second. The third is pending: the broker needs to know that it does not hold.
  expect(bodies.map(({ success }) => success)).toEqual([true, false, false]);
  expect(bodies[1]).toMatchObject({
    providerApplicationVersion: '1.2.3',
    verifiedBy: { implementation: 'cloudglue-mock' },
    testResults: [{ success: false, mismatches: [{ attribute: 'unknown-query-parameter' }] }],
  });
});

test('ends with 2 if results cannot be published, after the report', async () => {
  const { url } = await startBroker([{ pact: holding }], { publishStatus: 409 });
  const { status, stdout, stderr } = await verify(['--publish', '--provider-version', '1'], {
    PACT_BROKER_BASE_URL: url,
  });
  expect(stdout).toContain('all hold');
  expect(stderr).toContain('the results were not published: the broker answered 409 for POST');
  expect(status).toBe(2);
});

test('verifies one pact by its URL, with the credentials in it, and publishes its result', async () => {
  const basic = `Basic ${Buffer.from('ana:s3cret-word').toString('base64')}`;
  const { url, asked } = await startBroker([{ pact: broken }], { authorization: basic });
  const withPassword = `${url.replace('//', '//ana:s3cret-word@')}/pact/0`;
  const { status, stdout, stderr } = await verify([withPassword, '--publish', '--provider-version', '7']);
  expect(status).toBe(1);
  expect(stdout).toContain(`(${url}/pact/0)`);
  expect(`${stdout}${stderr}`).not.toContain('s3cret');
  expect(asked.at(-1)).toMatchObject({ method: 'POST', body: { success: false } });
});

test('credentials go to the broker alone, wherever its links lead', async () => {
  const elsewhere = await startBroker([{ pact: holding }]);
  const { url, asked } = await startBroker([{ pact: holding }], {
    authorization: 'Bearer t0ken-of-mine',
    linksTo: elsewhere.url,
  });
  const env = { PACT_BROKER_BASE_URL: url, PACT_BROKER_TOKEN: 't0ken-of-mine' };
  expect((await verify([], env)).status).toBe(0);
  expect(asked.map(({ authorization }) => authorization)).toEqual(['Bearer t0ken-of-mine']);
  expect(elsewhere.asked.length).toBeGreaterThan(1);
  expect(elsewhere.asked.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
});

test('no password or token is in a message or a report', async () => {
  const { url } = await startBroker([{ pact: broken.replace('"404"', '"404"') }]);
  const folder = folderWith({});
  const env = { PACT_BROKER_BASE_URL: url, PACT_BROKER_TOKEN: 'tok-Very$ecret' };
  const leaking = pactOf('app', listing({ description: 'sends tok-Very$ecret', response: { status: 404 } }));
  const file = join(folderWith({ 'app.json': leaking }), 'app.json');
  const { stdout } = await verify([file, `--report=json=${folder}/r.json`], env);
  expect(stdout).toContain('sends ***');
  expect(stdout + readFileSync(join(folder, 'r.json'), 'utf8')).not.toContain('Very$ecret');
  const gone = 'http://ana:pass-w0rd@127.0.0.1:9/';
  const failed = await verify([], { PACT_BROKER_BASE_URL: gone });
  expect(failed.stderr).toContain('the broker at http://127.0.0.1:9 cannot be reached');
  expect(failed.stderr).not.toContain('pass-w0rd');
});

test('asks a broker for credentials that it refuses, and refuses to send them where others can read', async () => {
  const { url } = await startBroker([{ pact: holding }], { authorization: 'Bearer other' });
  const wrong = await verify([], { PACT_BROKER_BASE_URL: url, PACT_BROKER_TOKEN: 'mine-is-another' });
  expect(wrong.stderr).toContain('the broker answered 401 for GET');
  expect(wrong.stderr).toContain('check PACT_BROKER_TOKEN');
  expect(wrong.status).toBe(2);
  const open = await verify([], {
    PACT_BROKER_BASE_URL: 'http://broker.example.com',
    PACT_BROKER_TOKEN: 'mine-is-another',
  });
  expect(open.stderr).toContain('use https');
  expect(open.status).toBe(2);
});

test.each([
  ['a version to publish for', ['--publish'], 'give --provider-version'],
  ['a branch for pending pacts', ['--pending'], 'give --provider-branch'],
  ['selectors that are JSON', ['--consumer-version-selectors', 'main'], 'must be a JSON array of selectors'],
  ['a day that is one', ['--wip-since', 'yesterday'], 'must be a date written YYYY-MM-DD'],
  [
    'one version of the API to publish',
    ['--publish', '--provider-version', '1', '--api-version', '0.7.7,0.7.32'],
    'tells of one version',
  ],
])('wants %s', async (_, args, message) => {
  const { status, stderr } = await verify(args, { PACT_BROKER_BASE_URL: 'http://127.0.0.1:9' });
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});

test.each(['<html>', 'null', '{"_links":{"pb:provider-pacts-for-verification":"x"}}'])(
  'a broker that answers %s is reported not to be a broker',
  async (text) => {
    const { createServer } = await import('node:http');
    const server = createServer((_, response) => response.end(text));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const { status, stderr } = await verify([], { PACT_BROKER_BASE_URL: `http://127.0.0.1:${port}` });
    server.close();
    expect(stderr).toContain('check that PACT_BROKER_BASE_URL is one');
    expect(status).toBe(2);
  },
);

test('says which provider a broker knows nothing of', async () => {
  const { url } = await startBroker([]);
  const { status, stderr } = await verify(['--provider', 'other'], { PACT_BROKER_BASE_URL: url });
  expect(stderr).toContain('the broker answered 404 for POST');
  expect(stderr).toContain('check PACT_BROKER_BASE_URL and --provider');
  expect(status).toBe(2);
  const none = await verify([], { PACT_BROKER_BASE_URL: url });
  expect(none.stderr).toContain('has no such pact with cloudglue-api');
  expect(none.status).toBe(2);
});
