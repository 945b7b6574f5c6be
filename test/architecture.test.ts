// Rules of the house that a reader relies on.
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(`src/${path}`, 'utf8') }));

const usersOf = (pattern: RegExp) =>
  sources
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path)
    .toSorted();

/** The console runs in a browser, so it has a module of its own for each. */
const OF_THE_PAGE = { time: 'console/time.ts', requests: 'console/client/send.ts' };

test('only one module reads the time, unaffected by the fake timers of test runners', () => {
  expect(usersOf(/\bDate\.now\b|new Date\(\)|performance\.|hrtime/)).toEqual([
    OF_THE_PAGE.time,
    'time/real.ts',
  ]);
  expect(usersOf(/node:(timers|perf_hooks)/)).toEqual(['time/real.ts']);
});

test('only the clock uses timers', () => {
  expect(usersOf(/\bset(Timeout|Interval|Immediate)\(|requestAnimationFrame/)).toEqual([
    OF_THE_PAGE.time,
    'time/clock.ts',
  ]);
});

test('only one module generates random values, and they are the same in every run', () => {
  expect(usersOf(/Math\.random|randomUUID|randomBytes|randomInt|getRandomValues|nanoid/)).toEqual([]);
  expect(usersOf(/node:crypto/)).toEqual(['util/random.ts']);
});

// The demo is a client of its own mock, over HTTP. `verify` sends requests to a broker or another provider, if it is
// given one. `pact.ts` waits for the answers that the fetch of a test process gets. `check/redirect.ts` runs in the
// processes of a client: it leads connections that these open to the mock, and opens none of its own.
test('only the server opens a port; only webhooks, the demo to its own mock, and `verify` open connections', () => {
  expect(usersOf(/\bcreateServer\(/)).toEqual(['http/server.ts']);
  expect(usersOf(/^import (?!type\b)[^;]*?'node:(http|https|net|tls|dgram)'/m)).toEqual([
    'check/redirect.ts',
    'http/server.ts',
    'webhooks/send.ts',
  ]);
  expect(
    usersOf(/[^(](?:await|return) fetch\(|globalThis\.fetch|undici|XMLHttpRequest|EventSource\(|WebSocket/),
  ).toEqual([OF_THE_PAGE.requests, 'demo/demo.ts', 'pact.ts', 'verify/fetch-outside.ts']);
});

/** What a file imports, types included, by its path below `src`. */
const importsOf = ({ path, text }: { path: string; text: string }) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.\.?\/[^']+)'/g)].map(([, target = '']) =>
    posix.normalize(posix.join(posix.dirname(path), target)),
  );

/** A file at the root of `src` is a room of its own. */
const roomOf = (path: string) => path.split('/')[0] ?? path;

/** The rooms from the bottom to the top: each imports only from those before it. */
const ROOMS = [
  'util',
  'time',
  'openapi',
  'errors',
  'reports',
  'conformance',
  'config',
  'sources',
  'store',
  'records',
  'world',
  'accounts',
  'files',
  'imports',
  'webhooks',
  'judge',
  'journal',
  'faults',
  'control',
  'provider-states',
  'coverage',
  'http',
  'mock',
  'check',
  'verify',
  'tour',
  'console',
  'demo',
  'cli',
  'scripts',
  'index.ts',
  'pact.ts',
];

test('rooms import only from the rooms below them, types included', () => {
  const wrong = sources.flatMap((source) =>
    importsOf(source)
      .filter((target) => ROOMS.indexOf(roomOf(target)) > ROOMS.indexOf(roomOf(source.path)))
      .map((target) => `${source.path} imports ${target}`),
  );
  expect(wrong).toEqual([]);
  expect([...new Set(sources.map(({ path }) => roomOf(path)))].toSorted()).toEqual(ROOMS.toSorted());
});

test('only one room knows the generated documents, and the base path of the API', () => {
  const outside = sources.filter(({ path }) => !/^(openapi|scripts)\//.test(path));
  expect(outside.filter(({ text }) => /openapi\/generated\//.test(text)).map(({ path }) => path)).toEqual([]);
  const withoutComments = (text: string) => text.replace(/^\s*(\/\/|\/?\*).*$/gm, '');
  expect(outside.filter(({ text }) => /\/v1\b/.test(withoutComments(text))).map(({ path }) => path)).toEqual(
    [],
  );
});

test('every file begins by saying why it exists, and is short', () => {
  for (const { path, text } of sources.filter((source) => !source.path.includes('generated/'))) {
    expect(text.replace(/^#!.*\n/, ''), path).toMatch(/^\/\/ \S/);
    expect(text.split('\n').length, path).toBeLessThan(301);
  }
});
