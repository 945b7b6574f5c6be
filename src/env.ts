// What the stages of a request hand on to its handler.
import type { RequestIdVariables } from 'hono/request-id';
import type { Account } from './accounts.ts';
import type { View } from './wire/bodies.ts';

export interface AppEnv {
  Variables: RequestIdVariables & { account: Account; view: View };
}
