// Finds the scenarios that a user names: built-in ones, files, or all.
import { UsageError } from '../../errors/usage-error.ts';
import { explainUnknown } from '../../util/suggest.ts';
import { readScenario } from './read-scenario.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenario-registry.ts';

const ALL = 'all';
const names = [...scenarios.map(({ name }) => name), ALL];

const isFile = (name: string) => /[/\\]|\.(ya?ml|json)$/i.test(name);

/**
 * The scenarios of these names and files, each once.
 * @throws UsageError for an unknown name or two scenarios of one name, ScenarioError for a wrong file
 */
export function findScenarios(wanted: readonly string[]): Scenario[] {
  const found = [...new Set(wanted)].flatMap((name) => {
    if (name === ALL) return scenarios;
    if (isFile(name)) return [readScenario(name)];
    const scenario = scenarios.find((one) => one.name === name);
    if (scenario) return [scenario];
    throw new UsageError(
      `There is no scenario ${JSON.stringify(name)}${explainUnknown(name, names, 'scenarios')}; a file of your own is named with its path, as in ./ours.yaml`,
    );
  });
  const unique = [...new Set(found)];
  const twice = unique.find(({ name }, at) => unique.findIndex((one) => one.name === name) !== at);
  if (!twice) return unique;
  throw new UsageError(`Two scenarios have the name ${twice.name}: rename the one in your file`);
}
