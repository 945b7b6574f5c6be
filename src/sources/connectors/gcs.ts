// Google Cloud Storage: objects in buckets.

import { gcsSeeds } from '../seeds/gcs-seeds.ts';
import { defineObjectStorage } from './object-storage.ts';

export const gcs = defineObjectStorage({
  type: 'gcs',
  scheme: 'gs',
  label: 'Google Cloud Storage',
  seeded: gcsSeeds,
});
