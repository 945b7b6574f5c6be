// Gong: recorded sales calls.

import { gongMetadata } from '../metadata/gong-metadata.ts';
import { gongSeeds } from '../seeds/gong-seeds.ts';
import { defineRecordings } from './recordings.ts';

export type { RecordingSeed as GongSeed } from './recordings.ts';

export const gong = defineRecordings({
  type: 'gong',
  label: 'Gong',
  pageHosts: ['gong.io'],
  noun: 'call',
  filters: {
    from: { since: '0.7.9' },
    to: { since: '0.7.9' },
    title_search: { since: '0.7.9', isMatchedWhileListing: true },
  },
  imports: { usualRate: 2, mostRate: 3, isEnriched: true },
  looksBack: { since: '0.7.9', months: 6 },
  metadata: {
    schema: 'GongSourceMetadata',
    idField: 'gong_call_id',
    since: '0.7.9',
    of: gongMetadata,
    unlisted: ['parties', 'topics', 'trackers', 'brief', 'key_points'],
  },
  isHidden: ({ is_private }) => is_private === true,
  seeded: gongSeeds,
});
