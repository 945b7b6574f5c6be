// Long work in slices, between which others have their turn, so that one long request delays no other.
import { soon, startWatch } from './clock.ts';

/** Real milliseconds after which others have their turn. */
const SLICE = 10;

/** Of the whole process, as its event loop is: one slice is done in each of its turns. */
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

/** Starts work that may be long: `if (slices.isOver()) await slices.next();` now and then in its loop. */
export function startSlices() {
  // Where others are in the middle of long work, the first slice has to wait for its turn, too.
  let elapsed = waiting.length > 0 ? () => SLICE : startWatch();
  return {
    isOver: () => elapsed() >= SLICE,
    async next() {
      await nextTurn();
      elapsed = startWatch();
    },
  };
}
