// Runs a client once in each scenario, and judges each run.

import { pathText } from '../../errors/explain.ts';
import type { MockOptions } from '../../mock/generated/option-types.ts';
import { judgeOf } from '../../mock/mock.ts';
import { parseDuration } from '../../time/clock.ts';
import { planSeed } from '../../world/seed-file.ts';
import type { WorldPlan } from '../../world/world.ts';
import { failureOf } from '../outcome.ts';
import type { Session, SessionOptions } from '../session.ts';
import { type Judgement, judgeRun, rulesOf, traceFor } from './judge-run.ts';
import { mockOptionsOf, type Scenario } from './scenario.ts';
import { wellScenario } from './scenario-registry.ts';
import { setUpStates } from './set-up-states.ts';

export interface ScenarioOutcome extends Judgement {
  scenario: Scenario;
  /** Undefined if it was not run. */
  session: Session | undefined;
}

/** What a run of the client needs to know of its scenario. */
export type RunSetup = Required<Pick<SessionOptions, 'mockOptions' | 'changeWorld' | 'prepare'>> & {
  timeout: number;
};

export interface ExamOptions {
  /** Runs the client once. */
  run: (setup: RunSetup) => Promise<Session>;
  mockOptions: MockOptions;
  /** How many runs there may be at a time. */
  parallel: number;
  /** The most real milliseconds of each run, if the user gives it. */
  timeout?: number | undefined;
  /** Whether the exam is to end after the runs that go on. */
  isStopped?: () => boolean;
  /** Is told of each outcome as it is there. */
  onOutcome?: (outcome: ScenarioOutcome) => void;
}

/** Real milliseconds that a run may take: in addition to three times those without trouble, or where these are unknown. */
const ADDED_TIME = 60_000;
const USUAL_TIME = 600_000;

/** Runs a client in scenarios. If it fails where all is well, it is not run in the others, which would tell nothing. */
export async function examine(
  scenarios: readonly Scenario[],
  { run, mockOptions, parallel, timeout, isStopped, onOutcome }: ExamOptions,
): Promise<ScenarioOutcome[]> {
  const outcomes = new Map<Scenario, ScenarioOutcome>();
  let reason: string | undefined;
  let usualTime = USUAL_TIME;

  async function runIn(scenario: Scenario): Promise<void> {
    if (isStopped?.()) reason ??= 'the exam was stopped before';
    const outcome =
      reason === undefined
        ? await outcomeIn(scenario)
        : { scenario, session: undefined, result: 'not met' as const, shortfalls: [], toMeet: reason };
    outcomes.set(scenario, outcome);
    onOutcome?.(outcome);
  }

  async function outcomeIn(scenario: Scenario): Promise<ScenarioOutcome> {
    const { ends_within } = scenario;
    const limit = timeout ?? (ends_within === undefined ? usualTime : parseDuration(ends_within));
    const trace = traceFor(scenario);
    const session = await run({
      mockOptions: mockOptionsOf(scenario, mockOptions),
      changeWorld: (world) => planIn(scenario, world),
      async prepare(mock, { key }) {
        judgeOf(mock).watch((...request) => trace.observe(...request));
        await setUpStates(scenario, mock, { key, adminToken: mockOptions.adminToken });
      },
      timeout: limit,
    });
    const { ending, report } = session;
    const failure = failureOf(ending, limit);
    return {
      scenario,
      session,
      ...judgeRun(scenario, { trace, ending, failure, findings: report.findings }),
    };
  }

  const first = scenarios.find(({ name }) => name === wellScenario.name);
  if (first) {
    await runIn(first);
    const well = outcomes.get(first);
    if (well?.result === 'failed') reason = 'it was not run, because the command fails where all is well';
    if (well?.result === 'not met') reason = 'it was not run, because the client never called the mock';
    if (well?.session) usualTime = ADDED_TIME + 3_000 * well.session.ending.seconds;
  }
  const waiting = scenarios.filter((one) => one !== first);
  const runWaiting = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await runIn(next);
  };
  await Promise.all(Array.from({ length: parallel }, runWaiting));
  return scenarios.flatMap((one) => outcomes.get(one) ?? []);
}

/** A world with what a scenario describes. */
function planIn(scenario: Scenario, world: WorldPlan): WorldPlan {
  const { name, mode, api_version, connectors, urls } = scenario;
  const seed = { mode, api_version, connectors, urls, faults: rulesOf(scenario) };
  const problem = (keys: PropertyKey[], text: string) =>
    new Error(`the scenario ${name} cannot be set up: ${pathText(keys)} ${text}`);
  return planSeed(seed, problem, world);
}
