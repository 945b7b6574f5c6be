// The way of a request, stage by stage: every door to the mock (CLI, library, tests) goes through this assembly.
import { OpenAPIHono } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { getPath } from 'hono/utils/url';
import type { Accounts } from './accounts.ts';
import type { AppEnv } from './env.ts';
import { authenticate, commit } from './middleware.ts';
import { registerAdmin } from './routes/admin.ts';
import { registerCollections } from './routes/collections.ts';
import { registerDataConnectors } from './routes/data-connectors.ts';
import { registerFiles } from './routes/files.ts';
import { registerPages } from './routes/pages.ts';
import { registerWebhooks } from './routes/webhooks.ts';
import { errorResponse, toApiError } from './wire/error-response.ts';
import { ApiError } from './wire/errors.ts';
import { explainRequest } from './wire/validation.ts';

/** Where the API's own paths begin, as in the base URL that clients are given. */
export const BASE_PATH = '/v1';

interface AppOptions {
  accounts: Accounts;
  /** Called with what was thrown where nothing should be: a defect of the mock itself. */
  onDefect: (thrown: unknown) => void;
}

/** The whole mock as a function from a request to a response; it opens no port. */
export function createApp({ accounts, onDefect }: AppOptions) {
  let requests = 0;
  const app = new OpenAPIHono<AppEnv>({
    // Slashes that are doubled or at the end mean nothing: a base URL with one makes clients ask for /v1//files.
    getPath: (request) => getPath(request).replace(/\/+(?=\/|$)/g, '') || '/',
  });
  const operations = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw ApiError.of('invalid-request', explainRequest(result));
    },
  });

  // 1. Every answer has an id, and any web page may read it.
  app.use(requestId({ generator: () => `req_${++requests}` }));
  app.use(cors({ origin: '*', exposeHeaders: ['*'] }));
  // 2. Whatever goes wrong from here on becomes one JSON error.
  app.onError((thrown, c) => errorResponse(c, toApiError(thrown, c, onDefect)));
  app.notFound((c) => errorResponse(c, ApiError.of('unknown-route', c.req.method, c.req.path)));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const allow = methods.join(', ');
        return errorResponse(
          c,
          ApiError.of('method-not-allowed', c.req.method, c.req.path, allow).with({ allow }),
        );
      },
    }),
  );
  // 3. Pages, which need no account.
  registerPages(app);
  // 4. Operations: who asks, then (in route.ts) the body and the document's validators, then the handler.
  const stages = [authenticate(accounts), commit(accounts)];
  registerAdmin(app, stages);
  registerDataConnectors(operations, stages);
  registerFiles(operations, stages);
  registerCollections(operations, stages);
  registerWebhooks(operations, stages);
  app.route(BASE_PATH, operations);
  return app;
}
