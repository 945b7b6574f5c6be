// A fault rule of an account, with its counters. Its key is its id.
import * as z from 'zod';
import { ruleField } from './fault-rule.ts';
import { counter, keyed } from './fields.ts';

export const faultRecord = z.lazy(() =>
  z.strictObject({
    ...keyed,
    rule: ruleField,
    /** How many requests it matched. */
    calls: counter,
    fired: counter,
    /** For a rate limit: when the current window began, on the account's clock, and how many requests it has counted. */
    window: z.strictObject({ startedAt: z.int(), used: counter }).nullable(),
  }),
);

export type FaultRecord = z.output<typeof faultRecord>;
