// Makes `dist` over what is there, so that a server that runs from it goes on; what is not made any more goes last.
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { bundleConsole } from './bundle-console.ts';
import { bundleProgram, externalPackages } from './program.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
process.chdir(root);

const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

// The types in one file that needs no package: those of a package that is taken in could clash with the user's own.
const types = await rollup({
  input: { index: 'src/index.ts', pact: 'src/pact.ts' },
  external: [...externalPackages, ...Object.keys(devDependencies)],
  plugins: [dts()],
  onLog: (level, log) => {
    if (log.code !== 'EMPTY_BUNDLE') console[level](log.message);
  },
});
const program = await bundleProgram('dist');
const page = (await bundleConsole('dist/console')).map(({ fileName, ...rest }) => ({
  ...rest,
  fileName: join('console', fileName),
}));
const { output: declarations } = await types.write({ dir: 'dist', entryFileNames: '[name].d.cts' });
await types.close();
const handedOn = ['index', 'pact'].map((name) => ({
  fileName: `${name}.d.ts`,
  text: `export * from './${name}.cjs';\n`,
}));
for (const { fileName, text } of handedOn) writeFileSync(join('dist', fileName), text);
/** A file of either bundler: what both tell of it. */
type Written = { fileName: string; moduleIds?: string[] };
const output: Written[] = [...program, ...page, ...declarations, ...handedOn];
const made = new Set(output.map(({ fileName }) => join('dist', fileName)));

const SWAGGER_UI = [
  'swagger-ui.css',
  'swagger-ui-bundle.js',
  'swagger-ui-bundle.js.LICENSE.txt',
  'LICENSE',
  'NOTICE',
];
for (const name of SWAGGER_UI) {
  const path = join('dist', 'swagger-ui', name);
  cpSync(`node_modules/swagger-ui-dist/${name}`, path);
  made.add(path);
}

/** The packages that were taken in, whose licences want to be with them. */
const takenIn = new Set(
  output.flatMap(({ moduleIds = [] }) =>
    moduleIds.flatMap(
      (id) => /.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0] ?? [],
    ),
  ),
);
const licences = [...takenIn].map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} (${license}) has no text of its licence to take along`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
});
const notice = join('dist', 'THIRD-PARTY-LICENSES');
writeFileSync(notice, licences.sort().join(`\n${'-'.repeat(80)}\n\n`));
made.add(notice);

for (const name of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  const path = join('dist', name);
  if (!made.has(path) && existsSync(path) && statSync(path).isFile()) rmSync(path);
}

// What links to the package, and does not install it, runs the file as it is.
chmodSync('dist/cli.cjs', 0o755);
