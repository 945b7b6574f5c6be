// Loaded into the server under test: reports long turns of its event loop, and its memory, to the fuzzer.
import { setImmediate as nextTurn } from 'node:timers';

/**
 * Milliseconds of one turn that keep other requests waiting too long. A turn counts only if it took as much CPU time:
 * on a busy machine the process waits for a core, which is not its fault.
 */
const LONGEST_TURN = 50;
const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

let longest = 0;
let [wall, cpu] = [performance.now(), cpuMs()];
function watch() {
  const [now, used] = [performance.now(), cpuMs()];
  const turn = Math.min(now - wall, used - cpu);
  if (turn > LONGEST_TURN) longest = Math.max(longest, turn);
  [wall, cpu] = [now, used];
  nextTurn(watch).unref();
}
// A timer keeps turns coming while nothing else happens.
setInterval(() => {}, 5).unref();
nextTurn(watch).unref();

process.on('message', (question) => {
  if (question === 'turns') {
    process.send?.({ longest: Math.round(longest) });
    longest = 0;
  } else if (question === 'memory') {
    globalThis.gc?.();
    process.send?.({ heapUsed: process.memoryUsage().heapUsed, external: process.memoryUsage().external });
  }
});
process.channel?.unref();
