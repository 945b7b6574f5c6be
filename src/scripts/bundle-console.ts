// Bundles the console: what `npm run build` puts into `dist/console`, and what the tests open in a browser.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = join(root, 'src', 'console');

/** The style sheet below the console's own. */
const BASE_STYLE = 'node_modules/@picocss/pico/css/pico.fluid.classless.min.css';
const COPIED = ['index.html', 'icon.svg'];

/**
 * The page as static files. A module that needs Node.js fails the build, for the page runs in a browser.
 * @param dir the folder to write to, over what is there
 * @returns what was written, with the modules that it is made of
 */
export async function bundleConsole(dir: string): Promise<{ fileName: string; moduleIds: string[] }[]> {
  const bundle = await rolldown({
    cwd: root,
    input: { console: join(sources, 'main.tsx') },
    platform: 'browser',
    transform: { target: 'es2022' },
    onLog: (_level, log) => {
      throw new Error(`the console cannot be bundled: ${log.message}`);
    },
  });
  const { output } = await bundle.write({
    dir: resolve(root, dir),
    format: 'es',
    entryFileNames: '[name].js',
    minify: true,
  });
  await bundle.close();
  mkdirSync(resolve(root, dir), { recursive: true });
  for (const name of COPIED) copyFileSync(join(sources, name), resolve(root, dir, name));
  writeFileSync(resolve(root, dir, 'console.css'), styleSheet());
  return [
    ...output.map((chunk) => ({
      fileName: chunk.fileName,
      moduleIds: chunk.type === 'chunk' ? chunk.moduleIds : [],
    })),
    ...COPIED.map((fileName) => ({ fileName, moduleIds: [] })),
    { fileName: 'console.css', moduleIds: [join(root, BASE_STYLE)] },
  ];
}

/** The base and the console's own sheets in the order of their names, without comments and indents. */
function styleSheet(): string {
  const folder = join(sources, 'style');
  const own = readdirSync(folder)
    .toSorted()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/^\s+|\s+$/gm, '');
  return `${readFileSync(join(root, BASE_STYLE), 'utf8').trim()}\n${own}\n`;
}
