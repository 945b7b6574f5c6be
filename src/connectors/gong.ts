// Gong: recorded sales calls.
import { gongSeeds } from '../world/seeds/gong.ts';
import { defineRecordings } from './recordings.ts';

export type { RecordingSeed as GongSeed } from './recordings.ts';

export const gong = defineRecordings({ type: 'gong', label: 'Gong', noun: 'call', seeded: gongSeeds });
