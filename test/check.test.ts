// `cloudglue-mock check`: what it says of a client, in which formats, and with which exit status.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { checkOptions } from '../src/check/check-options.ts';
import { clientCoverage } from '../src/check/never-met.ts';
import { allRules } from '../src/judge/rule-registry.ts';
import { API_VERSIONS } from '../src/openapi/versions.ts';
import { checkRule } from '../src/records/fault-rule.ts';
import {
  check,
  client,
  DEPRECATED,
  fileWith,
  folder,
  IMPATIENT,
  LIMITED,
  only,
  SOUND,
} from './support/check.ts';
import { run } from './support/process.ts';

/** The report for programs, on standard output alone. */
async function judged(options: readonly string[], code: string, where = {}) {
  const { status, stdout } = await check(['--report', 'json', ...options], client(code), where);
  return { status, report: JSON.parse(stdout) };
}

test('a client without a mistake ends with 0, and its output comes as it is, byte for byte', async () => {
  const bytes = `Buffer.from([0, 27, 91, 51, 49, 109, 255, 254, 10, 13, 200])`;
  const command = client(`${SOUND} process.stdout.write(${bytes}); process.stderr.write(${bytes});`);
  const script = fileWith(
    'run.mjs',
    `import { spawnSync } from 'node:child_process';
     const [, , ...args] = process.argv;
     const { status, stdout, stderr } = spawnSync(process.execPath, args);
     console.log(JSON.stringify({ status, out: stdout.toString('latin1'), err: stderr.toString('latin1') }));`,
  );
  const { stdout } = await run(['check', '--', ...command], {
    program: [script, join(String(process.env.BUILT_PACKAGE), 'dist/cli.cjs')],
  });
  const { status, out, err } = JSON.parse(stdout);
  const sent = Buffer.from([0, 27, 91, 51, 49, 109, 255, 254, 10, 13, 200]).toString('latin1');
  expect(status).toBe(0);
  expect(err).toBe(sent);
  expect(out.startsWith(sent)).toBe(true);
  expect(out).toContain('1 request: 0 errors, 0 warnings.\n');
});

test('the client finds the mock and a fresh account in its environment, by the names that it reads', async () => {
  const code = `
    const { MY_URL, MY_ORIGIN, MY_KEY, CLOUDGLUE_MOCK_URL: origin } = process.env;
    const { body } = await call('/files');
    const is = { url: MY_URL === base, origin: MY_ORIGIN === origin && base === origin + '/v1', key: MY_KEY === key };
    console.error(JSON.stringify({ ...is, total: body.total }));`;
  const options = ['--env', 'MY_URL=base', '--env', 'MY_ORIGIN=origin', '--env', 'MY_KEY=key'];
  const { status, stderr } = await check(options, client(code));
  expect({ status, ...JSON.parse(stderr) }).toEqual({
    status: 0,
    url: true,
    origin: true,
    key: true,
    total: 0,
  });
});

test('a proxy of the environment is not between the client and the mock', async () => {
  const env = {
    HTTP_PROXY: 'http://127.0.0.1:9',
    http_proxy: 'http://127.0.0.1:9',
    NO_PROXY: 'corp.example',
  };
  const code = `
    import { execFileSync } from 'node:child_process';
    execFileSync('curl', ['-sS', '--fail', base + '/files', '-H', 'Authorization: Bearer ' + key]);
    console.error(process.env.NO_PROXY);`;
  const { status, stderr } = await check([], client(code), { env });
  expect({ status, stderr }).toEqual({ status: 0, stderr: 'corp.example,127.0.0.1,localhost,::1\n' });
});

test('a mistake ends with 1, and is named with its rule, its first request, how often it came, and the remedy', async () => {
  const { status, stdout } = await check(LIMITED, client(`${IMPATIENT} await call('/files');`));
  expect(status).toBe(1);
  expect(stdout).toMatch(/^✗ client: retry-too-early in listFiles$/m);
  expect(stdout).toMatch(
    /^ {4}GET \/v1\/files, 2 times, first at \d{4}-\d\d-\d\dT[\d:.]+Z \(X-Request-Id req_3\)$/m,
  );
  expect(stdout).toMatch(/^ {4}Error: .* \(at header Retry-After\)/m);
  expect(stdout).toMatch(/^ {4}Remedy: wait as many seconds/m);
  expect(stdout).toContain('4 requests: 1 error, 0 warnings.\n');
});

test('a warning is told and ends with 0, or with 1 if warnings count as errors', async () => {
  const gentle = await check(only('deprecated-operation'), client(DEPRECATED));
  expect(gentle.status).toBe(0);
  expect(gentle.stdout).toMatch(/^! client: deprecated-operation in addVideo$/m);
  const strict = await check([...only('deprecated-operation'), '--warnings-as-errors'], client(DEPRECATED));
  expect(strict.status).toBe(1);
  expect(strict.stdout).toMatch(/^✗ client: deprecated-operation in addVideo$/m);
});

test('errors come before warnings, whatever was made first', async () => {
  const faults = [
    '--faults',
    '[{"match":{"operation":"listFiles"},"rate_limit":{"requests":1,"window":"1m"}}]',
  ];
  const { report } = await judged(faults, `${DEPRECATED} ${IMPATIENT}`);
  const severities: string[] = report.runs[0].findings.map((one: { severity: string }) => one.severity);
  expect(new Set(severities).size).toBe(2);
  expect(severities).toEqual(severities.toSorted());
});

test('requests with other keys, and without one, are judged like those with the key that it was given', async () => {
  const twice = `${DEPRECATED.replaceAll('await call(', 'await other(')}`;
  const code = `const other = (path, how) => call(path, { ...how, token: 'cg-other' }); ${twice} await fetch(base + '/files');`;
  const { report } = await judged(only('deprecated-operation'), code);
  expect(report).toMatchObject({ requests: 3, warnings: 1 });
});

test('a command that fails ends with 1, with its own status told', async () => {
  const { status, stdout } = await check([], client(`${SOUND} process.exitCode = 7;`));
  expect(status).toBe(1);
  expect(stdout).toMatch(/^✗ client: the command$/m);
  expect(stdout).toContain('Error: it ended with status 7');
});

test('a client that never called the mock ends with 2, and the report says what to set', async () => {
  const { status, stdout } = await check([], client(''));
  expect(status).toBe(2);
  for (const word of [
    'never called the mock',
    'CLOUDGLUE_BASE_URL',
    'CLOUDGLUE_API_KEY',
    '--env',
    '--redirect',
  ])
    expect(stdout).toContain(word);
});

test('options of the mock reach it, from the command line and the environment; its port only from the first', async () => {
  const code = `
    const connectors = (await call('/data-connectors')).body.data.length;
    console.error(connectors, new URL(base).port === '1');`;
  const seed = fileWith(
    'seed.yaml',
    'mode: replace\nconnectors: [{ type: gong, items: [{ id: "1", title: One }] }]\n',
  );
  expect(await check(['--seed', seed], client(code))).toMatchObject({ status: 0, stderr: '1 false\n' });
  const env = {
    CLOUDGLUE_MOCK_SEED: seed,
    CLOUDGLUE_MOCK_PORT: '1',
    CLOUDGLUE_MOCK_DATA: '/nowhere/state.json',
  };
  expect(await check([], client(code), { env })).toMatchObject({ status: 0, stderr: '1 false\n' });
});

test('a rule that is ignored does not count, and the report says so', async () => {
  const { status, stdout } = await check([...LIMITED, ...only()], client(IMPATIENT));
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Ignored: .*retry-too-early \(1\)/m);
  expect(stdout).toContain('3 requests: 0 errors, 0 warnings.');
});

test('a journal that overflows loses no mistake', async () => {
  const code = `${IMPATIENT} for (let nth = 0; nth < 20; nth++) await call('/data-connectors');`;
  const { report } = await judged(['--journal', '1', ...LIMITED], code);
  expect(report).toMatchObject({ requests: 23, errors: 2 });
});

test.each(['text', 'junit', 'json', 'markdown', 'github'])(
  'the report %s is written to a file, and has what is wrong',
  async (format) => {
    const file = join(folder(), 'report');
    const { status, stdout } = await check([...LIMITED, '--report', `${format}=${file}`], client(IMPATIENT));
    expect(status).toBe(1);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('retry-too-early');
    expect(text).toContain('wait as many seconds as the header Retry-After says');
    if (format === 'github') expect(stdout).toMatch(/^::error .*title=client%3A retry-too-early/m);
  },
);

test('JUnit has a case for the command and for each rule, and the broken one is a failure with its place', async () => {
  const { status, stdout, stderr } = await check(
    ['--report', 'junit', ...LIMITED],
    client(`${IMPATIENT} console.log('of the command');`),
  );
  expect(status).toBe(1);
  const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(stdout);
  const cases: Record<string, unknown>[] = testsuites.testsuite.testcase;
  expect(cases).toHaveLength(1 + allRules.length);
  expect(cases.filter((one) => one.failure).map((one) => one['@_name'])).toEqual([
    'retry-too-early in listFiles',
  ]);
  // Standard output is the report's alone.
  expect(stderr).toContain('of the command\n');
});

test('no key and no secret is in a report: not of a request, not of the command', async () => {
  const code = `
    for (const path of ['/files?api_key=sk-in-the-query', '/files?token=sk-in-a-token', '/nowhere/sk_live_0123456789abcdef0123'])
      await call(path, { token: 'sk-of-a-customer' });`;
  const file = join(folder(), 'report.json');
  const command = [...client(code), 'Authorization: Bearer sk-on-the-command-line'];
  const { stdout, stderr } = await check(['--coverage', '--report', `json=${file}`], command);
  const all = `${stdout}${stderr}${readFileSync(file, 'utf8')}`;
  expect(all).not.toMatch(/sk-of-a-customer|sk-in-the-query|sk-in-a-token|sk-on-the-command-line/);
  expect(all).not.toContain('Bearer cg-check');
});

test('--min-coverage ends with 1 if the client met less', async () => {
  expect((await check(['--min-coverage', '0.1'], client(SOUND))).status).toBe(0);
  const { status, stdout } = await check(['--min-coverage', '50'], client(SOUND));
  expect(status).toBe(1);
  expect(stdout).toMatch(/Error: 0\.\d% of the statuses are met, and --min-coverage wants 50%/);
});

test('the report names what the client never met of the operations that it calls; --coverage names all, with the way to it', async () => {
  const short = await check([], client(SOUND));
  expect(short.stdout).toMatch(/^ {2}listFiles +401, .*500$/m);
  expect(short.stdout).not.toMatch(/^ {2}listCollections /m);
  const whole = await check(['--coverage'], client(SOUND));
  expect(whole.stdout).toMatch(/^ {2}listFiles +200 +client \(1\)/m);
  expect(whole.stdout).toMatch(/^ {2}listCollections +200 +none .*GET \/v1\/collections$/m);
  expect(whole.stdout).toMatch(/^ {2}listFiles +500 +none .*--faults '\[\{"match":/m);
});

test('each way to an error is an option that makes the client meet it', async () => {
  for (const version of API_VERSIONS) {
    const { rows, casesNotCovered } = clientCoverage([], version);
    const errors = rows.filter(({ status }) => status >= 400);
    expect(errors.filter(({ provoke }) => provoke === null)).toEqual([]);
    const words = [...errors.map(({ provoke }) => provoke), ...casesNotCovered.map(({ reason }) => reason)];
    for (const given of new Set(words.filter((one) => one !== undefined))) {
      const [, rules = ''] = /^--faults '(.*)'$/.exec(given ?? '') ?? [];
      // It throws for a rule that cannot work.
      for (const rule of JSON.parse(rules)) checkRule(rule);
    }
  }
  const [, shown = ''] = /--faults '(.*)'/.exec(readFileSync('src/check/README.md', 'utf8')) ?? [];
  for (const rule of JSON.parse(shown)) checkRule(rule);
  const provoke = clientCoverage([], '0.7.32').rows.find(
    (row) => row.operation === 'listFiles' && row.status === 500,
  );
  const rules = String(provoke?.provoke).slice("--faults '".length, -1);
  const { report } = await judged(['--faults', rules], SOUND);
  expect(report.runs[0].met).toEqual([expect.objectContaining({ operation: 'listFiles', status: 500 })]);
});

test('--help lists every option, and the options of the mock that it takes', async () => {
  const { status, stdout } = await run(['check', '--help']);
  expect(status).toBe(0);
  for (const name of Object.keys(checkOptions)) expect(stdout).toContain(`  --${name} `.trimEnd());
  expect(stdout).toMatch(/--api-version, --lifecycle, --speed/);
  expect(stdout).not.toMatch(/--data\b/);
});

test.each([['--'], []])(
  'the command is what comes after the first --, or the first word, with its own options and dashes: %j',
  async (...dashes) => {
    const script = fileWith('client.mjs', 'console.error(JSON.stringify(process.argv.slice(2)));');
    const { stderr } = await run([
      'check',
      '--redirect',
      '--timeout',
      '60s',
      ...dashes,
      process.execPath,
      script,
      '--redirect',
      '--',
      '-h',
    ]);
    expect(JSON.parse(stderr)).toEqual(['--redirect', '--', '-h']);
  },
);
