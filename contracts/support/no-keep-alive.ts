// Each interaction has a mock server of its own, on a port that an earlier one may have had: a connection that is kept
// from then would reach the earlier one, which Pact does not cut off. So the process's fetch keeps none.

interface Dispatcher {
  constructor: new (options: { pipelining: number }) => Dispatcher;
}

/** Where Node's own fetch looks for what makes its connections. */
const key = Symbol.for('undici.globalDispatcher.1');
const globals = globalThis as unknown as Record<symbol, Dispatcher | undefined>;

// It is there only after a first use.
await fetch('data:,').catch(() => {});
const Agent = globals[key]?.constructor;
if (!Agent) throw new Error('this Node has another fetch: find out how to switch off its kept connections');
globals[key] = new Agent({ pipelining: 0 });

export {};
