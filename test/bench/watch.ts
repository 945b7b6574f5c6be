// Watches a process for pauses: delays of its event loop, and the garbage collector.
import { constants, monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';

export interface Pauses {
  /** Milliseconds. */
  delay: { longest: number; p99: number };
  /** The longest garbage collection in milliseconds, and of all time, which part was for it, in percent. */
  collected: { longest: number; share: number };
  collections: number;
  /** Of which kind the longest was. */
  kinds: string;
}

/** What node tells of a garbage collection. */
interface Collection {
  /** Milliseconds. */
  duration: number;
  detail: { kind: number };
}

/** How often the event loop is looked at, in milliseconds. */
const RESOLUTION = 1;

const KINDS: Record<number, string> = {
  [constants.NODE_PERFORMANCE_GC_MINOR]: 'minor',
  [constants.NODE_PERFORMANCE_GC_MAJOR]: 'major',
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL]: 'incremental',
  [constants.NODE_PERFORMANCE_GC_WEAKCB]: 'weak callbacks',
};

/** Begins to watch. What it returns ends that, and tells of all that there was. */
export function watchPauses(): () => Pauses {
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION });
  const collected = { longest: 0, total: 0, count: 0, kind: 0 };
  const take = (entries: unknown[]) => {
    for (const { duration, detail } of entries as Collection[]) {
      collected.total += duration;
      collected.count++;
      if (duration <= collected.longest) continue;
      collected.longest = duration;
      collected.kind = detail.kind;
    }
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ entryTypes: ['gc'] });
  const from = performance.now();
  loop.enable();
  return () => {
    take(observer.takeRecords());
    observer.disconnect();
    loop.disable();
    const { longest, total, count, kind } = collected;
    // What is counted is the time between two looks.
    const milliseconds = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION);
    return {
      delay: { longest: milliseconds(loop.max), p99: milliseconds(loop.percentile(99)) },
      collected: { longest, share: (100 * total) / (performance.now() - from) },
      collections: count,
      kinds: KINDS[kind] ?? 'none',
    };
  };
}
