// iconik: assets of a media library.

import { isVideo } from '../item.ts';
import { iconikMetadata } from '../metadata/iconik-metadata.ts';
import { iconikSeeds } from '../seeds/iconik-seeds.ts';
import { defineRecordings } from './recordings.ts';

export type { RecordingSeed as IconikSeed } from './recordings.ts';

export const iconik = defineRecordings({
  type: 'iconik',
  label: 'iconik',
  pageHosts: ['app.iconik.io'],
  noun: 'asset',
  filters: {
    from: { since: '0.7.11' },
    to: { since: '0.7.11' },
    title_search: { since: '0.7.11', isFullText: true },
  },
  hasThumbnails: true,
  imports: { usualRate: 8, mostRate: 12, hasPicture: isVideo },
  metadata: {
    schema: 'IconikSourceMetadata',
    idField: 'iconik_asset_id',
    since: '0.7.11',
    of: iconikMetadata,
  },
  seeded: iconikSeeds,
});
