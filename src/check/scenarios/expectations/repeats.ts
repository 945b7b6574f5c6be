// How often what cannot succeed is asked again.
import * as z from 'zod';
import { asked, byKey, defineExpectation, excerpt } from './expectation.ts';

export const repeats = defineExpectation({
  summary: 'no request in which it happened is sent again more than `at_most` times',
  schema: z.strictObject({ at_most: z.int().min(0) }),
  judge: ({ at_most }, { met, trace }) =>
    byKey(met, trace)
      .filter(({ later }) => later.length > at_most)
      .map(({ step, later }) => ({
        kind: 'repeats',
        text: `${asked(step)} was sent again ${later.length} times, though the answer could not be another`,
        remedy: 'give up at once, and tell why',
        steps: excerpt([step, ...later]),
      })),
});
