// What a snapshot of an account must look like to be restored: whatever is let in here is answered later.
import { z } from '@hono/zod-openapi';
import { itemErrors, outcomes } from '../connectors/item.ts';
import { validatorOfField, validatorOfSchema } from '../spec/schema.ts';

const count = z.int().min(0);

const media = z.strictObject({
  type: z.enum(['video', 'audio']),
  durationSeconds: z.number().min(0),
  width: count.nullable(),
  height: count.nullable(),
  hasAudio: z.boolean(),
  sampleRate: count.nullable(),
  channels: count.nullable(),
  bitrate: count.nullable(),
  format: z.string(),
});

/** Connectors add fields of their own to an item; nothing that is answered comes from those. */
const item = z.looseObject({
  key: z.string(),
  uri: z.string(),
  name: z.string(),
  filename: z.string(),
  mimeType: z.string().nullable(),
  sizeBytes: count.nullable(),
  createdAt: z.number(),
  media: media.nullable(),
  outcome: z.enum(outcomes),
  error: z.enum(itemErrors).nullable(),
  sourceMetadata: validatorOfSchema('SourceMetadata').nullable(),
});

const file = z.strictObject({
  id: z.string().min(1),
  key: z.string(),
  source: validatorOfField('DataConnector', 'type'),
  item,
  filename: z.string().min(1),
  metadata: z.record(z.string(), z.unknown()).nullable(),
  createdAt: count,
  plan: z.array(z.strictObject({ after: count, status: validatorOfField('File', 'status') })),
  stepsRead: count,
});

export const accountSnapshot = z.strictObject({
  clock: z.strictObject({ offset: count }),
  files: z.array(file),
  deletions: z.array(z.tuple([z.string(), z.int().min(1)])),
});
