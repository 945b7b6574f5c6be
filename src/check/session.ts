// One run of a command against a mock of its own, and the report on what its client did.
import type { ListenOptions, MockOptions } from '../mock/generated/option-types.ts';
import { createMockIn, type Mock } from '../mock/mock.ts';
import { BASE_PATH } from '../openapi/paths.ts';
import { delay } from '../time/clock.ts';
import type { WorldPlan } from '../world/world.ts';
import { type ClientEnvironmentOptions, type ClientTarget, clientEnvironment } from './client-environment.ts';
import { type Command, type CommandOptions, type Ending, runCommand } from './command.ts';

export interface SessionOptions extends ClientEnvironmentOptions, Omit<CommandOptions, 'env'> {
  command: Command;
  mockOptions: MockOptions;
  /** Changes the world that the options lead to; default: not. */
  changeWorld?: (world: WorldPlan) => WorldPlan;
  /** Where the mock listens; default: a free port of 127.0.0.1. */
  listen?: ListenOptions;
  /** The environment that the command inherits. */
  env: NodeJS.ProcessEnv;
  /** Called with the mock when it listens, before the command starts: to set up what the client meets. */
  prepare?: (mock: Mock, client: ClientTarget) => void | Promise<void>;
}

export interface Session {
  /** How the command ended. */
  ending: Ending;
  /** What the client did wrong, in all accounts. */
  report: ReturnType<Mock['report']>;
  /** Closed; what it holds can still be read. */
  mock: Mock;
  client: ClientTarget;
}

/** The API key that the command gets. The mock is new, so its account is fresh. */
export const CLIENT_KEY = 'cg-check';

/**
 * Runs a command against a new mock.
 * @throws UsageError if the command cannot be started; what `createMock()` and `listen()` throw
 */
export async function runSession({
  command,
  mockOptions,
  changeWorld = (world) => world,
  listen,
  prepare,
  ...options
}: SessionOptions): Promise<Session> {
  const mock = createMockIn(mockOptions, changeWorld);
  try {
    const { port, url } = await mock.listen(listen);
    const origin = reachable(url, port);
    const client = { origin, baseUrl: `${origin}${BASE_PATH}`, key: CLIENT_KEY };
    await prepare?.(mock, client);
    const env = clientEnvironment(client, options, options.env);
    const ending = await runCommand(command, { ...options, env });
    await endRequests(mock);
    return { ending, report: mock.report(), mock, client };
  } finally {
    await mock.close();
  }
}

/** Not every system connects to the address that means all of its addresses. */
const reachable = (url: string, port: number): string =>
  /^http:\/\/(0\.0\.0\.0|\[::\]):/.test(url) ? `http://127.0.0.1:${port}` : url;

/** Ends what the client left under way, so that it is judged as well. */
export async function endRequests(mock: Mock): Promise<void> {
  await mock.close();
  // Delayed requests notice the end one after the other.
  await delay(NOTICE);
}

/** Real milliseconds in which requests notice the end of their mock. */
const NOTICE = 20;
