// Splits long work into slices and yields between them, so that one long request does not delay others.
import { soon, startWatch } from './clock.ts';

/** The length of a slice, in real milliseconds. */
const SLICE = 10;

/** Work that waits for its next slice. Shared by the whole process: each turn of the event loop runs one slice. */
const waiting: (() => void)[] = [];

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) soon(giveTurn);
  });
}

function giveTurn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) soon(giveTurn);
}

/** Starts work that may be long. Its loop calls `if (slices.isOver()) await slices.next();` every so often. */
export function startSlices() {
  // While others are in the middle of long work, the first slice has to wait for its turn, too.
  let elapsed = waiting.length > 0 ? () => SLICE : startWatch();
  return {
    isOver: () => elapsed() >= SLICE,
    async next() {
      await nextTurn();
      elapsed = startWatch();
    },
  };
}

/** Work in parts: it yields whenever others may be answered, and returns what it makes. */
export type Parts<Made> = Generator<undefined, Made, undefined>;

/** Does all parts at once, for callers that cannot wait. */
export function doAtOnce<Made>(parts: Parts<Made>): Made {
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}

/** Does the parts in slices. */
export async function doInSlices<Made>(parts: Parts<Made>): Promise<Made> {
  const slices = startSlices();
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
    if (slices.isOver()) await slices.next();
  }
}
