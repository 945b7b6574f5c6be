// Google Cloud Storage: objects in buckets.
import { gcsSeeds } from '../world/seeds/gcs.ts';
import { defineObjectStorage } from './object-storage.ts';

export const gcs = defineObjectStorage({
  type: 'gcs',
  scheme: 'gs',
  label: 'Google Cloud Storage',
  seeded: gcsSeeds,
});
