// Filters that find some and leave out others: each operator of a search, each value of an enum, each range; and lists
// that are empty.
import { state } from '../../states.ts';
import { ids } from '../ids.ts';
import { aFile, cases, fresh, talk, type WholeCase } from './common.ts';

const twoFiles = [
  state('a file exists', { uri: talk, metadata: { speaker: 'Ana', rooms: ['A', 'B'] } }),
  state('a file exists', { metadata: { speaker: 'Luis', rooms: ['B', 'C'] } }),
];

/** Of the two files, each finds one. */
const searches = {
  Equal: { path: 'speaker', valueText: 'Ana' },
  NotEqual: { path: 'speaker', valueText: 'Ana' },
  LessThan: { path: 'speaker', valueText: 'Luis' },
  GreaterThan: { path: 'speaker', valueText: 'Ana' },
  Like: { path: 'speaker', valueText: 'aN%' },
  In: { path: 'speaker', valueTextArray: ['Luis', 'Yuki'] },
  ContainsAny: { path: 'rooms', valueTextArray: ['A', 'D'] },
  ContainsAll: { path: 'rooms', valueTextArray: ['B', 'C'] },
};

const byMetadata = (...criteria: object[]) => JSON.stringify({ metadata: criteria });
const equal = { path: 'speaker', operator: 'Equal' };

const statuses = ['pending', 'processing', 'completed', 'failed', 'not_applicable'] as const;
const kinds = [
  'media-descriptions',
  'entities',
  'rich-transcripts',
  'face-analysis',
  'metadata',
  'moments',
] as const;

/** What a list has that is of a status or a type, and of nothing else. */
const byEnum = {
  ...Object.fromEntries(
    statuses.map((status): [string, WholeCase] => [
      `listFiles that are ${status}`,
      { given: [state(`the file is ${status}`)], call: (client) => client.listFiles({ status }) },
    ]),
  ),
  ...Object.fromEntries(
    statuses.map((status): [string, WholeCase] => [
      `listVideos that are ${status}`,
      {
        given: [
          state('a file is in a collection', {
            uri: talk,
            status: status === 'completed' ? 'failed' : 'completed',
          }),
          state('a file is in a collection', { status }),
        ],
        call: (client) => client.listVideos(ids.collection, { status }),
      },
    ]),
  ),
  ...Object.fromEntries(
    kinds.map((collection_type): [string, WholeCase] => [
      `listCollections of ${collection_type}`,
      {
        given: [state('a collection exists', { collection_type })],
        call: (client) => client.listCollections({ collection_type }),
      },
    ]),
  ),
};

const LONG_AGO = '2020-01-01';
const LATER = '2030-01-01';

export const filters = {
  ...byEnum,
  ...cases(
    'listFiles',
    twoFiles,
    Object.fromEntries(
      Object.entries(searches).map(([operator, criterion]) => [
        `by ${operator}`,
        (client) => client.listFiles({ filter: byMetadata({ operator, ...criterion }) }),
      ]),
    ),
  ),
  ...cases('listFiles', twoFiles, {
    'by Equal in another case': (client) =>
      client.listFiles({ filter: byMetadata({ ...equal, valueText: 'ana' }) }),
    'by two criteria of which one holds': (client) =>
      client.listFiles({
        filter: byMetadata({ ...equal, valueText: 'Ana' }, { ...equal, valueText: 'Luis' }),
      }),
    'made in these years': (client) => client.listFiles({ created_after: LONG_AGO, created_before: LATER }),
  }),
  ...cases('listDataConnectorFiles', [state('a connector exists', { type: 'grain' })], {
    'of a day': (client) =>
      client.listDataConnectorFiles(ids.grain, { from: '2025-12-11', to: '2025-12-11', limit: 5 }),
  }),
  ...cases('listFiles', fresh, { 'none at all': (client) => client.listFiles() }),
  ...cases('listFileTags', aFile, { 'none at all': (client) => client.listFileTags(ids.file) }),
  ...cases('listTags', fresh, { 'none at all': (client) => client.listTags() }),
  ...cases('listWebhooks', fresh, { 'none at all': (client) => client.listWebhooks() }),
  ...cases('listCollections', fresh, { 'none at all': (client) => client.listCollections() }),
  ...cases('listVideos', [state('a collection exists')], {
    'none at all': (client) => client.listVideos(ids.collection),
  }),
  ...cases('listMetadataImports', [state('a collection exists')], {
    'none at all': (client) => client.listMetadataImports(ids.collection),
  }),
};
