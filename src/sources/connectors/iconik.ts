// iconik: assets of a media library.

import { iconikSeeds } from '../seeds/iconik-seeds.ts';
import { defineRecordings } from './recordings.ts';

export type { RecordingSeed as IconikSeed } from './recordings.ts';

export const iconik = defineRecordings({
  type: 'iconik',
  label: 'iconik',
  pageHosts: ['app.iconik.io'],
  noun: 'asset',
  seeded: iconikSeeds,
});
