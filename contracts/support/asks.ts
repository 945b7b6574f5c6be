// One plain request for each operation, for what any operation may answer: 401, 500, and what only breaks rarely.
import type { OperationId } from '../../src/openapi/cloudglue.ts';
import { ids } from './ids.ts';
import type { Ask } from './refusal.ts';
import { mediaFile, uploadOf } from './upload.ts';

const connector = `/v1/data-connectors/${ids.grain}`;
const file = `/v1/files/${ids.file}`;
const collection = `/v1/collections/${ids.collection}`;
const video = `${collection}/videos/${ids.file}`;
const definition = `${collection}/imports/${ids.import}`;
const run = `${definition}/runs/${ids.run}`;
const tag = `/v1/tags/${ids.tag}`;
const webhook = `/v1/webhooks/${ids.webhook}`;

const recording = 'grain://recording/abc123';
const talk = 'https://media.quaymark.example/talks/port-automation-keynote.mp4';
const rename = { filename: 'Renewal call.mp4' };
const interviews = { collection_type: 'media-descriptions', name: 'Interviews' } as const;
const bring = { name: 'Calls', connector_id: ids.grain };
const label = { label: 'topic', value: 'pricing', file_id: ids.file };
const youtube = 'https://www.youtube.com/watch?v=Qk7mR2dYx0E';
const hook = { endpoint: 'http://127.0.0.1:9/hooks', subscribed_events: ['file.job.completed' as const] };

const get = (path: string, call: Ask['call']): Ask => ({ method: 'GET', path, call });
const remove = (path: string, call: Ask['call']): Ask => ({ method: 'DELETE', path, call });
const send = (method: string, path: string, body: object, call: Ask['call']): Ask => ({
  method,
  path,
  request: (request) => request.jsonBody(body),
  call,
});

export const asks: Record<OperationId, Ask> = {
  listDataConnectors: get('/v1/data-connectors', (client) => client.listDataConnectors()),
  listDataConnectorFiles: get(`${connector}/files`, (client) => client.listDataConnectorFiles(ids.grain)),
  syncDataConnectorFile: send('POST', `${connector}/sync`, { url: recording }, (client) =>
    client.syncDataConnectorFile(ids.grain, recording),
  ),
  getDataConnectorSourceMetadata: {
    ...get(`${connector}/source-metadata`, (client) =>
      client.getDataConnectorSourceMetadata(ids.grain, recording),
    ),
    request: (request) => request.query({ url: recording }),
  },

  listFiles: get('/v1/files', (client) => client.listFiles()),
  uploadFile: {
    method: 'POST',
    path: '/v1/files',
    request: uploadOf('interview.mp4'),
    call: (client) => client.uploadFile(mediaFile('interview.mp4')),
  },
  syncFileFromUrl: send('POST', '/v1/files/sync', { url: talk }, (client) => client.syncFileFromUrl(talk)),
  getFile: get(file, (client) => client.getFile(ids.file)),
  syncFileSourceMetadata: {
    method: 'POST',
    path: `${file}/sync`,
    call: (client) => client.syncFileSourceMetadata(ids.file),
  },
  updateFile: send('PUT', file, rename, (client) => client.updateFile(ids.file, rename)),
  deleteFile: remove(file, (client) => client.deleteFile(ids.file)),
  listFileTags: get(`${file}/tags`, (client) => client.listFileTags(ids.file)),

  listCollections: get('/v1/collections', (client) => client.listCollections()),
  createCollection: send('POST', '/v1/collections', interviews, (client) =>
    client.createCollection(interviews),
  ),
  getCollection: get(collection, (client) => client.getCollection(ids.collection)),
  updateCollection: send('PUT', collection, { name: 'Calls' }, (client) =>
    client.updateCollection(ids.collection, { name: 'Calls' }),
  ),
  deleteCollection: remove(collection, (client) => client.deleteCollection(ids.collection)),
  addMedia: send('POST', `${collection}/media`, { url: talk }, (client) =>
    client.addMedia(ids.collection, { url: talk }),
  ),
  addVideo: send('POST', `${collection}/videos`, { url: talk }, (client) =>
    client.addVideo(ids.collection, { url: talk }),
  ),
  addYouTubeVideo: send('POST', `${collection}/youtube`, { url: youtube }, (client) =>
    client.addYouTubeVideo(ids.collection, youtube),
  ),
  listVideos: get(`${collection}/videos`, (client) => client.listVideos(ids.collection)),
  getVideo: get(video, (client) => client.getVideo(ids.collection, ids.file)),
  deleteVideo: remove(video, (client) => client.deleteVideo(ids.collection, ids.file)),

  listMetadataImports: get(`${collection}/imports`, (client) => client.listMetadataImports(ids.collection)),
  createMetadataImport: send('POST', `${collection}/imports`, bring, (client) =>
    client.createMetadataImport(ids.collection, bring),
  ),
  getMetadataImport: get(definition, (client) => client.getMetadataImport(ids.collection, ids.import)),
  deleteMetadataImport: remove(definition, (client) =>
    client.deleteMetadataImport(ids.collection, ids.import),
  ),
  createMetadataImportRun: send('POST', `${definition}/runs`, {}, (client) =>
    client.createMetadataImportRun(ids.collection, ids.import),
  ),
  cancelMetadataImportRun: {
    method: 'POST',
    path: `${run}/cancel`,
    call: (client) => client.cancelMetadataImportRun(ids.collection, ids.import, ids.run),
  },

  listTags: get('/v1/tags', (client) => client.listTags()),
  createTag: send('POST', '/v1/tags', label, (client) => client.createTag(label)),
  getTag: get(tag, (client) => client.getTag(ids.tag)),
  updateTag: send('PUT', tag, { value: 'discount' }, (client) =>
    client.updateTag(ids.tag, { value: 'discount' }),
  ),
  deleteTag: remove(tag, (client) => client.deleteTag(ids.tag)),

  listWebhooks: get('/v1/webhooks', (client) => client.listWebhooks()),
  createWebhook: send('POST', '/v1/webhooks', hook, (client) => client.createWebhook(hook)),
  getWebhookById: get(webhook, (client) => client.getWebhookById(ids.webhook)),
  updateWebhook: send('PUT', webhook, { active: false }, (client) =>
    client.updateWebhook(ids.webhook, { active: false }),
  ),
  deleteWebhook: remove(webhook, (client) => client.deleteWebhook(ids.webhook)),
};
