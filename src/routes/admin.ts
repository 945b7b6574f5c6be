// The control plane: what belongs to the mock and not to the API, for the account whose token is sent.
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { ADMIN_PATH, accessText, adminDoor } from '../admin-door.ts';
import { type AccountControl, controlOne } from '../control/account.ts';
import type { Machinery } from '../control/control.ts';
import { listErrors } from '../control/errors.ts';
import type { Snapshot } from '../control/snapshot.ts';
import type { AppEnv } from '../env.ts';
import { cloudglueDocument } from '../generated/cloudglue-document.ts';
import { ADMIN_BODY, authenticate, keeping, originOf, readBody, tokenOf } from '../middleware.ts';
import { packageVersion } from '../package-version.ts';
import { adminOperationsById as operationsById, adminRoute as route } from '../spec/admin.ts';
import type { StagesOf } from '../spec/routes.ts';
import { listStates } from '../states/catalogue.ts';
import { checkStateChange, createStateChanges } from '../states/changes.ts';
import type { Scenes } from '../states/scenes.ts';
import { FieldsError } from '../wire/fields-error.ts';
import { Refusal } from '../wire/problem.ts';
import { streamEvents } from './admin-events.ts';

/** Every request that there is, in the document's order. */
const adminRequests = [...operationsById.values()].map(({ method, path, operation }) => ({
  request: `${method.toUpperCase()} ${ADMIN_PATH}${path === '/' ? '' : path}`,
  summary: operation.summary,
}));

interface AdminOptions extends Machinery {
  adminToken: string | undefined;
  scenes: Scenes;
  /** Asks the API behind the scenes. */
  ask: (request: Request) => Promise<Response>;
}

/** The control plane's routes, to be mounted at ADMIN_PATH. */
export function adminApp({ adminToken, scenes, ask, ...machinery }: AdminOptions): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success)
        throw FieldsError.of(
          'the request cannot be used',
          result.error,
          'data' in result ? result.data : undefined,
        );
    },
  });
  const { accounts } = machinery;
  const door = adminDoor(adminToken);
  const stagesOf: StagesOf =
    ({ operation: { security, requestBody } }) =>
    async (c, next) => {
      door(c);
      const rest = requestBody ? () => readBody(c, ADMIN_BODY).then(next) : next;
      if (security?.length === 0) return rest();
      authenticate(c, accounts);
      return keeping(c, accounts, rest);
    };
  const control = (c: Context<AppEnv>): AccountControl => {
    const account = c.get('account');
    return controlOne(machinery, () => account);
  };
  const clock = (c: Context<AppEnv>) => {
    const { clock } = c.get('account');
    return { now: clock.now(), iso: new Date(clock.now()).toISOString(), runs: clock.runs };
  };

  app.openapi(route('getHealth', stagesOf), (c) =>
    c.json(
      { status: 'ok' as const, version: packageVersion(), api_version: cloudglueDocument.info.version },
      200,
    ),
  );
  app.openapi(route('getIndex', stagesOf), (c) =>
    c.json(
      {
        document: `${originOf(c.req.url)}/openapi.admin.yaml`,
        access: accessText(adminToken, c.env.exposed),
        requests: adminRequests,
      },
      200,
    ),
  );
  app.openapi(route('listErrors', stagesOf), (c) =>
    c.json({ data: listErrors(machinery, originOf(c.req.url)) }, 200),
  );

  app.openapi(route('listStates', stagesOf), (c) => c.json({ data: listStates() }, 200));
  app.openapi(route('setUpStates', stagesOf), async (c) => {
    const asked = c.req.valid('json');
    const token = tokenOf(c.req.header('authorization')) ?? c.req.valid('query').token;
    checkStateChange(token, asked);
    const change = createStateChanges(machinery, { token, scenes, ask });
    return c.json(await change(asked), 200);
  });

  app.openapi(route('getSettings', stagesOf), (c) => c.json(control(c).settings.get(), 200));
  app.openapi(route('updateSettings', stagesOf), (c) =>
    c.json(control(c).settings.update(c.req.valid('json')), 200),
  );

  app.openapi(route('getClock', stagesOf), (c) => c.json(clock(c), 200));
  app.openapi(route('advanceClock', stagesOf), (c) => {
    control(c).clock.advance(c.req.valid('json').by);
    return c.json(clock(c), 200);
  });
  app.openapi(route('settleClock', stagesOf), (c) => {
    const { unsettled } = control(c).clock.settle();
    return c.json({ ...clock(c), unsettled }, 200);
  });

  app.openapi(route('reset', stagesOf), (c) => {
    control(c).reset();
    return c.json(clock(c), 200);
  });
  app.openapi(route('getSnapshot', stagesOf), (c) => c.json(control(c).snapshot() as never, 200));
  app.openapi(route('restoreSnapshot', stagesOf), (c) => {
    control(c).restore(c.req.valid('json') as unknown as Snapshot);
    return c.json(clock(c), 200);
  });

  app.openapi(route('listFilePlans', stagesOf), (c) => c.json({ data: control(c).files.list() }, 200));
  app.openapi(route('setFilePlan', stagesOf), (c) =>
    c.json(control(c).files.set(c.req.valid('param').file_id, c.req.valid('json')), 200),
  );
  app.openapi(route('listDeliveries', stagesOf), (c) => {
    const data = control(c).webhooks.deliveries();
    return c.json({ data, total: data.length }, 200);
  });

  app.openapi(route('listWorldConnectors', stagesOf), (c) =>
    c.json({ data: control(c).connectors.list() }, 200),
  );
  app.openapi(route('addConnector', stagesOf), (c) =>
    c.json(control(c).connectors.add(c.req.valid('json')), 201),
  );
  app.openapi(route('removeConnector', stagesOf), (c) =>
    c.json(control(c).connectors.remove(c.req.valid('param').id), 200),
  );
  app.openapi(route('listItems', stagesOf), (c) =>
    c.json({ data: control(c).connectors.items(c.req.valid('param').id) }, 200),
  );
  app.openapi(route('putItem', stagesOf), (c) =>
    c.json(control(c).connectors.put(c.req.valid('param').id, c.req.valid('json')), 200),
  );
  app.openapi(route('removeItem', stagesOf), (c) =>
    c.json(control(c).connectors.removeItem(c.req.valid('param').id, c.req.valid('query').uri), 200),
  );

  app.openapi(route('listFaults', stagesOf), (c) => c.json({ data: control(c).faults.list() }, 200));
  app.openapi(route('addFault', stagesOf), (c) => c.json(control(c).faults.add(c.req.valid('json')), 201));
  app.openapi(route('clearFaults', stagesOf), (c) => c.json({ data: control(c).faults.clear() }, 200));
  app.openapi(route('removeFault', stagesOf), (c) => {
    const { fault_id } = c.req.valid('param');
    const removed = control(c).faults.remove(fault_id);
    if (!removed) {
      throw new Refusal(404, `no fault rule has the id "${fault_id}": GET ${ADMIN_PATH}/faults lists them`);
    }
    return c.json(removed, 200);
  });

  app.openapi(route('listRequests', stagesOf), (c) => {
    const { limit, ...criteria } = c.req.valid('query');
    const { requests } = control(c);
    return c.json({ data: requests.list(criteria, limit), total: requests.count(criteria) }, 200);
  });
  app.openapi(route('countRequests', stagesOf), (c) =>
    c.json({ count: control(c).requests.count(c.req.valid('query')) }, 200),
  );
  app.openapi(route('exportRequests', stagesOf), (c) => {
    const { limit, ...criteria } = c.req.valid('query');
    return c.json(control(c).requests.har(criteria, limit), 200);
  });
  app.openapi(route('clearRequests', stagesOf), (c) => c.json({ count: control(c).requests.clear() }, 200));
  app.openapi(
    route('streamEvents', stagesOf),
    (c) => streamEvents(c, control(c), machinery.streams) as never,
  );
  return app;
}
