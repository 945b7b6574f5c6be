// Makes `dist` over what is there, so that a server that runs from it goes on; what is not made any more goes last.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));
process.chdir(root);

// The types, a file for each module.
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '--emitDeclarationOnly'], { stdio: 'inherit' });

// The program in a few bundles: reading over 150 small modules takes a third of a start. Dependencies stay outside,
// so that `npm update` and `npm audit` mean what is run.
const { metafile } = await build({
  entryPoints: ['index', 'cli', 'pact', 'verify/pact-runner'].map((name) => `src/${name}.ts`),
  // It would take the folder in which it was loaded.
  absWorkingDir: root,
  outdir: 'dist',
  outbase: 'src',
  bundle: true,
  splitting: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  metafile: true,
  logLevel: 'warning',
});

const made = new Set(Object.keys(metafile.outputs));
for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE', 'NOTICE']) {
  const path = `dist/swagger-ui/${name}`;
  cpSync(`node_modules/swagger-ui-dist/${name}`, path);
  made.add(path);
}

const hasSource = (path) =>
  path.endsWith('.d.ts') && existsSync(path.replace(/^dist(.*)\.d\.ts$/, 'src$1.ts'));
for (const name of readdirSync('dist', { recursive: true })) {
  const path = `dist/${name.replaceAll('\\', '/')}`;
  if (!made.has(path) && !hasSource(path) && statSync(path).isFile()) rmSync(path);
}

// What links to the package, and does not install it, runs the file as it is.
chmodSync('dist/cli.js', 0o755);
