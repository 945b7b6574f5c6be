// The provider that is verified: a new mock, or another one. State changes pass through here, so that reports can tell
// which of them failed.

import { presetOf } from '../accounts/special-keys.ts';
import { complete, mockOptions } from '../config/options.ts';
import type { ErrorName } from '../errors/catalogue.ts';
import { tokenOf } from '../http/authentication.ts';
import { createBindings, type RequestBindings } from '../http/context.ts';
import { serve } from '../http/server.ts';
import { assemble } from '../mock/assemble.ts';
import { ADMIN_PATH, BASE_PATH } from '../openapi/paths.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import { seededWorld } from '../world/world.ts';
import { fetchOutside } from './fetch-outside.ts';
import { Trace } from './trace.ts';

export interface Provider {
  /** Where Pact sends the requests. */
  url: string;
  statesUrl: string | undefined;
  /** What passed through here so far. */
  trace: Trace;
  close(): Promise<void>;
}

const STATES = '/__states';
/** Where Pact asks for the message of an interaction. */
export const MESSAGES_PATH = '/__messages';
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
  const trace = new Trace();
  return {
    trace,
    async change(request: Request): Promise<Response> {
      const body = await request.text();
      const response = await forward(body).catch((error: Error) =>
        Response.json({ detail: error.message }, { status: 502 }),
      );
      const { state, params, action } = JSON.parse(body) as PactChange;
      const problem = response.ok ? undefined : await setUpProblem(response);
      const text = response.ok ? await response.text() : '{}';
      if (action !== 'teardown') trace.add(state, params, { problem, values: objectIn(text) });
      return new Response(text, { status: response.status, headers: { 'content-type': 'application/json' } });
    },
  };
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** A mock whose account is fresh for each interaction, whatever key the contract sends. */
export async function startMock(apiVersion: ApiVersion): Promise<Provider> {
  const settings = complete(mockOptions, { apiVersion, lifecycle: 'manual', journal: 0 });
  const { app, parts } = assemble(settings, seededWorld());
  const authorization = `Bearer ${CONTRACT_KEY}`;
  const control = (path: string, body: string) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const url = `http://cloudglue.mock${ADMIN_PATH}/pact/${path}`;
    return app.fetch(new Request(url, { method: 'POST', headers, body }), createBindings());
  };
  const states = createStates(async (body) => control('setup', body));
  const handle = async (request: Request, bindings: RequestBindings): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname === STATES) return states.change(request);
    const isMessage = pathname === MESSAGES_PATH;
    const response = await (isMessage
      ? control('messages', await request.text())
      : app.fetch(withContractKey(request, authorization), bindings));
    return noted(response, bindings.errorCase ?? null, states.trace);
  };
  const { url, close } = await serve(handle, LOCAL);
  return {
    url,
    statesUrl: `${url}${STATES}`,
    trace: states.trace,
    async close() {
      parts.dispatcher.stop();
      parts.feed.stop();
      parts.runner.stop();
      await close();
    },
  };
}

/** The same response, noted with the text of its error. */
async function noted(response: Response, errorCase: ErrorName | null, trace: Trace): Promise<Response> {
  const { status, headers } = response;
  if (status < 400) {
    trace.answered({ status, errorCase, text: undefined });
    return response;
  }
  const body = await response.text();
  const { error, detail } = objectIn(body);
  const told = error ?? detail;
  trace.answered({ status, errorCase, text: typeof told === 'string' ? told : undefined });
  return new Response(body, { status, headers });
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
    return { url, statesUrl, trace: new Trace(), close: async () => {} };
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
    trace: states.trace,
    close: server.close,
  };
}
