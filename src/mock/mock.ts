// The library's entry point: a mock that answers requests in process or over HTTP, with control of its clock and state.

import '../util/require-fetch.ts';
import { complete, listenOptions, misfitOf, mockOptions } from '../config/options.ts';
import { type AccountControl, controlOne, type RecordedRequest } from '../control/account-control.ts';
import { type Control, controlAll } from '../control/mock-control.ts';
import { fetchInProcess } from '../http/in-process.ts';
import { type Serving, serve } from '../http/server.ts';
import { entryBody } from '../journal/entry-body.ts';
import type { Judge } from '../judge/judge.ts';
import { BASE_PATH } from '../openapi/paths.ts';
import type { ApiVersion } from '../openapi/versions.ts';
import type { ConnectorType } from '../sources/definition.ts';
import type { Connector } from '../sources/source.ts';
import { itemOf } from '../sources/source.ts';
import { isLoopback } from '../util/loopback.ts';
import { createStop } from '../util/stop.ts';
import { readSeedFile } from '../world/seed-file.ts';
import { seededWorld, type WorldPlan } from '../world/world.ts';
import { assemble } from './assemble.ts';
import type { ListenOptions, MockOptions } from './generated/option-types.ts';
import { noControl, notHere } from './no-control.ts';

/** A connector of the mock's world. */
export interface ConnectorSummary {
  id: string;
  type: ConnectorType;
  /** The canonical URI of an item that can be synced without an error; null if the connector has none. */
  sampleUri: string | null;
}

const judges = new WeakMap<Mock, Judge>();

/** The judge of a mock, for the commands of this package: users have its reports. */
export function judgeOf(mock: Mock): Judge {
  const judge = judges.get(mock);
  if (!judge) throw new Error('createMock() did not make this mock');
  return judge;
}

/** A mock that is served over HTTP. */
export interface Listening extends Serving {
  /** The base URL for clients: `http://127.0.0.1:4747/v1`. */
  baseUrl: string;
}

/**
 * A mock. Its `Control` methods act on all accounts. With the option `store` they throw: what a mock has in its process is
 * not the state of all then, and the control plane is the way to it.
 */
export interface Mock extends Control {
  /**
   * Answers a request in process, with the signature of the global `fetch`.
   * @param input a path such as `/v1/files`, a URL (its host is ignored), or a Request
   */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /**
   * Serves the mock over HTTP.
   * @param options `port` (default 0: a free port) and `host` (default 127.0.0.1)
   * @throws TypeError if an option is wrong; a system error with a code such as EADDRINUSE if it cannot listen there;
   * StoreError if its store cannot be used
   */
  listen(options?: ListenOptions): Promise<Listening>;
  /** Control of the account of an API key (without `Bearer`), for tests that share a mock. */
  account(token: string): AccountControl;
  /**
   * Calls back for each request to the API that this mock answers from now on, whatever its key, without headers, bodies
   * and numbers. Returns a function that stops it.
   */
  onRequest(listener: (request: Omit<RecordedRequest, 'number'>) => void): () => void;
  /** The version of the API in which requests are answered, unless an account has its own. */
  readonly apiVersion: ApiVersion;
  /** The connectors of the world, newest first, each with a URI that can be synced. */
  readonly connectors: readonly ConnectorSummary[];
  /** The current number of accounts, and of files over all accounts. */
  readonly held: { accounts: number; files: number };
  /**
   * Closes every server that `listen()` started, stops sending webhook events, and flushes and releases the data file.
   * @throws Error if the data file could not be written
   */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Creates a mock, which shares nothing with other mocks.
 * @throws TypeError for a wrong option, FieldsError for a wrong fault rule, SeedError for a wrong seed file,
 * DataFileError for a data file that cannot be used, StoreError if a store is given and its client library is missing
 * @example
 * const mock = createMock({ lifecycle: 'manual' });
 * const response = await mock.fetch('/v1/files', { headers: { authorization: 'Bearer cg-test' } });
 * mock.clock.advance('8s');
 */
export const createMock = (options: MockOptions = {}): Mock => createMockIn(options, (world) => world);

/** A mock in another world than that which its options lead to. */
export function createMockIn(options: MockOptions, change: (world: WorldPlan) => WorldPlan): Mock {
  const given = complete(mockOptions, options);
  const misfit = misfitOf(given);
  if (misfit !== undefined) throw new TypeError(`cloudglue-mock: ${misfit}`);
  const plan = change(given.seed === undefined ? seededWorld() : readSeedFile(given.seed));
  const apiVersion = options.apiVersion ?? plan.apiVersion ?? given.apiVersion;
  const settings = { ...given, apiVersion };
  const { app, parts, isShared, open, leave } = assemble(settings, plan);
  const { accounts, dispatcher, feed, runner, streams, world, answered } = parts;
  const servers = new Set<Serving>();
  let closing = createStop();
  const close = async () => {
    closing.abort();
    closing = createStop();
    dispatcher.stop();
    for (const end of streams) end();
    feed.stop();
    runner.stop();
    await Promise.all([...servers].map((server) => server.close()));
    servers.clear();
    dispatcher.setExposed(false);
    await leave();
    await accounts.close();
  };
  const mock: Mock = {
    ...(isShared ? noControl : controlAll(parts)),
    apiVersion,
    get connectors() {
      return [...world.connectors.values()].map(describeConnector);
    },
    get held() {
      const all = [...accounts.entries()];
      return {
        accounts: all.length,
        files: all.reduce((sum, [, { store }]) => sum + store.sizeOf('files'), 0),
      };
    },
    onRequest: (listener) =>
      answered.add(
        (entry) => listener(entryBody({ ...entry, number: 0 }, { brief: true })),
        'a listener that onRequest() was given',
      ),
    account: (token) => (isShared ? notHere() : controlOne(parts, () => accounts.of(token))),
    fetch: async (input, init) => {
      await open();
      const request = new Request(typeof input === 'string' ? absolute(input) : input, init);
      const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
      return fetchInProcess(app.fetch, request, { closing: closing.signal, signal });
    },
    async listen(where = {}) {
      const { host, port } = complete(listenOptions, where);
      await open();
      const exposed = !isLoopback(host);
      const server = await serve(app.fetch, { host, port, exposed });
      if (exposed && settings.adminToken === undefined) dispatcher.setExposed(true);
      servers.add(server);
      return { ...server, baseUrl: `${server.url}${BASE_PATH}` };
    },
    close,
    [Symbol.asyncDispose]: close,
  };
  judges.set(mock, parts.judge);
  return mock;
}

function describeConnector({ id, definition, seed }: Connector): ConnectorSummary {
  // Its own items would all be made for it: the greeting asks each connector, and a start needs none of them.
  for (const one of seed.items) {
    const { uri, media, error, outcome } = itemOf(definition, one);
    if (media && !error && outcome === 'completed') return { id, type: definition.type, sampleUri: uri };
  }
  return { id, type: definition.type, sampleUri: null };
}

/** The URL of a path. The host does not matter, because the request does not leave the process. */
const absolute = (input: string) => new URL(input, 'http://cloudglue.mock').href;
