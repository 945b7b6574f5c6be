// Every error the API answers: one catalogue of named cases. Grep a text and find its only origin.
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Where the knowledge of an error case comes from; `openapi/README.md` says what each label means. */
export type Origin = 'spec' | 'docs' | 'chosen';

export interface ErrorCase<Details extends unknown[]> {
  status: ContentfulStatusCode;
  origin: Origin;
  /** What failed, why, and what to do next. */
  text: (...details: Details) => string;
  headers?: Record<string, string>;
}

/** User input inside an error text, quoted and kept short. */
export function quote(input: string): string {
  return JSON.stringify(input.length > 200 ? `${input.slice(0, 200)}…` : input);
}

const defineCases = <Cases extends Record<string, ErrorCase<never>>>(cases: Cases) => cases;

export const errorCases = defineCases({
  'missing-api-key': {
    status: 401,
    origin: 'docs',
    text: () =>
      'Missing or malformed API key. Send the header "Authorization: Bearer <key>"; this mock takes any key that is not empty.',
    headers: { 'www-authenticate': 'Bearer' },
  },
  'unknown-route': {
    status: 404,
    origin: 'chosen',
    text: (method: string, path: string) =>
      `No such endpoint: ${method} ${quote(path)}. This mock doubles a part of the API, below /v1: GET /openapi.yaml and /docs list all of it.`,
  },
  'method-not-allowed': {
    status: 405,
    origin: 'chosen',
    text: (method: string, path: string, allowed: string) =>
      `${method} is not allowed on ${quote(path)}. Use one of: ${allowed}. This mock doubles a part of the API: /docs lists all of it.`,
  },
  'body-too-large': {
    status: 413,
    origin: 'chosen',
    text: (limit: string) => `The request body is larger than ${limit}. Send a smaller one.`,
    // What is left of the body would be read as the next request of a kept connection.
    headers: { connection: 'close' },
  },
  'wrong-content-type': {
    status: 415,
    origin: 'chosen',
    text: (wanted: string, given: string | undefined) =>
      `This endpoint reads ${wanted}, but the content type is ${given ? quote(given) : 'missing'}. Send the header "Content-Type: ${wanted}".`,
  },
  'malformed-json': {
    status: 400,
    origin: 'chosen',
    text: (reason: string) => `The request body is not valid JSON: ${reason}. Send one JSON object.`,
  },
  'malformed-request': {
    status: 400,
    origin: 'chosen',
    text: (reason: string) =>
      `The HTTP request could not be read: ${reason}. Check its URL, headers and body.`,
  },
  'invalid-request': {
    status: 400,
    origin: 'spec',
    text: (problems: string) => `Invalid request: ${problems}.`,
  },
  'invalid-filter': {
    status: 400,
    origin: 'chosen',
    text: (problem: string) =>
      `Invalid filter: ${problem}. Send JSON such as {"metadata":[{"path":"speaker","operator":"Equal","valueText":"Ana"}]}.`,
  },
  'invalid-page-token': {
    status: 400,
    origin: 'chosen',
    text: () =>
      'The page_token does not belong to this listing. Use the next_page_token of the page before with the same connector and filters, or leave it out to start at the first page.',
  },
  'expired-page-token': {
    status: 400,
    origin: 'chosen',
    text: () => 'The page_token has expired. Leave it out to start again at the first page.',
  },
  'bucket-required': {
    status: 400,
    origin: 'spec',
    text: (type: string, buckets: string) =>
      `A connector of type ${type} lists one bucket at a time. Add the query parameter bucket; this connector has: ${buckets}.`,
  },
  'connector-not-found': {
    status: 404,
    origin: 'spec',
    text: (id: string) =>
      `No data connector has the id ${quote(id)}. GET /v1/data-connectors lists those of your account.`,
  },
  'file-not-found': {
    status: 404,
    origin: 'spec',
    text: (id: string) => `No file has the id ${quote(id)}. GET /v1/files lists those of your account.`,
  },
  'type-mismatch': {
    status: 400,
    origin: 'spec',
    text: (uriType: string, connectorType: string, uri: string) =>
      `${quote(uri)} is a URI of type ${uriType}, but this data connector is of type ${connectorType}. Sync it through a connector of type ${uriType}.`,
  },
  'public-url': {
    status: 400,
    origin: 'spec',
    text: (kind: string, uri: string, door: string) =>
      `${quote(uri)} is a ${kind} URL, which no data connector can sync. Send it to ${door} instead.`,
  },
  'youtube-url': {
    status: 400,
    origin: 'spec',
    text: (uri: string) =>
      `${quote(uri)} is a YouTube URL, which this endpoint does not take. Add it to a collection with POST /collections/{collection_id}/media instead.`,
  },
  'page-host': {
    status: 400,
    origin: 'docs',
    text: (host: string, uri: string) =>
      `${quote(uri)} is a page of ${host}, not a media file. Download the video and upload it, or use a direct link to the file.`,
  },
  'cloudglue-uri': {
    status: 400,
    origin: 'chosen',
    text: (uri: string) =>
      `${quote(uri)} already is a Cloudglue file. Read it with GET /files/{file_id}; sync takes the URI of a connector's item.`,
  },
  'connector-uri': {
    status: 400,
    origin: 'spec',
    text: (label: string, type: string, form: string, uri: string) =>
      `${quote(uri)} belongs to ${label}. Sync it with POST /data-connectors/{id}/sync through a connector of type ${type}, as ${form}.`,
  },
  'unreadable-url': {
    status: 400,
    origin: 'spec',
    text: (uri: string, label: string, forms: string) =>
      `${quote(uri)} is no ${label} URL of a video or audio file. Accepted forms: ${forms}.`,
  },
  'url-not-media': {
    status: 415,
    origin: 'spec',
    text: (uri: string, mimeType: string) =>
      `${quote(uri)} does not serve video or audio but ${mimeType}. Use the direct link to a media file.`,
  },
  'url-not-found': {
    status: 404,
    origin: 'spec',
    text: (uri: string) =>
      `${quote(uri)} was not found. Check that anybody can open it. This mock knows the public URLs of its README and its seed file, and any direct link to media; with --unknown-uris create it makes up the others.`,
  },
  'credits-exhausted': {
    status: 402,
    origin: 'spec',
    text: (label: string) =>
      `The account has no credits left for ${label} videos. Use another API key for a fresh account, or restart the mock with a larger --credits.`,
  },
  'unreadable-uri': {
    status: 400,
    origin: 'spec',
    text: (uri: string, type: string, forms: string) =>
      `${quote(uri)} is no URI that a connector of type ${type} can sync. Accepted forms: ${forms}.`,
  },
  'folder-uri': {
    status: 400,
    origin: 'spec',
    text: (uri: string) =>
      `${quote(uri)} points to a folder. Sync takes one file: list the folder with GET /data-connectors/{id}/files and sync the files in it.`,
  },
  'not-media': {
    status: 400,
    origin: 'chosen',
    text: (name: string, mimeType: string) =>
      `${quote(name)} is not a video or audio file (${mimeType}). Choose a media file.`,
  },
  'item-not-found': {
    status: 404,
    origin: 'spec',
    text: (uri: string, type: string) =>
      `${quote(uri)} was not found at the source. Check the URI: GET /data-connectors/{id}/files lists what this connector of type ${type} has.`,
  },
  'place-not-found': {
    status: 404,
    origin: 'chosen',
    text: (kind: string, place: string, remedy: string) =>
      `The source has no ${kind} ${quote(place)}. ${remedy}.`,
  },
  'share-link-gated': {
    status: 403,
    origin: 'spec',
    text: (uri: string) =>
      `The share link ${quote(uri)} needs a login or a password. Ask its owner to open it to anyone with the link.`,
  },
  'share-link-expired': {
    status: 403,
    origin: 'spec',
    text: (uri: string) => `The share link ${quote(uri)} has expired. Ask its owner for a new one.`,
  },
  'provider-rate-limited': {
    status: 429,
    origin: 'spec',
    text: (uri: string, type: string) =>
      `${type} limits the rate of requests and refused ${quote(uri)}. Wait as long as the Retry-After header says and try again.`,
    headers: { 'retry-after': '30' },
  },
  'provider-unavailable': {
    status: 502,
    origin: 'spec',
    text: (uri: string, type: string) =>
      `${type} could not be reached or failed to answer for ${quote(uri)}. Try again in a moment.`,
  },
  'source-metadata-unsupported': {
    status: 501,
    origin: 'spec',
    text: (type: string) =>
      `Source metadata is not available from connectors of type ${type}. Only those of type grain have it.`,
  },
  'collection-not-found': {
    status: 404,
    origin: 'spec',
    text: (id: string) =>
      `No collection has the id ${quote(id)}. GET /v1/collections lists those of your account.`,
  },
  'not-in-collection': {
    status: 404,
    origin: 'spec',
    text: (id: string, collectionId: string) =>
      `The collection has no file with the id ${quote(id)}. GET /v1/collections/${collectionId}/videos lists those it has.`,
  },
  'collection-name-taken': {
    status: 409,
    origin: 'spec',
    text: (name: string) =>
      `A collection named ${quote(name)} exists already. Choose another name, or use that collection.`,
  },
  'unfit-for-audio': {
    status: 400,
    origin: 'spec',
    text: (name: string, what: string) =>
      `${quote(name)} is audio, which ${what} cannot take. Use a video, or another way to process it.`,
  },
  'no-connector-of-type': {
    status: 404,
    origin: 'chosen',
    text: (type: string, uri: string) =>
      `${quote(uri)} needs a data connector of type ${type}, and the account has none. Connect one first.`,
  },
  'webhook-not-found': {
    status: 404,
    origin: 'spec',
    text: (id: string) => `No webhook has the id ${quote(id)}. GET /v1/webhooks lists those of your account.`,
  },
  'invalid-upload': {
    status: 400,
    origin: 'spec',
    text: (problem: string) =>
      `The upload cannot be used: ${problem}. Send multipart/form-data with the media in a part named "file".`,
  },
  'unsupported-upload': {
    status: 415,
    origin: 'spec',
    text: (name: string, found: string) =>
      `${quote(name)} is not a video or audio file: its first bytes are ${found}. Upload a media file.`,
  },
  'upload-too-large': {
    status: 413,
    origin: 'chosen',
    text: (bytes: number) =>
      `The file is larger than ${bytes} bytes. Upload a smaller one, or restart the mock with a larger --max-upload.`,
    headers: { connection: 'close' },
  },
  'file-limit': {
    status: 429,
    origin: 'chosen',
    text: (limit: number) =>
      `The account holds ${limit} records (files, deleted files, collections and what is in them, webhooks and deliveries), as many as this mock keeps. Use another API key for a fresh account, or restart the mock with a larger --max-files.`,
  },
  'unexpected-error': {
    status: 500,
    origin: 'spec',
    text: (requestId: string) =>
      `An unexpected error occurred (request ${requestId}). This is a defect of cloudglue-mock; its log on standard error says more.`,
  },
});
