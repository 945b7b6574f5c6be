// Makes `dist` over what is there, so that a server that runs from it goes on; what has no source any more goes last.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('.', import.meta.url)));
execFileSync(process.execPath, [createRequire(import.meta.url).resolve('typescript/bin/tsc')], {
  stdio: 'inherit',
});

const PAGE = 'pages/swagger-ui';
const assets = ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE', 'NOTICE'].map(
  (name) => `${PAGE}/${name}`,
);
for (const asset of assets)
  cpSync(`node_modules/swagger-ui-dist/${asset.slice(PAGE.length + 1)}`, `dist/${asset}`);

for (const name of readdirSync('dist', { recursive: true })) {
  const path = name.replaceAll('\\', '/');
  const isMade = assets.includes(path) || existsSync(`src/${path.replace(/(\.d\.ts|\.js)$/, '.ts')}`);
  if (!isMade && statSync(`dist/${path}`).isFile()) rmSync(`dist/${path}`);
}

// What links to the package, and does not install it, runs the file as it is.
chmodSync('dist/cli.js', 0o755);
