// The real timers and clock, captured on load: timers that a test runner fakes later neither stop nor move the mock.
import { performance } from 'node:perf_hooks';
import * as timers from 'node:timers';
import * as promises from 'node:timers/promises';
import { runInNewContext } from 'node:vm';

// From the module, not from `globalThis`: Jest's option `enableGlobally` puts fakes there before this is loaded.
export const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate } = timers;

/** `setTimeout` as a promise, in real milliseconds. */
export const sleep = promises.setTimeout;

/** For bundled packages, which would otherwise call globals that may be faked by then. */
export const queueMicrotask = (callback: () => void): void => void Promise.resolve().then(callback);
export const nextTick = <Args extends unknown[]>(callback: (...args: Args) => void, ...args: Args): void =>
  queueMicrotask(() => callback(...args));

const isNative = (called: unknown) => String(called).includes('[native code]');

/** Milliseconds since the Unix epoch, by the machine's clock. */
export const now: () => number = isNative(Date.now) ? Date.now : runInNewContext('Date.now');

/**
 * Milliseconds since the Unix epoch, by the Date that the process has by now: a test runner may have faked it. Not
 * `Date.now`, for a test may count its calls, or have it answer each of them.
 */
export const shownNow = (): number => new globalThis.Date().getTime();

/** Milliseconds since an arbitrary moment, by a clock that cannot be set. */
export const monotonic: () => number = performance.now.bind(performance);
