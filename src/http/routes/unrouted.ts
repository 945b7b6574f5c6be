// What no route takes: a web page that asks whether it may ask, another method, or a mistake in the path.
import type { Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { ApiError } from '../../errors/api-error.ts';
import { operationsById } from '../../openapi/cloudglue.ts';
import { METHODS, pathPattern } from '../../openapi/document.ts';
import { BASE_PATH, isAdminPath } from '../../openapi/paths.ts';
import type { AppEnv } from '../context.ts';
import { Refusal } from '../problem.ts';

/** Paths of the API, as the document writes them below the base path. */
const apiPaths = [...operationsById.values()].map(({ path }) => pathPattern(path, '[^/]{1,100}'));

/** What to ask instead where only the base path is missing, as a sentence; empty elsewhere. */
const hintFor = (method: string, path: string): string =>
  apiPaths.some((one) => one.test(path)) ? ` Did you mean ${method} ${BASE_PATH}${path}?` : '';

/**
 * Answers preflights of web pages, which are for the API only; else throws ApiError or Refusal.
 * @param router the app's, by which another method is known to be taken
 */
export function unrouted(router: Hono<AppEnv>['router']): (c: Context<AppEnv>) => Promise<Response> {
  const preflight = cors({ origin: '*', exposeHeaders: ['*'] });
  return async (c) => {
    const { method, path } = c.req;
    const isAdmin = isAdminPath(path);
    const allowed = method === 'OPTIONS' && !isAdmin && (await preflight(c, async () => {}));
    if (allowed) return allowed;
    const methods = METHODS.map((one) => one.toUpperCase()).filter(
      (one) => router.match(one, path)[0].length > 0,
    );
    if (methods.length > 0) {
      const allow = methods.flatMap((one) => (one === 'GET' ? [one, 'HEAD'] : [one])).join(', ');
      throw ApiError.of('method-not-allowed', method, path, allow).with({ allow });
    }
    throw isAdmin
      ? Refusal.of(method, path)
      : ApiError.of('unknown-route', method, path, hintFor(method, path));
  };
}
