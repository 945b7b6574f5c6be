// A webhook that was made over and over, for the same endpoint and events.
import { quote } from '../../errors/cases/error-case.ts';
import type { OperationId } from '../../openapi/cloudglue.ts';
import { BoundedMap } from '../../util/bounded-map.ts';
import { MOST_FOLLOWED, shortKey, textIn } from '../facts.ts';
import { defineSequenceRule } from '../rule.ts';

interface State {
  /** How often each was made, by endpoint and events. */
  made: BoundedMap<string, number>;
  /** Whether the client looks after its webhooks. */
  isTended: boolean;
}

const OTHERS: readonly OperationId[] = ['listWebhooks', 'getWebhookById', 'updateWebhook', 'deleteWebhook'];
/** How often one must be made: one more than by a program that is started again while the old one ends. */
const MANY = 3;

export const duplicateWebhook = defineSequenceRule({
  name: 'duplicate-webhook',
  severity: 'warning',
  summary: 'A client makes a webhook once',
  reason: `Every event is sent to each webhook: an endpoint that has ${MANY} gets it ${MANY} times. Fewer than ${MANY} are not told: the second may be of a program that is started again while the old one ends.`,
  source: 'opinion',
  examples: {
    broken: 'makes the webhook at each start, three times or more',
    sound: 'lists the webhooks at its start, and makes one if it is missing',
  },
  operations: ['createWebhook', ...OTHERS],
  start: (): State => ({ made: new BoundedMap<string, number>(MOST_FOLLOWED), isTended: false }),
  observe(state, { operation, status, body, isAlone }, tell) {
    if (operation !== 'createWebhook') {
      state.isTended = true;
      return;
    }
    if (status !== 200) return;
    const { subscribed_events: events } = body as { subscribed_events?: unknown };
    const endpoint = textIn(body, 'endpoint') ?? '';
    const key = shortKey(JSON.stringify([endpoint, Array.isArray(events) ? [...events].sort() : events]));
    const times = (state.made.get(key) ?? 0) + 1;
    state.made.set(key, times);
    if (state.isTended || times < MANY || !isAlone) return;
    tell({
      text: `the webhook for ${quote(endpoint)} was made ${times} times, so every event is sent there ${times} times`,
      remedy:
        'list the webhooks first, and make one only if none has the endpoint; delete it when it is no longer needed',
    });
  },
});
