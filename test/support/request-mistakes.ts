// For each rule of single requests, requests that break it, each with its twin that does not.
import { type Example, UNKNOWN_ID } from '../../src/errors/cases/error-case.ts';
import type { OperationId } from '../../src/openapi/cloudglue.ts';
import type { ApiVersion } from '../../src/openapi/versions.ts';
import { ids } from './ids.ts';

export interface MistakeExample {
  broken: Example;
  sound: Example;
  version?: ApiVersion;
  /** What the finding must say, in its text or its remedy. */
  says?: string;
  /** The end of the pointer into the document. */
  document?: string;
}

const GRAIN = { id: ids.grain };
const list = (query: Record<string, string> = {}, more: Partial<Example> = {}): Example => ({
  operation: 'listFiles',
  query,
  ...more,
});
const listWith = (headers: Record<string, string>): Example => list({}, { headers });
const withKey = (authorization: string): Example => list({}, { token: null, headers: { authorization } });
const at = (method: string, path: string): Example => list({}, { request: { method, path } });
const post = (operation: OperationId, json: unknown, params: Record<string, string> = {}): Example => ({
  operation,
  json,
  params,
});
const syncUrl = (json: object): Example =>
  post('syncFileFromUrl', { url: 'https://example.com/talk.mp4', ...json });
const sync = (url: string, params: Record<string, string> = GRAIN) =>
  post('syncDataConnectorFile', { url }, params);
const collection = (json: object = {}): Example =>
  post('createCollection', { collection_type: 'media-descriptions', name: 'Interviews', ...json });
const inCollection = (operation: OperationId, json: unknown, kind = 'media-descriptions'): Example => ({
  ...post(operation, json, { collection_id: '{id}' }),
  after: collection({ collection_type: kind }),
});
const importOf = (json: object, kind = 'metadata') =>
  inCollection('createMetadataImport', { name: 'Calls', start: false, ...json }, kind);
const file = (json: unknown, operation: OperationId): Example => ({
  ...post(operation, json, { file_id: '{id}' }),
  after: syncUrl({}),
});
const getFile = (file_id: string): Example => ({ operation: 'getFile', params: { file_id } });
const raw = (text: string, headers: Record<string, string>): Example => ({
  operation: 'syncFileFromUrl',
  text,
  headers,
});
const JSON_TYPE = { 'content-type': 'application/json' };
const TALK = '{"url":"https://example.com/talk.mp4"}';
const upload = (form: Record<string, string>): Example => ({ operation: 'uploadFile', form });
/** What the mock takes for a video by its first bytes. */
const VIDEO = '\0\0\0\x18ftypmp42\0\0\0\0mp42isom';

export const requestMistakes: Record<string, MistakeExample[]> = {
  'unknown-operation': [
    { broken: at('GET', '/v1/file/123'), sound: at('GET', '/v1/files/123'), says: '/v1/files/{file_id}' },
    { broken: at('GET', '/v1/videos'), sound: at('GET', '/v1/files'), says: '"/v1/videos"' },
    { broken: at('GET', '/v1/Files'), sound: at('GET', '/favicon.ico'), says: '/v1/files' },
    { broken: at('GET', '/nothing'), sound: at('GET', '/v1/') },
    {
      broken: list({}, { request: { method: 'GET', path: '/v1/collections/c/imports/i' } }),
      sound: at('GET', '/v1/collections/c'),
      version: '0.7.7',
      says: '0.7.17',
    },
  ],
  'operation-not-in-mock': [
    { broken: at('POST', '/v1/describe'), sound: at('GET', '/v1/files') },
    { broken: at('GET', '/v1/files/123/segments/4'), sound: at('GET', `/v1/files/${UNKNOWN_ID}/tags`) },
  ],
  'wrong-base-path': [
    { broken: at('GET', '/files'), sound: at('GET', '/v1/files'), says: 'no base path' },
    { broken: at('GET', '/v1/v1/files'), sound: at('GET', '/v1//files'), says: '"/v1/v1"' },
    { broken: at('GET', '/api/v2/files/123'), sound: at('GET', '/'), says: '"/api/v2"' },
  ],
  'unknown-method': [
    {
      broken: at('PATCH', '/v1/files/123'),
      sound: at('DELETE', '/v1/files/123'),
      says: 'PUT (updateFile)',
      document: '/paths/~1files~1{file_id}',
    },
    { broken: at('DELETE', '/v1/files'), sound: at('OPTIONS', '/v1/files') },
    {
      broken: at('PUT', '/v1/collections/123/media/'),
      sound: at('HEAD', '/v1/files'),
      says: 'POST (addMedia)',
    },
  ],
  'missing-api-key': [{ broken: list({}, { token: null }), sound: list() }],
  'malformed-api-key': [
    { broken: withKey('cg-demo'), sound: withKey('Bearer cg-demo'), says: 'lacks the word' },
    { broken: withKey('Basic Y2c6Y2c='), sound: withKey('bearer cg-demo'), says: '"Basic"' },
    { broken: withKey('cg-demo secret'), sound: withKey('Bearer cg-demo.secret'), says: 'lacks the word' },
    { broken: withKey('Bearer'), sound: withKey('Bearer a'), says: 'no key' },
    { broken: withKey('Bearer undefined'), sound: withKey('Bearer $ecret'), says: 'placeholder' },
    { broken: withKey('Bearer {{API_KEY}}'), sound: withKey('Bearer Y2c6Y2c='), says: 'placeholder' },
    { broken: withKey('Bearer Bearer cg-demo'), sound: withKey('Bearer  cg-demo'), says: 'twice' },
    { broken: withKey('Bearer "cg-demo"'), sound: withKey("Bearer cg'demo"), says: 'quotes' },
    { broken: withKey('Bearer cg demo'), sound: withKey('Bearer cg_demo'), says: 'white space' },
  ],
  'unknown-query-parameter': [
    { broken: list({ page_size: '10' }), sound: list({ limit: '10' }), says: '"limit"' },
    { broken: list({ Status: 'completed' }), sound: list({ status: 'completed' }), says: '"status"' },
    {
      broken: list({ createdAfter: '2026-01-01' }),
      sound: list({ created_after: '2026-01-01' }),
      says: '"created_after"',
    },
    {
      broken: { operation: 'getFile', params: { file_id: UNKNOWN_ID }, query: { expand: 'all' } },
      sound: getFile(UNKNOWN_ID),
      says: 'no query parameters',
      document: '/paths/~1files~1{file_id}/get',
    },
    {
      broken: { operation: 'listDataConnectorFiles', params: GRAIN, query: { recursive: 'true' } },
      sound: { operation: 'listDataConnectorFiles', params: GRAIN },
      version: '0.7.12',
      says: 'since version 0.7.20',
    },
  ],
  'repeated-query-parameter': [
    {
      broken: at('GET', '/v1/files?status=completed&status=failed'),
      sound: at('GET', '/v1/files?status=completed&limit=1'),
    },
    { broken: at('GET', '/v1/files?limit=1&limit=1'), sound: at('GET', '/v1/files?limit=1') },
  ],
  'unknown-header': [
    { broken: listWith({ Autorization: 'Bearer cg-test' }), sound: listWith({ 'x-sdk-client': 'ours' }) },
    { broken: listWith({ Content_Type: 'application/json' }), sound: listWith({ 'Content-Language': 'en' }) },
    {
      broken: { ...upload({ file: VIDEO }), headers: { 'Idempotency-Key': '1' } },
      sound: { ...upload({ file: VIDEO }), headers: { 'X-Request-Id': '1', traceparent: '00-1-2-03' } },
      says: 'upload',
    },
  ],
  'unknown-body-field': [
    {
      broken: syncUrl({ meta_data: {} }),
      sound: syncUrl({ metadata: { meta_data: 1 } }),
      says: '"metadata"',
    },
    {
      broken: post('syncFileFromUrl', { uri: 'https://example.com/a.mp4' }),
      sound: syncUrl({}),
      says: '"url"',
    },
    {
      broken: collection({ describe_config: { enable_sumary: true } }),
      sound: collection({ describe_config: { enable_summary: true } }),
      says: '"enable_summary"',
      document: '/properties/describe_config',
    },
    {
      broken: inCollection('addMedia', {
        url: 'https://example.com/a.mp4',
        segmentation_config: {
          strategy: 'manual',
          manual_config: { segments: [{ start_time: 0 }, { start: 1 }, { start: 2 }] },
        },
      }),
      sound: inCollection('addMedia', {
        url: 'https://example.com/a.mp4',
        segmentation_config: { strategy: 'manual', manual_config: { segments: [{ start_time: 0 }] } },
      }),
      says: '"start_time"',
      document: '/items',
    },
    {
      broken: importOf({ connector_id: ids.grain, filters: [{ title: 'renewal' }] }),
      sound: importOf({ connector_id: ids.grain, filters: [{ title_search: 'renewal' }] }),
      says: '"title_search"',
    },
    {
      broken: upload({ file: VIDEO, meta: '{}' }),
      sound: upload({ file: VIDEO, metadata: '{"meta":1}', enable_segment_thumbnails: 'True' }),
      says: '"metadata"',
    },
    {
      broken: inCollection('addMedia', { url: 'https://example.com/a.mp4', metadata: {} }),
      sound: inCollection('addMedia', { url: 'https://example.com/a.mp4' }),
      version: '0.7.7',
      says: 'since version 0.7.11',
    },
  ],
  'missing-value': [
    {
      broken: post('createTag', { label: 'topic', value: 'pricing' }),
      sound: post('createTag', { label: 'topic', value: 'pricing', file_id: UNKNOWN_ID }),
      document: '/properties/file_id',
    },
    {
      broken: { operation: 'getDataConnectorSourceMetadata', params: GRAIN },
      sound: {
        operation: 'getDataConnectorSourceMetadata',
        params: GRAIN,
        query: { url: 'grain://recording/abc123' },
      },
      document: '/get/parameters/1',
    },
    {
      broken: { operation: 'listDataConnectorFiles', params: { id: ids.s3 } },
      sound: {
        operation: 'listDataConnectorFiles',
        params: { id: ids.s3 },
        query: { bucket: 'quaymark-recordings' },
      },
      says: 'bucket',
    },
  ],
  'invalid-value': [
    { broken: list({ status: 'complete' }), sound: list({ status: 'completed' }), says: 'send "completed"' },
    { broken: list({ limit: '1000' }), sound: list({ limit: '100' }), says: 'at most 100' },
    { broken: list({ limit: 'ten' }), sound: list({ limit: '10' }) },
    {
      broken: list({ created_after: '01/02/2026' }),
      sound: list({ created_after: '2026-01-02' }),
      says: 'YYYY-MM-DD',
    },
    {
      broken: list({ filter: '{' }),
      sound: list({ filter: '{"metadata":[{"path":"speaker","operator":"Equal","valueText":"Ana"}]}' }),
    },
    {
      broken: collection({ collection_type: 'media_descriptions' }),
      sound: collection(),
      says: 'media-descriptions',
    },
    {
      broken: collection({ name: 7 }),
      sound: collection({ description: null }),
      document: '/components/schemas/NewCollection/properties/name',
    },
    {
      broken: post('createWebhook', {
        endpoint: 'http://127.0.0.1:9/',
        subscribed_events: ['file.completed'],
      }),
      sound: post('createWebhook', {
        endpoint: 'http://127.0.0.1:9/',
        subscribed_events: ['file.job.completed'],
      }),
      document: '/components/schemas/WebhookEvents',
    },
    {
      broken: inCollection('addMedia', {}),
      sound: inCollection('addMedia', { url: 'https://example.com/a.mp4' }),
    },
    {
      broken: collection({ collection_type: 'metadata' }),
      sound: collection({ collection_type: 'entities', extract_config: { prompt: 'Which?' } }),
      version: '0.7.7',
      says: 'metadata',
    },
  ],
  'malformed-id': [
    { broken: getFile('undefined'), sound: getFile('no-such-file'), says: '"undefined"' },
    { broken: getFile('{file_id}'), sound: getFile(UNKNOWN_ID) },
    { broken: getFile('grain%3A%2F%2Frecording%2Fabc123'), sound: getFile(UNKNOWN_ID) },
    {
      broken: { operation: 'listDataConnectorFiles', params: { id: 'grain' } },
      sound: { operation: 'listDataConnectorFiles', params: { id: UNKNOWN_ID } },
      says: 'UUID',
      document: '/parameters/0',
    },
  ],
  'wrong-content-type': [
    {
      broken: raw(TALK, { 'content-type': 'text/plain' }),
      sound: raw(TALK, JSON_TYPE),
      says: 'application/json',
    },
    {
      broken: raw('url=1', { 'content-type': 'application/x-www-form-urlencoded' }),
      sound: raw(TALK, { 'content-type': 'application/json; charset=utf-8' }),
    },
    { broken: { operation: 'uploadFile', json: {} }, sound: upload({ file: VIDEO }), says: 'boundary' },
  ],
  'malformed-json': [
    { broken: raw('{"url":', JSON_TYPE), sound: raw(TALK, JSON_TYPE) },
    { broken: raw("{'url': 1}", JSON_TYPE), sound: raw(` ${TALK}\n`, JSON_TYPE) },
  ],
  'missing-body': [
    { broken: { operation: 'syncFileFromUrl' }, sound: syncUrl({}), document: '/post/requestBody' },
    { broken: raw('', JSON_TYPE), sound: raw(TALK, JSON_TYPE) },
    {
      broken: { operation: 'updateCollection', params: { collection_id: '{id}' }, after: collection() },
      sound: inCollection('updateCollection', { name: 'Talks' }),
    },
  ],
  'unexpected-body': [
    {
      broken: { ...file({ file_id: UNKNOWN_ID }, 'deleteFile'), headers: { 'content-length': '50' } },
      sound: { ...file({}, 'deleteFile'), headers: { 'content-length': '2' } },
    },
  ],
  'invalid-upload': [
    { broken: upload({ metadata: '{}' }), sound: upload({ file: VIDEO }) },
    {
      broken: upload({ file: VIDEO, metadata: 'Ana' }),
      sound: upload({ file: VIDEO, metadata: '{"speaker":"Ana"}' }),
    },
  ],
  'wrong-endpoint': [
    {
      broken: post('syncFileFromUrl', { url: 'https://youtu.be/Qk7mR2dYx0E' }),
      sound: inCollection('addMedia', { url: 'https://youtu.be/Qk7mR2dYx0E' }),
      says: 'media',
    },
    { broken: sync('https://example.com/talk.mp4'), sound: syncUrl({}), says: '/v1/files/sync' },
    { broken: sync('s3://any-bucket/talk.mp4'), sound: sync('grain://recording/abc123'), says: 'type s3' },
    {
      broken: post('syncFileFromUrl', { url: 'grain://recording/abc123' }),
      sound: sync('grain://recording/abc123'),
      says: 'Grain',
    },
    {
      broken: inCollection('addYouTubeVideo', { url: 'https://example.com/talk.mp4' }),
      sound: inCollection('addMedia', { url: 'https://example.com/talk.mp4' }),
    },
    {
      broken: sync('cloudglue://files/0d2f4c1e-6b8a-4f3d-9e57-1a2b3c4d5e6f'),
      sound: getFile('0d2f4c1e-6b8a-4f3d-9e57-1a2b3c4d5e6f'),
    },
  ],
  'malformed-uri': [
    { broken: post('syncFileFromUrl', { url: 'https://vimeo.com/76979871' }), sound: syncUrl({}) },
    { broken: sync('grain://meeting/abc123'), sound: sync('grain://recording/no-such-recording') },
    {
      broken: post('syncFileFromUrl', { url: 'https://www.loom.com/looks-like-a-folder' }),
      sound: syncUrl({}),
    },
  ],
  'unsupported-option': [
    { broken: importOf({ connector_id: ids.s3 }), sound: importOf({ connector_id: ids.grain }) },
    {
      broken: importOf({ connector_id: ids.grain, filters: [{ path: '/Team' }] }),
      sound: importOf({ connector_id: ids.grain, filters: [{ team: 't-1' }] }),
    },
    {
      broken: importOf({ connector_id: ids.grain, include_thumbnails: true }, 'media-descriptions'),
      sound: importOf({ connector_id: ids.grain, include_thumbnails: true }),
    },
  ],
  'deprecated-operation': [
    {
      broken: inCollection('addVideo', { url: 'https://example.com/talk.mp4' }),
      sound: inCollection('addMedia', { url: 'https://example.com/talk.mp4' }),
      says: 'addMedia',
    },
    {
      broken: inCollection('addYouTubeVideo', { url: 'https://youtu.be/Qk7mR2dYx0E' }),
      sound: inCollection('addMedia', { url: 'https://youtu.be/Qk7mR2dYx0E' }),
    },
  ],
};
