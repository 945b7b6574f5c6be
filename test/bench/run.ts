// Runs the benchmarks whose names are given, or all of them: `npm run bench -- faults`.
const parts: Record<string, () => Promise<unknown>> = {
  upload: () => import('./upload.ts'),
  faults: () => import('./faults.ts'),
  soak: () => import('./soak.ts'),
  verify: () => import('./verify.ts'),
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !parts[name]);
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(', ')}: there are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
for (const name of names.length > 0 ? names : Object.keys(parts)) await parts[name]?.();
