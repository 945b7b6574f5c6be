// Files are synced, and their processing never ends.
import { defineScenario } from '../scenario.ts';

export const processingNeverEnds = defineScenario({
  name: 'processing-never-ends',
  summary: 'the processing of every file never ends',
  reason: 'Who waits without a limit waits forever, and keeps asking.',
  good: 'gives up by its own time limit, which is a minute at most in this exam, and tells of it',
  to_meet: 'read a file that was synced or uploaded, while it is processed',
  settings: { outcome: 'processing' },
  ends_within: '60s',
  met: [{ answer: { status: 'processing' } }, { answer: { data: [{ status: 'processing' }] } }],
  expect: { no_findings: ['poll-too-fast', 'sync-as-poll'] },
});
