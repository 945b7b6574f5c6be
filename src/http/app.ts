// Puts the endpoints together: the command line, the library and tests all serve this app.
import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import type { MockParts } from '../control/mock-control.ts';
import { type ApiOperations, type OperationId, operationsById } from '../openapi/cloudglue.ts';
import { ADMIN_PATH, BASE_PATH, CONSOLE_PATH, isAdminPath } from '../openapi/paths.ts';
import { Interactions, SharedInteractions } from '../provider-states/interactions.ts';
import { inputCheckOfVersions } from './api-version.ts';
import { type AppEnv, createBindings } from './context.ts';
import { createPolicies } from './endpoint.ts';
import { createOrigins } from './origins.ts';
import { createPipeline } from './pipeline.ts';
import { createRegister } from './register-operations.ts';
import { registerAdmin } from './routes/admin-routes.ts';
import { registerCollections } from './routes/collection-routes.ts';
import { registerDataConnectors } from './routes/connector-routes.ts';
import { registerFiles } from './routes/file-routes.ts';
import { registerImports } from './routes/import-routes.ts';
import { registerPages } from './routes/page-routes.ts';
import { registerTags } from './routes/tag-routes.ts';
import { createUnrouted } from './routes/unrouted.ts';
import { registerWebhooks } from './routes/webhook-routes.ts';

interface AppOptions extends MockParts {
  adminToken: string | undefined;
  /** Web origins that are trusted beside those of this machine, separated by commas. */
  cors: string | undefined;
  /** Called with what was thrown where nothing should be: a defect of the mock itself. */
  onDefect: (thrown: unknown) => void;
}

/** The whole mock as a function from a request to a response; it opens no port. */
export function createApp({ adminToken, cors, onDefect, ...parts }: AppOptions): Hono<AppEnv> {
  const app = new Hono<AppEnv>({
    // Extra slashes mean nothing: a base URL that ends with one makes clients send requests to /v1//files.
    getPath: (request) => getPath(request).replace(/\/+(?=\/|$)/g, '') || '/',
  });
  const { accounts, shared } = parts;
  const interactions = new Interactions(
    shared && accounts.shared && new SharedInteractions(shared.store, accounts.shared.state),
  );
  const pipeline = createPipeline({ ...parts, interactions });
  const origins = createOrigins(cors);
  const policies = createPolicies({ ...parts, adminToken, origins, onDefect });

  const register = createRegister<ApiOperations>(app.basePath(BASE_PATH), {
    operationsById,
    inputCheckOf: ({ id }) => inputCheckOfVersions(id as OperationId, policies.api.invalid),
    policy: policies.api,
    pipeline,
  });
  registerDataConnectors(register);
  registerFiles(register);
  registerCollections(register);
  registerImports(register, parts.runner);
  registerTags(register);
  registerWebhooks(register, { dispatcher: parts.dispatcher, origins });
  registerAdmin(app.basePath(ADMIN_PATH), {
    parts,
    policy: policies.control,
    pipeline,
    adminToken,
    interactions,
    callApi: async (request) => app.fetch(request, createBindings({ isInternal: true })),
  });
  registerPages(parts.apiVersion, (path, handle) => {
    const policy = path === '/' || path.startsWith(CONSOLE_PATH) ? policies.console : policies.page;
    app.get(path, (c) => pipeline(c, { policy, handle: () => handle(c) }));
  });

  const handle = createUnrouted(app.router, parts.apiVersion);
  app.notFound((c) =>
    pipeline(c, { policy: isAdminPath(c.req.path) ? policies.unroutedControl : policies.unrouted, handle }),
  );
  return app;
}
