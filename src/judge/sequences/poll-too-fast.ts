// A file that was asked for again and again, faster than anything can happen to it.
import { BoundedMap } from '../../util/bounded-map.ts';
import { clientOf, isUnderWay, MOST_FOLLOWED } from '../facts.ts';
import { answeredAt, elapsed, inSeconds, type Moment, sentAt } from '../moment.ts';
import { Pauses } from '../pauses.ts';
import { defineSequenceRule } from '../rule.ts';

interface Polls {
  first: Moment;
  last: Moment;
  /** When the last one was answered. */
  answered: Moment;
  pauses: Pauses;
  count: number;
  /** How many more may come at once. */
  left: number;
  isTold: boolean;
}

/** Polls a second that are fine. */
const RATE = 5;
/** So many may come faster. */
const BURST = 20;
/** What a poll counts where others of the same file may be of other workers. */
const SHARE = 1 / 10;
/** Milliseconds for which it must go on. */
const SUSTAINED = 1_000;
/** Milliseconds without a poll, after which polling begins anew. */
const REST = 10_000;

export const pollTooFast = defineSequenceRule({
  name: 'poll-too-fast',
  severity: 'warning',
  summary: 'A client polls a file at most five times a second',
  reason:
    'Processing takes seconds to minutes: polls in between learn nothing, and use up the rate limit of the account.',
  source: 'opinion',
  examples: {
    broken: 'asks for the file in a loop without a pause until it is completed',
    sound: 'asks every two seconds, or is told by a webhook',
  },
  operations: ['getFile', 'getVideo'],
  start: () => new BoundedMap<string, Polls>(MOST_FOLLOWED),
  observe(byFile, exchange, tell) {
    // Where the clock stands still, waiting between polls would be of no use.
    if (!exchange.isTimed || !isUnderWay(exchange.answer)) return;
    const key = `${clientOf(exchange)} ${exchange.path}`;
    const now = sentAt(exchange);
    const known = byFile.get(key);
    const since = known ? elapsed(known.last, now) : REST;
    const polls: Polls =
      known && since < REST
        ? known
        : {
            first: now,
            last: now,
            answered: now,
            pauses: new Pauses(),
            count: 0,
            left: BURST,
            isTold: false,
          };
    if (polls === known) polls.pauses.add(elapsed(known.answered, now));
    else byFile.set(key, polls);
    polls.left = Math.min(BURST, polls.left + (since / 1_000) * RATE) - (exchange.isAlone ? 1 : SHARE);
    polls.count += 1;
    polls.last = now;
    polls.answered = answeredAt(exchange);
    const real = now.real - polls.first.real;
    if (polls.left >= 0) return;
    // Once it is clear, each further poll counts that comes too soon.
    polls.isTold ||= real >= SUSTAINED && polls.pauses.areNoneOrTheSame();
    if (!polls.isTold) return;
    tell({
      text: `${exchange.method} ${exchange.path} was polled ${polls.count} times within the first ${inSeconds(real)} while the file was processed`,
      remedy: `poll every second or less often, or let a webhook tell the end (file.job.completed and file.job.failed)`,
    });
  },
});
