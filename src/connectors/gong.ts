// Gong: recorded sales calls.

import { defineRecordings } from './recordings.ts';
import { gongSeeds } from './seeds/gong.ts';

export type { RecordingSeed as GongSeed } from './recordings.ts';

export const gong = defineRecordings({
  type: 'gong',
  label: 'Gong',
  pageHosts: ['gong.io'],
  noun: 'call',
  seeded: gongSeeds,
});
