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
  /** How often it was refused again within as long since `countedFrom`: a worker that waits is refused once. */
  refusals: number;
  countedFrom: Moment;
}

/** Milliseconds by which a wait may be shorter: timers are not exact. */
const TOLERANCE = 100;
/**
 * Refusals of other requests to an operation, before their client must know that the limit is not of one of them; and
 * of any where several workers may each be refused once. There are hardly more workers.
 */
const MANY = 10;
const MOST_WORKERS = 200;

/** The wait that a request should keep to, if it is not over. */
function runningWait(waits: Map<string, Wait>, key: string, exchange: Exchange): Wait | undefined {
  const wait = waits.get(key);
  if (!wait || elapsed(wait.from, sentAt(exchange)) + TOLERANCE < wait.length) return wait;
  waits.delete(key);
  return undefined;
}

/** The wait after a refusal, which counts for a running one. */
function waitAfter(exchange: Exchange, seconds: number, running: Wait | undefined): Wait {
  const from = answeredAt(exchange);
  const counts = running && elapsed(running.countedFrom, from) < running.length;
  return {
    from,
    length: seconds * 1_000,
    refusals: counts ? running.refusals + 1 : 0,
    countedFrom: counts ? running.countedFrom : from,
  };
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
    const { operation, method, path, retryAfter, status, isAlone } = exchange;
    const seconds = status >= 400 ? retryAfter : undefined;
    let waits = byOperation.get(operation as OperationId);
    if (!waits && seconds === undefined) return;
    waits ??= new BoundedMap<string, Wait>(MOST_FOLLOWED);
    byOperation.set(operation as OperationId, waits);

    const [same, any] = [requestKeyOf(exchange), `${clientOf(exchange)} any`];
    const wait = runningWait(waits, same, exchange);
    const waitOfAny = runningWait(waits, any, exchange);
    if (seconds !== undefined) {
      waits.set(same, waitAfter(exchange, seconds, wait));
      waits.set(any, waitAfter(exchange, seconds, waitOfAny));
    }
    if (wait && isAlone && wasSentAfter(exchange, wait.from)) {
      tell({
        text: `${method} ${path} was sent again ${inSeconds(elapsed(wait.from, sentAt(exchange)))} after it was refused with Retry-After: ${wait.length / 1_000}`,
        remedy: REMEDY,
        place: 'header Retry-After',
      });
    } else if (
      seconds !== undefined &&
      waitOfAny &&
      waitOfAny.refusals + 1 >= (isAlone ? MANY : MOST_WORKERS)
    ) {
      tell({
        text: `${operation} was called on after it was refused, and refused ${waitOfAny.refusals + 1} more times before the time in Retry-After was over`,
        remedy: `${REMEDY}; let all workers wait, for the limit holds for all calls of the operation`,
        place: 'header Retry-After',
        kind: 'others',
      });
    }
  },
});
