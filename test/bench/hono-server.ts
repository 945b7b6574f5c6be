// What the mock is measured against next: a service that checks what it is asked, keeps nothing and answers with a constant.
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Constant } from './bare-server.ts';

export const syncBody = z.object({
  url: z.string().min(1),
  metadata: z.record(z.string(), z.unknown()).optional(),
});
export const path = z.object({ id: z.uuid() });
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  offset: z.coerce.number().int().min(0).default(0),
});

/** The constant's value, parsed once for each constant. */
export function parsedOf(constant: Constant): () => object {
  let known = '';
  let parsed: object = {};
  return () => {
    if (known !== constant.body) {
      known = constant.body;
      parsed = JSON.parse(known);
    }
    return parsed;
  };
}

/** What a stateless service would be that takes the same requests: checks them, and writes a constant as JSON. */
export function honoServer(constant: Constant): Server {
  const value = parsedOf(constant);
  const answer = (c: Context) => c.json(value());
  const app = new Hono();
  app.post('/v1/data-connectors/:id/sync', async (c) => {
    path.parse(c.req.param());
    syncBody.parse(await c.req.json());
    return answer(c);
  });
  app.get('/v1/files/:id', (c) => {
    path.parse(c.req.param());
    return answer(c);
  });
  app.get('/v1/files', (c) => {
    pageQuery.parse(c.req.query());
    return answer(c);
  });
  app.get('/v1/data-connectors/:id/files', (c) => {
    path.parse(c.req.param());
    pageQuery.parse(c.req.query());
    return answer(c);
  });
  return createServer(getRequestListener(app.fetch));
}
