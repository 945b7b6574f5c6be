// Errors of the sources behind connectors and public URLs. Most of them have a seeded item that gets them.
import { endpointOf } from '../../openapi/cloudglue.ts';
import { defineCases, mediaKinds, quote, UNKNOWN_ID } from './error-case.ts';

const SYNC = 'syncDataConnectorFile';
const BROWSE = 'listDataConnectorFiles';
const METADATA = 'getDataConnectorSourceMetadata';
const GRAIN = { id: '6f1c2b7e-3a54-4d0b-9c1e-2f7a8b9c0d15' };
const S3 = { id: 'b40c9e12-71d6-4f8a-8e35-0c6a1d92f7b3' };
const DRIVE = { id: '91e3d4c7-5b28-4a9f-b6e0-38d71fa20c5e' };

export const sourceCases = defineCases({
  'connector-not-found': {
    status: 404,
    origin: 'spec',
    cause: 'no such connector',
    operations: [BROWSE, SYNC, METADATA],
    text: (id: string) =>
      `No data connector has the id ${quote(id)}. ${endpointOf('listDataConnectors')} lists the connectors of your account.`,
    forced: ({ ids }) => [ids.connector],
    requests: [{ operation: BROWSE, params: { id: UNKNOWN_ID } }],
  },
  'no-connector-of-type': {
    status: 404,
    origin: 'chosen',
    cause: 'no connector can read the URI',
    operations: ['addMedia', 'addVideo'],
    text: (type: string, uri: string) =>
      `${quote(uri)} needs a data connector of type ${type}, and the account has none. Connect one first.`,
    forced: ({ type, uri }) => [type, uri],
  },
  'invalid-page-token': {
    status: 400,
    origin: 'chosen',
    cause: 'a page token from another listing',
    operations: [BROWSE],
    text: () =>
      'The page_token does not belong to this listing. Use the next_page_token of the previous page with the same connector and filters, or leave it out to start at the first page.',
    forced: () => [],
    requests: [{ operation: BROWSE, params: GRAIN, query: { page_token: 'bm90LW91cnM' } }],
  },
  'expired-page-token': {
    status: 400,
    origin: 'chosen',
    cause: 'a page token that has expired',
    operations: [BROWSE],
    text: () => 'The page_token has expired. Leave it out to start over at the first page.',
    forced: () => [],
  },
  'bucket-required': {
    status: 400,
    origin: 'spec',
    cause: 'no bucket to list',
    operations: [BROWSE],
    text: (type: string, buckets: string) =>
      `A connector of type ${type} lists one bucket at a time. Add the query parameter bucket; this connector has: ${buckets}.`,
    forced: ({ type }) => [type, 'recordings'],
    requests: [{ operation: BROWSE, params: S3 }],
  },
  'place-not-found': {
    status: 404,
    origin: 'chosen',
    cause: 'no such bucket or folder to list',
    operations: [BROWSE],
    text: (kind: string, place: string, remedy: string) =>
      `The source has no ${kind} ${quote(place)}. ${remedy}.`,
    forced: () => ['folder', 'gone', 'Leave it out for the root'],
    requests: [
      { operation: BROWSE, params: S3, query: { bucket: 'no-such-bucket' } },
      { operation: BROWSE, params: DRIVE, query: { folder_id: 'no-such-folder' } },
    ],
  },
  'item-not-found': {
    status: 404,
    origin: 'spec',
    cause: 'the source does not have the item, or no longer has it',
    operations: [SYNC, METADATA, 'addMedia'],
    text: (uri: string, type: string, connectorId: string | undefined) =>
      `${quote(uri)} was not found at the source. Check the URI: ${endpointOf(BROWSE, { id: connectorId })} lists what this connector of type ${type} has. With --unknown-uris create, this mock synthesizes unknown items.`,
    forced: ({ uri, type, ids }) => [uri, type, ids.connector],
    requests: [{ operation: SYNC, params: GRAIN, json: { url: 'grain://recording/no-such-recording' } }],
  },
  'url-not-found': {
    status: 404,
    origin: 'spec',
    cause: 'nothing is at the public URL',
    operations: ['syncFileFromUrl', 'addMedia'],
    text: (uri: string) =>
      `${quote(uri)} was not found. Check that anyone can open it. This mock knows the public URLs in its README and its seed file, and any direct link to media; unless it runs with --unknown-uris refuse, it also synthesizes videos for TikTok, Loom, YouTube and Dropbox share links.`,
    forced: ({ uri }) => [uri],
    requests: [{ operation: 'syncFileFromUrl', json: { url: 'https://nowhere.invalid/talk.mp4' } }],
  },
  'not-media': {
    status: 400,
    origin: 'chosen',
    cause: 'an item that is neither video nor audio',
    operations: [SYNC, 'addMedia'],
    text: (name: string, mimeType: string) =>
      `${quote(name)} is not a video or audio file (${mimeType}). Choose a media file.`,
    forced: ({ uri }) => [uri.slice(uri.lastIndexOf('/') + 1), 'application/pdf'],
    requests: [
      {
        operation: SYNC,
        params: S3,
        json: { url: 's3://quaymark-recordings/samples/dock-map.json' },
      },
    ],
  },
  'recording-not-done': {
    status: 400,
    origin: 'chosen',
    cause: 'a recording of Recall that is not done',
    operations: [SYNC, 'addMedia'],
    text: (uri: string, status: string) =>
      `The recording ${quote(uri)} is not done: its status_code is ${quote(status)}. Sync it once that is "done".`,
    forced: ({ uri }) => [uri, 'processing'],
  },
  'url-not-media': {
    status: 415,
    origin: 'spec',
    cause: 'a public URL that serves neither video, audio nor an image',
    operations: ['syncFileFromUrl'],
    text: (uri: string, mimeType: string, takesImages: boolean) =>
      `${quote(uri)} does not serve ${mediaKinds(takesImages)} but ${mimeType}. Use the direct link to a media file.`,
    forced: ({ uri }) => [uri, 'text/html', true],
    requests: [{ operation: 'syncFileFromUrl', json: { url: 'https://example.com/about' } }],
  },
  'share-link-gated': {
    status: 403,
    origin: 'spec',
    cause: 'a share link that needs a login or a password',
    operations: [SYNC, 'syncFileFromUrl'],
    text: (uri: string) =>
      `The share link ${quote(uri)} needs a login or a password. Ask its owner to open it to anyone with the link.`,
    forced: ({ uri }) => [uri],
  },
  'share-link-expired': {
    status: 403,
    origin: 'spec',
    cause: 'a share link that has expired',
    operations: [SYNC, 'syncFileFromUrl'],
    text: (uri: string) => `The share link ${quote(uri)} has expired. Ask its owner for a new one.`,
    forced: ({ uri }) => [uri],
  },
  'provider-rate-limited': {
    status: 429,
    origin: 'spec',
    cause: "the provider's rate limit",
    operations: [SYNC],
    text: (uri: string, type: string) =>
      `${type} limits the rate of requests and refused ${quote(uri)}. Wait as long as the Retry-After header says and try again.`,
    headers: { 'retry-after': '30' },
    forced: ({ uri, type }) => [uri, type],
  },
  'provider-unavailable': {
    status: 502,
    origin: 'spec',
    cause: 'the provider is down or failing',
    operations: [SYNC, BROWSE, METADATA],
    text: (uri: string, type: string) =>
      `${type} could not be reached or failed to answer for ${quote(uri)}. Try again in a moment.`,
    forced: ({ uri, type }) => [uri, type],
  },
  'source-metadata-unsupported': {
    status: 501,
    origin: 'spec',
    cause: 'a connector of a type without source metadata',
    operations: [METADATA],
    text: (type: string, having: string) =>
      `Source metadata is not available from connectors of type ${type}. Those that have it: ${having}.`,
    forced: ({ type }) => [type === 'grain' ? 's3' : type, 'grain'],
    requests: [{ operation: METADATA, params: S3, query: { url: 's3://any-bucket/talk.mp4' } }],
  },
});
