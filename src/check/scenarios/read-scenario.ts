// Reads the scenario of a team from a YAML or JSON file, in the words of the built-in ones.
import { readCheckedFile } from '../../errors/checked-file.ts';
import { planSeed } from '../../world/seed-file.ts';
import { type Scenario, scenarioField } from './scenario.ts';

/** A scenario with mistakes. The message has one line for each: file, line number, field and what was expected. */
class ScenarioError extends Error {
  override name = 'ScenarioError';
}

/**
 * Reads a scenario.
 * @throws ScenarioError if the file cannot be read or anything in it is wrong: a line for each mistake, with its field
 */
export function readScenario(path: string): Scenario {
  const { data, problem } = readCheckedFile(path, {
    schema: scenarioField,
    kind: 'scenario',
    failure: (message) => new ScenarioError(message),
  });
  const { mode, api_version, connectors, urls, faults } = data;
  planSeed({ mode, api_version, connectors, urls, faults }, problem);
  return data;
}
