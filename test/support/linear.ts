// Whether work grows as what it is given: a ratio, which holds on a busy machine as well.
import { expect } from 'vitest';

const TIMES = 8;

/**
 * Fails the test if eight times as much takes far more than eight times the processor's time, as it would 64 times the
 * time where work is quadratic.
 * @param size the larger of the two sizes
 */
export async function expectLinear(size: number, work: (size: number) => unknown): Promise<void> {
  await work(size / TIMES);
  const small = await leastCost(() => work(size / TIMES));
  const large = await leastCost(() => work(size));
  // A millisecond beside, for what is too small to be measured.
  expect(large, `microseconds for ${size}, where an eighth takes ${small}`).toBeLessThan(
    3 * TIMES * (small + 1_000),
  );
}

/** Microseconds of the processor. The least of a few, for a collection of garbage may come upon any. */
export async function leastCost(work: () => unknown): Promise<number> {
  const costs: number[] = [];
  for (let time = 0; time < 3; time++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    costs.push(user + system);
  }
  return Math.min(...costs);
}
