// The control plane: what belongs to the mock and not to the API, for the account whose token is sent.
import type { Context, Hono } from 'hono';
import { refuseAway } from '../../accounts/on-newest.ts';
import { type AccountControl, controlOne } from '../../control/account-control.ts';
import { listAccounts } from '../../control/account-list.ts';
import { listErrors } from '../../control/error-list.ts';
import { listFilePlans } from '../../control/file-plans.ts';
import { controlAll, type MockParts } from '../../control/mock-control.ts';
import { restoreAccount } from '../../control/restore.ts';
import { advanceToNext, settle } from '../../control/settle.ts';
import { listVersions } from '../../control/version-list.ts';
import { showEntries } from '../../journal/entry-body.ts';
import { findEntries, type RequestCriteria } from '../../journal/find-entries.ts';
import { harOf } from '../../journal/har.ts';
import { type AdminOperations, type AdminSchemas, adminOperationsById } from '../../openapi/admin.ts';
import { ADMIN_PATH } from '../../openapi/paths.ts';
import type { Interactions } from '../../provider-states/interactions.ts';
import type { FaultRule } from '../../records/fault-rule.ts';
import { doInSlices } from '../../time/slices.ts';
import { originOf } from '../../util/origin.ts';
import { packageVersion } from '../../util/package.ts';
import { accessText } from '../admin-guard.ts';
import { adminInputCheckOf } from '../admin-input.ts';
import { tokenOf } from '../authentication.ts';
import type { AppEnv } from '../context.ts';
import type { EndpointPolicy } from '../endpoint.ts';
import { sendLongJson } from '../long-json.ts';
import type { Pipeline } from '../pipeline.ts';
import { Refusal } from '../problem.ts';
import { createRegister } from '../register-operations.ts';
import { SNAPSHOT_BODY } from '../request-body.ts';
import { type Follow, streamEvents } from './event-stream.ts';

/** Every request of the control plane, in the document's order. */
const adminRequests = [...adminOperationsById.values()].map(({ method, path, operation }) => ({
  request: `${method.toUpperCase()} ${ADMIN_PATH}${path === '/' ? '' : path}`,
  summary: operation.summary,
}));

interface AdminOptions {
  parts: MockParts;
  policy: EndpointPolicy;
  pipeline: Pipeline;
  adminToken: string | undefined;
  interactions: Interactions;
  /** Sends the API a request of the mock itself. */
  callApi: (request: Request) => Promise<Response>;
}

/** The control plane's routes, on an app whose base path is ADMIN_PATH. */
export function registerAdmin(
  app: Hono<AppEnv>,
  { parts, policy, pipeline, adminToken, interactions, callApi }: AdminOptions,
): void {
  const registerWith = (policy: EndpointPolicy) =>
    createRegister<AdminOperations>(app, {
      operationsById: adminOperationsById,
      inputCheckOf: ({ operation }) => adminInputCheckOf(operation, policy.invalid),
      policy,
      pipeline,
    });
  const register = registerWith(policy);
  const { accounts } = parts;
  const control = (c: Context<AppEnv>): AccountControl => {
    const { id } = c.get('account');
    return controlOne(parts, () => accounts.byId(id));
  };
  const clock = (c: Context<AppEnv>) => {
    // A reset leaves another account behind.
    const { clock } = accounts.byId(c.get('account').id);
    return { now: clock.now(), iso: new Date(clock.now()).toISOString(), runs: clock.runs };
  };

  register('getHealth', async (c) => {
    await parts.shared?.store.engine.call('TIME').catch(refuseAway);
    return c.json({ status: 'ok' as const, version: packageVersion(), api_version: parts.apiVersion }, 200);
  });
  register('getIndex', (c) =>
    c.json(
      {
        document: `${originOf(c.req.url)}/openapi.admin.yaml`,
        access: accessText(adminToken, c.env.exposed),
        requests: adminRequests,
      },
      200,
    ),
  );
  register('listVersions', (c) => c.json(listVersions(parts.apiVersion, c.req.valid('query')), 200));
  let errors: { origin: string; data: ReturnType<typeof listErrors> } | undefined;
  register('listErrors', (c) => {
    const origin = originOf(c.req.url);
    // To make it takes longer than a request may keep others waiting, and nothing but the address differs.
    if (errors?.origin !== origin) errors = { origin, data: listErrors(parts, origin) };
    return c.json({ data: errors.data }, 200);
  });

  const forVerifiers = () => import('../../provider-states/for-verifiers.ts');
  register('listStates', async (c) => c.json({ data: (await forVerifiers()).listStates() }, 200));
  register('setUpStates', async (c) => {
    const { changeInQuery, checkStateChange, createStateChanges } = await forVerifiers();
    // The body may be left out, which its type does not express.
    const given = c.req.valid('json' as never) as AdminSchemas['StateChange'];
    const isEmpty = Object.keys(given).every((name) => name === 'action');
    const change = (isEmpty && changeInQuery(c.req.queries())) || given;
    const key = tokenOf(c.req.header('authorization')) ?? c.req.valid('query').token;
    const token = checkStateChange(key, change);
    const changeState = createStateChanges(parts, { token, interactions, ask: callApi });
    return c.json(await changeState(change), 200);
  });
  register('getMessage', async (c) => {
    const { checkToken, contextOf, messageOf } = await forVerifiers();
    const token = checkToken(tokenOf(c.req.header('authorization')) ?? c.req.valid('query').token);
    const { description } = c.req.valid('json');
    await interactions.end(accounts.of(token).id);
    const message = await messageOf(contextOf(parts, { token, ask: callApi }), description);
    const metadata = Buffer.from(JSON.stringify({ contentType: 'application/json' })).toString('base64');
    c.get('responseHeaders')['pact-message-metadata'] = metadata;
    return c.json(message, 200);
  });

  register('listAccounts', (c) => c.json(listAccounts(accounts, c.get('account').id), 200));
  register('getSettings', (c) => c.json(control(c).settings.get(), 200));
  register('updateSettings', (c) => c.json(control(c).settings.update(c.req.valid('json')), 200));

  register('getClock', (c) => c.json(clock(c), 200));
  register('advanceClock', (c) => {
    // Runs of imports are moved on beside other requests, and this account's next one waits for them.
    accounts.byId(c.get('account').id).clock.advance(c.req.valid('json').by);
    return c.json(clock(c), 200);
  });
  register('updateClock', (c) => {
    control(c).clock.setRunning(c.req.valid('json').runs);
    return c.json(clock(c), 200);
  });
  register('advanceToNext', async (c) => {
    const by = await doInSlices(advanceToNext(accounts.byId(c.get('account').id), parts.runner));
    return c.json({ ...clock(c), by }, 200);
  });
  register('settleClock', async (c) => {
    const { unsettled } = await doInSlices(settle(accounts.byId(c.get('account').id), parts.runner));
    return c.json({ ...clock(c), unsettled }, 200);
  });

  register('reset', async (c) => {
    control(c).reset();
    await parts.shared?.journal.removed();
    return c.json(clock(c), 200);
  });
  register('getSnapshot', (c) => sendLongJson(control(c).snapshot()) as never);
  registerWith({ ...policy, bodyLimit: SNAPSHOT_BODY })('restoreSnapshot', async (c) => {
    const restoring = { snapshot: c.req.valid('json'), now: c.req.valid('query').now };
    await doInSlices(restoreAccount(accounts, c.get('account').id, restoring));
    return c.json(clock(c), 200);
  });

  register('listFilePlans', async (c) => {
    const account = accounts.byId(c.get('account').id);
    const data = await doInSlices(listFilePlans(account, c.req.valid('query').ids?.split(',')));
    return sendLongJson({ data }) as never;
  });
  register('setFilePlan', (c) =>
    c.json(control(c).files.set(c.req.valid('param').file_id, c.req.valid('json')), 200),
  );
  register('listDeliveries', (c) => {
    const data = control(c).webhooks.deliveries();
    return sendLongJson({ data, total: data.length }) as never;
  });

  register('listWorldConnectors', (c) => c.json({ data: control(c).connectors.list() }, 200));
  register('addConnector', (c) => c.json(control(c).connectors.add(c.req.valid('json')), 201));
  register('removeConnector', (c) => c.json(control(c).connectors.remove(c.req.valid('param').id), 200));
  register('listItems', (c) => {
    const data = control(c).connectors.items(c.req.valid('param').id);
    return sendLongJson({ data }) as never;
  });
  register('putItem', (c) =>
    c.json(control(c).connectors.put(c.req.valid('param').id, c.req.valid('json')), 200),
  );
  register('removeItem', (c) =>
    c.json(control(c).connectors.removeItem(c.req.valid('param').id, c.req.valid('query').uri), 200),
  );

  register('listFaults', (c) => c.json({ data: control(c).faults.list() }, 200));
  register('addFault', (c) => c.json(control(c).faults.add(c.req.valid('json') as FaultRule), 201));
  register('clearFaults', (c) => c.json({ data: control(c).faults.clear() }, 200));
  register('removeFault', (c) => {
    const { fault_id } = c.req.valid('param');
    const removed = control(c).faults.remove(fault_id);
    if (!removed) {
      throw new Refusal(404, `no fault rule has the id "${fault_id}": GET ${ADMIN_PATH}/faults lists them`);
    }
    return c.json(removed, 200);
  });

  register('getReport', (c) => {
    const { all = false } = c.req.valid('query');
    return c.json(all ? controlAll(parts).report() : control(c).report(), 200);
  });
  const journalId = (c: Context<AppEnv>, keyless = false) => (keyless ? null : c.get('account').id);
  const findRequests = async (c: Context<AppEnv>, criteria: RequestCriteria) => {
    const entries = await (parts.shared?.journal ?? parts.journal).of(journalId(c, criteria.keyless));
    return doInSlices(findEntries(entries, criteria));
  };
  register('listRequests', async (c) => {
    const { limit, brief, ...criteria } = c.req.valid('query');
    const found = await findRequests(c, criteria);
    return sendLongJson({ data: showEntries(found, { limit, brief }), total: found.length }) as never;
  });
  register('countRequests', async (c) =>
    c.json({ count: (await findRequests(c, c.req.valid('query'))).length }, 200),
  );
  register('exportRequests', async (c) => {
    const { limit, ...criteria } = c.req.valid('query');
    const found = await findRequests(c, criteria);
    return sendLongJson(harOf(showEntries(found, { limit }), packageVersion())) as never;
  });
  register('clearRequests', async (c) => {
    const id = journalId(c, c.req.valid('query').keyless);
    const count = [...(await (parts.shared?.journal ?? parts.journal).of(id))].length;
    (parts.shared?.journal ?? parts.journal).forget(id);
    await parts.shared?.journal.removed();
    return c.json({ count }, 200);
  });
  register('streamEvents', (c) => {
    const { keyless, brief } = c.req.valid('query');
    const id = journalId(c, keyless);
    const follow: Follow = (listener, onGap) =>
      parts.shared
        ? parts.shared.events.follow({ id, listener, onGap, brief })
        : control(c).follow(listener, { keyless, brief });
    return streamEvents(c, follow, parts.streams) as never;
  });
}
