// Errors about an account's records: files, uploads, collections and webhooks.
import { endpointOf, type OperationId } from '../../openapi/cloudglue.ts';
import { ADMIN_PATH } from '../../openapi/paths.ts';
import { defineCases, type Example, mediaKinds, quote, UNKNOWN_ID } from './error-case.ts';

const OF_A_COLLECTION = [
  'getCollection',
  'updateCollection',
  'deleteCollection',
  'addMedia',
  'addVideo',
  'addYouTubeVideo',
  'listVideos',
  'getVideo',
  'deleteVideo',
  'listMetadataImports',
  'createMetadataImport',
  'getMetadataImport',
  'deleteMetadataImport',
  'createMetadataImportRun',
  'cancelMetadataImportRun',
] as const satisfies OperationId[];

const newCollection = (collection_type: string): Example => ({
  operation: 'createCollection',
  json: { collection_type, name: 'Interviews' },
});

export const recordCases = defineCases({
  'file-not-found': {
    status: 404,
    origin: 'spec',
    cause: 'no such file',
    operations: [
      'getFile',
      'updateFile',
      'deleteFile',
      'syncFileSourceMetadata',
      'addMedia',
      'addVideo',
      'createTag',
      'listFileTags',
    ],
    text: (id: string) =>
      `No file has the id ${quote(id)}. ${endpointOf('listFiles')} lists the files of your account.`,
    forced: ({ ids }) => [ids.file],
    requests: [
      { operation: 'getFile', params: { file_id: UNKNOWN_ID } },
      { operation: 'deleteFile', params: { file_id: UNKNOWN_ID } },
    ],
  },
  'invalid-filter': {
    status: 400,
    origin: 'chosen',
    cause: 'a malformed filter',
    operations: ['listFiles', 'listVideos'],
    text: (problem: string) =>
      `Invalid filter: ${problem}. Send JSON such as {"metadata":[{"path":"speaker","operator":"Equal","valueText":"Ana"}]}.`,
    forced: () => ['it is not JSON'],
    requests: [{ operation: 'listFiles', query: { filter: '{' } }],
  },
  'credits-exhausted': {
    status: 402,
    origin: 'spec',
    cause: 'no credits left for a TikTok video',
    operations: ['syncFileFromUrl'],
    text: (label: string) =>
      `The account has no credits left for ${label} videos. Use another API key for a fresh account, give it credits with PATCH ${ADMIN_PATH}/settings {"credits": 100}, or start the mock with a larger --credits.`,
    forced: () => ['TikTok'],
    requests: [
      {
        operation: 'syncFileFromUrl',
        json: { url: 'https://www.tiktok.com/@quaymark/video/7412036958271405317' },
        options: { credits: 0 },
      },
    ],
  },
  'endpoint-not-found': {
    status: 404,
    origin: 'spec',
    cause: 'the document does not say when; this mock answers it only on demand',
    operations: ['createWebhook'],
    text: () => 'The target of the webhook was not found. Check the endpoint and try again.',
    forced: () => [],
  },
  'invalid-upload': {
    status: 400,
    origin: 'spec',
    cause: 'an upload without a file, or with malformed fields',
    operations: ['uploadFile'],
    text: (
      problem: string,
      remedy: string = 'Send multipart/form-data with the media in a part named "file"',
    ) => `The upload cannot be used: ${problem}. ${remedy}.`,
    forced: () => ['it has no part named "file"'],
    requests: [{ operation: 'uploadFile', form: { metadata: '{}' } }],
  },
  'unsupported-upload': {
    status: 415,
    origin: 'spec',
    cause: 'an upload that is neither video, audio nor an image',
    operations: ['uploadFile'],
    text: (name: string, found: string, takesImages: boolean) =>
      `${quote(name)} is not ${mediaKinds(takesImages)}: its first bytes are ${found}. Upload a media file.`,
    forced: () => ['notes.txt', 'of no known type', true],
    requests: [{ operation: 'uploadFile', form: { file: 'Only words.' } }],
  },
  'upload-too-large': {
    status: 413,
    origin: 'chosen',
    cause: 'an upload larger than the mock accepts',
    operations: ['uploadFile'],
    text: (bytes: number) =>
      `The file is larger than ${bytes} bytes. Upload a smaller one, or restart the mock with a larger --max-upload.`,
    headers: { connection: 'close' },
    forced: () => [2 ** 31],
    requests: [{ operation: 'uploadFile', form: { file: 'Eleven bytes.' }, options: { maxUpload: 10 } }],
  },
  'collection-not-found': {
    status: 404,
    origin: 'spec',
    cause: 'no such collection',
    operations: OF_A_COLLECTION,
    text: (id: string) =>
      `No collection has the id ${quote(id)}. ${endpointOf('listCollections')} lists the collections of your account.`,
    forced: ({ ids }) => [ids.collection],
    requests: [{ operation: 'getCollection', params: { collection_id: UNKNOWN_ID } }],
  },
  'not-in-collection': {
    status: 404,
    origin: 'spec',
    cause: 'the file is not in the collection',
    operations: ['getVideo', 'deleteVideo'],
    text: (id: string, collectionId: string) =>
      `The collection has no file with the id ${quote(id)}. ${endpointOf('listVideos', { collection_id: collectionId })} lists its files.`,
    forced: ({ ids }) => [ids.file, ids.collection],
    requests: [
      {
        operation: 'getVideo',
        params: { collection_id: '{id}', file_id: UNKNOWN_ID },
        after: newCollection('media-descriptions'),
      },
    ],
  },
  'collection-name-taken': {
    status: 409,
    origin: 'spec',
    cause: 'another collection has the name',
    operations: ['createCollection'],
    text: (name: string) =>
      `A collection named ${quote(name)} already exists. Choose another name, or use that collection.`,
    forced: () => ['Interviews'],
    requests: [{ ...newCollection('media-descriptions'), after: newCollection('media-descriptions') }],
  },
  'unfit-for-audio': {
    status: 400,
    origin: 'spec',
    cause: 'audio where video is required',
    operations: ['addMedia', 'addVideo'],
    text: (name: string, what: string) =>
      `${quote(name)} is audio, which ${what} cannot take. Use a video, or another way to process it.`,
    forced: ({ uri }) => [uri, 'face analysis'],
    requests: [
      {
        operation: 'addMedia',
        params: { collection_id: '{id}' },
        json: { url: 'https://example.com/podcast.mp3' },
        after: newCollection('face-analysis'),
      },
    ],
  },
  'image-in-collection': {
    status: 400,
    origin: 'chosen',
    cause: 'an image, which no collection takes',
    operations: ['addMedia', 'addVideo'],
    since: '0.7.8',
    text: (name: string) =>
      `${quote(name)} is an image, and collections take video and audio only. Add one of those.`,
    forced: ({ uri }) => [uri],
    requests: [
      {
        operation: 'addMedia',
        params: { collection_id: '{id}' },
        json: { url: 'https://example.com/poster.png' },
        after: newCollection('media-descriptions'),
      },
    ],
  },
  'unfit-for-metadata': {
    status: 400,
    origin: 'docs',
    cause: 'a file of no connector that tells of its items, for a collection of type metadata',
    operations: ['addMedia', 'addVideo'],
    since: '0.7.11',
    text: (name: string, source: string) =>
      `${quote(name)} is of the source ${source}, which says nothing of its files that a collection of type metadata could index. Use a file of another connector, or a collection of another type.`,
    forced: () => ['talk.mp4', 'http'],
    requests: [
      {
        operation: 'addMedia',
        params: { collection_id: '{id}' },
        json: { url: 'https://example.com/talk.mp4' },
        after: newCollection('metadata'),
      },
    ],
  },
  'not-youtube-url': {
    status: 400,
    origin: 'spec',
    cause: 'a URL of another site than YouTube',
    operations: ['addYouTubeVideo'],
    text: (url: string, collectionId: string) =>
      `${quote(url)} is not a YouTube URL. Add it with ${endpointOf('addMedia', { collection_id: collectionId })} instead.`,
    forced: ({ uri, ids }) => [uri, ids.collection],
    requests: [
      {
        operation: 'addYouTubeVideo',
        params: { collection_id: '{id}' },
        json: { url: 'https://example.com/talk.mp4' },
        after: newCollection('media-descriptions'),
      },
    ],
  },
  'nothing-to-refresh': {
    status: 400,
    origin: 'spec',
    cause: 'a file whose source tells nothing that could be read again',
    operations: ['syncFileSourceMetadata'],
    text: (id: string, source: string) =>
      `The file ${quote(id)} is of the source ${source}, which has no source metadata: there is nothing to refresh. Refresh files of a connector that has it.`,
    forced: ({ ids }) => [ids.file, 'upload'],
    requests: [
      {
        operation: 'syncFileSourceMetadata',
        params: { file_id: '{id}' },
        after: { operation: 'syncFileFromUrl', json: { url: 'https://example.com/talk.mp4' } },
      },
    ],
  },
  'no-connector-to-refresh': {
    status: 400,
    origin: 'spec',
    cause: 'the account has no connector of the type any more',
    operations: ['syncFileSourceMetadata'],
    text: (id: string, type: string) =>
      `The file ${quote(id)} came through a data connector of type ${type}, and the account has none now. Connect one first.`,
    forced: ({ ids, type }) => [ids.file, type],
  },
  'tag-not-found': {
    status: 404,
    origin: 'spec',
    cause: 'no such tag',
    operations: ['getTag', 'updateTag', 'deleteTag'],
    text: (id: string) =>
      `No tag has the id ${quote(id)}. ${endpointOf('listTags')} lists those of your account.`,
    forced: ({ ids }) => [ids.tag],
    requests: [{ operation: 'getTag', params: { tag_id: UNKNOWN_ID } }],
  },
  'webhook-limit': {
    status: 429,
    origin: 'chosen',
    cause: 'the account has as many webhooks as the mock sends to',
    operations: ['createWebhook'],
    text: (limit: number) =>
      `The account has ${limit} webhooks, as many as one may have here. Remove one with ${endpointOf('deleteWebhook')}, or use another API key for a fresh account.`,
    headers: { 'retry-after': '30' },
    forced: () => [100],
  },
  'webhook-not-found': {
    status: 404,
    origin: 'spec',
    cause: 'no such webhook',
    // The document lists it for createWebhook too, and does not say when it occurs.
    operations: ['getWebhookById', 'updateWebhook', 'deleteWebhook', 'createWebhook'],
    text: (id: string) =>
      `No webhook has the id ${quote(id)}. ${endpointOf('listWebhooks')} lists the webhooks of your account.`,
    forced: ({ ids }) => [ids.webhook],
    requests: [{ operation: 'getWebhookById', params: { webhook_id: UNKNOWN_ID } }],
  },
});
