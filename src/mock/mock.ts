// The mock as a program uses it: requests without a port, servers, and control of time and state.

import '../util/require-fetch.ts';
import { complete, listenOptions, mockOptions } from '../config/options.ts';
import { type AccountControl, controlOne } from '../control/account-control.ts';
import { type Control, controlAll } from '../control/mock-control.ts';
import { fetchInProcess } from '../http/in-process.ts';
import { type Serving, serve } from '../http/server.ts';
import { BASE_PATH } from '../openapi/paths.ts';
import type { ConnectorType } from '../sources/definition.ts';
import type { Connector } from '../sources/source.ts';
import { isLoopback } from '../util/loopback.ts';
import { readSeedFile } from '../world/seed-file.ts';
import { seededWorld } from '../world/world.ts';
import { assemble } from './assemble.ts';
import type { ListenOptions, MockOptions } from './generated/option-types.ts';

/** A connector of the mock's world. */
export interface ConnectorSummary {
  id: string;
  type: ConnectorType;
  /** The canonical URI of an item that can be synced; null if the connector has none. */
  sampleUri: string | null;
}

/** A mock that is served over HTTP. */
export interface Listening extends Serving {
  /** What clients call the base URL: `http://127.0.0.1:4747/v1`. */
  baseUrl: string;
}

/** A mock; what it has of `Control` is about all of its accounts. */
export interface Mock extends Control {
  /**
   * Answers a request without a port, as `fetch` would.
   * @param input a path such as `/v1/files`, a URL whose host does not matter, or a Request
   */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /**
   * Serves the mock over HTTP.
   * @param options `port` (default 0: a free one) and `host` (default 127.0.0.1)
   * @throws the system's Error if the port or the address cannot be had, with a code such as EADDRINUSE
   */
  listen(options?: ListenOptions): Promise<Listening>;
  /** The account of a token (the API key without `Bearer`), for tests that share a mock. */
  account(token: string): AccountControl;
  /** The connectors of the world, newest first, each with a URI that its source has. */
  readonly connectors: readonly ConnectorSummary[];
  /** How many accounts there are now, and how many files in all of them. */
  readonly held: { accounts: number; files: number };
  /**
   * Closes whatever `listen()` opened, sends no more events, and releases the data file.
   * @throws Error if something could not be written to the data file
   */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * A mock of its own, with nothing shared with any other.
 * @throws TypeError if an option is wrong, FieldsError if a fault rule is, SeedError if the seed file is, DataFileError
 * if the data file is
 * @example
 * const mock = createMock({ lifecycle: 'manual' });
 * const response = await mock.fetch('/v1/files', { headers: { authorization: 'Bearer cg-test' } });
 * mock.clock.advance('8s');
 */
export function createMock(options: MockOptions = {}): Mock {
  const settings = complete(mockOptions, options);
  const plan = settings.seed === undefined ? seededWorld() : readSeedFile(settings.seed);
  const { app, parts } = assemble(settings, plan);
  const { accounts, dispatcher, feed, streams, world } = parts;
  const servers = new Set<Serving>();
  let closing = new AbortController();
  const close = async () => {
    closing.abort();
    closing = new AbortController();
    dispatcher.stop();
    for (const end of streams) end();
    feed.stop();
    await Promise.all([...servers].map((server) => server.close()));
    servers.clear();
    dispatcher.setExposed(false);
    await accounts.close();
  };
  return {
    ...controlAll(parts),
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
    account: (token) => controlOne(parts, () => accounts.of(token)),
    fetch: async (input, init) => {
      const request = new Request(typeof input === 'string' ? absolute(input) : input, init);
      const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
      return fetchInProcess(app.fetch, request, { closing: closing.signal, signal });
    },
    async listen(where = {}) {
      const { host, port } = complete(listenOptions, where);
      const exposed = !isLoopback(host);
      const server = await serve(app.fetch, { host, port, exposed });
      if (exposed && settings.adminToken === undefined) dispatcher.setExposed(true);
      servers.add(server);
      return { ...server, baseUrl: `${server.url}${BASE_PATH}` };
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function describeConnector({ id, definition, items }: Connector): ConnectorSummary {
  const sample = items.find(({ media, error, outcome }) => media && !error && outcome === 'completed');
  return { id, type: definition.type, sampleUri: sample?.uri ?? null };
}

/** A URL of a path; the host does not matter, for no request leaves the process. */
const absolute = (input: string) => new URL(input, 'http://cloudglue.mock').href;
