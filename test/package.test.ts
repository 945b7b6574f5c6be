// The package as users get it: packed, installed in an empty folder, started from there.
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cloudglueDocument } from '../src/openapi/generated/cloudglue-document.ts';
import { run, start } from './support/process.ts';
import { createClient, ids } from './support/setup.ts';

const exec = promisify(execFile);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-'));
const installed = {
  cwd: folder,
  program: [join(folder, 'node_modules', 'cloudglue-mock', 'dist', 'cli.cjs')],
};
let packed: string[] = [];
/** How TypeScript may be told to look for modules; `node10` is the oldest that it has. */
const MODULE_MODES = [
  ['node16', 'node16'],
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
  ['commonjs', 'node10'],
] as const;

beforeAll(async () => {
  // What an earlier build left: a file without a source, and a command that cannot be run.
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/gone.js', '');
  writeFileSync('dist/cli.cjs', '', { flag: 'a' });
  chmodSync('dist/cli.cjs', 0o644);
  const { stdout } = await exec(npm, ['pack', '--json', '--pack-destination', folder]);
  const [{ filename, files }] = JSON.parse(stdout.slice(stdout.indexOf('[')));
  packed = files.map(({ path }: { path: string }) => path);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await exec(npm, ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`], {
    cwd: folder,
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

test('programs are ASCII, which Node.js reads at twice the speed', () => {
  const programs = packed.filter((path) => /^dist\/[^/]+\.cjs$/.test(path));
  expect(programs).toContain('dist/cli.cjs');
  for (const path of programs) expect(readFileSync(path, 'latin1'), path).not.toMatch(/[^\0-\x7f]/);
});

test('contains what it needs, and no sources, tests or tools', () => {
  expect(packed).toEqual(
    expect.arrayContaining([
      'dist/cli.cjs',
      'dist/index.js',
      'dist/index.d.ts',
      'dist/index.cjs',
      'dist/index.d.cts',
      'dist/pact.d.ts',
      'dist/pact.d.cts',
      'dist/console/index.html',
      'dist/console/console.js',
      'dist/console/console.css',
      'dist/redirect.cjs',
      'openapi/cloudglue.yaml',
      'LICENSE',
      'README.md',
      'src/check/README.md',
    ]),
  );
  expect(packed).not.toContain('dist/gone.js');
  // The READMEs of the source describe options, seed files and how clients are judged.
  const sources = packed.filter((path) => /^(src|test|node_modules)\/|\.ts$(?<!\.d\.ts)/.test(path));
  expect(sources.toSorted()).toEqual(['src/README.md', 'src/check/README.md']);
});

test('the built command can be run through a link', () => {
  const hasModes = process.platform !== 'win32';
  expect(hasModes ? statSync('dist/cli.cjs').mode & 0o111 : 0o111).toBe(0o111);
});

test('starts and serves the API, the document and its page', async () => {
  const { url, stop } = await start(['--port', '0'], installed);
  const { sync } = createClient((path, init) => fetch(`${url}${path}`, init));
  expect((await sync(ids.grain, 'grain://recording/abc123')).body.status).toBe('pending');
  const { servers, ...rest } = parse(await (await fetch(`${url}/openapi.yaml`)).text());
  expect({ servers: cloudglueDocument.servers, ...rest }).toEqual(cloudglueDocument);
  expect(servers[0].url).toBe(`${url}/v1`);
  expect((await fetch(`${url}/docs/swagger-ui-bundle.js`)).status).toBe(200);
  expect((await stop('SIGINT')).status).toBe(0);
});

test('a running server loads none of its modules later, so a rebuild cannot break it', () => {
  const inUse = (name: string): string[] => {
    const text = readFileSync(join('dist', name), 'utf8');
    const parts = [...text.matchAll(/^const \w+ = require\("\.\/([\w-]+\.cjs)"\)/gm)].map(
      ([, part]) => part ?? '',
    );
    return [name, ...parts.flatMap(inUse)];
  };
  const files = inUse('index.cjs');
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) {
    expect(readFileSync(join('dist', file), 'utf8'), file).not.toMatch(
      /import\(|=> require\("\.\/|^\s.*\brequire\("\.\//m,
    );
  }
});

test('has a working command and library', async () => {
  const bin = join(folder, 'node_modules', '.bin', 'cloudglue-mock');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect((await exec(bin, ['--version'], { shell: process.platform === 'win32' })).stdout).toBe(
    `${version}\n`,
  );
  writeFileSync(
    join(folder, 'use.js'),
    `import { createMock } from 'cloudglue-mock';
     const mock = createMock();
     const { status } = await mock.fetch('/v1/files', { headers: { authorization: 'Bearer a' } });
     console.log(status);`,
  );
  expect(await run([], { cwd: folder, program: [join(folder, 'use.js')] })).toEqual({
    status: 0,
    stdout: '200\n',
    stderr: '',
  });
});

test('has types that need only those of Node.js, with docstrings that editors show', async () => {
  const types = readFileSync('dist/index.d.cts', 'utf8');
  expect(types.split('\n').filter((line) => /^import |declare module|\S.*\/\*\*/.test(line))).toEqual([]);
  expect(types).toMatch(/\/\*\* Removes a rule and returns it\. .+ \*\/\n +remove\(/);
  writeFileSync(
    join(folder, 'use.ts'),
    `import { createMock, type FaultRule, type Mock } from 'cloudglue-mock';
     const mock: Mock = createMock({ lifecycle: 'manual', speed: 2 });
     const rule: FaultRule = { match: { connector: 'grain' }, error: 'rate-limited' };
     const { faults } = mock.account('a');
     faults.add(rule);
     for (const { rule: again } of faults.clear()) faults.add(again);
     // @ts-expect-error no such mode
     createMock({ lifecycle: 'monthly' });
     // @ts-expect-error no such error case
     faults.add({ error: 'out-of-cheese' });
     // @ts-expect-error no such operation
     faults.add({ match: { operation: 'eat' }, error: 'rate-limited' });`,
  );
  const files = ['use.ts', 'use.mts', 'use.cts'];
  for (const copy of files) writeFileSync(join(folder, copy), readFileSync(join(folder, 'use.ts')));
  const flags = ['--strict', '--noEmit', '--target', 'es2022', '--types', 'node'];
  const typeRoots = join(process.cwd(), 'node_modules', '@types');
  for (const [module, resolution] of MODULE_MODES) {
    const mode = ['--module', module, '--moduleResolution', resolution];
    const checked = await run([...flags, ...mode, '--typeRoots', typeRoots, ...files], {
      cwd: folder,
      program: [join(process.cwd(), 'node_modules', 'typescript', 'bin', 'tsc')],
    });
    expect(checked, mode.join(' ')).toEqual({ status: 0, stdout: '', stderr: '' });
  }
}, 300_000);

test('is the same library, whether imported or required', async () => {
  writeFileSync(
    join(folder, 'both.cjs'),
    `const required = require('cloudglue-mock');
     import('cloudglue-mock').then(async (imported) => {
       const { createMock, DurationError } = imported;
       const mock = createMock({ seed: __dirname + '/seed.yaml' });
       const form = new FormData();
       form.append('file', new File(['fake'], 'video.mp4'));
       const headers = { authorization: 'Bearer a' };
       const { status } = await mock.fetch('/v1/files', { method: 'POST', headers, body: form });
       try { mock.clock.advance('x'); } catch (error) {
         console.log(status, error instanceof required.DurationError, required.DurationError === DurationError);
       }
     });`,
  );
  writeFileSync(join(folder, 'seed.yaml'), 'urls: [{ url: https://media.example.com/a }]');
  expect(await run([], { cwd: folder, program: [join(folder, 'both.cjs')] })).toEqual({
    status: 0,
    stdout: '200 true true\n',
    stderr: '',
  });
});

test('can be required in the oldest supported Node.js, and in Jest with fake timers, TypeScript and jsdom', async () => {
  const here = join(folder, 'jest');
  mkdirSync(here);
  const write = (name: string, text: string) => writeFileSync(join(here, name), text);
  const oldest = await exec('npx', ['-y', '-p', 'node@20.0.0', 'node', join(folder, 'both.cjs')], {
    cwd: folder,
  });
  expect(oldest.stdout).toBe('200 true true\n');
  write('package.json', '{ "private": true }');
  const packages = ['jest@30', 'jest-environment-jsdom@30', 'ts-jest@29', 'typescript@5.9', '@types/jest@30'];
  await exec(npm, ['install', '--prefer-offline', '--no-audit', '--no-fund', ...packages], { cwd: here });
  write('jest.config.js', `module.exports = { transform: { '\\\\.ts$': 'ts-jest' } };`);
  write(
    'tsconfig.json',
    '{ "compilerOptions": { "module": "node16", "target": "es2022", "isolatedModules": true } }',
  );
  write(
    'plain.test.js',
    `const { createMock } = require('cloudglue-mock');
     const headers = { authorization: 'Bearer a' };
     test.each([true, false])('uploads', async (isFake) => {
       if (isFake) jest.useFakeTimers({ now: Date.parse('2099-01-01') });
       const mock = createMock({ data: __dirname + '/state.data' });
       const { url } = await mock.listen();
       for (const send of [mock.fetch, (path, init) => fetch(url + path, init)]) {
         const body = new FormData();
         body.append('file', new File(['fake'], 'video.mp4'));
         expect((await send('/v1/files', { method: 'POST', headers, body })).status).toBe(200);
       }
       await mock.webhooks.idle();
       await mock.close();
       jest.useRealTimers();
     });`,
  );
  write(
    'typed.test.ts',
    `import { createMock, type Mock } from 'cloudglue-mock';
     test('answers', async () => {
       const mock: Mock = createMock({ lifecycle: 'instant' });
       expect((await mock.fetch('/v1/files')).status).toBe(401);
     });`,
  );
  write(
    'dom.test.js',
    `/** @${'jest'}-environment jsdom */
     test('says which environment to set', () => {
       expect(() => require('cloudglue-mock')).toThrow('jest-fixed-jsdom');
     });`,
  );
  const jest = await exec(process.execPath, [join(here, 'node_modules', 'jest', 'bin', 'jest.js')], {
    cwd: here,
  });
  expect(jest.stderr).toContain('Tests:       4 passed, 4 total');
  // The set-up of the README, as it says: without the import of vitest.
  const [, setUp = ''] =
    /```js\nimport [^\n]* from 'vitest';\n(.*?)```/s.exec(readFileSync('README.md', 'utf8')) ?? [];
  write(
    'set-up.test.ts',
    `${setUp}
     test('makes a mistake', async () => {
       const headers = { authorization: 'Bearer ' + apiKey, 'content-type': 'application/json' };
       const post = (path, body) => fetch(baseUrl + path, { method: 'POST', headers, body: JSON.stringify(body) });
       const { id } = await (await post('/collections', { collection_type: 'media-descriptions', name: 'x' })).json();
       await post('/collections/' + id + '/videos', { url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' });
     });`,
  );
  const judged = await exec(
    process.execPath,
    [join(here, 'node_modules', 'jest', 'bin', 'jest.js'), 'set-up'],
    {
      cwd: here,
    },
  ).catch((error: { stderr: string }) => error);
  expect(judged.stderr).toContain('Tests:       1 failed, 1 passed, 2 total');
  expect(judged.stderr).toContain('deprecated-operation: the operation addVideo is deprecated');
}, 400_000);

test('has a setup file for consumer tests: answers of Pact wait until it has recorded the request, others do not', async () => {
  const pact = join(folder, 'node_modules', '@pact-foundation', 'pact');
  const core = `${pact}-core`;
  mkdirSync(pact, { recursive: true });
  mkdirSync(core);
  writeFileSync(join(pact, 'index.js'), '');
  const about = { name: '@pact-foundation/pact', version: '16.5.0' };
  writeFileSync(join(pact, 'package.json'), JSON.stringify(about));
  // Pact as it is on a busy machine: it takes note of a request long after its answer.
  writeFileSync(
    join(core, 'index.js'),
    `let asked = 0;
     const missing = { type: 'missing-request', method: 'POST', path: '/v1/files' };
     const pactffiMockServerMismatches = (port) => {
       if (String(port) !== process.env.MOCK_PORT) throw new Error('no mock server there');
       return JSON.stringify(++asked > 5 ? [] : [missing]);
     };
     module.exports = { asked: () => asked, getFfiLib: () => ({ pactffiMockServerMismatches }) };`,
  );
  writeFileSync(
    join(folder, 'consume.js'),
    `import { createServer } from 'node:http';
     import core from '@pact-foundation/pact-core';
     await import('cloudglue-mock/pact');
     const servers = [1, 2].map(() => createServer((_, response) => response.end('{}')).listen(0));
     const [mock, other] = servers.map((server) => server.address().port);
     process.env.MOCK_PORT = mock;
     const paths = [[other, 'POST', '/v1/files'], [mock, 'GET', '/v1/files'], [mock, 'POST', '/v1/files']];
     for (const [port, method, path] of paths) {
       const { status } = await fetch(\`http://127.0.0.1:\${port}\${path}?a=b\`, { method });
       console.log(status, core.asked());
     }
     process.exit();`,
  );
  const consumed = await run([], { cwd: folder, program: [join(folder, 'consume.js')] });
  rmSync(pact, { recursive: true });
  rmSync(core, { recursive: true });
  expect(consumed).toEqual({ status: 0, stdout: '200 0\n200 1\n200 6\n', stderr: '' });
});

test('verifies contracts only where Pact is installed, and says how to add it', async () => {
  writeFileSync(join(folder, 'pact.json'), '{}');
  const { status, stderr } = await run(['verify', 'pact.json'], installed);
  expect(status).toBe(2);
  expect(stderr).toContain('npm install --save-dev @pact-foundation/pact@16');
});

test('is small without the peers of `verify`', async () => {
  const { stdout } = await exec('du', ['-sm', 'node_modules'], { cwd: folder });
  expect(Number.parseInt(stdout, 10)).toBeLessThan(9);
});

test('has no dependency that reports home', async () => {
  const { stdout } = await exec(npm, ['ls', '--all', '--parseable', '--omit=dev'], { cwd: folder });
  expect(stdout).not.toMatch(/scarf|analytics|telemetry/i);
});
