// Amazon S3: objects in buckets.

import { s3Seeds } from '../seeds/s3-seeds.ts';
import { defineObjectStorage } from './object-storage.ts';

export const s3 = defineObjectStorage({ type: 's3', scheme: 's3', label: 'Amazon S3', seeded: s3Seeds });
