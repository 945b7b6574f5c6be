// How the command ends.
import * as z from 'zod';
import { defineExpectation, excerpt } from './expectation.ts';

export const command = defineExpectation({
  summary: 'whether the command ends with 0; by default, either is good',
  schema: z.enum(['succeeds', 'fails', 'either']),
  judge(wanted, { failure, met }) {
    if (wanted === 'succeeds' && failure !== undefined) {
      return [
        {
          kind: 'command',
          text: `the command failed: ${failure}`,
          remedy: 'go on in spite of it',
          steps: excerpt(met),
        },
      ];
    }
    if (wanted === 'fails' && failure === undefined) {
      const text = 'the command ended with 0, as if nothing had happened';
      return [{ kind: 'command', text, remedy: 'end with an error', steps: excerpt(met) }];
    }
    return [];
  },
});
