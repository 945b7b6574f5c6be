// A collection. Its key is its name, which is unique.
import * as z from 'zod';
import { validatorOfField } from '../openapi/cloudglue.ts';
import { keyed, moment } from './fields.ts';

export const collectionRecord = z.lazy(() =>
  z.strictObject({
    ...keyed,
    name: z.string(),
    description: z.string().nullable(),
    type: validatorOfField('Collection', 'collection_type'),
    /** As the client sent them, and as answers return them. */
    configs: z.strictObject({
      describe_config: validatorOfField('NewCollection', 'describe_config').exactOptional(),
      extract_config: validatorOfField('NewCollection', 'extract_config').exactOptional(),
      transcribe_config: validatorOfField('NewCollection', 'transcribe_config').exactOptional(),
      face_detection_config: validatorOfField('NewCollection', 'face_detection_config').exactOptional(),
      moments_config: validatorOfField('NewCollection', 'moments_config').exactOptional(),
      default_segmentation_config: validatorOfField(
        'NewCollection',
        'default_segmentation_config',
      ).exactOptional(),
      default_thumbnails_config: validatorOfField(
        'NewCollection',
        'default_thumbnails_config',
      ).exactOptional(),
    }),
    createdAt: moment,
  }),
);

export type CollectionRecord = z.output<typeof collectionRecord>;
export type CollectionConfigs = CollectionRecord['configs'];
