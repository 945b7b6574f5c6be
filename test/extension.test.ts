// Adding a connector, as src/README.md describes it, done to a copy of the project: what the compiler asks for on the
// way, and that the new connector then does all that the others do.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

// Compilers and test runs of their own take a while where all cores are busy.
vi.setConfig({ testTimeout: 600_000 });

const copy = realpathSync(mkdtempSync(join(tmpdir(), 'cloudglue-mock-extension-')));
for (const path of ['src', 'openapi', 'contracts', 'test', 'README.md', 'package.json', 'tsconfig.json']) {
  cpSync(path, join(copy, path), { recursive: true });
}
symlinkSync(realpathSync('node_modules'), join(copy, 'node_modules'));
afterAll(() => rmSync(copy, { recursive: true }));

const read = (path: string) => readFileSync(join(copy, path), 'utf8');
const write = (path: string, text: string) => writeFileSync(join(copy, path), text);

/** What the compiler says of the program and its tests. */
function compile(): string {
  const tsc = join(copy, 'node_modules', 'typescript', 'bin', 'tsc');
  return spawnSync(process.execPath, [tsc, '--incremental', 'false'], { cwd: copy, encoding: 'utf8' }).stdout;
}

const CONNECTOR = `// Attic: reels of film, described as recordings of Recall are.
import { recallMetadata } from '../metadata/recall-metadata.ts';
import { errorCaseItems } from '../seeds/error-cases-seeds.ts';
import { defineRecordings } from './recordings.ts';

export const attic = defineRecordings({
  type: 'attic',
  label: 'Attic',
  noun: 'reel',
  filters: {},
  metadata: {
    schema: 'RecallSourceMetadata',
    idField: 'recall_recording_id',
    since: '0.7.9',
    of: recallMetadata,
  },
  seeded: [
    {
      id: '5a0f2c4e-8b1d-4e7f-9c3a-6d2b8f0e1a57',
      created_at: '2025-05-02T09:00:00Z',
      metadata: {},
      items: [
        ...Array.from({ length: 20 }, (_, nth) => ({
          id: \`reel-\${nth}\`,
          title: \`Summer, reel \${nth}\`,
          created_at: '2025-07-01T09:00:00Z',
        })),
        ...errorCaseItems().map(({ slug, title, seed }) => ({ id: slug, title, ...seed })),
      ],
    },
  ],
});
`;

test('a connector is one file and one line; the compiler requires its type in the document, and nothing else', () => {
  write('src/sources/connectors/attic.ts', CONNECTOR);
  const registry = 'src/sources/connectors/connector-registry.ts';
  write(
    registry,
    read(registry)
      .replace('import { dropbox }', "import { attic } from './attic.ts';\nimport { dropbox }")
      .replace('\n  recall,\n', '\n  recall,\n  attic,\n'),
  );
  const complaints = compile();
  expect(complaints).toContain('\'"attic"\' is not assignable');
  const files = [...complaints.matchAll(/^(\S+?)\(/gm)].map(([, file]) => file);
  expect([...new Set(files)].toSorted()).toEqual(['src/sources/connectors/attic.ts', registry]);

  // The enums of connectors and of a file's source; that of the source metadata has one value.
  const document = read('openapi/cloudglue.yaml');
  const enums = [...document.matchAll(/ {12}- recall\n(?= {12}- )/g)];
  expect(enums).toHaveLength(2);
  write('openapi/cloudglue.yaml', document.replace(/ {12}- recall\n(?= {12}- )/g, '$&            - attic\n'));
  execFileSync(process.execPath, ['--import', 'tsx', 'src/scripts/generate.ts'], { cwd: copy });
  expect(compile()).toBe('');
});

test('it is in the generated tables', () => {
  expect(read('openapi/README.md')).toContain('| `attic` | `attic://reel/<id>` | nothing |');
});

test('it is browsed, synced, seeded and set up by provider states: it passes the tests of all connectors', () => {
  const include = ['connectors', 'states', 'browse', 'error-items'].map((name) => `test/${name}.test.ts`);
  const config = { test: { include, testTimeout: 120_000 } };
  write('conformance.config.ts', `export default ${JSON.stringify(config)};\n`);
  const vitest = join(copy, 'node_modules', 'vitest', 'vitest.mjs');
  const { stdout, status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--root', copy, '--config', 'conformance.config.ts', '--reporter', 'json'],
    { cwd: copy, encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  const { testResults } = JSON.parse(stdout) as {
    testResults: { assertionResults: { fullName: string; status: string }[] }[];
  };
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  expect(results.filter((one) => one.status !== 'passed')).toEqual([]);
  expect(results.filter(({ fullName }) => fullName.includes('attic')).length).toBeGreaterThan(20);
  expect(status).toBe(0);
});
