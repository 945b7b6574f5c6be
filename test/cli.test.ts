// The command line, run as a process.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { allOptions, flagOf, variableOf } from '../src/config/options.ts';
import { FROM_SOURCE, run, start } from './support/process.ts';
import { createClient, ids, setup } from './support/setup.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

test('prints the base URL, each connector with a URI to sync, and a curl command that works as printed', async () => {
  const { url, output } = await start(['--port', '0']);
  expect(output.stdout).toContain(`cloudglue-mock ${version}`);
  for (const { type, id, sampleUri } of setup().mock.connectors) {
    expect(output.stdout).toMatch(new RegExp(`^ +${type} +${id} +\\S`, 'm'));
    expect(output.stdout).toContain(sampleUri);
  }
  const curl = /^ +(curl .*)$/m.exec(output.stdout)?.[1] ?? '';
  expect(curl).toContain(url);
  const { stdout } = await promisify(execFile)('bash', ['-c', curl]);
  expect(JSON.parse(stdout)).toMatchObject({ status: 'pending', source: 'gong' });
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  'stops on %s, even while a client keeps a connection open',
  async (signal) => {
    const { url, stop } = await start(['--port', '0']);
    const { port } = new URL(url);
    const idle = connect(Number(port), '127.0.0.1');
    idle.on('error', () => {});
    await fetch(`${url}/v1/files`, { headers: { authorization: 'Bearer a' } });
    const { status, stderr } = await stop(signal);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    idle.destroy();
  },
);

test('prints whether the control plane is closed and how to open it, and what the data file contains', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const data = join(folder, 'state.data');
  const first = await start(['--port', '0', '--data', data]);
  expect(first.output.stdout).toMatch(/^ {2}Control +http:\S+\/__admin .*open to this machine\)$/m);
  expect(first.output.stdout).toContain(`Data       ${data}   (accounts: 0, files: 0)`);
  const { sync } = createClient((path, init) => fetch(`${first.url}${path}`, init));
  await sync(ids.grain, 'grain://recording/abc123');
  await first.stop('SIGINT');
  const second = await start(['--port', '0', '--data', data, '--host', '0.0.0.0']);
  expect(second.output.stdout).toMatch(/^ {2}Control .*closed, .*--admin-token TOKEN to open it\)$/m);
  expect(second.output.stdout).toContain(`Data       ${data}   (accounts: 1, files: 1)`);
});

test('runs from source, as `npm start` does', async () => {
  expect(await run(['--version'], { program: FROM_SOURCE })).toEqual({
    status: 0,
    stdout: `${version}\n`,
    stderr: '',
  });
});

test('prints its version, and every option with its environment variable', async () => {
  expect(await run(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  const { status, stdout } = await run(['--help']);
  expect(status).toBe(0);
  for (const name of Object.keys(allOptions)) {
    expect(stdout).toContain(`--${flagOf(name)} `);
    expect(stdout).toContain(variableOf(name));
  }
  expect(stdout).not.toContain('(default: )');
});

test.each([
  [['--prot', '1'], "Unknown option '--prot'"],
  [['--port', 'x'], '--port must be a number, not "x"'],
  [['--port', '70000'], '--port must be at most 65535'],
  [['--port', ''], '--port must be a number, not ""'],
  [['--port'], "Option '--port <value>' argument missing"],
  [['--lifecycle', 'fast'], '--lifecycle must be one of timed, polled, instant, manual'],
  [['--speed=-1'], '--speed must be at least 0.000001, not -1'],
  [['--faults', '[{'], '--faults is not valid JSON: '],
  [['--faults', '{}'], '--faults must be an array, not "{}"'],
  [['--data', '/proc/x.data'], 'cannot use the data file /proc/x.data: '],
  [['--speed', '-1'], "use '--speed=-XYZ'"],
  [['--unknown-uris', 'yes'], '--unknown-uris must be one of public, create, refuse'],
  [['--start-time', '2026'], '--start-time must be a date and time'],
  [['serve'], "Unexpected argument 'serve'"],
  [['--seed', 'nope.yaml'], 'cannot read the seed file nope.yaml'],
])('a wrong option gives one line and exit status 2: %j', async (args, text) => {
  const { status, stdout, stderr } = await run(args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(text);
  expect(stderr).toMatch(/^cloudglue-mock: [^\n]+\n$/);
});

test('a wrong environment variable is named in the same way', async () => {
  const { status, stderr } = await run([], { env: { CLOUDGLUE_MOCK_SPEED: 'fast' } });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: expect.stringContaining('CLOUDGLUE_MOCK_SPEED must be a number, not "fast"'),
  });
});

test('a port in use gives one line and exit status 1', async () => {
  const { url } = await start(['--port', '0']);
  const { port } = new URL(url);
  const { status, stderr } = await run(['--port', port]);
  expect(status).toBe(1);
  expect(stderr).toBe(
    `cloudglue-mock: cannot listen on port ${port} of 127.0.0.1: another program uses the port (EADDRINUSE): stop that program, or choose another port with --port.\n`,
  );
});

test('flags take precedence over the environment, and both reach the mock', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-'));
  const seed = join(folder, 'seed.yaml');
  writeFileSync(seed, 'mode: replace\nconnectors: [{ type: gong, items: [{ id: "1", title: One }] }]\n');
  const { url, output } = await start(['--port', '0', '--lifecycle', 'instant'], {
    env: {
      CLOUDGLUE_MOCK_LIFECYCLE: 'manual',
      CLOUDGLUE_MOCK_SEED: seed,
      CLOUDGLUE_MOCK_UNKNOWN_URIS: 'create',
    },
  });
  rmSync(folder, { recursive: true });
  expect(output.stdout).toContain('gong://call/1');
  expect(output.stdout).not.toContain(ids.grain);
  const { connectors, sync } = createClient((path, init) => fetch(`${url}${path}`, init));
  const [gong] = (await connectors()).body.data;
  expect((await sync(gong?.id ?? '', 'gong://call/unknown')).body.status).toBe('completed');
});

test('refuses an invalid fault rule by field, and invalid JSON', async () => {
  for (const [rules, named] of [
    ['[{"status":418}]', 'status'],
    ['[{"match":{"operation":"listVideo"},"status":500}]', 'match.operation'],
    ['{bad', '--faults'],
  ]) {
    const { status, stderr } = await run(['--port', '0', '--faults', rules ?? '']);
    expect([status, stderr]).toEqual([2, expect.stringContaining(named ?? '')]);
  }
});
