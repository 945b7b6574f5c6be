// What a provider state is: typed parameters with defaults, how it is set up, and the values that it gives back.
import type * as z from 'zod';
import type { AccountControl } from '../control/account-control.ts';

/** What a state is set up with: the control of one account, and a client of the API. */
export interface StateContext {
  account: AccountControl;
  /**
   * Sends a request to the API, without fault rules and without an entry in the journal.
   * @param path below the base path
   * @throws Error with the text of the API's error
   */
  request<Answer>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Answer>;
}

export interface StateDefinition<
  Parameters extends z.ZodObject = z.ZodObject,
  Value extends string = string,
> {
  /** What holds once it is set up. */
  summary: string;
  /** A strict object: other parameters are refused. */
  parameters: Parameters;
  /** The values that it gives for injection into the request. */
  gives: readonly Value[];
  setUp(context: StateContext, parameters: z.output<Parameters>): Promise<Partial<Record<Value, string>>>;
}

/** A state; lets TypeScript infer the types of the parameters in `setUp`. */
export const defineState = <Parameters extends z.ZodObject, Value extends string = never>(
  definition: StateDefinition<Parameters, Value>,
): StateDefinition<Parameters, Value> => definition;
