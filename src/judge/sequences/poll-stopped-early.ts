// A file that was polled for a while, and not until it ended.
import type { OperationId } from '../../openapi/cloudglue.ts';
import { BoundedMap } from '../../util/bounded-map.ts';
import { isUnderWay, MOST_FOLLOWED, mayPass, textIn } from '../facts.ts';
import { elapsed, inSeconds, type Moment, sentAt } from '../moment.ts';
import { defineSequenceRule, type Seen, seen } from '../rule.ts';

interface Polls {
  fileId: string;
  where: Seen;
  first: Moment;
  last: Moment;
  count: number;
  status: string;
  /** How often it failed in passing since it last was answered. */
  failures: number;
}

const POLLS: readonly OperationId[] = ['getFile', 'getVideo'];
/** They show how far files are, or that they are gone. */
const OTHER_WAYS: readonly OperationId[] = [
  'syncDataConnectorFile',
  'syncFileFromUrl',
  'updateFile',
  'listFiles',
  'listVideos',
  'deleteFile',
  'deleteVideo',
];
const WEBHOOKS: readonly OperationId[] = ['createWebhook', 'updateWebhook'];

/** Polls from which on a client is seen to wait for the end, and not just to look. */
const FEW = 3;
/** Milliseconds after which it may have given up for good reason. */
const PATIENCE = 60_000;
/** Failures in a row after which it may have given up for good reason. */
const MANY_FAILURES = 3;

interface State {
  polls: BoundedMap<string, Polls>;
  /** Whether the account ever had a webhook that may tell the end. */
  isTold: boolean;
}

export const pollStoppedEarly = defineSequenceRule({
  name: 'poll-stopped-early',
  severity: 'warning',
  summary: 'A client that polls a file goes on until it has ended, or for a minute at least',
  reason:
    'The file may fail after that, and is of no use before. Processing takes minutes where the media is long.',
  source: 'opinion',
  examples: {
    broken: 'asks three times within two seconds, then takes the file as completed',
    sound: 'asks until the status is completed or failed, and gives up with an error after some minutes',
  },
  start: (): State => ({ polls: new BoundedMap<string, Polls>(MOST_FOLLOWED), isTold: false }),
  observe(state, exchange) {
    const operation = exchange.operation as OperationId;
    if (WEBHOOKS.includes(operation)) state.isTold ||= exchange.status === 200;
    // A file moves only where time moves it.
    else if (exchange.isTimed && POLLS.includes(operation)) poll(state, exchange);
    else if (state.polls.size === 0) return;
    else if (operation === 'listFiles' || operation === 'listVideos') state.polls.clear();
    else {
      forgetLooks(state);
      const fileId = exchange.params.file_id ?? textIn(exchange.answer, 'id') ?? '';
      if (OTHER_WAYS.includes(operation) && isUnderWay(exchange.answer) !== true)
        state.polls.delete(fileId.toLowerCase());
    }
  },
  end({ polls, isTold }, end, tell) {
    if (isTold || end.webhooks > 0) return;
    for (const { fileId, where, first, last, count, status, failures } of polls.values()) {
      const waited = elapsed(first, last);
      if (count < FEW || waited >= PATIENCE || failures >= MANY_FAILURES || !end.ends(fileId)) continue;
      tell(
        {
          text: `the file ${fileId} was polled ${count} times within ${inSeconds(waited)}, and never again, though it was ${status}`,
          remedy:
            'poll until the status is completed, failed or not_applicable; give up after some minutes, with an error, or let a webhook tell the end',
        },
        where,
      );
    }
  },
});

/** Forgets the files that were not waited for before another request came: each look may be of another test. */
function forgetLooks({ polls }: State): void {
  for (const { fileId, count } of polls.values()) if (count < FEW) polls.delete(fileId);
}

function poll({ polls }: State, exchange: Parameters<typeof seen>[0]): void {
  const { status: answered, answer, params } = exchange;
  const fileId = (params.file_id ?? '').toLowerCase();
  const isRunning = isUnderWay(answer);
  // Refused for good: there is nothing to wait for.
  if (isRunning === false || (answered >= 400 && answered < 429)) polls.delete(fileId);
  // Several clients may each have looked once.
  if (!exchange.isAlone) return void polls.delete(fileId);
  const known = polls.get(fileId);
  if (known && mayPass(exchange)) known.failures += 1;
  if (!isRunning) return;
  const now = sentAt(exchange);
  polls.set(fileId, {
    fileId,
    where: seen(exchange),
    first: known?.first ?? now,
    last: now,
    count: (known?.count ?? 0) + 1,
    status: textIn(answer, 'status') ?? '',
    failures: 0,
  });
}
