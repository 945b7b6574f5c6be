// A file. Its id is a UUID; its key is what it was made of, so that nothing is made into two files.
import * as z from 'zod';
import { validatorOfField } from '../openapi/cloudglue.ts';
import { sourceItem } from '../sources/item.ts';
import { id, planned } from './fields.ts';

export const fileRecord = z.strictObject({
  ...planned,
  source: validatorOfField('File', 'source'),
  /** The item as it was when the file was made. */
  item: sourceItem,
  filename: z.string().min(1),
  /** Whether its provider gave a thumbnail, which is there whatever the file's status is. */
  hasPoster: z.literal(true).optional(),
  /** The run of an import that brings it in; it is there from `createdAt` on. */
  runId: id.exactOptional(),
  metadata: z.record(z.string(), z.unknown()).nullable(),
});

export type FileRecord = z.output<typeof fileRecord>;
