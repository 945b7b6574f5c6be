// Requests without a route: preflights of web pages, wrong methods, and wrong paths.
import type { Context, Hono } from 'hono';
import { ApiError } from '../../errors/api-error.ts';
import { apiOf } from '../../openapi/cloudglue.ts';
import { METHODS, pathPattern } from '../../openapi/document.ts';
import { BASE_PATH, isAdminPath } from '../../openapi/paths.ts';
import type { ApiVersion } from '../../openapi/versions.ts';
import type { AppEnv } from '../context.ts';
import { Refusal } from '../problem.ts';

/** The methods that a version has for a path below the base path. */
const methodsOf = (version: ApiVersion, path: string): string[] =>
  [...apiOf(version).operationsById.values()]
    .filter((one) => pathPattern(one.path, '[^/]{1,100}').test(path))
    .map(({ method }) => method.toUpperCase());

const ALL_METHODS = METHODS.map((method) => method.toUpperCase());

/** A page may send whatever it asks to send. Who may read the response is in the headers that every response has. */
const preflight = (c: Context<AppEnv>): Response =>
  c.body(null, 204, {
    'access-control-allow-methods': ['HEAD', ...ALL_METHODS].join(','),
    'access-control-allow-headers': c.req.header('access-control-request-headers') ?? '',
  });

/** A sentence that gives the right path, if only the base path is missing. */
const hintFor = (version: ApiVersion, method: string, path: string): string =>
  methodsOf(version, path).length > 0 ? ` Did you mean ${method} ${BASE_PATH}${path}?` : '';

/** What is answered where only other methods lead somewhere. */
function methodError(c: Context<AppEnv>, methods: string[]): ApiError {
  const allow = methods.flatMap((one) => (one === 'GET' ? [one, 'HEAD'] : [one])).join(', ');
  return ApiError.of('method-not-allowed', c.req.method, c.req.path, allow).with({ allow });
}

/**
 * What is answered to a request for an operation that a version does not have.
 * @param since the first version that has it
 */
export function lateOperationError(c: Context<AppEnv>, version: ApiVersion, since: string): ApiError {
  const { method, path } = c.req;
  const others = methodsOf(version, path.slice(BASE_PATH.length));
  if (others.length > 0) return methodError(c, others);
  const hint = ` It is there since version ${since} of the API, and this account is at ${version}, whose document is GET /openapi.yaml?version=${version}.`;
  return ApiError.of('unknown-route', method, path, hint);
}

/**
 * Makes the handler that answers preflights of web pages, for the API only, and throws ApiError or Refusal for the rest.
 * @param router the app's, which knows what other methods a path has
 */
export function createUnrouted(
  router: Hono<AppEnv>['router'],
  version: ApiVersion,
): (c: Context<AppEnv>) => Promise<Response> {
  return async (c) => {
    const { method, path } = c.req;
    const isAdmin = isAdminPath(path);
    if (method === 'OPTIONS' && !isAdmin) return preflight(c);
    const methods = ALL_METHODS.filter((one) => router.match(one, path)[0].length > 0);
    if (methods.length > 0) throw methodError(c, methods);
    throw isAdmin
      ? Refusal.of(method, path)
      : ApiError.of('unknown-route', method, path, hintFor(version, method, path));
  };
}
