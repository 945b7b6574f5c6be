// The real timers and clock, taken when this is loaded: what a test runner fakes later neither stops nor moves the mock.
import { performance } from 'node:perf_hooks';
import * as timers from 'node:timers';
import * as promises from 'node:timers/promises';
import { runInNewContext } from 'node:vm';

// Of the module and not of `globalThis`, where Jest's option `enableGlobally` has put fakes before this is loaded.
export const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate } = timers;

/** Rests that are promises: real milliseconds, as `node:timers/promises` has them. */
export const sleep = promises.setTimeout;

/** For bundled packages, which would otherwise call what is global by then. */
export const queueMicrotask = (callback: () => void): void => void Promise.resolve().then(callback);
export const nextTick = <Args extends unknown[]>(callback: (...args: Args) => void, ...args: Args): void =>
  queueMicrotask(() => callback(...args));

const isNative = (called: unknown) => String(called).includes('[native code]');

/** Milliseconds since the Unix epoch, by the machine's clock. */
export const now: () => number = isNative(Date.now) ? Date.now : runInNewContext('Date.now');

/** Milliseconds since some moment, by a clock that nobody sets. */
export const monotonic: () => number = performance.now.bind(performance);
