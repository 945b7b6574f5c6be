// Time and timers of the browser: the only file of the console that reads them.

/** Milliseconds since an arbitrary moment. */
export const monotonic = (): number => performance.now();

/** A text that no other tab of this browser has. */
export const tabName = (): string =>
  Math.round(performance.timeOrigin * 1_000 + performance.now()).toString(36);

/** Calls back once after `ms` milliseconds. Returns what prevents that. */
export function after(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}

/** Resolves after `ms` milliseconds, or as soon as the signal is aborted. */
export const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      cancel();
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const cancel = after(ms, end);
    signal?.addEventListener('abort', end);
  });

/** Calls back before each frame that is painted. Returns what ends that. */
export function eachFrame(callback: () => void): () => void {
  let frame = requestAnimationFrame(function next() {
    callback();
    frame = requestAnimationFrame(next);
  });
  return () => cancelAnimationFrame(frame);
}

/** Makes what calls back at once, but again only after `ms` milliseconds, whatever it is told meanwhile. */
export function throttle(ms: number, callback: () => void): { run(): void; stop(): void } {
  let cancel: (() => void) | undefined;
  let isWanted = false;
  const run = () => {
    if (cancel) {
      isWanted = true;
      return;
    }
    isWanted = false;
    cancel = after(ms, () => {
      cancel = undefined;
      if (isWanted) run();
    });
    callback();
  };
  return {
    run,
    stop: () => {
      cancel?.();
      cancel = undefined;
      isWanted = false;
    },
  };
}
