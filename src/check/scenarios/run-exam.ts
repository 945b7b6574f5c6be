// Runs the command of `check` in scenarios, and tells of each as it ends.
import type { Terminal } from '../../reports/destinations.ts';
import type { CheckSettings } from '../check-options.ts';
import type { CommandOptions } from '../command.ts';
import type { Run } from '../outcome.ts';
import { runSession } from '../session.ts';
import { examine, type ScenarioOutcome } from './exam.ts';
import { wellScenario } from './scenario-registry.ts';

/**
 * Runs the command once in each scenario. Of several runs, the output is kept, and shown where one failed.
 * @throws UsageError if the command cannot be started, Error if a scenario cannot be set up
 */
export async function runExam(
  settings: CheckSettings,
  { note, env }: Terminal,
  outputTo: CommandOptions['outputTo'],
): Promise<ScenarioOutcome[]> {
  const { scenarios } = settings;
  let isStopped = false;
  let ended = 0;
  return examine(scenarios, {
    ...settings,
    isStopped: () => isStopped,
    async run(setup) {
      const session = await runSession({
        ...settings,
        ...setup,
        env,
        outputTo: scenarios.length > 1 ? 'kept' : outputTo,
      });
      isStopped ||= session.ending.stoppedBy !== null;
      return session;
    },
    onOutcome({ scenario, result, session }) {
      ended += 1;
      const seconds = session ? ` (${session.ending.seconds.toFixed(1)} s)` : '';
      note(`cloudglue-mock: ${ended} of ${scenarios.length}: ${scenario.name}: ${result}${seconds}\n`);
    },
  });
}

/** The runs of an exam. That without trouble is judged like any other run of a client. */
export const runsOf = (exam: readonly ScenarioOutcome[]): Run[] =>
  exam.flatMap(({ scenario, session }) => {
    if (!session) return [];
    const isTroubled = scenario.name !== wellScenario.name;
    return [{ name: isTroubled ? scenario.name : 'client', session, isTroubled }];
  });
