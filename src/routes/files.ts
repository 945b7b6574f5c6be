// Files: what syncing has made.
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../env.ts';
import { deleteFile, readFile, updateFile } from '../files/files.ts';
import { listFiles } from '../files/list.ts';
import { route } from '../spec/route.ts';
import { fileBody } from '../wire/bodies.ts';

export function registerFiles(app: OpenAPIHono<AppEnv>, stages: MiddlewareHandler<AppEnv>[]): void {
  app.openapi(route('listFiles', stages), (c) => {
    const { account, view } = c.var;
    const { page, total, offset } = listFiles(account, c.req.valid('query'), view);
    const data = page.map((file) => fileBody(file, view));
    return c.json({ object: 'list' as const, data, total, limit: data.length, offset }, 200);
  });

  app.openapi(route('getFile', stages), (c) => {
    const { account, view } = c.var;
    return c.json(fileBody(readFile(account, c.req.valid('param').file_id), view), 200);
  });

  app.openapi(route('updateFile', stages), (c) => {
    const { account, view } = c.var;
    const file = updateFile(account, c.req.valid('param').file_id, c.req.valid('json'));
    return c.json(fileBody(file, view), 200);
  });

  app.openapi(route('deleteFile', stages), (c) => {
    const { id } = deleteFile(c.var.account, c.req.valid('param').file_id);
    return c.json({ id, object: 'file' as const }, 200);
  });
}
