// The READMEs: their tables are fresh, their commands run, their answers are real, their code works.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createMock } from '../src/index.ts';
import { generateReadmes } from '../src/scripts/generate.ts';
import { start } from './support/process.ts';
import { setup } from './support/setup.ts';

const READMES = ['README.md', 'openapi/README.md', 'src/check/README.md', 'src/README.md', 'test/README.md'];
const blocks = READMES.flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text = '']) => ({
    path,
    language,
    text,
  })),
);
const ofLanguage = (language: string) => blocks.filter((block) => block.language === language);

test('has tables that `npm run generate` would not change', async () => {
  for (const [path, text] of await generateReadmes()) expect(text, path).toBe(readFileSync(path, 'utf8'));
});

test('names only existing npm scripts', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const named = READMES.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/`npm (?:run )?(start|test|run ([\w:]+))/g)].map(
      ([, name, run]) => run ?? name ?? '',
    ),
  );
  expect(named.length).toBeGreaterThan(3);
  for (const name of named) expect(Object.keys(scripts)).toContain(name.replace(/\W+$/, ''));
});

test('says how Pact is installed before it says how contracts are verified', () => {
  for (const path of READMES) {
    const commands = ofLanguage('sh').flatMap((block) => (block.path === path ? [block.text] : []));
    const [before, ...verifications] = commands.join('').split('cloudglue-mock verify');
    if (verifications.length > 0)
      expect(before, path).toContain('npm install --save-dev @pact-foundation/pact@');
  }
});

test('shows working commands and their real answers', async () => {
  const { url } = await start(['--port', '0']);
  const shown = blocks.flatMap(({ language, text }, at) =>
    language === 'sh' && text.startsWith('curl') ? [{ command: text, next: blocks[at + 1] }] : [],
  );
  expect(shown.length).toBeGreaterThan(1);
  for (const { command, next } of shown) {
    const { stdout } = await promisify(execFile)('bash', [
      '-c',
      command.replaceAll('http://127.0.0.1:4747', url).replace(/^curl/, 'curl --fail-with-body'),
    ]);
    const answer = JSON.parse(stdout);
    if (next?.language === 'json') {
      // Only the moment of its making differs from one run to the next.
      expect({ ...answer, created_at: 0 }).toEqual({ ...JSON.parse(next.text), created_at: 0 });
    }
  }
});

test.each(ofLanguage('ts').map(({ path, text }, at) => [path, at + 1, text] as const))(
  '%s shows code that prints what its comments say: %s',
  async (_path, nth, code) => {
    // A line with a comment prints it, or makes something print it that goes on elsewhere.
    const said = [...code.matchAll(/^(?:console\.log\(.*\);|await mock\.webhooks.*;) \/\/ (.*)$/gm)].map(
      ([, text]) => text,
    );
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    // Inside the project, so that the package's name leads to its source.
    const snippet = resolve(`test/.snippets/readme-${nth}.ts`);
    mkdirSync(dirname(snippet), { recursive: true });
    writeFileSync(snippet, code);
    try {
      await import(snippet);
      expect(said.length).toBeGreaterThan(1);
      expect(log.mock.calls.map((values) => values.join(' '))).toEqual(said);
    } finally {
      log.mockRestore();
      rmSync(snippet);
    }
  },
);

/** A test whose client calls an operation that the document calls deprecated. */
const MISTAKE = `
import { test as another } from 'vitest';
another('makes a mistake', async () => {
  const base = typeof baseUrl === 'string' ? baseUrl : process.env.CLOUDGLUE_BASE_URL;
  const key = typeof apiKey === 'string' ? apiKey : process.env.CLOUDGLUE_API_KEY;
  const headers = { authorization: 'Bearer ' + key, 'content-type': 'application/json' };
  const post = (path, body) => fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) });
  const { id } = await (await post('/collections', { collection_type: 'media-descriptions', name: 'x' })).json();
  await post('/collections/' + id + '/videos', { url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' });
});
another('makes none', async () => {});
`;

test.each(
  ofLanguage('js').flatMap(({ path, text }) => (text.includes("from 'vitest'") ? [[path, text]] : [])),
)(
  '%s shows a test set-up for vitest, which fails the test whose client made a mistake, and no other',
  async (_, setUp = '') => {
    // Inside the project, so that the package's name leads to its source.
    const file = resolve('test/.snippets/set-up.check.mjs');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${setUp}${MISTAKE}`);
    onTestFinished(() => rmSync(file));
    const { stdout } = await promisify(execFile)('node_modules/.bin/vitest', [
      'run',
      '--config',
      'test/support/snippets.config.ts',
      '--reporter=json',
    ]).catch((error: { stdout: string }) => error);
    const { assertionResults } = JSON.parse(stdout).testResults[0];
    const failed = assertionResults.filter(({ status }: { status: string }) => status !== 'passed');
    expect(failed).toEqual([expect.objectContaining({ title: 'makes a mistake' })]);
    expect(failed[0].failureMessages.join()).toContain('deprecated-operation');
    expect(assertionResults.length).toBeGreaterThan(1);
  },
);

/** Scenarios have tests of their own. */
const seeds = ofLanguage('yaml').filter(({ text }) => !/^expect:/m.test(text));

test.each(seeds.map(({ path, text }) => [path, text] as const))(
  '%s shows a seed file that works',
  async (_path, yaml) => {
    const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-'));
    const seed = join(folder, 'seed.yaml');
    writeFileSync(seed, yaml);
    const { sync, syncUrl, createCollection, addMedia } = setup({ seed });
    rmSync(folder, { recursive: true });
    const own = /id: ([0-9a-f-]{36})/.exec(yaml)?.[1] ?? '';
    expect((await sync(own, 's3://our-videos/talks/opening.mp4')).status).toBe(200);
    expect((await sync(own, 's3://our-videos/talks/offline.mp4')).status).toBe(502);
    expect((await syncUrl('https://cdn.our-site.example/private.mp4')).status).toBe(403);
    const { id } = (await createCollection('Launches')).body;
    expect((await addMedia(id, { url: 'https://youtu.be/dQw4w9WgXcQ' })).body.file?.filename).toBe(
      'Our launch.mp4',
    );
  },
);

test('links only to existing files and headings', async () => {
  for (const [path, text] of await generateReadmes()) {
    for (const [, link = ''] of text.matchAll(/\]\((?!http)([^)]+)\)/g)) {
      const [file = '', anchor] = link.split('#');
      const linked = readFileSync(file === '' ? path : join(dirname(path), file), 'utf8');
      const headings = [...linked.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replace(/[^\w\s-]/g, '')
          .replaceAll(' ', '-'),
      );
      if (anchor !== undefined) expect(headings, `${path}: ${link}`).toContain(anchor);
    }
  }
});

test('names every seeded connector by its id', () => {
  const document = readFileSync('openapi/README.md', 'utf8');
  expect(createMock().connectors.filter(({ id }) => !document.includes(id))).toEqual([]);
});
