// How much memory is in use when nothing is left to collect; node must run with --expose-gc.

/** Bytes of the heap and of what it holds outside. */
export async function settledHeap(): Promise<number> {
  if (!globalThis.gc) throw new Error('run node with --expose-gc');
  for (let n = 0; n < 4; n++) {
    globalThis.gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
