// A file is uploaded, but the answer never arrives.
import { defineScenario } from '../scenario.ts';

export const uploadAnswerLost = defineScenario({
  name: 'upload-answer-lost',
  summary: 'the connection breaks after the first upload was done, before its answer',
  reason: 'The file exists. Each upload makes another one, so to repeat it blindly makes a second.',
  good: 'looks in the list of files before it uploads again, or reports the error',
  to_meet: 'upload a file',
  faults: [{ match: { operation: 'uploadFile' }, network: 'answer-lost', times: 1 }],
  expect: { no_findings: ['unsafe-retry'] },
});
