// One call of the client for each kind of answer, whose answer is agreed upon as a whole: every field, and for lists
// every filter and order. Other consumers need less; these are there so that no mistake of the provider goes unseen.
import type { Client } from '../client.ts';
import { type State, state } from '../states.ts';
import { ids } from './ids.ts';
import { mediaFile } from './upload.ts';

export interface WholeCase {
  given: State[];
  call: (client: Client) => Promise<unknown>;
}

const talk = 'https://media.quaymark.example/talks/port-automation-keynote.mp4';
const recording = 'grain://recording/abc123';
const youtube = 'https://www.youtube.com/watch?v=Qk7mR2dYx0E';
const hook = { endpoint: 'http://127.0.0.1:9/hooks', subscribed_events: ['file.job.completed' as const] };

const fresh = [state('the account is fresh')];
const aFile = [state('a file exists')];
const aCollection = [state('a collection exists')];
const inCollection = [state('a file is in a collection')];
const anImport = [state('an import exists')];

/** An item of each connector that tells something of its items, and of the others. */
const items = {
  s3: 's3://quaymark-recordings/recordings/2025/11/03/dock-1/clip-0600.mp4',
  gcs: 'gs://quaymark-vision-training/raw/nordhavn-aarhus/2025-08-12/camera-01.mp4',
  'google-drive': 'gdrive://file/1pmSkL8-fXK1iYk_UCow3s3HyBDqWMvIf',
  dropbox: 'dropbox:///Team/All%20hands.mp4',
  zoom: 'zoom://uuid/%2FKvPokMhQjqvGRPa2Tl59A%3D%3D',
  grain: recording,
  gong: 'gong://call/280144223340795106',
  recall: 'recall://recording/f8229cd3-a1a3-48ae-93ce-18372b92c2e5',
  iconik: 'iconik://asset/a3f0c2d8-6b1e-11f0-9a47-0242ac120002',
} as const;
type Type = keyof typeof items;
const types = Object.keys(items) as Type[];
const withMetadata = types.filter((type) => type !== 's3' && type !== 'gcs');

/** Two files, two collections, two tags and so on: their order shows. */
const twoFiles = [state('a file exists', { uri: talk }), state('a file exists')];
const waiting = [state('a file exists'), state('the file is pending', { uri: talk })];
const twoInCollection = [
  state('a file is in a collection', { uri: talk }),
  state('a file is in a collection'),
];
const twoCollections = [
  state('a collection exists', { name: 'Interviews' }),
  state('a collection exists', { name: 'Calls', collection_type: 'rich-transcripts' }),
];
const twoTags = [
  state('a file is tagged', { label: 'topic', value: 'pricing' }),
  state('a file is tagged', { label: 'mood', value: 'good' }),
];
const twoWebhooks = [
  state('a webhook exists'),
  state('a webhook exists', { endpoint: 'http://127.0.0.1:9/others', events: ['file.job.failed'] }),
];

const LONG_AGO = '2020-01-01';
const LATER = '2030-01-01';
/** Collections want the time of day as well. */
const timeOf = (day: string) => `${day}T00:00:00Z`;

const cases = (name: string, given: State[], calls: Record<string, WholeCase['call']>) =>
  Object.fromEntries(Object.entries(calls).map(([what, call]) => [`${name} ${what}`, { given, call }]));

const search = JSON.stringify({ file: [{ path: 'filename', operator: 'Equal', valueText: 'none' }] });

const lists = {
  ...cases('listFiles', twoFiles, {
    'all of them': (client) => client.listFiles(),
    'by name': (client) => client.listFiles({ order: 'filename', sort: 'asc' }),
    'by name, the last first': (client) => client.listFiles({ order: 'filename', sort: 'desc' }),
    'the oldest first': (client) => client.listFiles({ sort: 'asc' }),
    'made before any was': (client) => client.listFiles({ created_before: LONG_AGO }),
    'made after all were': (client) => client.listFiles({ created_after: LATER }),
    'one of two': (client) => client.listFiles({ limit: 1 }),
    'the second of two': (client) => client.listFiles({ limit: 1, offset: 1 }),
  }),
  ...cases('listFiles', waiting, {
    'that are pending': (client) => client.listFiles({ status: 'pending' }),
  }),
  ...cases('listCollections', twoCollections, {
    'all of them': (client) => client.listCollections(),
    'by name': (client) => client.listCollections({ order: 'name', sort: 'asc' }),
    'by name, the last first': (client) => client.listCollections({ order: 'name', sort: 'desc' }),
    'the oldest first': (client) => client.listCollections({ sort: 'asc' }),
    'made before any was': (client) => client.listCollections({ created_before: timeOf(LONG_AGO) }),
    'made after all were': (client) => client.listCollections({ created_after: timeOf(LATER) }),
    'one of two': (client) => client.listCollections({ limit: 1 }),
    'the second of two': (client) => client.listCollections({ limit: 1, offset: 1 }),
  }),
  ...cases('listVideos', twoInCollection, {
    'all of them': (client) => client.listVideos(ids.collection),
    'by name': (client) => client.listVideos(ids.collection, { order: 'filename', sort: 'asc' }),
    'by name, the last first': (client) =>
      client.listVideos(ids.collection, { order: 'filename', sort: 'desc' }),
    'the oldest first': (client) => client.listVideos(ids.collection, { sort: 'asc' }),
    'added before any was': (client) => client.listVideos(ids.collection, { added_before: LONG_AGO }),
    'added after all were': (client) => client.listVideos(ids.collection, { added_after: LATER }),
    'one of two': (client) => client.listVideos(ids.collection, { limit: 1 }),
    'the second of two': (client) => client.listVideos(ids.collection, { limit: 1, offset: 1 }),
    'that are completed': (client) => client.listVideos(ids.collection, { status: 'completed' }),
    'that a filter finds': (client) => client.listVideos(ids.collection, { filter: search }),
  }),
  ...cases('listTags', twoTags, {
    'all of them': (client) => client.listTags(),
    'of segments': (client) => client.listTags({ type: 'segment' }),
    'one of two': (client) => client.listTags({ limit: 1 }),
    'the second of two': (client) => client.listTags({ limit: 1, offset: 1 }),
  }),
  ...cases('listFileTags', twoTags, { 'all of them': (client) => client.listFileTags(ids.file) }),
  ...cases('listWebhooks', twoWebhooks, {
    'all of them': (client) => client.listWebhooks(),
    'the oldest first': (client) => client.listWebhooks({ order: 'created_at', sort: 'asc' }),
    'one of two': (client) => client.listWebhooks({ limit: 1 }),
    'the second of two': (client) => client.listWebhooks({ limit: 1, offset: 1 }),
  }),
  ...cases('listMetadataImports', [state('an import is running')], {
    'that run': (client) => client.listMetadataImports(ids.collection),
  }),
  ...cases('listMetadataImports', [state('an import has run')], {
    'all of them': (client) => client.listMetadataImports(ids.collection),
    'after the last': (client) => client.listMetadataImports(ids.collection, { limit: 1, offset: 1 }),
  }),
  ...cases('getMetadataImport', [state('an import has run')], {
    'with its runs': (client) => client.getMetadataImport(ids.collection, ids.import),
    'one run of two': (client) => client.getMetadataImport(ids.collection, ids.import, { limit: 1 }),
    'the second run of two': (client) =>
      client.getMetadataImport(ids.collection, ids.import, { limit: 1, offset: 1 }),
  }),
  ...cases('listDataConnectors', [state('a connector exists')], {
    'all of them': (client) => client.listDataConnectors(),
  }),
};

/** How many entries of a listing are agreed upon, two by default. */
const LENGTHS: Partial<Record<Type, number>> = { grain: 60, recall: 6, gong: 4, iconik: 6 };

const browse = {
  ...Object.fromEntries(
    types
      .filter((type) => type !== 's3' && type !== 'gcs')
      .map((type): [string, WholeCase] => [
        `listDataConnectorFiles of ${type}`,
        {
          given: [state('a connector exists', { type })],
          // Enough of them to meet each kind of entry.
          call: (client) => client.listDataConnectorFiles(ids[type], { limit: LENGTHS[type] ?? 2 }),
        },
      ]),
  ),
  ...cases('listDataConnectorFiles', [state('a connector exists', { type: 's3' })], {
    'of a bucket': (client) =>
      client.listDataConnectorFiles(ids.s3, { bucket: 'quaymark-recordings', limit: 3 }),
    'of a bucket by its prefix': (client) =>
      client.listDataConnectorFiles(ids.s3, {
        bucket: 'quaymark-recordings',
        prefix: 'recordings/2025/11/03/dock-1/',
        limit: 2,
      }),
  }),
  ...cases('listDataConnectorFiles', [state('a connector exists', { type: 'grain' })], {
    'of a team': (client) => client.listDataConnectorFiles(ids.grain, { team: 'Sales', limit: 2 }),
    'of a kind of meeting': (client) =>
      client.listDataConnectorFiles(ids.grain, { meeting_type: 'none', limit: 2 }),
    'by title': (client) => client.listDataConnectorFiles(ids.grain, { title_search: 'review', limit: 2 }),
    'from a day on': (client) => client.listDataConnectorFiles(ids.grain, { from: '2030-01-01', limit: 2 }),
    'until a day': (client) => client.listDataConnectorFiles(ids.grain, { to: '2020-01-01', limit: 2 }),
  }),
  ...cases('listDataConnectorFiles', [state('a connector exists', { type: 'google-drive' })], {
    'of a folder of Drive': (client) =>
      client.listDataConnectorFiles(ids['google-drive'], {
        folder_id: '1hHip--eQtIZ2PaOE6ui5w_wV9RHpa8fG',
        limit: 2,
      }),
  }),
  ...cases('listDataConnectorFiles', [state('a connector exists', { type: 'dropbox' })], {
    'of a folder of Dropbox': (client) =>
      client.listDataConnectorFiles(ids.dropbox, { path: '/Team', limit: 2 }),
    'of all folders of Dropbox': (client) =>
      client.listDataConnectorFiles(ids.dropbox, { recursive: 'true', limit: 2 }),
  }),
};

const makes = {
  ...Object.fromEntries(
    types.map((type): [string, WholeCase] => [
      `syncDataConnectorFile of ${type}`,
      {
        given: [state('an item exists', { type })],
        call: (client) => client.syncDataConnectorFile(ids[type], items[type]),
      },
    ]),
  ),
  ...Object.fromEntries(
    withMetadata.map((type): [string, WholeCase] => [
      `getDataConnectorSourceMetadata of ${type}`,
      {
        given: [state('an item exists', { type })],
        call: (client) => client.getDataConnectorSourceMetadata(ids[type], items[type]),
      },
    ]),
  ),
  ...cases('syncDataConnectorFile', aFile, {
    again: (client) => client.syncDataConnectorFile(ids.grain, recording),
  }),
  ...cases('syncFileFromUrl', fresh, {
    'of a direct link': (client) => client.syncFileFromUrl(talk, { speaker: 'Ana' }),
    'of a share link of Dropbox': (client) =>
      client.syncFileFromUrl('https://www.dropbox.com/scl/fi/b2vrhy678t7poas4voh71/All-hands.mp4'),
  }),
  ...cases('syncFileFromUrl', [state('a file exists', { uri: talk, metadata: { speaker: 'Ana' } })], {
    again: (client) => client.syncFileFromUrl(talk),
  }),
  ...cases('uploadFile', fresh, {
    'of a video': (client) => client.uploadFile(mediaFile('interview.mp4')),
  }),
};

const files = {
  ...Object.fromEntries(
    (['pending', 'processing', 'completed', 'failed', 'not_applicable'] as const).map(
      (status): [string, WholeCase] => [
        `getFile that is ${status}`,
        { given: [state(`the file is ${status}`)], call: (client) => client.getFile(ids.file) },
      ],
    ),
  ),
  ...cases('updateFile', [state('a file exists', { metadata: { speaker: 'Ana', room: 'A' } })], {
    'with other metadata, which replaces what was there': (client) =>
      client.updateFile(ids.file, { filename: 'Renewal call.mp4', metadata: { speaker: 'Luis' } }),
    'with another name alone': (client) => client.updateFile(ids.file, { filename: 'Renewal call.mp4' }),
  }),
  ...cases('deleteFile', aFile, { 'that is there': (client) => client.deleteFile(ids.file) }),
  ...cases('syncFileSourceMetadata', aFile, {
    'of Grain': (client) => client.syncFileSourceMetadata(ids.file),
  }),
};

const collections = {
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

const aMetadataCollection = [state('a collection exists', { collection_type: 'metadata' })];
const imports = {
  ...cases('createMetadataImport', aMetadataCollection, {
    'with all that it can have': (client) =>
      client.createMetadataImport(ids.collection, {
        name: 'Calls',
        connector_id: ids.grain,
        filters: [{ from: '2025-01-01', title_search: 'review' }],
        default_mode: 'refresh',
        delete_missing: true,
        rate_limit: 5,
        max_files: 100,
        enrich_metadata: true,
        include_thumbnails: true,
      }),
    'with nothing that it need not have': (client) =>
      client.createMetadataImport(ids.collection, { name: 'Calls', connector_id: ids.grain }),
  }),
  ...cases('createMetadataImport', aCollection, {
    'of media': (client) =>
      client.createMetadataImport(ids.collection, { name: 'Calls', connector_id: ids.grain, start: false }),
  }),
  ...cases('createMetadataImportRun', anImport, {
    'with all that it can have': (client) =>
      client.createMetadataImportRun(ids.collection, ids.import, {
        mode: 'refresh',
        delete_missing: true,
        max_files: 7,
        enrich_metadata: true,
      }),
    'as the import says': (client) => client.createMetadataImportRun(ids.collection, ids.import),
  }),
  ...cases('cancelMetadataImportRun', [state('an import is running')], {
    'that waits': (client) => client.cancelMetadataImportRun(ids.collection, ids.import, ids.run),
  }),
  ...cases('cancelMetadataImportRun', [state('an import has run')], {
    'that has ended': (client) => client.cancelMetadataImportRun(ids.collection, ids.import, ids.run),
  }),
  ...cases('deleteMetadataImport', anImport, {
    'that is there': (client) => client.deleteMetadataImport(ids.collection, ids.import),
  }),
};

const rest = {
  ...cases('createTag', aFile, {
    'of a segment': (client) =>
      client.createTag({
        label: 'topic',
        value: 'pricing',
        file_id: ids.file,
        segment_id: '2c0f1e6a-94b7-4b8e-8d4e-6f0a5b7c9d21',
      }),
    'of a file': (client) => client.createTag({ label: 'topic', value: 'pricing', file_id: ids.file }),
  }),
  ...cases('getTag', [state('a file is tagged')], { 'that is there': (client) => client.getTag(ids.tag) }),
  ...cases('updateTag', [state('a file is tagged')], {
    'with another value': (client) => client.updateTag(ids.tag, { value: 'discount' }),
    'with another label': (client) => client.updateTag(ids.tag, { label: 'subject' }),
  }),
  ...cases('deleteTag', [state('a file is tagged')], {
    'that is there': (client) => client.deleteTag(ids.tag),
  }),
  ...cases('createWebhook', fresh, {
    'with a description': (client) => client.createWebhook({ ...hook, description: 'Of the team' }),
  }),
  ...cases('getWebhookById', [state('a webhook exists')], {
    'that is there': (client) => client.getWebhookById(ids.webhook),
  }),
  ...cases('updateWebhook', [state('a webhook exists')], {
    'in all that it has': (client) =>
      client.updateWebhook(ids.webhook, {
        active: false,
        description: 'Of the team',
        endpoint: 'http://127.0.0.1:9/others',
        subscribed_events: ['file.job.failed'],
      }),
  }),
  ...cases('deleteWebhook', [state('a webhook exists')], {
    'that is there': (client) => client.deleteWebhook(ids.webhook),
  }),
};

/** By their names, which begin with the operation. */
export const wholeCases: Record<string, WholeCase> = {
  ...lists,
  ...browse,
  ...makes,
  ...files,
  ...collections,
  ...imports,
  ...rest,
};
