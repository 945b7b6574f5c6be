// The way of a request, stage by stage: every door to the mock (CLI, library, tests) goes through this assembly.
import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import type { Machinery } from '../control/mock-control.ts';
import { ApiError } from '../errors/api-error.ts';
import { explainRequest } from '../errors/explain.ts';
import { type OperationId, routesOn } from '../openapi/cloudglue.ts';
import { ADMIN_PATH, BASE_PATH, isAdminPath } from '../openapi/paths.ts';
import { Interactions } from '../provider-states/interactions.ts';
import type { AppEnv } from './context.ts';
import { errorResponse } from './error-response.ts';
import { createExchange } from './exchange.ts';
import { withFaults } from './fault-stage.ts';
import { problemResponse } from './problem.ts';
import { registerAdmin } from './routes/admin-routes.ts';
import { registerCollections } from './routes/collection-routes.ts';
import { registerDataConnectors } from './routes/connector-routes.ts';
import { registerFiles } from './routes/file-routes.ts';
import { registerPages } from './routes/page-routes.ts';
import { unrouted } from './routes/unrouted.ts';
import { registerWebhooks } from './routes/webhook-routes.ts';
import { authenticate, type Failed, keeping, readJson } from './stages.ts';

interface AppOptions extends Machinery {
  adminToken: string | undefined;
  /** Called with what was thrown where nothing should be: a defect of the mock itself. */
  onDefect: (thrown: unknown) => void;
}

/** The whole mock as a function from a request to a response; it opens no port. */
export function createApp({ adminToken, onDefect, ...machinery }: AppOptions) {
  const { accounts, journal } = machinery;
  const interactions = new Interactions();
  const app = new Hono<AppEnv>({
    // Slashes that are doubled or at the end mean nothing: a base URL with one makes clients ask for /v1//files.
    getPath: (request) => getPath(request).replace(/\/+(?=\/|$)/g, '') || '/',
  });

  // 1. Whatever goes wrong becomes one JSON error, on the control plane a problem.
  const failed: Failed = (c, thrown) =>
    (isAdminPath(c.req.path) ? problemResponse : errorResponse)(c, thrown, onDefect);
  // 2. Every answer has an id, any web page may read what the API says, and the journal has it all.
  const exchange = createExchange({ journal, accounts, interactions, failed });
  // 3. Pages, which need no account.
  registerPages((path, handler) => app.get(path, (c) => exchange(c, () => handler(c))));
  // 4. The control plane.
  registerAdmin(app.basePath(ADMIN_PATH), {
    ...machinery,
    adminToken,
    interactions,
    exchange,
    ask: async (request) => app.fetch(request, { behindTheScenes: true }),
  });
  // 5. Operations: who asks, what is to go wrong, the body, what the document says of it, then the handler; and the
  // answer is held back until the changes it tells of are kept.
  const register = routesOn(app.basePath(BASE_PATH), {
    readJson,
    refuse: (mistake) => ApiError.of('invalid-request', explainRequest(mistake)),
    serve: (c, { id }, act) =>
      exchange(c, () => {
        c.set('operation', id as OperationId);
        authenticate(c, accounts);
        return keeping(c, accounts, () => (c.env?.behindTheScenes ? act() : withFaults(c, act, failed)));
      }),
  });
  registerDataConnectors(register);
  registerFiles(register);
  registerCollections(register);
  registerWebhooks(register);
  // 6. What has no route: a question of a web page whether it may ask, another method, or a mistake in the path.
  const answer = unrouted(app.router);
  app.notFound((c) => exchange(c, () => answer(c)));
  return app;
}
