// What a provider state is: a name that contracts use, typed parameters with defaults, and the values it gives back.
import type * as z from 'zod';
import type { AccountControl } from '../control/account-control.ts';

/** What a state is set up with: one account's control, and the API itself, asked as any client would. */
export interface Stage {
  account: AccountControl;
  /**
   * Asks the API; fault rules do not strike, and the journal does not tell of it.
   * @param path below `/v1`
   * @throws Error with the API's own text if it refuses
   */
  ask<Answer>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Answer>;
}

export interface StateDefinition<
  Parameters extends z.ZodObject = z.ZodObject,
  Value extends string = string,
> {
  /** What holds once it is set up. */
  summary: string;
  /** Strict: a parameter that is not here is refused. */
  parameters: Parameters;
  /** The values that it gives for injection into the request. */
  gives: readonly Value[];
  setUp(stage: Stage, parameters: z.output<Parameters>): Promise<Partial<Record<Value, string>>>;
}

/** A state; only helps TypeScript to see the types of the parameters in `setUp`. */
export const defineState = <Parameters extends z.ZodObject, Value extends string = never>(
  definition: StateDefinition<Parameters, Value>,
): StateDefinition<Parameters, Value> => definition;
