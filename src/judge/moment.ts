// When something happened, by every clock that a client may have waited by.
import type { Exchange } from './exchange.ts';

export interface Moment {
  /** Milliseconds since the Unix epoch, in real time. */
  real: number;
  /** Likewise, as the mock's process showed it: a test there may have faked its timers. */
  shown: number;
  /** Likewise, by the account's clock, which a test may move; undefined without an account. */
  account: number | undefined;
}

/** When a request was sent, as far as can be told. */
export const sentAt = ({ at, shownAt, now }: Exchange): Moment => ({
  real: at,
  shown: shownAt,
  account: now,
});

/** When its answer was ready. */
export const answeredAt = (exchange: Exchange): Moment => ({
  real: exchange.answeredAt,
  shown: exchange.shownAt,
  account: exchange.now,
});

/** Milliseconds from one moment to another, by the clock that went furthest: whoever waited by any of them waited. */
export const elapsed = (from: Moment, to: Moment): number =>
  Math.max(
    0,
    to.real - from.real,
    to.shown - from.shown,
    from.account === undefined || to.account === undefined ? 0 : to.account - from.account,
  );

/** Real times are whole milliseconds for what is sent, and exact for what is answered. */
const ROUNDING = 1;

/** Whether a request was sent when an earlier answer was ready, in real time. */
export const wasSentAfter = ({ at }: Exchange, answer: Moment): boolean => at + ROUNDING > answer.real;

/** Milliseconds for people: `0.4 s`. */
export const inSeconds = (ms: number): string => `${Math.ceil(ms / 100) / 10} s`;
