// Recall: recordings made by meeting bots.

import { ApiError } from '../../errors/api-error.ts';
import { recallMetadata } from '../metadata/recall-metadata.ts';
import type { GivenMetadata } from '../metadata/source-metadata.ts';
import { recallSeeds } from '../seeds/recall-seeds.ts';
import { defineRecordings, type RecordingSeed } from './recordings.ts';

export type RecallSeed = RecordingSeed & { source_metadata?: GivenMetadata<'RecallSourceMetadata'> };

export const recall = defineRecordings({
  type: 'recall',
  label: 'Recall',
  pageHosts: ['recall.ai'],
  noun: 'recording',
  filters: { from: { since: '0.7.9' }, to: { since: '0.7.9' } },
  imports: { usualRate: 8, mostRate: 10 },
  metadata: {
    schema: 'RecallSourceMetadata',
    idField: 'recall_recording_id',
    since: '0.7.9',
    of: recallMetadata,
    unlisted: ['meeting_title'],
  },
  refuses: ({ uri, given }) => {
    const status = given?.status_code ?? 'done';
    return status === 'done' ? undefined : ApiError.of('recording-not-done', uri, status);
  },
  seeded: recallSeeds,
});
