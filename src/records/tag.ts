// A tag of a file, or of a segment of it; its key is its id.
import * as z from 'zod';
import { validatorOfField } from '../openapi/cloudglue.ts';
import { id, keyed, moment } from './fields.ts';

export const tagRecord = z.lazy(() =>
  z.strictObject({
    ...keyed,
    label: z.string(),
    value: z.string(),
    type: validatorOfField('VideoTag', 'type'),
    fileId: id,
    segmentId: z.string().exactOptional(),
    createdAt: moment,
  }),
);

export type TagRecord = z.output<typeof tagRecord>;
