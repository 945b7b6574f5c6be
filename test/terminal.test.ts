// The command in a terminal: it leads to the console, and prints a quiet line for each request.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { ids } from './support/ids.ts';
import { COMMAND, start } from './support/process.ts';

/** Runs the command as if its output were a terminal. */
const IN_TERMINAL = {
  program: ['--import', 'data:text/javascript,process.stdout.isTTY=true', ...COMMAND],
};
const KEY = { authorization: 'Bearer cg-test' };

const linesAfterGreeting = (stdout: string) =>
  stripVTControlCharacters(stdout.slice(stdout.indexOf('Ctrl-C to stop it.') + 19))
    .split('\n')
    .filter(Boolean);

test('the greeting names the console, which is there', async () => {
  const { output } = await start(['--port', '0']);
  const address = /^ {2}Console +(http:\S+\/console) /m.exec(output.stdout)?.[1] ?? '';
  const response = await fetch(address);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
});

test('in a terminal, each request is one line: time, method, path, status, error case, milliseconds', async () => {
  const { url, output } = await start(['--port', '0'], IN_TERMINAL);
  await fetch(`${url}/v1/files?limit=5`, { headers: KEY });
  await fetch(`${url}/v1/data-connectors/${ids.grain}/sync`, {
    method: 'POST',
    headers: { ...KEY, 'content-type': 'application/json' },
    body: '{"url":"s3://bucket/a.mp4"}',
  });
  await fetch(`${url}/v1/files`);
  await fetch(`${url}/console`);
  await fetch(`${url}/__admin/clock`, { headers: KEY });
  await expect
    .poll(() => linesAfterGreeting(output.stdout))
    .toEqual([
      expect.stringMatching(/^\d\d:\d\d:\d\d GET \/v1\/files\?limit=5 200 \d[\d.]* ms$/),
      expect.stringMatching(
        /^\d\d:\d\d:\d\d POST \/v1\/data-connectors\/\S+\/sync 400 type-mismatch \d[\d.]* ms$/,
      ),
      expect.stringMatching(/^\d\d:\d\d:\d\d GET \/v1\/files 401 missing-api-key \d[\d.]* ms$/),
    ]);
});

test('a path cannot write to the terminal more than its own line', async () => {
  const { url, output } = await start(['--port', '0'], IN_TERMINAL);
  await fetch(`${url}/v1/%1b[31m%0a${'x'.repeat(5_000)}`, { headers: KEY });
  await fetch(`${url}/v1/tags`, { headers: KEY });
  await expect.poll(() => linesAfterGreeting(output.stdout)).toHaveLength(2);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for.
  expect(output.stdout.replace(/\u001b\[\d+m/g, '')).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  expect(Math.max(...linesAfterGreeting(output.stdout).map((line) => line.length))).toBeLessThan(200);
});

test('of many requests at a time, those that nobody could read are counted', async () => {
  const { url, output } = await start(['--port', '0'], IN_TERMINAL);
  const many = 400;
  await Promise.all(Array.from({ length: many }, () => fetch(`${url}/v1/tags`, { headers: KEY })));
  const counted = () => {
    const lines = linesAfterGreeting(output.stdout);
    const more = lines.flatMap((line) => /^… and (\d+) more$/.exec(line)?.[1] ?? []);
    return lines.length - more.length + more.reduce((sum, one) => sum + Number(one), 0);
  };
  await expect.poll(counted).toBe(many);
});

test.each([
  ['with --quiet', ['--quiet'], IN_TERMINAL],
  ['where the output is no terminal', [], {}],
])('prints nothing for requests %s', async (_, args, where) => {
  const { url, output, stop } = await start(['--port', '0', ...args], where);
  await fetch(`${url}/v1/files`, { headers: KEY });
  await stop('SIGINT');
  expect(linesAfterGreeting(output.stdout)).toEqual([]);
});

/** A folder with programs that note what they are asked to open. */
function fakeOpener(status: number) {
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-open-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const opened = join(folder, 'opened.txt');
  for (const name of ['xdg-open', 'open']) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "$1" >> '${opened}'\nexit ${status}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return {
    env: { PATH: `${folder}${delimiter}${process.env.PATH}` },
    opened: () => {
      try {
        return readFileSync(opened, 'utf8');
      } catch {
        return '';
      }
    },
  };
}

test('--open opens the console, where a browser of this machine finds it', async () => {
  const { env, opened } = fakeOpener(0);
  const { url } = await start(['--port', '0', '--open'], { env });
  await expect.poll(opened).toBe(`${url}/console\n`);
  const everywhere = await start(['--port', '0', '--host', '0.0.0.0', '--open'], { env });
  const { port } = new URL(everywhere.url);
  await expect.poll(opened).toBe(`${url}/console\nhttp://127.0.0.1:${port}/console\n`);
});

test('where no browser can be opened, it says so, and serves all the same', async () => {
  const { env } = fakeOpener(3);
  const { url, output } = await start(['--port', '0', '--open'], { env });
  await expect
    .poll(() => output.stderr)
    .toMatch(
      /^cloudglue-mock: no browser could be opened \((xdg-)?open: status 3\): open http:\S+\/console yourself\.\n$/,
    );
  expect((await fetch(`${url}/__admin/health`)).status).toBe(200);
});

test('the library tells of each request as well', async () => {
  const { createMock } = await import('../src/index.ts');
  await using mock = createMock();
  const seen: unknown[] = [];
  const stop = mock.onRequest(({ operation, response }) => seen.push([operation, response.status]));
  await mock.fetch('/v1/files');
  await mock.fetch('/v1/files', { headers: KEY });
  stop();
  await mock.fetch('/v1/files', { headers: KEY });
  expect(seen).toEqual([
    ['listFiles', 401],
    ['listFiles', 200],
  ]);
});
