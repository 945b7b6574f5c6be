// The delivery of one event to one webhook. Its key is its id.
import * as z from 'zod';
import { id, keyed, moment } from './fields.ts';
import { endpoint, webhookEvent } from './webhook.ts';

const attempt = z.strictObject({
  /** On the account's clock. */
  at: moment,
  /** The status of the answer; null if there was no answer. */
  status: z.int().nullable(),
  /** Why there was no answer; null if there was one. */
  error: z.string().nullable(),
});

export const deliveryRecord = z.lazy(() =>
  z.strictObject({
    ...keyed,
    webhookId: id,
    endpoint,
    eventId: z.string(),
    eventType: webhookEvent,
    fileId: id,
    /** `refused`: this mock may not send to the endpoint's host; `cancelled`: the webhook was removed or paused. */
    state: z.enum(['pending', 'delivered', 'failed', 'refused', 'cancelled']),
    attempts: z.array(attempt),
    /** Ids of webhooks that get the same event, and whose deliveries are not created yet. */
    alsoTo: z.array(id).optional(),
    /** The body that is sent. */
    body: z.strictObject({
      event_id: z.string(),
      event_type: webhookEvent,
      payload: z.record(z.string(), z.unknown()),
    }),
  }),
);

export type DeliveryRecord = z.output<typeof deliveryRecord>;
export type DeliveryAttempt = z.output<typeof attempt>;
