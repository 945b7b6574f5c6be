// A request that failed in passing, and was sent again and again without a growing pause.
import { BoundedMap } from '../../util/bounded-map.ts';
import { MOST_FOLLOWED, mayPass, requestKeyOf } from '../facts.ts';
import { answeredAt, elapsed, inSeconds, type Moment, sentAt } from '../moment.ts';
import { defineSequenceRule } from '../rule.ts';

interface Tries {
  /** When the last one was answered. */
  last: Moment;
  /** Which request of the account it was. */
  nth: number;
  /** The pauses before each further try, in milliseconds. */
  pauses: number[];
}

/** Pauses from which on a client is judged: five tries if they come at once, nine if there are pauses at all. */
const FEW = 4;
const MANY = 8;
/** Milliseconds: shorter pauses are none. */
const AT_ONCE = 20;
/** Five tries a second are fine. */
const LONG_ENOUGH = 200;
/** The most pauses that are kept: the first of them and the latest. */
const MOST_PAUSES = 16;
/** Shorter pauses are equal: a client that tries at once takes now less, now more. */
const SHORTEST = 2;
/** How much longer the later half of the pauses must be: in the middle, or at most. Pauses may be drawn at random. */
const GROWTH = { middle: 1.5, longest: 2 };

const middleOf = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
};

function grow(pauses: readonly number[]): boolean {
  const half = pauses.length >> 1;
  const [first, last] = [pauses.slice(0, half), pauses.slice(-half)];
  return (
    middleOf(last) >= GROWTH.middle * middleOf(first) ||
    Math.max(...last) >= GROWTH.longest * Math.max(...first)
  );
}

/** Whether so many pauses show how the client goes about it. */
const areEnough = (pauses: readonly number[]): boolean =>
  pauses.length >= MANY || (pauses.length >= FEW && Math.max(...pauses) < AT_ONCE);

export const retryWithoutPause = defineSequenceRule({
  name: 'retry-without-pause',
  severity: 'warning',
  summary: 'A client waits longer before each further try',
  reason:
    'A server that fails needs time: many clients that try again at once keep it from recovering, and use up their tries within a moment.',
  source: 'opinion',
  examples: {
    broken: 'gets 500, and sends the request four more times at once',
    sound: 'waits one second, then two, then four before the next try',
  },
  start: () => ({ requests: 0, failing: new BoundedMap<string, Tries>(MOST_FOLLOWED) }),
  observe(state, exchange, tell) {
    const nth = ++state.requests;
    const { failing } = state;
    // How long to wait is said then, which is another rule's.
    const fails = exchange.retryAfter === undefined && mayPass(exchange);
    if (!fails && failing.size === 0) return;
    // Where the clock stands still, a test has better ways than to wait. Several workers may try at the same time.
    if (!exchange.isTimed || !exchange.isAlone) return failing.clear();
    const key = requestKeyOf(exchange);
    const known = failing.get(key);
    if (!fails) {
      if (known) failing.delete(key);
      return;
    }
    const pause = known ? elapsed(known.last, sentAt(exchange)) : 0;
    // The next try comes next; a later one may be of another user or another test.
    const goesOn = known?.nth === nth - 1 && pause < LONG_ENOUGH;
    const pauses = goesOn ? [...known.pauses, Math.max(pause, SHORTEST)] : [];
    if (pauses.length > MOST_PAUSES) pauses.splice(MOST_PAUSES / 2, 1);
    failing.set(key, { last: answeredAt(exchange), nth, pauses });
    if (!areEnough(pauses) || grow(pauses)) return;
    tell({
      text: `${exchange.method} ${exchange.path} was sent again and again while it failed, ${inSeconds(middleOf(pauses))} or less after each failure`,
      remedy:
        'wait before each further try, each time longer than before (1 s, 2 s, 4 s), and give up after a few tries',
    });
  },
});
