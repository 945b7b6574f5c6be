// What the mock is measured against: servers that keep nothing and answer with a constant.
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import * as z from 'zod';

/** A body, for all requests from now on. */
type Constant = { body: string };

/** Reads every request to its end and answers with a constant: what no server on node:http can be faster than. */
export function bareServer(constant: Constant): Server {
  return createServer((request, response) => {
    const answer = () => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(constant.body),
      });
      response.end(constant.body);
    };
    if (request.method === 'GET') answer();
    else request.resume().on('end', answer);
  });
}

const syncBody = z.object({
  url: z.string().min(1),
  metadata: z.record(z.string(), z.unknown()).optional(),
});
const path = z.object({ id: z.uuid() });
const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  offset: z.coerce.number().int().min(0).default(0),
});

/** What a stateless service would be that takes the same requests: checks them, and writes a constant as JSON. */
export function honoServer(constant: Constant): Server {
  let known = '';
  let parsed: object = {};
  const answer = (c: Context) => {
    if (known !== constant.body) {
      known = constant.body;
      parsed = JSON.parse(known);
    }
    return c.json(parsed);
  };
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
