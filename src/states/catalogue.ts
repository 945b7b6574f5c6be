// Every provider state there is: a new one is an entry in its family's file.
import * as z from 'zod';
import type { AdminSchemas } from '../spec/admin.ts';
import { accountStates } from './account.ts';
import { collectionStates } from './collections.ts';
import { connectorStates } from './connectors.ts';
import { fileStates } from './files.ts';
import type { StateDefinition } from './state.ts';
import { troubleStates } from './troubles.ts';
import { webhookStates } from './webhooks.ts';

export const states = {
  ...accountStates,
  ...connectorStates,
  ...fileStates,
  ...troubleStates,
  ...collectionStates,
  ...webhookStates,
} as const;

export type StateName = keyof typeof states;
/** What a contract may give a state. */
export type StateParameters<Name extends StateName> = z.input<(typeof states)[Name]['parameters']>;
/** What a state gives back. */
export type StateValue = { [Name in StateName]: (typeof states)[Name]['gives'][number] }[StateName];

export const stateNames = Object.keys(states) as StateName[];
export const stateOf = (name: string): StateDefinition | undefined =>
  Object.hasOwn(states, name) ? (states[name as StateName] as unknown as StateDefinition) : undefined;

interface ParameterSchema {
  type?: string;
  enum?: string[];
  default?: unknown;
}

/** The catalogue as data, for documents and the control plane. */
export const listStates = (): AdminSchemas['ProviderState'][] =>
  Object.entries(states).map(([name, { summary, parameters, gives }]) => {
    const { properties = {}, required = [] } = z.toJSONSchema(parameters, { io: 'input' });
    return {
      name,
      summary,
      parameters: Object.entries(properties as Record<string, ParameterSchema>).map(
        ([parameter, schema]) => ({
          name: parameter,
          type: schema.type ?? 'string',
          required: required.includes(parameter),
          ...(schema.enum && { one_of: schema.enum }),
          ...(schema.default !== undefined && { default: schema.default }),
        }),
      ),
      gives: [...gives],
    };
  });
