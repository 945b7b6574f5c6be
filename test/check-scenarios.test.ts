// `cloudglue-mock check --scenario` as a process: the table, the score, and how it ends.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scenarios } from '../src/check/scenarios/scenario-registry.ts';
import { check, client, folder } from './support/check.ts';

/** Reads once, and fails where that fails. */
const READS = `
  console.log('reads');
  const { status } = await call('/files');
  if (status !== 200) { console.log('got ' + status); process.exitCode = 3; }
`;
const SCENARIOS = ['--scenario', 'all-is-well,server-error', '--scenarios=no-credits'];

test('a table says what came of each scenario, then comes the score, and a failure ends it with 1', async () => {
  const { status, stdout, stderr } = await check(SCENARIOS, client(READS));
  expect(status).toBe(1);
  expect(stdout).toMatch(/^ {2}scenario +result +what shows it$/m);
  expect(stdout).toMatch(/^ {2}all-is-well +passed +does its work/m);
  expect(stdout).toMatch(/^ {2}server-error +failed +retried: listFiles was not sent again/m);
  expect(stdout).toMatch(/^ {2}no-credits +not met +it would have to sync the URL of a TikTok video/m);
  expect(stdout.trimEnd()).toMatch(/\n1 of 3 scenarios passed, 1 failed, 1 not met\.$/);
  // Of what failed, the requests that show it, what a good client does, and the end of what was printed.
  expect(stdout).toMatch(/✗ scenario: server-error\n/);
  expect(stdout).toMatch(/\(#1 GET \/v1\/files: 500 server-error\)/);
  expect(stdout).toMatch(/A good client asks again after a pause, and goes on\./);
  expect(stdout).toMatch(/> reads\n +> got 500\n/);
  expect(stderr).toMatch(/2 of 3: server-error: failed \(/);
});

test('a client that passes what it meets ends it with 0, also where its command fails for a good reason', async () => {
  const refused = `const { status } = await call('/files/none'); await call('/files'); const last = await call('/files');
    if (last.status === 401) process.exitCode = 1;`;
  const { status, stdout } = await check(['--scenarios', 'key-revoked,no-credits'], client(refused));
  expect([status, stdout]).toEqual([0, expect.stringMatching(/key-revoked +passed/)]);
});

test('of one scenario, the output is shown as it comes', async () => {
  const { status, stdout } = await check(['--scenario', 'server-error'], client(READS));
  expect(status).toBe(1);
  expect(stdout).toMatch(/^reads\ngot 500\n/);
  expect(stdout).not.toMatch(/> reads/);
});

test('a client that fails where all is well is not run in the others', async () => {
  const { status, stdout } = await check(
    ['--scenarios', 'all'],
    client(`await call('/files'); process.exitCode = 1;`),
  );
  expect(status).toBe(1);
  expect(stdout).toMatch(new RegExp(`0 of ${scenarios.length} scenarios passed, 1 failed, `));
  expect(stdout).toMatch(/no-credits +not met +it was not run, because the command fails where all is well/);
});

test('a client that never calls the mock ends it with 2, and is told what to set', async () => {
  const { status, stdout } = await check(['--scenarios', 'all', '--parallel', '4'], client('1;'));
  expect(status).toBe(2);
  expect(stdout).toMatch(/never called the mock.*CLOUDGLUE_BASE_URL/);
});

test('a mistake of the client counts in the run without trouble, as it does without scenarios', async () => {
  const { status, stdout } = await check(
    ['--scenarios', 'all-is-well,no-credits'],
    client(`await call('/files?limt=5');`),
  );
  expect([status, stdout]).toEqual([
    1,
    expect.stringMatching(/✗ client: unknown-query-parameter in listFiles/),
  ]);
  expect(stdout).toMatch(/1 of 2 scenarios passed, 1 not met\./);
});

test('a baseline holds for the run without trouble, and is not emptied by a run in trouble alone', async () => {
  const baseline = join(folder(), 'baseline.json');
  const mistaken = client(`await call('/files?limt=5');`);
  const inTrouble = ['--scenario', 'server-error', '--baseline', baseline];
  const all = ['--scenario', 'all-is-well,server-error', '--baseline', baseline];
  expect((await check([...all, '--update-baseline'], mistaken)).stdout).toContain(`Written to ${baseline}`);
  const written = readFileSync(baseline, 'utf8');
  expect(written).toContain('unknown-query-parameter');
  expect((await check(all, mistaken)).stdout).toContain('1 mistake not counted');
  expect((await check(inTrouble, mistaken)).stdout).not.toContain('No longer made');
  const refused = await check([...inTrouble, '--update-baseline'], mistaken);
  expect([refused.status, refused.stderr]).toEqual([
    2,
    expect.stringMatching(/add all-is-well to --scenario/),
  ]);
  expect(readFileSync(baseline, 'utf8')).toBe(written);
});

test('reports have a case for each scenario', async () => {
  const path = join(folder(), 'exam.xml');
  const options = [...SCENARIOS, '--report', `junit=${path}`, '--report', 'json'];
  const { stdout } = await check(options, client(READS));
  const { scenarios: outcomes } = JSON.parse(stdout);
  expect(outcomes.map(({ name, result }: Record<string, string>) => [name, result])).toEqual([
    ['all-is-well', 'passed'],
    ['server-error', 'failed'],
    ['no-credits', 'not met'],
  ]);
  expect(outcomes[1].shortfalls[0]).toMatchObject({
    kind: 'retried',
    requests: ['#1 GET /v1/files: 500 server-error'],
  });
  const junit = readFileSync(path, 'utf8');
  expect(junit).toMatch(/<testsuite name="Scenarios" tests="3" failures="1" errors="0" skipped="1"/);
});

test('a command that takes too long is ended, with what it was waiting for', async () => {
  const path = join(folder(), 'ours.yaml');
  writeFileSync(path, 'name: ours\nsummary: ours\nends_within: 1s\nmet: {}\nexpect: {}\n');
  const { status, stdout } = await check(
    ['--scenario', path],
    client(`await call('/files'); setInterval(() => {}, 1000);`),
  );
  expect(status).toBe(1);
  expect(stdout).toMatch(/ends_within: the command had not ended after \d+ s and 1 requests/);
});

describe('wrong use', () => {
  test.each([
    [['--scenario', 'server-eror'], /There is no scenario "server-eror": did you mean "server-error"\?/],
    [['--parallel', '2'], /--parallel needs --scenario beside it/],
    [['--scenarios', 'all', '--parallel', '0'], /--parallel must be a whole number from 1 to 100/],
    [['--scenarios', 'all', '--parallel', '2', '--port', '4000'], /leave out --port 4000/],
    [['--scenario', './none.yaml'], /cannot read the scenario \.\/none\.yaml/],
  ])('%j ends with 2', async (options, message) => {
    const { status, stderr } = await check(options, client(READS));
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});
