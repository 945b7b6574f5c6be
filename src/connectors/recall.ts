// Recall: recordings made by meeting bots.
import { recallSeeds } from '../world/seeds/recall.ts';
import { defineRecordings } from './recordings.ts';

export type { RecordingSeed as RecallSeed } from './recordings.ts';

export const recall = defineRecordings({
  type: 'recall',
  label: 'Recall',
  noun: 'recording',
  seeded: recallSeeds,
});
