// A signal that ends whatever waits for something.
import { setMaxListeners } from 'node:events';

/** A controller whose signal may end any number of waits at once; Node.js warns of more than ten otherwise. */
export function createStop(): AbortController {
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  return stop;
}
