// The provider that is verified: a new mock, or another one. State changes pass through here, so that reports can tell
// which of them failed.

import { presetOf } from '../accounts/special-keys.ts';
import { complete, mockOptions } from '../config/options.ts';
import { tokenOf } from '../http/authentication.ts';
import { createBindings, type RequestBindings } from '../http/context.ts';
import { serve } from '../http/server.ts';
import { assemble } from '../mock/assemble.ts';
import { BASE_PATH } from '../openapi/paths.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import { seededWorld } from '../world/world.ts';
import { fetchOutside } from './fetch-outside.ts';
import { StateChanges } from './state-changes.ts';

export interface Provider {
  /** Where Pact sends the requests. */
  url: string;
  statesUrl: string | undefined;
  /** The changes of state so far. */
  changes: StateChanges;
  close(): Promise<void>;
}

const STATES = '/__states';
/** The API key whose account is used for every contract. */
const CONTRACT_KEY = 'cg-contract';
const LOCAL = { host: '127.0.0.1', port: 0, exposed: false };

/** What Pact sends for a change of state; an interaction without states has one with an empty name. */
interface PactChange {
  state: string;
  params?: object;
  action: 'setup' | 'teardown';
}

/** The text of a refused state change: that of problem details, or the whole answer. */
async function setUpProblem(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { detail } = JSON.parse(text);
    return typeof detail === 'string' ? detail : `the answer was ${response.status} ${text}`;
  } catch {
    return `the answer was ${response.status} ${text}`.trim();
  }
}

/** Forwards state changes, and records their outcomes. */
function createStates(forward: (body: string) => Promise<Response>) {
  const changes = new StateChanges();
  return {
    changes,
    async change(request: Request): Promise<Response> {
      const body = await request.text();
      const response = await forward(body).catch((error: Error) =>
        Response.json({ detail: error.message }, { status: 502 }),
      );
      const { state, params, action } = JSON.parse(body) as PactChange;
      const problem = response.ok ? undefined : await setUpProblem(response);
      if (action !== 'teardown') changes.add(state, params, problem);
      return response.ok ? response : Response.json({}, { status: response.status });
    },
  };
}

/** A mock whose account is fresh for each interaction, whatever key the contract sends. */
export async function startMock(apiVersion: ApiVersion): Promise<Provider> {
  const settings = complete(mockOptions, { apiVersion, lifecycle: 'manual', journal: 0 });
  const { app, parts } = assemble(settings, seededWorld());
  const authorization = `Bearer ${CONTRACT_KEY}`;
  const states = createStates(async (body) => {
    const headers = { authorization, 'content-type': 'application/json' };
    return app.fetch(
      new Request('http://cloudglue.mock/__admin/pact/setup', { method: 'POST', headers, body }),
      createBindings(),
    );
  });
  const handle = async (request: Request, bindings: RequestBindings): Promise<Response> => {
    if (new URL(request.url).pathname === STATES) return states.change(request);
    const response = await app.fetch(withContractKey(request, authorization), bindings);
    states.changes.answered(bindings.errorCase ?? null);
    return response;
  };
  const { url, close } = await serve(handle, LOCAL);
  return {
    url,
    statesUrl: `${url}${STATES}`,
    changes: states.changes,
    async close() {
      parts.dispatcher.stop();
      parts.feed.stop();
      await close();
    },
  };
}

/** The request with the key of the account that has the states, unless its key stands for an error. */
function withContractKey(request: Request, authorization: string): Request {
  const token = tokenOf(request.headers.get('authorization') ?? undefined);
  if (token === undefined || presetOf(token)) return request;
  // Changed, not copied: a Request of @hono/node-server cannot be copied with the global class.
  request.headers.set('authorization', authorization);
  return request;
}

interface OtherProvider {
  baseUrl: string;
  statesUrl: string | undefined;
  headers: readonly (readonly [name: string, value: string])[];
}

/** Another provider. Throws Error if it cannot be reached. */
export async function reachProvider({ baseUrl, statesUrl, headers }: OtherProvider): Promise<Provider> {
  // Contracts have the base path in their paths.
  const url = baseUrl.replace(/\/+$/, '').replace(new RegExp(`${BASE_PATH}$`), '');
  await fetchOutside('the provider', url, { method: 'HEAD', redirect: 'manual' });
  if (!statesUrl) {
    return { url, statesUrl, changes: new StateChanges(), close: async () => {} };
  }
  await fetchOutside('the place for states', statesUrl, { method: 'HEAD', redirect: 'manual' });
  const states = createStates((body) =>
    fetchOutside('the place for states', statesUrl, {
      method: 'POST',
      headers: [
        ...headers.map(([name, value]): [string, string] => [name, value]),
        ['content-type', 'application/json'],
      ],
      body,
    }),
  );
  const server = await serve(states.change, LOCAL);
  return {
    url,
    statesUrl: `${server.url}${STATES}`,
    changes: states.changes,
    close: server.close,
  };
}
