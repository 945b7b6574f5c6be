// What belongs to the mock and not to the API: below /__admin, for the account whose token is sent.
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';
import { deliveryLog } from '../webhooks/log.ts';

const DELIVERIES = '/__admin/deliveries';

export function registerAdmin(app: OpenAPIHono<AppEnv>, stages: MiddlewareHandler<AppEnv>[]): void {
  for (const stage of stages) app.get(DELIVERIES, stage);
  app.get(DELIVERIES, (c) => {
    const data = deliveryLog(c.var.account);
    return c.json({ object: 'list', data, total: data.length, limit: data.length, offset: 0 });
  });
}
