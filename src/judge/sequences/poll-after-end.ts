// A file that had ended, and was polled on.
import type { OperationId } from '../../openapi/cloudglue.ts';
import { BoundedMap } from '../../util/bounded-map.ts';
import { clientOf, isUnderWay, MOST_FOLLOWED, textIn } from '../facts.ts';
import { answeredAt, elapsed, type Moment, sentAt } from '../moment.ts';
import { defineSequenceRule } from '../rule.ts';

interface Ended {
  client: string;
  /** When the client last asked for it. */
  last: Moment;
  /** How often it asked since it knew. */
  polls: number;
  /** How many requests other than polls the account had sent by then. */
  others: number;
}

const POLLS: readonly OperationId[] = ['getFile', 'getVideo'];
/** Polls after the end that are too many. A client may well read a file a few more times. */
const MANY = 5;
/** Milliseconds between reads, up to which they are polls. */
const LONGEST_PAUSE = 60_000;

export const pollAfterEnd = defineSequenceRule({
  name: 'poll-after-end',
  severity: 'warning',
  summary: 'A client stops polling a file that has ended',
  reason:
    'completed, failed and not_applicable are final. A loop that waits for one of them alone never ends on the others.',
  source: 'opinion',
  examples: {
    broken: 'polls until the status is completed, though it has been failed for long',
    sound: 'polls while the status is pending or processing',
  },
  start: () => ({ others: 0, ended: new BoundedMap<string, Ended>(MOST_FOLLOWED) }),
  observe(state, exchange, tell) {
    const { operation, answer, isAlone, path } = exchange;
    if (!POLLS.includes(operation as OperationId)) {
      state.others += 1;
      return;
    }
    if (isUnderWay(answer) !== false) return;
    const client = clientOf(exchange);
    const known = state.ended.get(path);
    // With several requests under way, each may be of somebody who wants to see the file.
    const goesOn =
      known?.client === client &&
      known.others === state.others &&
      isAlone &&
      elapsed(known.last, sentAt(exchange)) < LONGEST_PAUSE;
    const ended = {
      client,
      last: answeredAt(exchange),
      polls: goesOn ? known.polls + 1 : 0,
      others: state.others,
    };
    if (known) Object.assign(known, ended);
    else state.ended.set(path, ended);
    if (ended.polls !== MANY) return;
    tell({
      text: `${exchange.method} ${path} was polled ${ended.polls} more times after it had said that the file is ${textIn(answer, 'status')}`,
      remedy: 'stop polling at completed, failed and not_applicable, and tell failed as a failure',
      kind: textIn(answer, 'status') ?? '',
    });
  },
});
