// `cloudglue-mock verify` against strange pacts, brokers and providers: nothing holds that was not looked at.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { expect, onTestFinished, test } from 'vitest';
import { UsageError } from '../src/errors/usage-error.ts';
import { runVerify } from '../src/verify/verify.ts';
import { folderWith, listing, listingOfOne, pactOf } from './support/pacts.ts';
import { COMMAND } from './support/process.ts';
import { verify } from './support/verify.ts';

/** Why it is wrong use, which ends with 2 before anything is verified. */
const refused = async (args: string[], env: Record<string, string> = {}): Promise<string> => {
  const printed: string[] = [];
  const print = (text: string) => void printed.push(text);
  const error = await runVerify(args, { print, note: print, env }).catch((reason) => reason);
  expect(error).toBeInstanceOf(UsageError);
  expect(printed).toEqual([]);
  return error.message;
};

/** The listing in a pact of version 4, changed. */
const ofVersion4 = (changes: object) =>
  JSON.stringify({
    ...JSON.parse(pactOf('app')),
    interactions: [{ ...listing({ response: { status: 200 } }), type: 'Synchronous/HTTP', ...changes }],
    metadata: { pactSpecification: { version: '4.0' } },
  });

const changed = (changes: object) => pactOf('app', { ...listing(), ...changes });

async function serve(handler: RequestListener): Promise<string> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

test.each([
  ['no interaction', pactOf('app'), 'interactions must not be empty'],
  [
    'a message without contents',
    ofVersion4({ type: 'Asynchronous/Messages' }),
    'interactions[0].contents is required',
  ],
  [
    'nothing but an interaction of a plugin',
    ofVersion4({ pluginConfiguration: { protobuf: { interactionKey: 'x' } } }),
    'nothing can be verified of ',
  ],
  ['no request', changed({ request: undefined }), 'interactions[0].request is required'],
  [
    'a value that is not an interaction',
    pactOf('app', null as never),
    'interactions[0] must be an object, not null',
  ],
  [
    'a method that is none',
    changed({ request: { method: 'FOO BAR', path: '/v1/files' } }),
    'request.method must be an HTTP method',
  ],
  [
    'a path that is a URL',
    changed({ request: { method: 'GET', path: 'http://a.example/v1/files' } }),
    'request.path must begin with a slash',
  ],
  ['a status that is none', changed({ response: { status: 65_736 } }), 'response.status must be at most 599'],
  ['states that are no list', changed({ providerStates: { name: 'x' } }), 'providerStates must be an array'],
  [
    'parameters that Pact would drop',
    changed({ providerStates: [{ name: 'files exist', params: [1] }] }),
    'providerStates[0].params must be a record, not an array',
  ],
  [
    'a body that Pact would not look at',
    ofVersion4({ response: { status: 200, body: { total: 99 } } }),
    'interactions[0].response.body must be an object with its content and its contentType',
  ],
  [
    'a version of the specification that nobody knows',
    changed({}).replace(/"version":"[\d.]+"/, '"version":"5.0"'),
    'metadata.pactSpecification.version must be one of 1 to 4',
  ],
  [
    'an interaction that Pact would leave out',
    ofVersion4({ type: undefined }),
    'interactions[0].type is required in version 4',
  ],
  [
    'a body whose type is no text',
    ofVersion4({ response: { status: 200, body: { content: {}, contentType: ['application/json'] } } }),
    'interactions[0].response.body must be an object with its content and its contentType',
  ],
  [
    'headers that are no texts',
    changed({ response: { status: 200, headers: { 'Content-Type': { a: 'b' } } } }),
    'response.headers.Content-Type must be a text or a list of texts',
  ],
  [
    'a query that is a number',
    changed({ request: { method: 'GET', path: '/v1/files', query: 1 } }),
    'request.query must be a text, or an object with lists of texts',
  ],
  [
    'matching rules that are a list',
    changed({ response: { status: 200, matchingRules: [] } }),
    'response.matchingRules must be an object',
  ],
  ['a byte order mark', `\ufeff${changed({})}`, 'begins with a byte order mark'],
])('refuses a pact with %s instead of reporting that all contracts hold', async (_, pact, message) => {
  const refusal = await refused([folderWith({ 'app.json': pact }), '--no-spec-check']);
  expect(refusal).toContain('app.json');
  expect(refusal).toContain(message);
});

test('a pact that Pact itself cannot read exits with 2, and with what to do', async () => {
  const pact = changed({ response: { status: 200, matchingRules: { body: 'x' } } });
  const { status, stderr } = await verify([folderWith({ 'app.json': pact })]);
  expect(stderr).toMatch(
    /^cloudglue-mock: Pact cannot read \S+app\.json: Matching rule JSON "x" is not correctly formed\. Correct it, /,
  );
  expect(status).toBe(2);
});

test('distinguishes failures of pending interactions from others', async () => {
  const interaction = (description: string, status: number, pending: boolean) => ({
    ...listing({ description, response: { status } }),
    type: 'Synchronous/HTTP',
    pending,
  });
  const pact = JSON.stringify({
    ...JSON.parse(ofVersion4({})),
    interactions: [interaction('pending', 404, true), interaction('due', 418, false)],
  });
  const { stdout } = await verify([folderWith({ 'app.json': pact }), '--no-spec-check']);
  expect(stdout).toMatch(/- app: pending \(pending\)\n.*\n.*expected 404 but was 200/);
  expect(stdout).toMatch(/✗ app: due\n.*\n.*expected 418 but was 200/);
});

test('does not let the states of an interaction that could not start affect the next one', async () => {
  const folder = folderWith({
    'app.json': pactOf(
      'app',
      listing({
        description: 'first',
        providerStates: [{ name: 'the API key is revoked' }, { name: 'no such' }],
      }),
      listing({ description: 'second', response: { status: 401 } }),
    ),
  });
  const { stdout } = await verify([folder]);
  expect(stdout).toContain('2 interactions in 1 pact: 2 broken.');
  expect(stdout).toMatch(/✗ app: second\n.*\n.*expected 401 but was 200/);
});

test('says why a state is missing, whatever the order of its parameters, and only for its interaction', async () => {
  const metadata = { z: 1, a: { y: 1, b: 2 } };
  const folder = folderWith({
    'app.json': pactOf(
      'app',
      listing({
        providerStates: [{ name: 'a file exists', params: { uri: 'grain://recording/none', metadata } }],
      }),
      listing({
        description: 'too many',
        providerStates: [
          { name: 'files exist', params: { count: 2 } },
          { name: 'files exist', params: { count: 1 } },
        ],
      }),
      listingOfOne({ description: 'holds' }),
    ),
  });
  const { stdout } = await verify([folder]);
  expect(stdout).toContain('The state is missing: The provider state "a file exists" could not be set up');
  expect(stdout).toContain('another state made more than 1 files');
  expect(stdout).toContain('3 interactions in 1 pact: 2 broken.');
});

test('verifies each pact of a folder once, however many links lead to it', async () => {
  const folder = folderWith({ 'app.json': pactOf('app', listing()) });
  symlinkSync(folder, join(folder, 'circle'));
  symlinkSync(join(folder, 'app.json'), join(folder, 'again.json'));
  mkdirSync(join(folder, 'folder.json'));
  const { status, stdout } = await verify([folder]);
  expect(stdout).toContain('1 interaction in 1 pact: all hold.');
  expect(status).toBe(0);
  symlinkSync(join(folder, 'gone'), join(folder, 'dead.json'));
  expect(await refused([folder])).toContain('dead.json cannot be read');
});

test('a report that cannot be written, or would overwrite another one, exits with 2', async () => {
  const folder = folderWith({ 'app.json': pactOf('app', listing()) });
  // Never room on it, which nobody knows before.
  const full = await verify([folder, '--report=junit=/dev/full']);
  expect(full.stdout).toContain('all hold');
  expect(full.stderr).toContain('the report junit cannot be written: ENOSPC');
  expect(full.status).toBe(2);
  expect(await refused([folder, `--report=junit=${folder}/r`, `--report=json=${folder}/./r`])).toBe(
    `two reports cannot be written to one file: ${folder}/r`,
  );
});

test('control characters in names reach neither the terminal nor a report', async () => {
  const description = 'one\r\n::error::two\t\u001b[31m\u0000';
  const folder = folderWith({
    'app.json': pactOf('app', listing({ description, response: { status: 201 } })),
  });
  const { stdout } = await verify([join(folder, 'app.json'), `--report=junit=${folder}/r.xml`]);
  expect(stdout).toContain('✗ app: one? ::error::two??[31m?\n');
  const xml = readFileSync(join(folder, 'r.xml'), 'utf8');
  expect(xml).toContain('name="one? ::error::two??[31m?"');
  expect(new XMLParser().parse(xml)).toHaveProperty('testsuites');
});

test('reports the answer of a state setup URL that gives no reason', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/states') response.statusCode = 500;
    response.end(request.url === '/states' ? 'null' : '{}');
  });
  const folder = folderWith({ 'app.json': pactOf('app', listing()) });
  const elsewhere = ['--provider-base-url', url, '--provider-states-setup-url', `${url}/states`];
  const { status, stdout } = await verify([folder, ...elsewhere]);
  expect(stdout).toContain('The state is missing: the answer was 500 null');
  expect(status).toBe(1);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends the wait for an answer too', async (signal) => {
  const folder = folderWith({ 'app.json': pactOf('app', listing()) });
  let letGo = () => {};
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let child: ChildProcess | undefined;
  const url = await serve((request, response) => {
    if (request.method === 'HEAD') return response.end();
    // This one is never answered: who asked has to let go of it.
    request.socket.once('close', letGo);
    child?.kill(signal);
  });
  child = spawn(process.execPath, [...COMMAND, 'verify', folder, '--provider-base-url', url]);
  onTestFinished(() => void child?.kill('SIGKILL'));
  const [[, endedBy]] = await Promise.all([once(child, 'exit'), isLetGo]);
  expect(endedBy).toBe(signal);
});
