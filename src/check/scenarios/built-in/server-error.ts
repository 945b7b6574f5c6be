// The API fails once at each operation, and the next time no more.
import { defineScenario } from '../scenario.ts';
import { onceEach, repeatable } from './repeatable.ts';

export const serverError = defineScenario({
  name: 'server-error',
  summary: 'the first answer of each operation that can be repeated is 500',
  reason: 'Any service fails now and then, and usually not for long.',
  good: 'asks again after a pause, and goes on',
  to_meet: 'read or sync anything',
  faults: onceEach(repeatable, { error: 'server-error' }),
  expect: { command: 'succeeds', retried: {}, no_findings: ['retry-without-pause'] },
});
