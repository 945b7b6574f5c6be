// Webhooks: who is told what happens to files.
import type { WebhookRecord } from '../../records/webhook.ts';
import type { Dispatcher } from '../../webhooks/dispatcher.ts';
import { webhookBody } from '../../webhooks/webhook-bodies.ts';
import {
  createWebhook,
  deleteWebhook,
  findWebhook,
  listWebhooks,
  updateWebhook,
} from '../../webhooks/webhooks.ts';
import type { Origins } from '../origins.ts';
import type { ApiRegister } from '../register-operations.ts';

interface WebhookParts {
  dispatcher: Dispatcher;
  /** A web page could otherwise make the mock send requests to this machine that the page itself may not send. */
  origins: Origins;
}

export function registerWebhooks(register: ApiRegister, { dispatcher, origins }: WebhookParts): void {
  const bodyOf = (webhook: WebhookRecord) => webhookBody(webhook, dispatcher.refusalOf(webhook.endpoint));

  register('listWebhooks', async (c) =>
    c.json(await listWebhooks(c.get('account'), c.req.valid('query'), bodyOf), 200),
  );

  register('createWebhook', (c) => {
    origins.refuseForeign(c);
    const { origin } = c.get('view');
    return c.json(bodyOf(createWebhook(c.get('account'), c.req.valid('json'), origin)), 200);
  });

  register('getWebhookById', (c) => {
    return c.json(bodyOf(findWebhook(c.get('account'), c.req.valid('param').webhook_id)), 200);
  });

  register('updateWebhook', (c) => {
    origins.refuseForeign(c);
    const { webhook_id } = c.req.valid('param');
    return c.json(bodyOf(updateWebhook(c.get('account'), webhook_id, c.req.valid('json'))), 200);
  });

  register('deleteWebhook', (c) => {
    origins.refuseForeign(c);
    const { webhook_id } = c.req.valid('param');
    deleteWebhook(c.get('account'), webhook_id);
    return c.json({ id: webhook_id, object: 'webhook' as const }, 200);
  });
}
