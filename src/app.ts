// The way of a request, stage by stage: every door to the mock (CLI, library, tests) goes through this assembly.
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { getPath } from 'hono/utils/url';
import { ADMIN_PATH, isAdminPath } from './admin-door.ts';
import type { Machinery } from './control/control.ts';
import type { AppEnv } from './env.ts';
import { envelope } from './envelope.ts';
import { withFaults } from './faults/stage.ts';
import { recordRequests } from './journal/record.ts';
import { authenticate, keeping, readBody } from './middleware.ts';
import { adminApp } from './routes/admin.ts';
import { registerCollections } from './routes/collections.ts';
import { registerDataConnectors } from './routes/data-connectors.ts';
import { registerFiles } from './routes/files.ts';
import { registerPages } from './routes/pages.ts';
import { registerWebhooks } from './routes/webhooks.ts';
import { type OperationId, operationsById } from './spec/cloudglue.ts';
import { pathPattern } from './spec/openapi.ts';
import type { StagesOf } from './spec/routes.ts';
import { Scenes } from './states/scenes.ts';
import { errorResponse, toApiError } from './wire/error-response.ts';
import { ApiError } from './wire/errors.ts';
import { problemResponse, Refusal } from './wire/problem.ts';
import { explainRequest } from './wire/validation.ts';

/** Where the API's own paths begin, as in the base URL that clients are given. */
export const BASE_PATH = '/v1';

/** Paths of the API, as the document writes them below the base path. */
const apiPaths = [...operationsById.values()].map(({ path }) => pathPattern(path, '[^/]{1,100}'));

/** What to ask instead where only the base path is missing, as a sentence; empty elsewhere. */
const hintFor = (method: string, path: string): string =>
  apiPaths.some((one) => one.test(path)) ? ` Did you mean ${method} ${BASE_PATH}${path}?` : '';

interface AppOptions extends Machinery {
  adminToken: string | undefined;
  /** Called with what was thrown where nothing should be: a defect of the mock itself. */
  onDefect: (thrown: unknown) => void;
}

/** The whole mock as a function from a request to a response; it opens no port. */
export function createApp({ adminToken, onDefect, ...machinery }: AppOptions) {
  const { accounts, journal } = machinery;
  const scenes = new Scenes();
  const app = new OpenAPIHono<AppEnv>({
    // Slashes that are doubled or at the end mean nothing: a base URL with one makes clients ask for /v1//files.
    getPath: (request) => getPath(request).replace(/\/+(?=\/|$)/g, '') || '/',
  });
  const operations = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw ApiError.of('invalid-request', explainRequest(result));
    },
  });

  // 1. Every answer is written down, has an id, and any web page may read what the API says.
  const recorded = recordRequests({ journal, accounts, scenes });
  const isUnseen = (c: Context<AppEnv>) => isAdminPath(c.req.path) || c.env?.behindTheScenes;
  app.use((c, next) => (isUnseen(c) ? next() : recorded(c, next)));
  app.use(envelope());
  // 2. Whatever goes wrong from here on becomes one JSON error, on the control plane a problem.
  app.onError((thrown, c) =>
    isAdminPath(c.req.path)
      ? problemResponse(c, thrown, onDefect)
      : errorResponse(c, toApiError(thrown, c, onDefect)),
  );
  const answer = (c: Context<AppEnv>, error: ApiError) =>
    isAdminPath(c.req.path) ? problemResponse(c, error, onDefect) : errorResponse(c, error);
  app.notFound((c) =>
    isAdminPath(c.req.path)
      ? problemResponse(c, Refusal.of(c.req.method, c.req.path), onDefect)
      : errorResponse(
          c,
          ApiError.of('unknown-route', c.req.method, c.req.path, hintFor(c.req.method, c.req.path)),
        ),
  );
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const allow = methods.join(', ');
        return answer(c, ApiError.of('method-not-allowed', c.req.method, c.req.path, allow).with({ allow }));
      },
    }),
  );
  // 3. Pages, which need no account.
  registerPages(app);
  // 4. The control plane.
  app.route(
    ADMIN_PATH,
    adminApp({
      ...machinery,
      adminToken,
      scenes,
      ask: async (request) => app.fetch(request, { behindTheScenes: true }),
    }),
  );
  // 5. Operations: who asks, what is to go wrong, the body, the document's validators, then the handler; and the
  // answer is held back until the changes it tells of are kept.
  const stagesOf: StagesOf = ({ id, operation: { requestBody } }) => {
    const takesJson = requestBody?.content['application/json'] !== undefined;
    return async (c, next) => {
      c.set('operation', id as OperationId);
      authenticate(c, accounts);
      const rest = takesJson ? () => readBody(c).then(next) : next;
      return keeping(c, accounts, () => (c.env?.behindTheScenes ? rest() : withFaults(c, rest)));
    };
  };
  registerDataConnectors(operations, stagesOf);
  registerFiles(operations, stagesOf);
  registerCollections(operations, stagesOf);
  registerWebhooks(operations, stagesOf);
  app.route(BASE_PATH, operations);
  return app;
}
