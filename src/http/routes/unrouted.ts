// Requests without a route: preflights of web pages, wrong methods, and wrong paths.
import type { Context, Hono } from 'hono';
import { ApiError } from '../../errors/api-error.ts';
import { operationsById } from '../../openapi/cloudglue.ts';
import { METHODS, pathPattern } from '../../openapi/document.ts';
import { BASE_PATH, isAdminPath } from '../../openapi/paths.ts';
import type { AppEnv } from '../context.ts';
import { Refusal } from '../problem.ts';

/** Paths of the API, as the document writes them below the base path. */
const apiPaths = [...operationsById.values()].map(({ path }) => pathPattern(path, '[^/]{1,100}'));

const ALL_METHODS = METHODS.map((method) => method.toUpperCase());

/** A page may send whatever it asks to send. Who may read the response is in the headers that every response has. */
const preflight = (c: Context<AppEnv>): Response =>
  c.body(null, 204, {
    'access-control-allow-methods': ['HEAD', ...ALL_METHODS].join(','),
    'access-control-allow-headers': c.req.header('access-control-request-headers') ?? '',
  });

/** A sentence that gives the right path, if only the base path is missing. */
const hintFor = (method: string, path: string): string =>
  apiPaths.some((one) => one.test(path)) ? ` Did you mean ${method} ${BASE_PATH}${path}?` : '';

/**
 * Makes the handler that answers preflights of web pages, for the API only, and throws ApiError or Refusal for the rest.
 * @param router the app's, which knows what other methods a path has
 */
export function createUnrouted(router: Hono<AppEnv>['router']): (c: Context<AppEnv>) => Promise<Response> {
  return async (c) => {
    const { method, path } = c.req;
    const isAdmin = isAdminPath(path);
    if (method === 'OPTIONS' && !isAdmin) return preflight(c);
    const methods = ALL_METHODS.filter((one) => router.match(one, path)[0].length > 0);
    if (methods.length > 0) {
      const allow = methods.flatMap((one) => (one === 'GET' ? [one, 'HEAD'] : [one])).join(', ');
      throw ApiError.of('method-not-allowed', method, path, allow).with({ allow });
    }
    throw isAdmin
      ? Refusal.of(method, path)
      : ApiError.of('unknown-route', method, path, hintFor(method, path));
  };
}
