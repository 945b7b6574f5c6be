// Recall: recordings made by meeting bots.

import { recallSeeds } from '../seeds/recall-seeds.ts';
import { defineRecordings } from './recordings.ts';

export type { RecordingSeed as RecallSeed } from './recordings.ts';

export const recall = defineRecordings({
  type: 'recall',
  label: 'Recall',
  pageHosts: ['recall.ai'],
  noun: 'recording',
  seeded: recallSeeds,
});
