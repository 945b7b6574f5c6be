// What the mock is measured against as well: the same service with routes that @hono/zod-openapi checks.
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import type { Constant } from './bare-server.ts';
import { pageQuery, parsedOf, path, syncBody } from './hono-server.ts';

const responses = {
  200: { description: 'A constant.', content: { 'application/json': { schema: z.any() } } },
};
const body = { required: true, content: { 'application/json': { schema: syncBody } } };
const request = { params: path };

const routes = [
  createRoute({
    method: 'post',
    path: '/v1/data-connectors/{id}/sync',
    request: { ...request, body },
    responses,
  }),
  createRoute({ method: 'get', path: '/v1/files/{id}', request, responses }),
  createRoute({ method: 'get', path: '/v1/files', request: { query: pageQuery }, responses }),
  createRoute({
    method: 'get',
    path: '/v1/data-connectors/{id}/files',
    request: { ...request, query: pageQuery },
    responses,
  }),
];

/** What a stateless service would be that is described and checked by its routes, and writes a constant as JSON. */
export function zodOpenApiServer(constant: Constant): Server {
  const value = parsedOf(constant);
  const app = new OpenAPIHono();
  for (const route of routes) app.openapi(route, (c) => c.json(value(), 200));
  return createServer(getRequestListener(app.fetch));
}
