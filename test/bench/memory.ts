// What a file takes of memory, and an account that does nothing: the difference between few and many.
import type { BenchOptions } from './options.ts';
import { startWorker } from './processes.ts';
import { machine, table, thousands } from './report.ts';
import type { Thing, WeighMessage } from './weigh.ts';

const AIMS: Record<Thing, { aim: number; few: number; many: number }> = {
  'public URL': { aim: 1_024, few: 10_000, many: 110_000 },
  'made-up recording': { aim: 1_024, few: 10_000, many: 110_000 },
  'idle account': { aim: 2_048, few: 1_000, many: 11_000 },
};

export async function measureMemory(_options: BenchOptions): Promise<string> {
  const rows = await Promise.all(
    Object.entries(AIMS).map(async ([thing, { aim, few, many }]) => {
      const worker = await startWorker('weigh.ts', [], { execArgv: ['--expose-gc'] });
      try {
        const message: WeighMessage = { weigh: thing as Thing, few, many };
        const { bytes } = await worker.ask<{ bytes: number }>(message);
        const what = thing === 'idle account' ? 'an account that was asked once' : `a file of a ${thing}`;
        return [what, thousands(bytes), `under ${thousands(aim)}`, `${thousands(few)} to ${thousands(many)}`];
      } finally {
        worker.stop();
      }
    }),
  );
  return `${machine()}.

${table(['memory for each', 'bytes after garbage collection', 'aim', 'measured between'], rows)}`;
}
