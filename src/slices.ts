// Long work in slices, so that whoever asks something else meanwhile is answered.
import { soon, startWatch } from './clock.ts';

/** Milliseconds after which others have their turn. */
const SLICE = 10;
/** What is looked at or sorted in one step. */
const STEP = 8_192;

/**
 * Does work that says after each step that others may come in between.
 * @param slice milliseconds for which it goes on before it lets them
 * @returns undefined if all is done already, else when it is
 */
export function inSlices(work: Iterator<void>, slice = SLICE): Promise<void> | undefined {
  const elapsed = startWatch();
  while (!work.next().done) {
    if (elapsed() > slice) return new Promise<void>(soon).then(() => inSlices(work, slice));
  }
  return undefined;
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
