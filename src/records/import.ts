// The definition of an import: what to bring into a collection, and from where. Its key is its id.
import * as z from 'zod';
import { validatorOfField, validatorOfSchema } from '../openapi/cloudglue.ts';
import { counter, id, keyed, moment } from './fields.ts';

/** What a run does, as its import says or as the run was asked to do instead. */
export const importOptions = {
  deleteMissing: z.boolean(),
  maxFiles: counter.nullable(),
  includeThumbnails: z.boolean(),
  enrichMetadata: z.boolean(),
};

export const importMode = z.enum(['append', 'refresh']);

export const importRecord = z.lazy(() =>
  z.strictObject({
    ...keyed,
    collectionId: id,
    connectorId: id,
    type: z.enum(['metadata', 'media']),
    name: validatorOfField('CreateMetadataImportRequest', 'name'),
    filters: z.array(validatorOfSchema('MetadataImportFilterSet')).max(20),
    mode: importMode,
    rateLimit: counter.nullable(),
    ...importOptions,
    createdAt: moment,
  }),
);

export type ImportRecord = z.output<typeof importRecord>;
