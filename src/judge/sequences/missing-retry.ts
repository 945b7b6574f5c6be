// A sync that failed in passing, and was never sent again.
import { quote } from '../../errors/cases/error-case.ts';
import type { OperationId } from '../../openapi/cloudglue.ts';
import { BoundedMap } from '../../util/bounded-map.ts';
import type { Exchange } from '../exchange.ts';
import { itemKeyOf, MOST_FOLLOWED, mayPass, outcomeOf, textIn } from '../facts.ts';
import { defineSequenceRule, type Seen, seen } from '../rule.ts';

interface Failure {
  where: Seen;
  uri: string;
  outcome: string;
  isOver: boolean;
}

interface State {
  /** By the item. */
  failures: BoundedMap<string, Failure>;
  /** Those whose answer was lost, by the file that was made: a client may look for it instead. */
  lost: BoundedMap<string, Failure>;
}

/** Seconds that a client may find too long to wait for. */
const LONG_WAIT = 60;

const SYNCS: readonly OperationId[] = ['syncDataConnectorFile', 'syncFileFromUrl'];
/** They take a URI too, and show the file. */
const OTHER_WAYS: readonly OperationId[] = ['addMedia', 'addVideo', 'addYouTubeVideo'];
const LISTINGS: readonly OperationId[] = ['listFiles', 'listVideos'];
const READS: readonly OperationId[] = ['getFile', 'getVideo'];

/** What shows files shows whether a sync without an answer was done. */
function look({ lost }: State, exchange: Exchange): void {
  if (lost.size === 0) return;
  const { operation, params } = exchange;
  if (LISTINGS.includes(operation as OperationId)) {
    for (const failure of lost.values()) failure.isOver = true;
    lost.clear();
  } else {
    const failure = lost.get(params.file_id ?? '');
    if (failure) failure.isOver = true;
  }
}

export const missingRetry = defineSequenceRule({
  name: 'missing-retry',
  severity: 'warning',
  summary: 'A client tries a sync again that failed in passing',
  reason:
    'A sync can be repeated without harm: the same item gives the same file. After 429, 502 or a lost answer the next try mostly succeeds.',
  source: 'opinion',
  examples: {
    broken: 'syncs an item, gets 502, and never tries again',
    sound: 'tries again after a pause, a few times at most',
  },
  operations: [...SYNCS, ...OTHER_WAYS, ...LISTINGS, ...READS],
  start: (): State => ({
    failures: new BoundedMap<string, Failure>(MOST_FOLLOWED),
    lost: new BoundedMap<string, Failure>(MOST_FOLLOWED),
  }),
  observe(state, exchange) {
    const operation = exchange.operation as OperationId;
    const { failures, lost } = state;
    const isSync = SYNCS.includes(operation);
    if (!isSync && !OTHER_WAYS.includes(operation)) return look(state, exchange);
    const fails = isSync && mayPass(exchange) && (exchange.retryAfter ?? 0) <= LONG_WAIT;
    const uri = fails || failures.size > 0 ? textIn(exchange.body, 'url') : undefined;
    if (uri === undefined) return;
    const key = itemKeyOf(uri);
    const known = failures.get(key);
    if (known) known.isOver = true;
    if (known || !fails) return;
    const failure = {
      where: seen(exchange),
      uri: uri.slice(0, 300),
      outcome: outcomeOf(exchange),
      isOver: false,
    };
    failures.set(key, failure);
    const made = textIn(exchange.done, 'id');
    if (made !== undefined) lost.set(made, failure);
  },
  end({ failures }, _end, tell) {
    for (const { where, uri, outcome, isOver } of failures.values()) {
      if (isOver) continue;
      tell(
        {
          text: `the sync of ${quote(uri)} was never tried again after ${outcome}`,
          remedy:
            'try it again after a pause, as long as Retry-After says or else growing, and give up after a few times',
        },
        where,
      );
    }
  },
});
