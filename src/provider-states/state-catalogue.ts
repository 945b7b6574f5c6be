// Every provider state: a new one is an entry in one of the files below.
import * as z from 'zod';
import type { AdminSchemas } from '../openapi/admin.ts';
import { accountStates } from './account-states.ts';
import { collectionStates } from './collection-states.ts';
import { connectorStates } from './connector-states.ts';
import { failureStates } from './failure-states.ts';
import { fileStates } from './file-states.ts';
import { importStates } from './import-states.ts';
import { messageStates } from './message-states.ts';
import type { StateDefinition } from './state-definition.ts';
import { tagStates } from './tag-states.ts';
import { webhookStates } from './webhook-states.ts';

export const states = {
  ...accountStates,
  ...connectorStates,
  ...fileStates,
  ...failureStates,
  ...collectionStates,
  ...importStates,
  ...tagStates,
  ...webhookStates,
  ...messageStates,
} as const;

export type StateName = keyof typeof states;
/** The parameters that a contract can give a state. */
export type StateParameters<Name extends StateName> = z.input<(typeof states)[Name]['parameters']>;
/** The name of a value that a state gives back. */
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
