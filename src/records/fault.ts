// A fault rule of an account, and how often it was used; its key is its id.
import * as z from 'zod';
import { ruleField } from './fault-rule.ts';
import { counter, keyed } from './fields.ts';

export const faultRecord = z.strictObject({
  ...keyed,
  rule: ruleField,
  /** Requests that it matched. */
  calls: counter,
  fired: counter,
  /** Of a rate limit: when the window began, on the account's clock, and how many requests it has counted. */
  window: z.strictObject({ startedAt: z.int(), used: counter }).nullable(),
});

export type FaultRecord = z.output<typeof faultRecord>;
