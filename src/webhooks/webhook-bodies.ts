// What the API sends of webhooks, and to them.
import type { Account } from '../accounts/account.ts';
import { collectionFileBody, fileBody } from '../files/bodies.ts';
import type { StatusChange } from '../files/status-watcher.ts';
import type { Schemas } from '../openapi/cloudglue.ts';
import { completeBody } from '../openapi/complete.ts';
import type { WebhookRecord } from '../records/webhook.ts';
import { refusalOf } from './endpoint.ts';

export const webhookBody = ({ settings }: Account, webhook: WebhookRecord): Schemas['Webhook'] =>
  completeBody<Schemas['Webhook']>({
    id: webhook.id,
    object: 'webhook',
    created_at: webhook.createdAt,
    webhook_secret: webhook.secret,
    endpoint: webhook.endpoint,
    active: webhook.active,
    description: webhook.description,
    subscribed_events: webhook.events,
    delivery_warning: refusalOf(webhook.endpoint, settings.webhookHosts),
  });

/** The payload of an event: the file as it was at the change, with the field names that the vendor documents. */
export function eventPayload(change: StatusChange, origin: string): Record<string, unknown> {
  const { file, entry, at } = change;
  const view = { now: at, origin };
  // Of several steps at one moment, each event has its own status. A deleted file is sent as it was last.
  const reached = change.status === 'deleted' ? undefined : change.status;
  if (!entry) {
    const { id, ...rest } = fileBody(file, view, reached);
    return { file_id: id, ...rest };
  }
  const { id, ...rest } = fileBody(file, view);
  const { collection_id, added_at, status } = collectionFileBody({ entry, file }, view);
  return { collection_id, file_id: id, ...rest, added_at, status: reached ?? status };
}
