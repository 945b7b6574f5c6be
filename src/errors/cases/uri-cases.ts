// Errors about the form of a URI, answered before any source is asked.
import { endpointOf } from '../../openapi/cloudglue.ts';
import { defineCases, quote } from './error-case.ts';

const GRAIN = { id: '6f1c2b7e-3a54-4d0b-9c1e-2f7a8b9c0d15' };
const DROPBOX = { id: '4ef1830b-a6c5-47d2-8b97-e10d5c3f629a' };
const SYNC = 'syncDataConnectorFile';

export const uriCases = defineCases({
  'type-mismatch': {
    status: 400,
    origin: 'spec',
    cause: 'a URI of another type than that of the connector',
    operations: [SYNC, 'getDataConnectorSourceMetadata'],
    text: (uriType: string, connectorType: string, uri: string) =>
      `${quote(uri)} is a URI of type ${uriType}, but this data connector is of type ${connectorType}. Sync it through a connector of type ${uriType}.`,
    forced: ({ uriType, uri }) => [uriType, uriType === 's3' ? 'gcs' : 's3', uri],
    requests: [{ operation: SYNC, params: GRAIN, json: { url: 's3://any-bucket/talk.mp4' } }],
  },
  'public-url': {
    status: 400,
    origin: 'spec',
    cause: 'a public URL sent to a connector',
    operations: [SYNC, 'getDataConnectorSourceMetadata'],
    text: (kind: string, uri: string, endpoint: string) =>
      `${quote(uri)} is a ${kind} URL, which no data connector can sync. Send it to ${endpoint} instead.`,
    forced: ({ uri }) => ['plain http(s)', uri, endpointOf('syncFileFromUrl')],
    requests: [
      { operation: SYNC, params: GRAIN, json: { url: 'https://example.com/talk.mp4' } },
      {
        operation: SYNC,
        params: GRAIN,
        json: { url: 'https://www.loom.com/share/5b1d0f3c9e7a4c2f8d6b3a1e0f9c7d52' },
      },
    ],
  },
  'unreadable-url': {
    status: 400,
    origin: 'spec',
    cause: 'a malformed URL of a video host',
    operations: ['syncFileFromUrl', 'addMedia', SYNC],
    text: (uri: string, label: string, forms: string) =>
      `${quote(uri)} is not a ${label} URL of a video or audio file. Accepted forms: ${forms}.`,
    forced: ({ uri }) => [uri, 'Loom', 'https://www.loom.com/share/<id>'],
    requests: [{ operation: 'syncFileFromUrl', json: { url: 'https://www.loom.com/looks-like-a-folder' } }],
  },
  'connector-uri': {
    status: 400,
    origin: 'spec',
    cause: "a connector's URI sent to the endpoint for public URLs",
    operations: ['syncFileFromUrl', 'addMedia'],
    text: (label: string, type: string, form: string, uri: string, connectorId: string | undefined) =>
      `${quote(uri)} belongs to ${label}. Sync it with ${endpointOf(SYNC, { id: connectorId })} through a connector of type ${type}, as ${form}.`,
    forced: ({ uri, type, ids }) => [type, type, `${type}://…`, uri, ids.connector],
    requests: [{ operation: 'syncFileFromUrl', json: { url: 'grain://recording/abc123' } }],
  },
  'youtube-url': {
    status: 400,
    origin: 'spec',
    cause: 'a YouTube URL outside a collection',
    operations: [SYNC, 'getDataConnectorSourceMetadata', 'syncFileFromUrl'],
    text: (uri: string, label: string) =>
      `${quote(uri)} is a ${label} URL, which this endpoint does not take. Add it to a collection with ${endpointOf('addMedia')} instead.`,
    forced: ({ uri }) => [uri, 'YouTube'],
    requests: [
      { operation: SYNC, params: GRAIN, json: { url: 'https://www.youtube.com/watch?v=Qk7mR2dYx0E' } },
      { operation: 'syncFileFromUrl', json: { url: 'https://youtu.be/Qk7mR2dYx0E' } },
    ],
  },
  'page-host': {
    status: 400,
    origin: 'docs',
    cause: 'a page that shows a video, not the video',
    operations: [SYNC, 'getDataConnectorSourceMetadata', 'syncFileFromUrl', 'addMedia'],
    text: (host: string, uri: string) =>
      `${quote(uri)} is a page of ${host}, not a media file. Download the video and upload it, or use a direct link to the file.`,
    forced: ({ uri }) => ['vimeo.com', uri],
    requests: [{ operation: 'syncFileFromUrl', json: { url: 'https://vimeo.com/76979871' } }],
  },
  'cloudglue-uri': {
    status: 400,
    origin: 'chosen',
    cause: 'the URI of an existing Cloudglue file',
    operations: [SYNC, 'getDataConnectorSourceMetadata', 'syncFileFromUrl'],
    text: (uri: string, id: string | undefined) =>
      `${quote(uri)} is already a Cloudglue file. Read it with ${endpointOf('getFile', { file_id: id })}; sync takes the URI of a connector's item.`,
    forced: ({ uri, ids }) => [uri, ids.file],
    requests: [
      {
        operation: SYNC,
        params: GRAIN,
        json: { url: 'cloudglue://files/0d2f4c1e-6b8a-4f3d-9e57-1a2b3c4d5e6f' },
      },
    ],
  },
  'unreadable-uri': {
    status: 400,
    origin: 'spec',
    cause: 'a URI in a form that the connector does not accept',
    operations: [SYNC, 'getDataConnectorSourceMetadata', 'syncFileFromUrl', 'addMedia'],
    text: (uri: string, type: string, forms: string) =>
      `${quote(uri)} is not a URI that a connector of type ${type} can sync. Accepted forms: ${forms}.`,
    forced: ({ uri, type }) => [uri, type, `${type}://…`],
    requests: [{ operation: SYNC, params: GRAIN, json: { url: 'grain://meeting/abc123' } }],
  },
  'folder-uri': {
    status: 400,
    origin: 'spec',
    cause: 'a URI of a folder',
    operations: [SYNC, 'getDataConnectorSourceMetadata', 'syncFileFromUrl', 'addMedia'],
    text: (uri: string, connectorId: string | undefined) =>
      `${quote(uri)} points to a folder. Sync takes one file: list the folder with ${endpointOf('listDataConnectorFiles', { id: connectorId })} and sync the files in it.`,
    forced: ({ uri, ids }) => [uri, ids.connector],
    requests: [
      { operation: SYNC, params: DROPBOX, json: { url: 'https://www.dropbox.com/scl/fo/h4k2/Team' } },
      { operation: SYNC, params: DROPBOX, json: { url: 'dropbox:///Team' } },
    ],
  },
});
