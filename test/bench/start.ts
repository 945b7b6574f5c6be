// How long the packed package takes to its first answer, as a command and in a process, and how large it is.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchOptions } from './options.ts';
import { machine, median, spread, table } from './report.ts';

const exec = promisify(execFile);
const TIMES = 9;

/** Runs in the folder where the package is installed. */
const IN_PROCESS = `
const marks = [performance.now()];
const { createMock } = await import('cloudglue-mock');
marks.push(performance.now());
const mock = createMock();
marks.push(performance.now());
const { status } = await mock.fetch('/v1/files', { headers: { authorization: 'Bearer bench' } });
marks.push(performance.now());
if (status !== 200) throw new Error('answered ' + status);
console.log(JSON.stringify(marks.slice(1).map((mark, n) => mark - marks[n])));
`;

async function install(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cloudglue-mock-bench-'));
  const npm = (args: string[], cwd?: string) =>
    exec('npm', args, { ...(cwd && { cwd }), shell: process.platform === 'win32' });
  // What is built is what is measured everywhere here.
  const { stdout } = await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('[')));
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const flags = ['--omit=dev', '--prefer-offline', '--no-audit', '--no-fund'];
  await npm(['install', ...flags, `./${filename}`], folder);
  writeFileSync(join(folder, 'in-process.js'), IN_PROCESS);
  return folder;
}

/** Bytes on the disk of all that is below a folder. */
const sizeOf = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .map((entry) => lstatSync(join(entry.parentPath ?? entry.path, entry.name)))
    .reduce((sum, { blocks, size }) => sum + (blocks === undefined ? size : blocks * 512), 0);

/** Milliseconds from the command to its first answer. */
async function startCommand(folder: string): Promise<number> {
  const from = performance.now();
  const cli = join(folder, 'node_modules', 'cloudglue-mock', 'dist', 'cli.cjs');
  const child = spawn(process.execPath, [cli, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    let text = '';
    let base: string | undefined;
    for await (const chunk of child.stdout) {
      text += chunk;
      base = /Base URL\s+(http:\S+)/.exec(text)?.[1];
      if (base) break;
    }
    const response = await fetch(`${base}/files`, { headers: { authorization: 'Bearer bench' } });
    if (response.status !== 200) throw new Error(`answered ${response.status}`);
    await response.text();
    return performance.now() - from;
  } finally {
    child.kill('SIGKILL');
  }
}

async function startNode(): Promise<number> {
  const from = performance.now();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
  return performance.now() - from;
}

export async function measureStart(_options: BenchOptions): Promise<string> {
  const folder = await install();
  try {
    const took = { node: [], command: [], imported: [], created: [], first: [] } as Record<string, number[]>;
    const note = (name: string, ms = 0) => took[name]?.push(ms);
    // The first run finds cold caches of the disk, which say nothing of the package.
    await startCommand(folder);
    for (let time = 0; time < TIMES; time++) {
      note('node', await startNode());
      note('command', await startCommand(folder));
      const { stdout } = await exec(process.execPath, ['in-process.js'], { cwd: folder });
      const [imported, created, first] = JSON.parse(stdout) as number[];
      note('imported', imported);
      note('created', created);
      note('first', (created ?? 0) + (first ?? 0));
    }
    const of = (name: string) => `${spread(took[name] ?? [], 0)} ms`;
    const ofNode = median(took.command ?? []) / median(took.node ?? []);
    return `${machine()}. The packed package, installed without development tools; medians of ${TIMES}.

${table(
  ['start and size', 'takes', 'aim'],
  [
    ['`node -e 0`, for comparison', of('node'), ''],
    [
      `the command, to its first answer (${ofNode.toFixed(1)} times node alone)`,
      of('command'),
      'under 150 ms',
    ],
    ["`import('cloudglue-mock')`", of('imported'), ''],
    ['`createMock()` after it', of('created'), 'under 30 ms'],
    ['`createMock()` to its first answer in process', of('first'), ''],
    [
      'all of `node_modules`',
      `${(sizeOf(join(folder, 'node_modules')) / 2 ** 20).toFixed(1)} MB`,
      'under 25 MB',
    ],
  ],
)}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
