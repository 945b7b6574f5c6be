// A file. Its id is a UUID. Its key identifies the source item, so that no item becomes two files.
import * as z from 'zod';
import { validatorOfField } from '../openapi/cloudglue.ts';
import { sourceItem } from '../sources/item.ts';
import { moment, planned } from './fields.ts';

export const fileRecord = z.lazy(() =>
  z.strictObject({
    ...planned,
    source: validatorOfField('File', 'source'),
    /** The source item as it was when the file was created. */
    item: sourceItem,
    filename: z.string().min(1),
    /** When its provider's picture is there as a thumbnail, whatever the file's status is, on the account's clock. */
    pictureAt: moment.optional(),
    /** Whether only what its provider tells of it was indexed, and its media was never fetched. */
    isMetadataOnly: z.literal(true).optional(),
    metadata: z.record(z.string(), z.unknown()).nullable(),
  }),
);

export type FileRecord = z.output<typeof fileRecord>;
