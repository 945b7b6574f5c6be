// A file in a collection. Its id and its key combine the ids of both.
import * as z from 'zod';
import { validatorOfSchema } from '../openapi/cloudglue.ts';
import { id, planned } from './fields.ts';

export const collectionFileRecord = z.lazy(() =>
  z.strictObject({
    ...planned,
    /** When processing begins, and when it ends. */
    plan: planned.plan.length(2),
    collectionId: id,
    fileId: id,
    /** Null where no media is processed: in collections of type `metadata`. */
    segmentation: z
      .strictObject({ id: z.uuid(), config: validatorOfSchema('SegmentationConfig') })
      .nullable(),
    /** The run of an import that brought it in. */
    runId: id.exactOptional(),
  }),
);

export type CollectionFileRecord = z.output<typeof collectionFileRecord>;
