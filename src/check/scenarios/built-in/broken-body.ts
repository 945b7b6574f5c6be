// The connection breaks in the middle of an answer.
import { defineScenario } from '../scenario.ts';
import { onceEach, repeatable } from './repeatable.ts';

export const brokenBody = defineScenario({
  name: 'broken-body',
  summary: 'the first answer of each operation that can be repeated ends in the middle of its body',
  reason: 'The status is 200 and the headers are right, so that only what reads the body notices.',
  good: 'takes no half answer for a whole one, asks again, and goes on',
  to_meet: 'read or sync anything',
  faults: onceEach(repeatable, { network: 'reset-in-body' }),
  expect: { command: 'succeeds', retried: {}, no_findings: ['retry-without-pause'] },
});
