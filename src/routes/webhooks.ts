// Webhooks: who is told what happens to files.
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Account } from '../accounts.ts';
import type { AppEnv } from '../env.ts';
import { listBody } from '../lists/page.ts';
import { route } from '../spec/cloudglue.ts';
import type { StagesOf } from '../spec/routes.ts';
import type { WebhookRecord } from '../store/records.ts';
import { refusalOf } from '../webhooks/endpoint.ts';
import {
  createWebhook,
  deleteWebhook,
  findWebhook,
  listWebhooks,
  updateWebhook,
} from '../webhooks/webhooks.ts';
import { webhookBody } from '../wire/bodies.ts';

const bodyOf = ({ settings }: Account, webhook: WebhookRecord) =>
  webhookBody(webhook, refusalOf(webhook.endpoint, settings.webhookHosts));

export function registerWebhooks(app: OpenAPIHono<AppEnv>, stagesOf: StagesOf): void {
  app.openapi(route('listWebhooks', stagesOf), (c) => {
    const account = c.get('account');
    const { page, ...rest } = listWebhooks(account, c.req.valid('query'));
    return c.json(
      listBody(
        page.map((webhook) => bodyOf(account, webhook)),
        rest,
      ),
      200,
    );
  });

  app.openapi(route('createWebhook', stagesOf), (c) => {
    const [account, view] = [c.get('account'), c.get('view')];
    return c.json(bodyOf(account, createWebhook(account, c.req.valid('json'), view.origin)), 200);
  });

  app.openapi(route('getWebhookById', stagesOf), (c) => {
    const account = c.get('account');
    return c.json(bodyOf(account, findWebhook(account, c.req.valid('param').webhook_id)), 200);
  });

  app.openapi(route('updateWebhook', stagesOf), (c) => {
    const account = c.get('account');
    const webhook = updateWebhook(account, c.req.valid('param').webhook_id, c.req.valid('json'));
    return c.json(bodyOf(account, webhook), 200);
  });

  app.openapi(route('deleteWebhook', stagesOf), (c) => {
    const { webhook_id } = c.req.valid('param');
    deleteWebhook(c.get('account'), webhook_id);
    return c.json({ id: webhook_id, object: 'webhook' as const }, 200);
  });
}
