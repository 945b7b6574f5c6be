// `--redirect`: Node.js clients whose address is fixed in their code reach the mock, however they send requests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { API_HOST } from '../src/openapi/cloudglue.ts';
import { check, client, fileWith } from './support/check.ts';
import { builtFolder, FROM_SOURCE } from './support/process.ts';

/** The packages of this project, for a client that is elsewhere. */
const packages = pathToFileURL(`${process.cwd()}/package.json`).href;

/** Each way to ask for the files as a function that gives the JSON of the answer. */
const WAYS = {
  fetch: `async () => (await fetch(url, { headers })).json()`,
  'fetch with a Request': `async () => (await fetch(new Request(url, { headers }))).json()`,
  'node:https': `() => ask(https)`,
  'node:https with an agent that keeps connections': `() => ask(https, { agent: new https.Agent({ keepAlive: true }) })`,
  'node:https without an agent': `() => ask(https, { agent: false })`,
  'node:https by a named import': `() => ask({ get })`,
  'node:http': `() => ask(http, {}, url.replace('https', 'http'))`,
  axios: `async () => (await axios.get(url, { headers })).data`,
  'axios with fetch': `async () => (await axios.get(url, { headers, adapter: 'fetch' })).data`,
  'undici, the package': `async () => (await undici.request(url, { headers })).body.json()`,
  'fetch of undici': `async () => (await undici.fetch(url, { headers })).json()`,
  'a pool of undici': `async () => (await new undici.Pool(new URL(url).origin).request({ path: '/v1/files', method: 'GET', headers })).body.json()`,
};

const ASK = `
  import http from 'node:http';
  import https, { get } from 'node:https';
  import { createRequire } from 'node:module';
  const require = createRequire('${packages}');
  const [axios, undici] = [require('axios'), require('undici')];
  const url = 'https://${API_HOST}/v1/files';
  const headers = { authorization: 'Bearer fixed-in-the-code' };
  const ask = ({ get }, options = {}, address = url) => new Promise((resolve, reject) => {
    get(address, { headers, ...options }, (response) => {
      let text = '';
      response.on('data', (part) => (text += part)).on('end', () => resolve(JSON.parse(text)));
    }).on('error', reject);
  });`;

test('every way to send a request leads to the mock, and every request is judged', async () => {
  const ways = Object.entries(WAYS).map(([name, way]) => `${JSON.stringify(name)}: ${way}`);
  const code = `${ASK}
    const answers = {};
    for (const [name, way] of Object.entries({ ${ways.join(', ')} }))
      answers[name] = await way().then(({ object }) => object, (error) => error.message + ': ' + error.cause?.message);
    console.error(JSON.stringify(answers));
    process.exit(0);`;
  const { status, stdout, stderr } = await check(['--redirect'], client(code));
  expect(JSON.parse(stderr)).toEqual(Object.fromEntries(Object.keys(WAYS).map((name) => [name, 'list'])));
  expect(status).toBe(0);
  expect(stdout).toContain(`${Object.keys(WAYS).length} requests: 0 errors`);
});

test('CommonJS, child processes and worker threads are led there too; another host is not', async () => {
  const script = fileWith(
    'client.cjs',
    `const { execFileSync } = require('node:child_process');
     const { Worker, isMainThread } = require('node:worker_threads');
     const ask = () => fetch('https://${API_HOST}/v1/files', { headers: { authorization: 'Bearer x' } });
     if (!isMainThread || process.argv[2]) ask();
     else ask().then(async () => {
       execFileSync(process.execPath, [__filename, 'child']);
       await new Promise((resolve) => new Worker(__filename).once('exit', resolve));
       const other = await fetch('https://cloudglue.invalid/v1/files').catch((error) => error.cause.code);
       console.error(other);
     });`,
  );
  const { stdout, stderr } = await check(['--redirect'], [process.execPath, script]);
  expect(stdout).toContain('3 requests: ');
  expect(stderr).toMatch(/^(ENOTFOUND|EAI_AGAIN)\n$/);
});

test('a connection that the mock breaks reaches the client as broken', async () => {
  const code = `${ASK}
    const broken = await fetch(url, { headers }).catch((error) => error.cause.code);
    const cut = await ask(https).catch((error) => error.code);
    console.error(broken, cut);`;
  const faults = '[{"network":"connection-reset","times":2}]';
  const { stderr } = await check(['--redirect', '--faults', faults], client(code));
  expect(stderr).toBe('ECONNRESET ECONNRESET\n');
});

test('another host can be named, and options of Node.js that are set already stay', async () => {
  const env = { NODE_OPTIONS: '--no-deprecation' };
  const code = `
    await fetch('https://api.staging.example/v1/files', { headers: { authorization: 'Bearer x' } });
    console.error(process.noDeprecation, process.env.NO_PROXY.includes('api.staging.example'));`;
  const { status, stderr } = await check(['--redirect=https://api.staging.example/v1'], client(code), {
    env,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: 'true true\n' });
});

test('a client of HTTP/2 alone gets an error that says what to do', async () => {
  const code = `
    import { connect } from 'node:http2';
    try { connect('https://${API_HOST}'); } catch (error) { console.error(error.message); }`;
  const { stderr } = await check(['--redirect'], client(code));
  expect(stderr).toContain('let the client use HTTP/1.1, or read its address from CLOUDGLUE_BASE_URL');
});

test('from source it does the same', async () => {
  const code = `console.error((await fetch('https://${API_HOST}/v1/files', { headers: { authorization: 'Bearer x' } })).status);`;
  const { status, stderr } = await check(['--redirect'], client(code), { program: FROM_SOURCE });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '200\n' });
});

test('what is loaded into foreign processes is small, and needs only Node.js', () => {
  const read = (file: string) => readFileSync(join(builtFolder, file), 'utf8');
  const needs = (text: string) => [...text.matchAll(/require\(["']([^"']+)/g)].map(([, name = '']) => name);
  const own = read('redirect.cjs');
  const helpers = needs(own).filter((name) => name.startsWith('./'));
  const all = [own, ...helpers.map(read)];
  expect(all.flatMap(needs).filter((name) => !name.startsWith('node:') && !helpers.includes(name))).toEqual(
    [],
  );
  expect(all.join('').length).toBeLessThan(6_000);
});
