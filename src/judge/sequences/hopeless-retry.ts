// A request that was refused for good, and sent again unchanged.
import type { Exchange } from '../exchange.ts';
import { requestKeyOf } from '../facts.ts';
import { answeredAt, elapsed, type Moment, sentAt, wasSentAfter } from '../moment.ts';
import { defineSequenceRule } from '../rule.ts';

interface State {
  /** What was refused last; undefined if something else came since. */
  key: string | undefined;
  last: Moment | undefined;
  times: number;
}

/** How often it must be refused. */
const MANY = 4;

/** These may go on by themselves: what is not there may come, what is taken may become free, an account may get credits. */
const MAY_CHANGE = [402, 404, 409];
/** Milliseconds between tries, up to which they are tries of the same thing. */
const SOON = 1_000;
const LATER = 60_000;

const isRefused = ({ status, retryAfter }: Exchange): boolean =>
  ((status >= 400 && status < 429 && status !== 408 && status !== 425) || status === 501) &&
  retryAfter === undefined;

const longestPause = ({ status }: Exchange): number => (MAY_CHANGE.includes(status) ? SOON : LATER);

export const hopelessRetry = defineSequenceRule({
  name: 'hopeless-retry',
  severity: 'warning',
  summary: 'A client does not repeat a request that was refused for good',
  reason: 'The same request gets the same answer: the error has to be shown or mended, not tried away.',
  source: 'opinion',
  examples: {
    broken: 'gets 403 for a share link that needs a password, and sends the sync three more times',
    sound: 'shows the error, and goes on with the next item',
  },
  start: (): State => ({ key: undefined, last: undefined, times: 0 }),
  observe(state, exchange, tell) {
    // Several requests under way may be refused for the same reason.
    if (!isRefused(exchange) || !exchange.isAlone) {
      state.key = undefined;
      return;
    }
    const key = requestKeyOf(exchange);
    const { last } = state;
    const goesOn =
      state.key === key &&
      last !== undefined &&
      wasSentAfter(exchange, last) &&
      elapsed(last, sentAt(exchange)) < longestPause(exchange);
    state.times = goesOn ? state.times + 1 : 1;
    state.key = key;
    state.last = answeredAt(exchange);
    if (state.times < MANY) return;
    const { method, path, status } = exchange;
    tell({
      text: `${method} ${path} was sent ${state.times} times without a change, and refused with ${status} each time`,
      remedy:
        'try again only after 429, 5xx or a lost connection; show any other error, or mend what it names',
      kind: String(status),
    });
  },
});
