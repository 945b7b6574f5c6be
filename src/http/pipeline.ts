// The way of every request, from its arrival to its response: for the API, the control plane and pages alike.
import type { Context } from 'hono';
import type { Account } from '../accounts/account.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { dripBody } from '../faults/drip.ts';
import { isPreferred } from '../faults/prefer.ts';
import type { ImportRunner } from '../imports/import-runner.ts';
import { realTime, startWatch } from '../time/clock.ts';
import { accountIdOf } from './authentication.ts';
import type { AppEnv } from './context.ts';
import type { Endpoint } from './endpoint.ts';
import { createRecorder, type RecorderParts } from './record.ts';
import { readJson } from './request-body.ts';
import {
  applyRequestFaults,
  applyResponseFaults,
  mayHaveFaults,
  type ResponseFaults,
} from './request-faults.ts';
import { addHeaders, SAFE, setHeaders, TextResponse } from './text-response.ts';
import { UnderWay } from './under-way.ts';
import { READS, runOnNewest, waitForNewest, waitForSave, waitsBeforeHandler } from './waiting.ts';

interface PipelineParts extends RecorderParts {
  accounts: Accounts;
  runner: ImportRunner;
}

/** Takes a request to an endpoint, and its response back. */
export type Pipeline = (c: Context<AppEnv>, endpoint: Endpoint) => Promise<Response>;

/** What an id chosen by a client may look like; others are replaced. */
const REQUEST_ID = /^[\w\-=]{1,255}$/;

/** Whether a request only looks at the account, and is to leave no trace: with the header `Prefer: observe`. */
const isObserver = (c: Context<AppEnv>): boolean => {
  const prefer = c.req.header('prefer');
  return prefer !== undefined && READS.has(c.req.method) && isPreferred('observe', prefer);
};

export function createPipeline({ accounts, runner, shared, ...parts }: PipelineParts): Pipeline {
  const record = createRecorder({ shared, ...parts });
  let requests = 0;
  const underWay = new UnderWay();
  const waitedFor = { accounts, runner };

  /** The mocks of a store have a journal in common, and their names once it is open. */
  const prefix = () => (shared ? `req_${shared.store.mock}-` : 'req_');
  // V8 keeps the decimal texts of numbers, so that each would outlive a scavenge and make it take twice as long.
  const idOf = (nth: number) => prefix() + nth.toString(36);

  return async (c, { policy, operation, readsJson, validate, handle }) => {
    const [at, elapsed] = [realTime(), startWatch()];
    const chosenId = c.req.header('x-request-id');
    const id = chosenId !== undefined && REQUEST_ID.test(chosenId) ? chosenId : idOf(++requests);
    c.set('requestId', id);
    // The field stands first: V8 takes longer to add one to a copy than for all the rest of this line.
    const headers: Record<string, string> = { 'x-request-id': id, ...SAFE, ...policy.headers(c) };
    c.set('responseHeaders', headers);
    setHeaders(c, headers);

    // Hono keeps what is set in a Map, which has room for eight before it is copied.
    if (isObserver(c)) c.set('isObserver', true);
    const isSeen = !c.env.isInternal && !c.get('isObserver');
    let response: Response;
    /** What was answered before a fault changed it. */
    let handled: Response | undefined;
    let faults: ResponseFaults | undefined;
    let leave: (() => void) | undefined;
    try {
      const newest = waitForNewest(c, accounts);
      if (newest) await newest;
      policy.authorize(c, operation);
      const account: Account | undefined = c.get('account');
      if (account && policy.isJudged && isSeen) leave = underWay.enter(account.id, c.env.socket);
      for (const wait of waitsBeforeHandler) {
        const pending = wait(c, waitedFor);
        if (pending) await pending;
      }
      if (policy.hasFaults && isSeen && mayHaveFaults(c)) faults = await applyRequestFaults(c, accounts);
      if (faults?.network?.beforeHandler) {
        response = new TextResponse('', 200, headers);
      } else {
        const body = readsJson ? await readJson(c, policy.bodyLimit) : undefined;
        if (readsJson) c.set('jsonBody', body);
        const answer = runOnNewest(c, accounts, () => {
          validate?.(c, body);
          return handle(c);
        });
        handled = response = answer instanceof Promise ? await answer : answer;
      }
    } catch (thrown) {
      response = policy.errorResponse(c, thrown);
    }

    try {
      if (faults) response = await applyResponseFaults(c, response, faults);
      const saved = waitForSave(c, accounts);
      if (saved) await saved;
    } catch (thrown) {
      response = policy.errorResponse(c, thrown);
    }

    if (!(response instanceof TextResponse)) addHeaders(response, headers);
    if (policy.isJournaled && isSeen) {
      const accountId = accountIdOf(c, accounts);
      const isAlone = !underWay.hadSeveral(accountId);
      leave?.();
      const durationMs = elapsed();
      const { isJudged } = policy;
      const recorded = record(c, response, { accountId, at, durationMs, handled, isAlone, isJudged });
      if (recorded) await recorded;
    }
    return faults?.drip ? dripBody(response, faults.drip, c.env.closing) : response;
  };
}
