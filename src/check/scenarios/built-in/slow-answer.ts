// An answer takes its time.
import { defineScenario } from '../scenario.ts';

export const slowAnswer = defineScenario({
  name: 'slow-answer',
  summary: 'the second answer takes three seconds',
  reason: 'A service that is busy is slow before it fails.',
  good: 'waits for it, or asks again after its own time limit, and goes on',
  to_meet: 'send two requests',
  faults: [{ match: { nth: 2 }, delay: { fixed: '3s' } }],
  expect: { command: 'succeeds' },
});
