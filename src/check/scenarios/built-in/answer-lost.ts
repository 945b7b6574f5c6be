// A file is synced, but the answer never arrives.
import { defineScenario } from '../scenario.ts';
import { onceEach, syncs } from './repeatable.ts';

export const answerLost = defineScenario({
  name: 'answer-lost',
  summary: 'the connection breaks after the first sync was done, before its answer',
  reason: 'The file exists, and without its answer the client does not know its id.',
  good: 'syncs again: that gives the same file, and makes no second one',
  to_meet: 'sync an item of a connector, or a public URL',
  faults: onceEach(syncs, { network: 'answer-lost' }),
  expect: { command: 'succeeds', retried: {}, no_findings: ['retry-without-pause'] },
});
