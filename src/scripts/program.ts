// Bundles the program into a folder: what `npm run build` puts into `dist`, and what the tests start as a process.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { fastStart } from './fast-start.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

const { dependencies, peerDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));

/** The packages that a user installs, which are loaded when they are first needed; others are bundled. */
export const externalPackages = Object.keys({ ...dependencies, ...peerDependencies });

/** What bundled packages call by a global name, and a test runner may have faked by then. */
const REAL = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'queueMicrotask'];
const inject = Object.fromEntries([
  ...REAL.map((name) => [name, [`${root}src/time/real.ts`, name]]),
  ['process.nextTick', [`${root}src/time/real.ts`, 'nextTick']],
]);

/** Modules by their names in the package, with the files that they are made of. */
const LIBRARY = { index: 'src/index.ts', pact: 'src/pact.ts' };
const PROCESSES = {
  cli: 'src/cli/cli.ts',
  'pact-runner': 'src/verify/pact-runner.ts',
  redirect: 'src/check/redirect.ts',
};

/** Of these and all that they need one file is made, none of which is read later than the rest. */
const SERVER =
  /[/\\]src[/\\](mock[/\\]mock\.ts$|provider-states[/\\])|[/\\]node_modules[/\\](@fastify[/\\]busboy|file-type)[/\\]/;

/**
 * The program in a few files: to find and read over 300 small modules takes half of a start. It is CommonJS, which every
 * Node.js, Jest and TypeScript mode can load; ES modules hand the same on, so that a process that loads both has one
 * copy of each class.
 * @param dir the folder to write to, over what is there
 * @param modules further modules that can be loaded, by name
 * @returns what was written
 */
export async function bundleProgram(dir: string, modules: Record<string, string> = {}) {
  const program = await rolldown({
    cwd: root,
    input: { ...LIBRARY, ...PROCESSES, ...modules },
    external: externalPackages,
    platform: 'node',
    plugins: [fastStart],
    transform: { target: 'node20', inject },
  });
  const { output } = await program.write({
    dir,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    dynamicImportInCjs: false,
    // The default would print texts again, after `fastStart` has escaped what is beyond ASCII in them.
    minify: false,
    codeSplitting: { groups: [{ name: 'server', test: SERVER }] },
  });
  await program.close();
  const wrappers = output.flatMap((chunk) =>
    chunk.type === 'chunk' && chunk.name in LIBRARY
      ? [{ fileName: `${chunk.name}.js`, text: wrapperOf(chunk.name, chunk.exports) }]
      : [],
  );
  for (const { fileName, text } of wrappers) writeFileSync(resolve(root, dir, fileName), text);
  return [...output, ...wrappers];
}

/** An ES module that hands on what a CommonJS one exports. */
function wrapperOf(name: string, exported: readonly string[]): string {
  if (exported.length === 0) return `import './${name}.cjs';\n`;
  return `import library from './${name}.cjs';\n\nexport const { ${exported.join(', ')} } = library;\n`;
}
