// Errors that any operation can answer, most of them before its handler runs.
import type { OperationId } from '../../openapi/cloudglue.ts';
import { BASE_PATH } from '../../openapi/paths.ts';
import { defineCases, quote } from './error-case.ts';

const RETRY_LATER = { 'retry-after': '30' };
/** The operations that take a JSON body. */
const JSON_BODIES = [
  'syncDataConnectorFile',
  'syncFileFromUrl',
  'updateFile',
  'createCollection',
  'updateCollection',
  'addMedia',
  'addVideo',
  'addYouTubeVideo',
  'createMetadataImport',
  'createMetadataImportRun',
  'createTag',
  'updateTag',
  'createWebhook',
  'updateWebhook',
] as const satisfies OperationId[];
const DEMO_KEY_REMEDY = 'Use another API key; this mock takes any that is not empty';

/** What counts for the option `max-files`. */
export const RECORDS =
  'records (files, deleted files, collections and what is in them, imports and their runs, tags, webhooks and deliveries)';

export const gatewayCases = defineCases({
  'missing-api-key': {
    status: 401,
    origin: 'docs',
    cause: 'no API key, or a malformed one',
    operations: 'every',
    text: () =>
      'Missing or malformed API key. Send the header "Authorization: Bearer <key>"; this mock takes any key that is not empty.',
    headers: { 'www-authenticate': 'Bearer' },
    forced: () => [],
    requests: [
      { operation: 'listFiles', token: null },
      { operation: 'listFiles', token: null, headers: { authorization: 'Basic Y2c6Y2c=' } },
    ],
  },
  'revoked-api-key': {
    status: 401,
    origin: 'docs',
    cause: 'the API key was revoked',
    operations: 'every',
    text: () => `This API key was revoked. ${DEMO_KEY_REMEDY}.`,
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
    forced: () => [],
  },
  'unknown-route': {
    status: 404,
    origin: 'chosen',
    cause: 'no such endpoint',
    operations: [],
    text: (method: string, path: string, hint = '') =>
      `No such endpoint: ${method} ${quote(path)}.${hint} This mock implements a part of the API, below ${BASE_PATH}: GET /openapi.yaml or /docs for the whole list.`,
    forced: ({ method, path }) => [method, path],
    requests: [{ operation: 'listFiles', request: { method: 'GET', path: `${BASE_PATH}/videos` } }],
  },
  'method-not-allowed': {
    status: 405,
    origin: 'chosen',
    cause: 'the endpoint has no such method',
    operations: [],
    text: (method: string, path: string, allowed: string) =>
      `${method} is not allowed on ${quote(path)}. Use one of: ${allowed}. This mock implements a part of the API: see /docs for the whole list.`,
    forced: ({ method, path }) => [method, path, 'GET'],
    requests: [{ operation: 'listFiles', request: { method: 'PATCH', path: `${BASE_PATH}/files` } }],
  },
  'body-too-large': {
    status: 413,
    origin: 'chosen',
    cause: 'a JSON body larger than 1 MB',
    operations: JSON_BODIES,
    text: (limit: string) => `The request body is larger than ${limit}. Send a smaller one.`,
    // On a persistent connection, the rest of the body would be read as the next request.
    headers: { connection: 'close' },
    forced: () => ['1 MB'],
    requests: [
      {
        operation: 'syncFileFromUrl',
        bytes: 1_048_577,
        headers: { 'content-type': 'application/json' },
      },
    ],
  },
  'wrong-content-type': {
    status: 415,
    origin: 'chosen',
    cause: 'a body whose content type is not JSON',
    operations: JSON_BODIES,
    text: (wanted: string, given: string | undefined) =>
      `This endpoint reads ${wanted}, but the content type is ${given ? quote(given) : 'missing'}. Send the header "Content-Type: ${wanted}".`,
    forced: () => ['application/json', 'text/plain'],
    requests: [
      {
        operation: 'syncFileFromUrl',
        text: '{"url":"https://example.com/talk.mp4"}',
        headers: { 'content-type': 'text/plain' },
      },
    ],
  },
  'malformed-json': {
    status: 400,
    origin: 'chosen',
    cause: 'a body that is not valid JSON',
    operations: JSON_BODIES,
    text: (reason: string) => `The request body is not valid JSON: ${reason}. Send one JSON object.`,
    forced: () => ['it ends too early'],
    requests: [
      {
        operation: 'syncFileFromUrl',
        text: '{"url":',
        headers: { 'content-type': 'application/json' },
      },
    ],
  },
  'malformed-request': {
    status: 400,
    origin: 'chosen',
    cause: 'malformed HTTP',
    operations: 'every',
    text: (reason: string) =>
      `The HTTP request could not be read: ${reason}. Check its URL, headers and body.`,
    forced: () => ['its headers are malformed'],
  },
  'invalid-request': {
    status: 400,
    origin: 'spec',
    cause: 'a parameter or body field that does not match the document',
    operations: 'every',
    text: (problems: string) => `Invalid request: ${problems}.`,
    forced: () => ['body field "url" is required'],
    requests: [
      { operation: 'syncFileFromUrl', json: { link: 'https://example.com/talk.mp4' } },
      { operation: 'listFiles', query: { limit: '1000' } },
    ],
  },
  'unsupported-preference': {
    status: 400,
    origin: 'chosen',
    cause: 'the Prefer header asks for an answer that the operation does not document',
    operations: 'every',
    text: (wanted: string, operation: string, documented: string) =>
      `The Prefer header asks for ${wanted}, which ${operation} does not document. Choose one of: ${documented}.`,
    forced: () => ['code=418', 'this operation', 'code=200'],
    requests: [{ operation: 'getFile', params: { file_id: 'any' }, headers: { prefer: 'code=402' } }],
  },
  'foreign-origin': {
    status: 403,
    origin: 'chosen',
    cause: 'a web page of an origin that is not trusted changes webhooks',
    operations: ['createWebhook', 'updateWebhook', 'deleteWebhook'],
    text: (origin: string) =>
      `Web pages of ${quote(origin)} may not change webhooks: the mock would send requests for them. Restart it with --cors ${origin.length > 200 ? 'ORIGIN' : origin} to allow it.`,
    forced: () => ['https://app.example.com'],
    requests: [
      {
        operation: 'createWebhook',
        json: { endpoint: 'http://127.0.0.1:9000/', subscribed_events: ['file.job.completed'] },
        headers: { origin: 'https://app.example.com' },
      },
    ],
  },
  'rate-limited': {
    status: 429,
    origin: 'chosen',
    cause: 'the account sent more requests than a fault rule allows',
    operations: 'every',
    text: () => 'Too many requests. Wait as long as the Retry-After header says and try again.',
    headers: RETRY_LATER,
    forced: () => [],
  },
  'plan-limit': {
    status: 429,
    origin: 'docs',
    cause: "the account has reached its plan's limits",
    operations: ['uploadFile', 'syncFileFromUrl', 'createCollection', 'createTag', 'createWebhook'],
    text: () =>
      "The account has reached its plan's limit. Wait as long as the Retry-After header says, or choose a larger plan.",
    headers: { 'retry-after': '3600' },
    forced: () => [],
  },
  'file-limit': {
    status: 429,
    origin: 'chosen',
    cause: 'the mock has reached its limit of records',
    operations: ['syncDataConnectorFile', 'uploadFile', 'syncFileFromUrl', 'createCollection', 'createTag'],
    text: (held: string, option: string) =>
      `The account holds ${held}, which is the limit of this mock. Use another API key for a fresh account, or restart the mock with a larger --${option}.`,
    headers: RETRY_LATER,
    forced: () => [`1000000 ${RECORDS}`, 'max-files'],
    requests: [
      {
        operation: 'syncFileFromUrl',
        json: { url: 'https://example.com/two.mp4' },
        options: { maxFiles: 1 },
        after: { operation: 'syncFileFromUrl', json: { url: 'https://example.com/one.mp4' } },
      },
    ],
  },
  'server-error': {
    status: 500,
    origin: 'spec',
    cause: 'the API failed',
    operations: 'every',
    text: () => 'The server failed to answer this request. Try again in a moment.',
    forced: () => [],
  },
  'unexpected-error': {
    status: 500,
    origin: 'chosen',
    cause: 'a bug in the mock',
    operations: 'every',
    text: (requestId: string) =>
      `An unexpected error occurred (request ${requestId}). This is a bug in cloudglue-mock; its log on standard error has the details.`,
    forced: () => ['req_0'],
  },
  'service-unavailable': {
    status: 503,
    origin: 'chosen',
    cause: 'the API is temporarily down',
    operations: 'every',
    text: () => 'The service is unavailable. Wait as long as the Retry-After header says and try again.',
    headers: RETRY_LATER,
    forced: () => [],
  },
  'store-away': {
    status: 503,
    origin: 'chosen',
    cause: 'the store (`--store`) does not answer',
    operations: 'every',
    text: (reason: string) =>
      `The mock cannot reach its store (${reason}). Whether the request changed anything is not known. Start the store again if it is down, wait as long as the Retry-After header says, and try again.`,
    headers: { 'retry-after': '1' },
    forced: () => ['connection refused'],
  },
  'store-refused': {
    status: 503,
    origin: 'chosen',
    cause: 'the store (`--store`) refuses a command, or has what no mock wrote',
    operations: 'every',
    text: (reason: string) =>
      `The mock cannot use its store: ${reason}. Whether the request changed anything is not known. Send it again when that is done.`,
    headers: { 'retry-after': '1' },
    forced: () => ['it has no memory left: give it more (maxmemory)'],
  },
  'store-busy': {
    status: 503,
    origin: 'chosen',
    cause: 'other mocks of the same store (`--store`) kept changing the account for 15 seconds',
    operations: 'every',
    text: () =>
      'Other mocks of the same store changed the account again and again while this request was being answered, so the request had no effect. Send it again.',
    headers: { 'retry-after': '1' },
    forced: () => [],
  },
  'account-reset': {
    status: 503,
    origin: 'chosen',
    cause: 'the account was reset, restored or evicted while the request was being answered',
    operations: 'every',
    text: () =>
      'The account was reset, restored or evicted while this request was being answered, so the request had no effect. Send it again.',
    headers: { 'retry-after': '1' },
    forced: () => [],
  },
  'data-not-kept': {
    status: 503,
    origin: 'chosen',
    cause: 'the data file (`--data`) cannot be written',
    operations: 'every',
    text: (reason: string) =>
      `The mock cannot write its data file (${reason}), so the request changed nothing. Free some space or make the file writable, wait as long as the Retry-After header says, and try again.`,
    headers: { 'retry-after': '1' },
    forced: () => ['the disk is full (ENOSPC)'],
  },
});
