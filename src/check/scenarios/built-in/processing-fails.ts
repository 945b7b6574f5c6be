// Files are synced, and then cannot be processed.
import { defineScenario } from '../scenario.ts';

export const processingFails = defineScenario({
  name: 'processing-fails',
  summary: 'the processing of every file fails',
  reason: 'Media can be damaged, or of a kind that nobody can read.',
  good: 'sees the status failed, stops waiting, and tells of it',
  to_meet: 'read a file that was synced or uploaded, after it was processed',
  settings: { outcome: 'failed' },
  met: [{ answer: { status: 'failed' } }, { answer: { data: [{ status: 'failed' }] } }],
  expect: { no_findings: ['poll-after-end'] },
});
