// Sets a provider state up by its name; an unknown name or value gets a suggestion.
import * as z from 'zod';
import { Conflict } from '../errors/conflict.ts';
import { explainIssue, pathText } from '../errors/explain.ts';
import { FieldsError } from '../errors/fields-error.ts';
import { explainUnknown } from '../util/suggest.ts';
import { stateNames, stateOf } from './state-catalogue.ts';
import type { StateContext, StateDefinition } from './state-definition.ts';

/**
 * Sets a state up.
 * @returns the values that it gives
 * @throws FieldsError for an unknown name or a wrong parameter, Conflict if the account cannot have the state
 */
export async function setUpState(
  context: StateContext,
  name: string,
  given: Record<string, unknown> = {},
): Promise<Record<string, string>> {
  const { definition, parameters } = checkState(name, given);
  try {
    return (await definition.setUp(context, parameters)) as Record<string, string>;
  } catch (error) {
    throw new Conflict(`the provider state "${name}" could not be set up: ${(error as Error).message}`);
  }
}

/**
 * Finds a state, and completes its parameters.
 * @throws FieldsError for an unknown name or a wrong parameter
 */
export function checkState(name: string, given: Record<string, unknown> = {}) {
  const definition = stateOf(name);
  if (!definition) {
    const detail = `${JSON.stringify(name)} is unknown${explainUnknown(name, stateNames, 'states')}`;
    throw new FieldsError('no provider state can be set up', [{ field: 'state', detail }]);
  }
  return { definition, parameters: checkParameters(name, definition, given) };
}

function checkParameters(name: string, { parameters }: StateDefinition, given: Record<string, unknown>) {
  const known = Object.keys(parameters.shape);
  const unknown = Object.keys(given).filter((parameter) => !known.includes(parameter));
  const result = parameters.safeParse(given);
  const issues = result.success ? [] : result.error.issues.filter(({ code }) => code !== 'unrecognized_keys');
  const problems = [
    ...unknown.map((parameter) => ({
      field: `params.${parameter}`,
      detail: `is unknown${explainUnknown(parameter, known, 'parameters')}`,
    })),
    ...issues.map((issue) => ({
      field: `params.${pathText(issue.path)}`,
      detail: explainIssue(issue, given),
    })),
  ];
  if (problems.length > 0) throw new FieldsError(`the provider state "${name}" cannot be set up`, problems);
  return z.parse(parameters, given);
}
