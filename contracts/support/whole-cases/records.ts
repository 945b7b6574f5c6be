// Imports, tags and webhooks.
import { state } from '../../states.ts';
import { ids } from '../ids.ts';
import { aCollection, aFile, anImport, cases, fresh, hook } from './common.ts';

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
    'that appends': (client) =>
      client.createMetadataImportRun(ids.collection, ids.import, { mode: 'append' }),
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

export const records = {
  ...imports,
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
