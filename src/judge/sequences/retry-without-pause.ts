// A request that failed in passing, and was sent again and again without a growing pause.
import { BoundedMap } from '../../util/bounded-map.ts';
import { MOST_FOLLOWED, mayPass, requestKeyOf } from '../facts.ts';
import { answeredAt, elapsed, inSeconds, type Moment, sentAt } from '../moment.ts';
import { Pauses } from '../pauses.ts';
import { defineSequenceRule } from '../rule.ts';

interface Tries {
  /** When the last one was answered. */
  last: Moment;
  /** Which request of the account it was. */
  nth: number;
  /** Before each further try. */
  pauses: Pauses;
}

/** Milliseconds: five tries a second are fine. */
const LONG_ENOUGH = 200;

export const retryWithoutPause = defineSequenceRule({
  name: 'retry-without-pause',
  severity: 'warning',
  summary: 'A client waits longer before each further try',
  reason:
    'A server that fails needs time: many clients that try again at once keep it from recovering, and use up their tries within a moment.',
  source: 'opinion',
  examples: {
    broken: 'gets 500, and sends the request again and again at once, or every 50 ms',
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
    const pauses = goesOn ? known.pauses : new Pauses();
    if (goesOn) pauses.add(pause);
    failing.set(key, { last: answeredAt(exchange), nth, pauses });
    if (!pauses.areNoneOrTheSame()) return;
    tell({
      text: `${exchange.method} ${exchange.path} was sent again and again while it failed, ${inSeconds(pauses.longest)} or less after each failure`,
      remedy:
        'wait before each further try, each time longer than before (1 s, 2 s, 4 s), and give up after a few tries',
    });
  },
});
