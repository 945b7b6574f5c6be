// The log of deliveries: each event, where it went, and what came of each attempt.
import type { Account } from '../accounts/account.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
import type { Dispatcher } from './dispatcher.ts';

/** One event on its way to one webhook. */
export type Delivery = AdminSchemas['Delivery'];

/** The last deliveries of an account, oldest first. */
export const deliveryLog = ({ store }: Account, { refusalOf }: Pick<Dispatcher, 'refusalOf'>): Delivery[] =>
  [...store.deliveries.all()].map((delivery) => {
    const { id, webhookId, endpoint, eventId, eventType, fileId, state, attempts, body } = delivery;
    const reason =
      state === 'refused' ? (refusalOf(endpoint) ?? attempts.at(-1)?.error ?? undefined) : undefined;
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
