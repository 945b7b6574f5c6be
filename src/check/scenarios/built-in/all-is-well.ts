// Nothing goes wrong: how the client ends then, and how long it takes.
import { defineScenario } from '../scenario.ts';

export const allIsWell = defineScenario({
  name: 'all-is-well',
  summary: 'nothing goes wrong',
  reason: 'What a client cannot do when all is well, trouble says nothing about.',
  good: 'does its work and ends with 0',
  to_meet: 'call the mock',
  met: {},
  expect: { command: 'succeeds' },
});
