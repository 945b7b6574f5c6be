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
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';

const root = fileURLToPath(new URL('.', import.meta.url));
process.chdir(root);
const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

// The program and its types in a few files: to find and read over 300 small modules takes half of a start. What the
// package depends on stays outside, and is loaded when it is first needed; what every start needs is a development
// dependency, and is taken in.
const bundle = await rolldown({
  input: Object.fromEntries(
    ['index', 'cli', 'pact', 'verify/pact-runner'].map((name) => [name, `src/${name}.ts`]),
  ),
  external: Object.keys({ ...dependencies, ...peerDependencies }),
  platform: 'node',
  transform: { target: 'node20' },
  plugins: [dts()],
  // That making types takes long says nothing.
  checks: { pluginTimings: false },
});
const { output } = await bundle.write({ dir: 'dist', chunkFileNames: '[name]-[hash].js' });
await bundle.close();
const made = new Set(output.map(({ fileName }) => join('dist', fileName)));

const SWAGGER_UI = ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE', 'NOTICE'];
for (const name of SWAGGER_UI) {
  const path = join('dist', 'swagger-ui', name);
  cpSync(`node_modules/swagger-ui-dist/${name}`, path);
  made.add(path);
}

/** The packages that were taken in, whose licences want to be with them. */
const takenIn = new Set(
  output.flatMap(({ moduleIds = [] }) =>
    moduleIds.map((id) => /.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0]),
  ),
);
const licences = [...takenIn].filter(Boolean).map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : license;
  return `${name} ${version}\n\n${text}\n`;
});
const notice = join('dist', 'THIRD-PARTY-LICENSES');
writeFileSync(notice, licences.sort().join(`\n${'-'.repeat(80)}\n\n`));
made.add(notice);

for (const name of readdirSync('dist', { recursive: true })) {
  const path = join('dist', name);
  if (!made.has(path) && existsSync(path) && statSync(path).isFile()) rmSync(path);
}

// What links to the package, and does not install it, runs the file as it is.
chmodSync('dist/cli.js', 0o755);
