// The log of deliveries: each event, where it went, and what came of each attempt.
import type { Account } from '../accounts/account.ts';
import type { DeliveryAttempt, DeliveryRecord } from '../records/delivery.ts';
import type { WebhookEvent } from '../records/webhook.ts';
import { refusalOf } from './endpoint.ts';

/** One event on its way to one webhook. */
export interface Delivery {
  id: string;
  webhook_id: string;
  endpoint: string;
  event_id: string;
  event_type: WebhookEvent;
  file_id: string;
  /**
   * `pending`: under way, or to be tried again; `delivered`: answered with 200; `failed`: given up after three
   * retries; `refused`: nothing is sent to that host; `cancelled`: the webhook was removed or paused first.
   */
  state: DeliveryRecord['state'];
  /** Why it was refused. */
  reason?: string;
  /** Times in milliseconds since the Unix epoch, on the account's clock. */
  attempts: DeliveryAttempt[];
  payload: Record<string, unknown>;
}

/** The last deliveries of an account, oldest first. */
export const deliveryLog = ({ store, settings }: Account): Delivery[] =>
  [...store.deliveries.all()].map((delivery) => {
    const { id, webhookId, endpoint, eventId, eventType, fileId, state, attempts, body } = delivery;
    const reason = state === 'refused' ? refusalOf(endpoint, settings.webhookHosts) : undefined;
    return {
      id,
      webhook_id: webhookId,
      endpoint,
      event_id: eventId,
      event_type: eventType,
      file_id: fileId,
      state,
      ...(reason !== undefined && { reason }),
      attempts,
      payload: body.payload,
    };
  });
