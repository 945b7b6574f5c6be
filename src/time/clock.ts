// The only reader of time: every account lives on a clock that stands still or runs, and can be advanced.
import {
  clearInterval,
  clearTimeout,
  monotonic,
  now,
  setImmediate,
  setInterval,
  setTimeout,
  sleep,
} from './real.ts';

/** What of a clock must survive a snapshot or a restart. */
export interface ClockState {
  /** Milliseconds by which the clock is ahead of its source. */
  offset: number;
}

/** Where a clock gets its time from. */
export interface TimeSource {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Whether time passes by itself. */
  readonly runs: boolean;
}

/** Sums of milliseconds since the epoch are exact to less than this. */
const ROUNDING = 0.001;

/**
 * The wall clock, which here never goes back, for a file's status must not, and never stands still: where the
 * machine's clock is set back, it goes on from what it showed.
 * @param notBefore the earliest moment that it shows, in milliseconds since the Unix epoch
 */
export function wallClock(notBefore = 0): TimeSource {
  let ahead = notBefore - monotonic();
  return {
    runs: true,
    now() {
      const elapsed = monotonic();
      ahead = Math.max(ahead, now() - elapsed);
      return Math.floor(elapsed + ahead + ROUNDING);
    },
  };
}

/** Now, in milliseconds since the Unix epoch, whatever any account's clock shows. */
export const realTime = (): number => now();

/** Starts to measure; what it returns tells the milliseconds since then. */
export function startWatch(): () => number {
  const start = monotonic();
  return () => monotonic() - start;
}

/** A clock that stands still at an instant until it is advanced. */
export const stoppedAt = (epochMs: number): TimeSource => ({ runs: false, now: () => epochMs });

/** The last moment that a clock is moved to: beyond the year 9999 clients cannot read dates, then nobody can. */
export const LAST_MOMENT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** A clock that shows `epochMs` when its source shows `then`, which is now unless given, and runs as fast. */
export function startingAt(epochMs: number, source: TimeSource, then = source.now()): TimeSource {
  const ahead = epochMs - then;
  return { runs: source.runs, now: () => source.now() + ahead };
}

interface ClockOptions {
  /** What the clock keeps, shared with whoever stores it. */
  state: ClockState;
  /** Told whenever the clock was advanced. */
  onAdvance?: () => void;
}

/** A clock over a source of time; clocks nest, so that one advance can move many. */
export class Clock implements TimeSource {
  readonly runs: boolean;
  readonly #source: TimeSource;
  readonly #state: ClockState;
  readonly #onAdvance: (() => void) | undefined;

  constructor(source: TimeSource, { state, onAdvance }: ClockOptions) {
    this.runs = source.runs;
    this.#source = source;
    this.#state = state;
    this.#onAdvance = onAdvance;
  }

  /** Milliseconds since the Unix epoch, whole. */
  now(): number {
    return this.#source.now() + this.#state.offset;
  }

  /**
   * Moves the clock forward.
   * @param by milliseconds, or a duration such as `'5s'`
   * @returns the new time in milliseconds since the Unix epoch
   * @throws RangeError if the duration is malformed or negative, or leads beyond the year 9999
   */
  advance(by: number | string): number {
    const offset = this.#state.offset + parseDuration(by);
    if (this.#source.now() + offset > LAST_MOMENT) {
      throw new DurationError(
        `the clock cannot be moved by ${named(by)}, which is beyond the year 9999: give less, or reset it first`,
      );
    }
    this.#state.offset = offset;
    const reached = this.now();
    // Whoever is told may reset what the clock belongs to.
    this.#onAdvance?.();
    return reached;
  }
}

/** The longest that a timer of Node waits. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** One timer for many moments: it rings at the earliest that was asked for, and keeps no process alive. */
export interface Alarm {
  /** Makes it ring in that many milliseconds, unless it rings earlier anyway. */
  ringWithin(ms: number): void;
  stop(): void;
}

export function createAlarm(ring: () => void): Alarm {
  let timer: NodeJS.Timeout | undefined;
  let ringsAt = Number.POSITIVE_INFINITY;
  const stop = () => {
    clearTimeout(timer);
    ringsAt = Number.POSITIVE_INFINITY;
  };
  return {
    stop,
    ringWithin(ms) {
      const at = monotonic() + Math.max(0, ms);
      if (!(at < ringsAt)) return;
      stop();
      ringsAt = at;
      timer = setTimeout(
        () => {
          stop();
          ring();
        },
        Math.min(Math.ceil(at - monotonic()), LONGEST_TIMER),
      ).unref();
    },
  };
}

/** Real milliseconds of rest. Rejects when the signal is aborted; keeps no process alive. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { ref: false, ...(signal && { signal }) });

/** A sleep that others can end early; it can be used again and again. */
export interface InterruptibleSleep {
  /** Real milliseconds; keeps no process alive. Resolves to false if it was interrupted. */
  sleep(ms: number): Promise<boolean>;
  /** Ends the current sleep, if any. */
  interrupt(): void;
}

export function createInterruptibleSleep(): InterruptibleSleep {
  let end: ((isOver: boolean) => void) | undefined;
  return {
    interrupt: () => end?.(false),
    sleep: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => end?.(true), ms).unref();
        end = (isOver) => {
          clearTimeout(timer);
          end = undefined;
          resolve(isOver);
        };
      }),
  };
}

/**
 * Real milliseconds of rest for which somebody waits: the process stays until they are over, or any of the
 * signals is aborted.
 */
export async function delay(ms: number, ...signals: (AbortSignal | undefined)[]): Promise<void> {
  const ended = new AbortController();
  const end = () => ended.abort();
  for (const signal of signals) {
    if (signal?.aborted) end();
    signal?.addEventListener('abort', end);
  }
  await sleep(ms, undefined, { signal: ended.signal }).catch(() => {});
  for (const signal of signals) signal?.removeEventListener('abort', end);
}

/** What comes of a promise. The process stays until then, even if nothing else keeps it. */
export async function awaited<T>(promise: Promise<T>): Promise<T> {
  const stay = setInterval(() => {}, LONGEST_TIMER);
  try {
    return await promise;
  } finally {
    clearInterval(stay);
  }
}

/** Calls back once what goes on now is done, answers that are about to be sent included. */
export const soon = (callback: () => void): void => void setImmediate(callback);

/** A text or a number that is no duration. */
export class DurationError extends RangeError {
  override name = 'DurationError';
}

const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
/** A hundred years: beyond it, dates stop being valid for clients long before numbers stop being exact. */
export const LONGEST_DURATION = 36_525 * UNITS.d;

const named = (given: unknown) =>
  typeof given === 'string'
    ? JSON.stringify(given.length > 100 ? `${given.slice(0, 100)}…` : given)
    : String(given);

/**
 * A duration in whole milliseconds.
 * @param text milliseconds as a number, or text of a number and a unit: `250ms`, `5s`, `1.5m`, `2h`, `1d`
 * @throws DurationError if it is malformed, negative, or over a hundred years
 */
export function parseDuration(text: number | string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(String(text).trim());
  const factor = UNITS[match?.[2] as keyof typeof UNITS] ?? Number.NaN;
  const ms = Math.round(typeof text === 'number' ? text : Number(match?.[1]) * factor);
  if (!(ms >= 0 && ms <= LONGEST_DURATION)) {
    throw new DurationError(
      `${named(text)} is no duration: give milliseconds, or a number and a unit such as "250ms", "5s", "1.5m", "2h", "1d", up to a hundred years (36525d)`,
    );
  }
  return ms;
}
