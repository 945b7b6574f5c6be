// The states that a contract may ask the provider for, typed by the provider's own catalogue: nothing is written twice.
import type { StateName, StateParameters } from '../src/provider-states/state-catalogue.ts';

export type { StateValue } from '../src/provider-states/state-catalogue.ts';

type Json = string | number | string[] | Record<string, string>;
/** What `given` of an interaction takes. */
export type State = [name: StateName, parameters?: Record<string, Json>];

/**
 * A state and its parameters, with the names and types checked.
 * @example interaction.given(...state('the file is failed'))
 */
export function state<Name extends StateName>(name: Name, parameters?: StateParameters<Name>): State {
  return parameters ? [name, parameters as Record<string, Json>] : [name];
}
