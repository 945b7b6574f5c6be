// Examines a client that runs in this process, with the exam of the command `check`.
import { examine, type ScenarioOutcome } from '../../src/check/scenarios/exam.ts';
import type { Scenario } from '../../src/check/scenarios/scenario.ts';
import { endRequests } from '../../src/check/session.ts';
import { createMockIn } from '../../src/mock/mock.ts';
import type { Where } from '../clients/requests.ts';

const KEY = 'cg-check';

/** A client: it fails by throwing, and ends when it is told to. */
export type Client = (where: Where, signal: AbortSignal) => Promise<void>;

/** Runs a client in scenarios, all at a time. */
export const examineClient = (
  client: Client,
  scenarios: readonly Scenario[],
  { parallel = scenarios.length, timeout }: { parallel?: number; timeout?: number } = {},
): Promise<ScenarioOutcome[]> =>
  examine(scenarios, {
    mockOptions: {},
    parallel,
    timeout,
    async run({ mockOptions, changeWorld, prepare, timeout }) {
      await using mock = createMockIn(mockOptions, changeWorld);
      const { url: origin, baseUrl } = await mock.listen();
      const target = { origin, baseUrl, key: KEY };
      await prepare(mock, target);
      const limit = AbortSignal.timeout(timeout);
      const output = await client(target, limit).then(
        () => '',
        (error: Error) => `error: ${error.message}\n`,
      );
      const ending = {
        status: output === '' ? 0 : 1,
        signal: null,
        stoppedBy: null,
        timedOut: limit.aborted,
        leftBehind: false,
        seconds: 0,
        output,
      };
      await endRequests(mock);
      return { ending, report: mock.report(), mock, client: target };
    },
  });

/** The result of each scenario, by its name. */
export const resultsOf = (outcomes: readonly ScenarioOutcome[]): Record<string, string> =>
  Object.fromEntries(outcomes.map(({ scenario, result }) => [scenario.name, result]));
