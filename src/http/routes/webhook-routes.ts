// Webhooks: who is told what happens to files.
import { webhookBody } from '../../webhooks/webhook-bodies.ts';
import {
  createWebhook,
  deleteWebhook,
  findWebhook,
  listWebhooks,
  updateWebhook,
} from '../../webhooks/webhooks.ts';
import type { ApiRegister } from '../register-operations.ts';

export function registerWebhooks(register: ApiRegister): void {
  register('listWebhooks', async (c) =>
    c.json(await listWebhooks(c.get('account'), c.req.valid('query')), 200),
  );

  register('createWebhook', (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    return c.json(webhookBody(account, createWebhook(account, c.req.valid('json'), view.origin)), 200);
  });

  register('getWebhookById', (c) => {
    const account = c.get('account');
    return c.json(webhookBody(account, findWebhook(account, c.req.valid('param').webhook_id)), 200);
  });

  register('updateWebhook', (c) => {
    const account = c.get('account');
    const webhook = updateWebhook(account, c.req.valid('param').webhook_id, c.req.valid('json'));
    return c.json(webhookBody(account, webhook), 200);
  });

  register('deleteWebhook', (c) => {
    const { webhook_id } = c.req.valid('param');
    deleteWebhook(c.get('account'), webhook_id);
    return c.json({ id: webhook_id, object: 'webhook' as const }, 200);
  });
}
