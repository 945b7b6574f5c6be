// A file. Its id is a UUID. Its key identifies the source item, so that no item becomes two files.
import * as z from 'zod';
import { validatorOfField } from '../openapi/cloudglue.ts';
import { sourceItem } from '../sources/item.ts';
import { id, planned } from './fields.ts';

export const fileRecord = z.strictObject({
  ...planned,
  source: validatorOfField('File', 'source'),
  /** The source item as it was when the file was created. */
  item: sourceItem,
  filename: z.string().min(1),
  /** Whether its provider gave a thumbnail, which is there whatever the file's status is. */
  hasPoster: z.literal(true).optional(),
  /** The run of an import that brings it in; it is there from `createdAt` on. */
  runId: id.exactOptional(),
  metadata: z.record(z.string(), z.unknown()).nullable(),
});

export type FileRecord = z.output<typeof fileRecord>;
