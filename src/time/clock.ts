// The only reader of time: every account has a clock that runs or stands still, and can be advanced.
import {
  clearInterval,
  clearTimeout,
  monotonic,
  now,
  setImmediate,
  setInterval,
  setTimeout,
  shownNow,
  sleep,
} from './real.ts';

/** The part of a clock's state that must survive a snapshot or a restart. */
export interface ClockState {
  /** Milliseconds by which the clock is ahead of its source. */
  offset: number;
  /** What its meter showed when the clock was paused, or started, against its source; undefined if it follows it. */
  switchedAt?: number | undefined;
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
 * The wall clock, made monotonic so that a file's status never goes back: if the machine's clock is set back, it
 * continues from the time it showed.
 * @param notBefore the earliest time that it shows, in milliseconds since the Unix epoch
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

/** A running clock that follows the clock of another machine. It never goes back. */
export interface FollowingClock extends TimeSource {
  /** To be told what the other clock shows, or showed a moment ago, in milliseconds since the Unix epoch. */
  follow(epochMs: number): void;
}

export function followingClock(): FollowingClock {
  let ahead = 0;
  let shown = 0;
  return {
    runs: true,
    follow(epochMs) {
      ahead = epochMs - monotonic();
    },
    now() {
      shown = Math.max(shown, Math.floor(monotonic() + ahead + ROUNDING));
      return shown;
    },
  };
}

/** The real time in milliseconds since the Unix epoch, independent of any account's clock. */
export const realTime = (): number => now();

/** The time in milliseconds since the Unix epoch that this process shows: where a test fakes its timers, the time in the test. */
export const shownTime = (): number => shownNow();

/** Starts a stopwatch. Returns a function that gives the milliseconds since then. */
export function startWatch(): () => number {
  const start = monotonic();
  return () => monotonic() - start;
}

/** A clock that stands still at an instant until it is advanced. */
export const stoppedAt = (epochMs: number): TimeSource => ({ runs: false, now: () => epochMs });

/** The last moment that a clock can be moved to: many clients cannot parse dates beyond the year 9999. */
export const LAST_MOMENT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** A clock that shows `epochMs` when its source shows `then` (default: now), and runs at the same speed. */
export function startingAt(epochMs: number, source: TimeSource, then = source.now()): TimeSource {
  const ahead = epochMs - then;
  return { runs: source.runs, now: () => source.now() + ahead };
}

interface ClockOptions {
  /** The clock's state, shared with the code that stores it. */
  state: ClockState;
  /** Called after the clock was advanced, paused or started. */
  onAdvance?: () => void;
  /** A running clock that measures how long this one has been paused, or has run; without it, it cannot be switched. */
  meter?: TimeSource;
}

/** A clock on top of a source of time. Clocks nest, so that one advance can move many. */
export class Clock implements TimeSource {
  readonly #source: TimeSource;
  readonly #state: ClockState;
  readonly #onAdvance: (() => void) | undefined;
  readonly #meter: TimeSource | undefined;

  constructor(source: TimeSource, { state, onAdvance, meter }: ClockOptions) {
    this.#source = source;
    this.#state = state;
    this.#onAdvance = onAdvance;
    this.#meter = meter;
  }

  get runs(): boolean {
    return this.#source.runs === (this.#state.switchedAt === undefined);
  }

  /** Whole milliseconds since the Unix epoch. */
  now(): number {
    return Math.min(LAST_MOMENT, this.#shown + this.#state.offset);
  }

  /** The time without the offset. */
  get #shown(): number {
    for (;;) {
      const shown = this.#source.now();
      const drift = this.#drift;
      // Both must be of one millisecond, or a clock that stands still would be one off.
      if (drift === 0 || this.#source.now() === shown) return shown + drift;
    }
  }

  /** Milliseconds that the clock has gained on its source, or lost, since it was switched. */
  get #drift(): number {
    const { switchedAt } = this.#state;
    if (switchedAt === undefined || !this.#meter) return 0;
    // What measures may have been set back since.
    const since = Math.max(0, this.#meter.now() - switchedAt);
    return this.#source.runs ? -since : since;
  }

  /** Starts the clock, or stops it at the time that it shows. */
  setRunning(runs: boolean): void {
    if (runs === this.runs || !this.#meter) return;
    if (this.#state.switchedAt === undefined) this.#state.switchedAt = this.#meter.now();
    else {
      this.#state.offset += this.#drift;
      this.#state.switchedAt = undefined;
    }
    this.#onAdvance?.();
  }

  /**
   * Moves the clock forward.
   * @param by milliseconds, or a duration such as `'5s'`
   * @returns the new time in milliseconds since the Unix epoch
   * @throws RangeError if the duration is malformed or negative, or leads beyond the year 9999
   */
  advance(by: number | string): number {
    const offset = this.#state.offset + parseDuration(by);
    if (this.#shown + offset > LAST_MOMENT) {
      throw new DurationError(
        `the clock cannot be advanced by ${named(by)}, beyond the year 9999: advance it by less, or reset it first`,
      );
    }
    this.#state.offset = offset;
    const reached = this.now();
    // Whoever is told may reset what the clock belongs to.
    this.#onAdvance?.();
    return reached;
  }
}

/** The longest delay of a Node.js timer, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** One timer for many moments: it fires at the earliest one that was set, and does not keep the process alive. */
export interface Alarm {
  /** Makes it fire in `ms` milliseconds, unless it is set to fire earlier. */
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

/** Waits for real milliseconds. Rejects when the signal is aborted; does not keep the process alive. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { ref: false, ...(signal && { signal }) });

/** A reusable sleep that others can end early. */
export interface InterruptibleSleep {
  /** Waits for real milliseconds; does not keep the process alive. Resolves to false if it was interrupted. */
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
 * Waits for real milliseconds, or until one of the signals is aborted. Keeps the process alive meanwhile, because
 * a caller waits for the result.
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

/** Keeps the process alive until a promise settles. Returns what it resolves to. */
export async function awaited<T>(promise: Promise<T>): Promise<T> {
  const stay = setInterval(() => {}, LONGEST_TIMER);
  try {
    return await promise;
  } finally {
    clearInterval(stay);
  }
}

/** Calls back after the current turn of the event loop, when answers that are ready have been sent. */
export const soon = (callback: () => void): void => void setImmediate(callback);

/** A text or number that is not a duration. */
export class DurationError extends RangeError {
  override name = 'DurationError';
}

const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
/** A hundred years, in milliseconds. Longer durations lead to dates that clients cannot parse. */
export const LONGEST_DURATION = 36_525 * UNITS.d;

const named = (given: unknown) =>
  typeof given === 'string'
    ? JSON.stringify(given.length > 100 ? `${given.slice(0, 100)}…` : given)
    : String(given);

/**
 * Parses a duration to whole milliseconds.
 * @param text milliseconds as a number, or a number and a unit as text: `250ms`, `5s`, `1.5m`, `2h`, `1d`
 * @throws DurationError if it is malformed, negative, or over a hundred years
 */
export function parseDuration(text: number | string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(String(text).trim());
  const factor = UNITS[match?.[2] as keyof typeof UNITS] ?? Number.NaN;
  const ms = Math.round(typeof text === 'number' ? text : Number(match?.[1]) * factor);
  if (!(ms >= 0 && ms <= LONGEST_DURATION)) {
    throw new DurationError(
      `${named(text)} is not a duration: give milliseconds, or a number and a unit such as "250ms", "5s", "1.5m", "2h", "1d", up to a hundred years (36525d)`,
    );
  }
  return ms;
}
