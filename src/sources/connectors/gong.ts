// Gong: recorded sales calls.

import { gongSeeds } from '../seeds/gong-seeds.ts';
import { defineRecordings } from './recordings.ts';

export type { RecordingSeed as GongSeed } from './recordings.ts';

export const gong = defineRecordings({
  type: 'gong',
  label: 'Gong',
  pageHosts: ['gong.io'],
  noun: 'call',
  seeded: gongSeeds,
});
