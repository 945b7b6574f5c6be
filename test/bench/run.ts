// Runs the benchmarks whose names are given, or those that are quick, or all: `npm run bench -- faults`.
import { appendFileSync } from 'node:fs';
import { type BenchOptions, readBenchOptions } from './options.ts';

const parts: Record<string, (options: BenchOptions) => Promise<string>> = {
  speed: async (options) => (await import('./speed.ts')).speed(options),
  items: async (options) => (await import('./items.ts')).measureItems(options),
  memory: async (options) => (await import('./memory.ts')).measureMemory(options),
  start: async (options) => (await import('./start.ts')).measureStart(options),
  pauses: async (options) => (await import('./pauses.ts')).measurePauses(options),
  upload: async () => (await import('./upload.ts')).measureUploads(),
  faults: async () => (await import('./faults.ts')).measureFaults(),
  judge: async (options) => (await import('./judge.ts')).measureJudge(options),
  data: async () => (await import('./data.ts')).measureData(),
  store: async (options) => (await import('./store.ts')).measureStore(options),
  verify: async () => (await import('./verify.ts')).measureVerify(),
  console: async () => (await import('./console.ts')).measureConsole(),
  check: async (options) => (await import('./check.ts')).measureCheck(options),
};

const options = readBenchOptions(process.argv.slice(2));
const { names, out } = options;
const unknown = names.filter((name) => !parts[name]);
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(', ')}: there are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
/** What is run unless names are given: in a few minutes, all that the README tells. */
const QUICK = ['speed', 'items', 'memory', 'start', 'pauses', 'upload'];
const unnamed = options.full ? Object.keys(parts) : QUICK;
for (const name of names.length > 0 ? names : unnamed) {
  const text = (await parts[name]?.(options)) ?? '';
  console.log(`\n${text}`);
  if (out) appendFileSync(out, `${text}\n\n`);
}
