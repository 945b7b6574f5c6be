// A request that was refused with Retry-After, and sent again before that time was over.
import { defineSequenceRule } from '../rule.ts';

interface Refusal {
  /** The end of the wait, in real time and on the account's clock. */
  until: number;
  untilNow: number | undefined;
}

/** Operations that wait at the same time. */
const MOST_WAITS = 100;

export const retryTooEarly = defineSequenceRule({
  name: 'retry-too-early',
  severity: 'error',
  summary: 'A client asks again only when the time in Retry-After is over',
  reason: 'Requests before that are refused again, and keep the limit from recovering.',
  source: 'documented',
  examples: {
    broken: 'gets 429 with Retry-After: 2, and sends the request again at once',
    sound: 'waits two seconds, then sends it again',
  },
  start: () => new Map<string, Refusal>(),
  observe(waits, { operation, at, answeredAt, now, retryAfter, status }, tell) {
    if (operation === null) return;
    const wait = waits.get(operation);
    waits.delete(operation);
    // The account's clock may be moved by a test: whoever waited by either clock waited.
    if (
      wait &&
      at < wait.until &&
      (now === undefined || wait.untilNow === undefined || now < wait.untilNow)
    ) {
      tell({
        text: `${operation} was called again ${Math.ceil((wait.until - at) / 100) / 10} s before the time in Retry-After was over`,
        remedy: 'wait as many seconds as the header Retry-After says before the next try',
        place: 'header Retry-After',
      });
    }
    if (retryAfter !== undefined && status >= 400 && waits.size < MOST_WAITS) {
      const wait = retryAfter * 1_000;
      waits.set(operation, {
        until: answeredAt + wait,
        untilNow: now === undefined ? undefined : now + wait,
      });
    }
  },
});
