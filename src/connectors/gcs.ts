// Google Cloud Storage: objects in buckets.

import { defineObjectStorage } from './object-storage.ts';
import { gcsSeeds } from './seeds/gcs.ts';

export const gcs = defineObjectStorage({
  type: 'gcs',
  scheme: 'gs',
  label: 'Google Cloud Storage',
  seeded: gcsSeeds,
});
