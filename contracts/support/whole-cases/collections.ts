// Collections, and what is in them.
import { state } from '../../states.ts';
import { ids } from '../ids.ts';
import { aCollection, cases, fresh, inCollection, recording, talk, youtube } from './common.ts';

export const collections = {
  ...cases('createCollection', fresh, {
    'with all that it can have': (client) =>
      client.createCollection({
        name: 'Interviews',
        collection_type: 'media-descriptions',
        description: 'All of them',
        default_segmentation_config: { strategy: 'uniform', uniform_config: { window_seconds: 30 } },
        default_thumbnails_config: { enable_segment_thumbnails: false },
      }),
    'of transcripts': (client) =>
      client.createCollection({
        name: 'Transcripts',
        collection_type: 'rich-transcripts',
        transcribe_config: { enable_summary: false, enable_speech: true },
      }),
    'of entities': (client) =>
      client.createCollection({
        name: 'Entities',
        collection_type: 'entities',
        extract_config: { prompt: 'What was decided' },
      }),
    'of moments': (client) =>
      client.createCollection({
        name: 'Moments',
        collection_type: 'moments',
        moments_config: {
          criteria: [{ criterion: { name: 'decision', instructions: 'What was decided' } }],
        },
      }),
    'of faces': (client) =>
      client.createCollection({
        name: 'Faces',
        collection_type: 'face-analysis',
        face_detection_config: { thumbnails_config: { enable_frame_thumbnails: true } },
      }),
  }),
  ...cases('getCollection', inCollection, {
    'that holds a file': (client) => client.getCollection(ids.collection),
  }),
  ...cases('updateCollection', inCollection, {
    'with another name': (client) => client.updateCollection(ids.collection, { name: 'Calls' }),
    'with a description': (client) => client.updateCollection(ids.collection, { description: 'All of them' }),
  }),
  ...cases('deleteCollection', aCollection, {
    'that is there': (client) => client.deleteCollection(ids.collection),
  }),
  ...cases('addMedia', aCollection, {
    'of a link': (client) =>
      client.addMedia(ids.collection, {
        url: talk,
        metadata: { speaker: 'Ana' },
        segmentation_config: { strategy: 'uniform', uniform_config: { window_seconds: 30 } },
        thumbnails_config: { enable_segment_thumbnails: false },
      }),
    'of a recording': (client) => client.addMedia(ids.collection, { url: recording }),
    'of YouTube': (client) => client.addMedia(ids.collection, { url: youtube }),
  }),
  ...cases('addMedia', [state('a collection exists'), state('a file exists')], {
    'that is completed': (client) => client.addMedia(ids.collection, { url: recording }),
  }),
  ...cases('addMedia', inCollection, {
    'that is in it': (client) => client.addMedia(ids.collection, { url: recording }),
  }),
  ...cases('addMedia', [state('a file of a collection is completed')], {
    'that it has processed': (client) => client.addMedia(ids.collection, { url: recording }),
  }),
  ...cases('addVideo', aCollection, {
    'of a link': (client) =>
      client.addVideo(ids.collection, {
        url: talk,
        metadata: { speaker: 'Ana' },
        segmentation_config: { strategy: 'uniform', uniform_config: { window_seconds: 30 } },
        thumbnails_config: { enable_segment_thumbnails: false },
      }),
    'of a recording': (client) => client.addVideo(ids.collection, { url: recording }),
  }),
  ...cases('addVideo', [state('a collection exists', { collection_type: 'metadata' })], {
    'with notes': (client) =>
      client.addVideo(ids.collection, { url: recording, metadata: { speaker: 'Ana' } }),
  }),
  ...cases('addVideo', [state('a collection exists'), state('a file exists')], {
    'that is completed': (client) => client.addVideo(ids.collection, { url: recording }),
  }),
  ...cases('addYouTubeVideo', aCollection, {
    'of a video': (client) => client.addYouTubeVideo(ids.collection, youtube),
    'with notes': (client) => client.addYouTubeVideo(ids.collection, youtube, { speaker: 'Ana' }),
  }),
  ...cases('getVideo', inCollection, {
    'that is there': (client) => client.getVideo(ids.collection, ids.file),
  }),
  ...cases('deleteVideo', inCollection, {
    'that is there': (client) => client.deleteVideo(ids.collection, ids.file),
  }),
};
