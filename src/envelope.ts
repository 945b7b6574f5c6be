// What every answer has beside its meaning: an id, and headers by which any web page may read what the API says.
import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { isAdminPath } from './admin-door.ts';
import type { AppEnv } from './env.ts';
import { answerJson, setHeaders } from './wire/json-answer.ts';

/** What an id that a client chose may be; another is replaced. */
const REQUEST_ID = /^[\w\-=]{1,255}$/;
const READABLE = { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' };

/** Puts every answer in its envelope, and answers the preflights of web pages. */
export function envelope(): MiddlewareHandler<AppEnv> {
  const preflight = cors({ origin: '*', exposeHeaders: ['*'] });
  let requests = 0;
  return async (c, next) => {
    c.json = answerJson;
    const given = c.req.header('x-request-id');
    const requestId = given !== undefined && REQUEST_ID.test(given) ? given : `req_${++requests}`;
    c.set('requestId', requestId);
    const isReadable = !isAdminPath(c.req.path);
    if (isReadable && c.req.method === 'OPTIONS') {
      const answer = await preflight(c, next);
      if (answer) c.res = answer;
    } else await next();
    if (isReadable) setHeaders(c, READABLE);
    setHeaders(c, { 'x-request-id': requestId });
  };
}
