// Sorts long lists without delaying others.
import TinyQueue from 'tinyqueue';
import type { Parts } from './slices.ts';

/** Items that are sorted, or merged, in one part. */
const AT_ONCE = 1_000;

/** A sorted list in the order of `compare`; what compares as equal stays in its order. The list given stays as it is. */
export function* sortInParts<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Parts<Item[]> {
  const runs: Iterator<Item>[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    runs.push(
      items
        .slice(at, at + AT_ONCE)
        .sort(compare)
        .values(),
    );
    yield;
  }
  const heads = new TinyQueue<{ item: Item; run: number }>(
    [],
    (a, b) => compare(a.item, b.item) || a.run - b.run,
  );
  const pushNextOf = (run: number) => {
    const next = runs[run]?.next();
    if (next && !next.done) heads.push({ item: next.value, run });
  };
  for (const run of runs.keys()) pushNextOf(run);
  const sorted: Item[] = [];
  for (let head = heads.pop(); head; head = heads.pop()) {
    sorted.push(head.item);
    pushNextOf(head.run);
    if (sorted.length % AT_ONCE === 0) yield;
  }
  return sorted;
}
