// A request that was refused with Retry-After, and sent again before that time was over.
import type { OperationId } from '../../openapi/cloudglue.ts';
import { BoundedMap } from '../../util/bounded-map.ts';
import type { Exchange } from '../exchange.ts';
import { clientOf, MOST_FOLLOWED, requestKeyOf } from '../facts.ts';
import { answeredAt, elapsed, inSeconds, type Moment, sentAt, wasSentAfter } from '../moment.ts';
import { defineSequenceRule } from '../rule.ts';

interface Wait {
  from: Moment;
  /** Milliseconds. */
  length: number;
  /** Requests of the client that may have been under way at once since: each may be refused once in good faith. */
  parallel: number;
  /** How often it was refused again before the time was over. */
  refusals: number;
}

/** Milliseconds by which a wait may be shorter: timers are not exact. */
const TOLERANCE = 100;
/** Refusals of other requests to an operation, before their client must know that the limit is not of one of them. */
const MANY = 20;

/** The wait that a request should keep to, if it is not over. */
function runningWait(waits: Map<string, Wait>, key: string, exchange: Exchange): Wait | undefined {
  const wait = waits.get(key);
  if (!wait || elapsed(wait.from, sentAt(exchange)) + TOLERANCE < wait.length) return wait;
  waits.delete(key);
  return undefined;
}

/** Counts a request that came before the time was over. Returns whether its client cannot have waited. */
function breaks(wait: Wait, exchange: Exchange, isRefused: boolean, most: number): boolean {
  wait.parallel = Math.max(wait.parallel, exchange.parallel);
  if (isRefused) wait.refusals += 1;
  return wait.refusals >= most * wait.parallel;
}

const REMEDY =
  'wait as many seconds as the header Retry-After says before the next try; a test that wants no waiting moves the clock of the account instead';

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
  start: () => new Map<OperationId, BoundedMap<string, Wait>>(),
  observe(byOperation, exchange, tell) {
    const { operation, method, path, retryAfter, status, parallel } = exchange;
    const seconds = status >= 400 ? retryAfter : undefined;
    const isRefused = seconds !== undefined;
    let waits = byOperation.get(operation as OperationId);
    if (!waits && !isRefused) return;
    waits ??= new BoundedMap<string, Wait>(MOST_FOLLOWED);
    byOperation.set(operation as OperationId, waits);

    const [same, others] = [requestKeyOf(exchange), `${clientOf(exchange)} any`];
    const wait = runningWait(waits, same, exchange);
    const waitOfOthers = runningWait(waits, others, exchange);
    if (wait) {
      if (
        wasSentAfter(exchange, wait.from) &&
        (breaks(wait, exchange, isRefused, 1) || wait.parallel === 1)
      ) {
        tell({
          text: `${method} ${path} was sent again ${inSeconds(elapsed(wait.from, sentAt(exchange)))} after it was refused with Retry-After: ${wait.length / 1_000}`,
          remedy: REMEDY,
          place: 'header Retry-After',
        });
      }
    } else if (waitOfOthers && isRefused && breaks(waitOfOthers, exchange, true, MANY)) {
      tell({
        text: `${operation} was called ${waitOfOthers.refusals} more times for other things before the time in Retry-After was over, and refused each time`,
        remedy: `${REMEDY}; the limit holds for all calls of the operation`,
        place: 'header Retry-After',
        kind: 'others',
      });
    }
    if (!isRefused) return;
    for (const [key, known] of [
      [same, wait],
      [others, waitOfOthers],
    ] as const) {
      waits.set(key, {
        from: answeredAt(exchange),
        length: seconds * 1_000,
        parallel: Math.max(parallel, known?.parallel ?? 1),
        refusals: known?.refusals ?? 0,
      });
    }
  },
});
