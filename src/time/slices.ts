// Long work in slices, one work after the other, so that whoever asks something else meanwhile is answered.
import { soon, startWatch } from './clock.ts';

/** Real milliseconds after which others have their turn. */
const SLICE = 10;
/** What is looked at or sorted in one step. */
const STEP = 8_192;

interface Work {
  steps: Iterator<void>;
  size: number;
  resolve(): void;
  reject(reason: unknown): void;
}

/** Of the whole process, as its event loop is: the first one is under way, and no other holds memory yet. */
const queue: Work[] = [];

/**
 * Does work that says after each step that others may come in between. Rejects with what it throws.
 * @param size of how much the work is, in any unit: of what waits, the smallest is next
 */
export function inSlices(steps: Iterator<void>, size: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const larger = queue.findIndex((other, at) => at > 0 && other.size > size);
    queue.splice(larger < 0 ? queue.length : larger, 0, { steps, size, resolve, reject });
    if (queue.length === 1) soon(goOn);
  });
}

function goOn(): void {
  const [work] = queue;
  if (!work) return;
  const elapsed = startWatch();
  try {
    while (elapsed() < SLICE) {
      if (!work.steps.next().done) continue;
      queue.shift();
      work.resolve();
      break;
    }
  } catch (error) {
    queue.shift();
    work.reject(error);
  }
  if (queue.length > 0) soon(goOn);
}

/** Does the same work, or what is left of it, at one go. */
export function atOnce(steps: Iterator<void>): void {
  while (!steps.next().done);
}

type Compare<One> = (a: One, b: One) => number;

/** Sorts as `Array.prototype.sort` does: what is alike keeps its order. */
export function* sorting<One>(all: One[], compare: Compare<One>): Generator<void, One[]> {
  if (yield* isSorted(all, compare)) return all;
  let runs: One[][] = [];
  for (let at = 0; at < all.length; at += STEP) {
    runs.push(all.slice(at, at + STEP).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: One[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      longer.push(yield* merging(runs[at] as One[], runs[at + 1] ?? [], compare));
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

function* isSorted<One>(all: readonly One[], compare: Compare<One>): Generator<void, boolean> {
  for (let at = 1; at < all.length; at++) {
    if (compare(all[at - 1] as One, all[at] as One) > 0) return false;
    if (at % STEP === 0) yield;
  }
  return true;
}

/** Two sorted lists as one; of what is alike, the first list's comes first. */
function* merging<One>(first: One[], second: One[], compare: Compare<One>): Generator<void, One[]> {
  const merged = new Array<One>(first.length + second.length);
  let [a, b] = [0, 0];
  for (let at = 0; at < merged.length; at++) {
    const isFirst =
      b === second.length || (a < first.length && compare(first[a] as One, second[b] as One) <= 0);
    merged[at] = (isFirst ? first[a++] : second[b++]) as One;
    if (at % STEP === 0) yield;
  }
  return merged;
}
