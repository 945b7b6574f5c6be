// Lists: each order and each page.
import { state } from '../../states.ts';
import { ids } from '../ids.ts';
import { cases, talk } from './common.ts';

/** Two files, two collections, two tags and so on: their order shows. */
const twoFiles = [state('a file exists', { uri: talk }), state('a file exists')];
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

const search = JSON.stringify({ file: [{ path: 'filename', operator: 'Equal', valueText: 'none' }] });

export const lists = {
  ...cases('listFiles', twoFiles, {
    'all of them': (client) => client.listFiles(),
    'by name': (client) => client.listFiles({ order: 'filename', sort: 'asc' }),
    'by name, the last first': (client) => client.listFiles({ order: 'filename', sort: 'desc' }),
    'the oldest first': (client) => client.listFiles({ sort: 'asc' }),
    'by their time': (client) => client.listFiles({ order: 'created_at', sort: 'desc' }),
    'made before any was': (client) => client.listFiles({ created_before: LONG_AGO }),
    'made after all were': (client) => client.listFiles({ created_after: LATER }),
    'one of two': (client) => client.listFiles({ limit: 1 }),
    'the second of two': (client) => client.listFiles({ limit: 1, offset: 1 }),
  }),
  ...cases('listCollections', twoCollections, {
    'all of them': (client) => client.listCollections(),
    'by name': (client) => client.listCollections({ order: 'name', sort: 'asc' }),
    'by name, the last first': (client) => client.listCollections({ order: 'name', sort: 'desc' }),
    'the oldest first': (client) => client.listCollections({ sort: 'asc' }),
    'by their time': (client) => client.listCollections({ order: 'created_at', sort: 'asc' }),
    'made before any was': (client) => client.listCollections({ created_before: timeOf(LONG_AGO) }),
    'made after all were': (client) => client.listCollections({ created_after: timeOf(LATER) }),
    'one of two': (client) => client.listCollections({ limit: 1 }),
    'the second of two': (client) => client.listCollections({ limit: 1, offset: 1 }),
  }),
  ...cases('listCollections', [state('a file is in a collection')], {
    'that hold files': (client) => client.listCollections(),
  }),
  ...cases('listVideos', twoInCollection, {
    'all of them': (client) => client.listVideos(ids.collection),
    'by name': (client) => client.listVideos(ids.collection, { order: 'filename', sort: 'asc' }),
    'by name, the last first': (client) =>
      client.listVideos(ids.collection, { order: 'filename', sort: 'desc' }),
    'the oldest first': (client) => client.listVideos(ids.collection, { sort: 'asc' }),
    'by their time': (client) => client.listVideos(ids.collection, { order: 'added_at', sort: 'desc' }),
    'added before any was': (client) => client.listVideos(ids.collection, { added_before: LONG_AGO }),
    'added after all were': (client) => client.listVideos(ids.collection, { added_after: LATER }),
    'one of two': (client) => client.listVideos(ids.collection, { limit: 1 }),
    'the second of two': (client) => client.listVideos(ids.collection, { limit: 1, offset: 1 }),
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
    'the newest first': (client) => client.listWebhooks({ sort: 'desc' }),
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
