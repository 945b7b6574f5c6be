// Errors of any operation, most of them before its meaning is looked at.
import type { OperationId } from '../../openapi/cloudglue.ts';
import { BASE_PATH } from '../../openapi/paths.ts';
import { defineCases, quote } from './error-case.ts';

const RETRY_LATER = { 'retry-after': '30' };
/** The operations that take a body of JSON. */
const JSON_BODIES = [
  'syncDataConnectorFile',
  'syncFileFromUrl',
  'updateFile',
  'createCollection',
  'addMedia',
  'createWebhook',
  'updateWebhook',
] as const satisfies OperationId[];
const DEMO_KEY_REMEDY = 'Use another API key; this mock takes any that is not empty';

/** What counts for the option `max-files`. */
export const RECORDS =
  'records (files, deleted files, collections and what is in them, webhooks and deliveries)';

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
      `No such endpoint: ${method} ${quote(path)}.${hint} This mock doubles a part of the API, below ${BASE_PATH}: GET /openapi.yaml and /docs list all of it.`,
    forced: ({ method, path }) => [method, path],
    requests: [{ operation: 'listFiles', request: { method: 'GET', path: `${BASE_PATH}/videos` } }],
  },
  'method-not-allowed': {
    status: 405,
    origin: 'chosen',
    cause: 'the endpoint has no such method',
    operations: [],
    text: (method: string, path: string, allowed: string) =>
      `${method} is not allowed on ${quote(path)}. Use one of: ${allowed}. This mock doubles a part of the API: /docs lists all of it.`,
    forced: ({ method, path }) => [method, path, 'GET'],
    requests: [{ operation: 'listFiles', request: { method: 'PATCH', path: `${BASE_PATH}/files` } }],
  },
  'body-too-large': {
    status: 413,
    origin: 'chosen',
    cause: 'a JSON body of over 1 MB',
    operations: JSON_BODIES,
    text: (limit: string) => `The request body is larger than ${limit}. Send a smaller one.`,
    // What is left of the body would be read as the next request of a kept connection.
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
    cause: 'a body that is not announced as JSON',
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
    cause: 'HTTP that cannot be read',
    operations: 'every',
    text: (reason: string) =>
      `The HTTP request could not be read: ${reason}. Check its URL, headers and body.`,
    forced: () => ['its headers are malformed'],
  },
  'invalid-request': {
    status: 400,
    origin: 'spec',
    cause: 'a parameter or a body field that does not fit the document',
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
    cause: 'the header Prefer asks for an answer that the operation does not document',
    operations: 'every',
    text: (wanted: string, operation: string, documented: string) =>
      `The header Prefer asks for ${wanted}, which ${operation} does not document. Choose one of: ${documented}.`,
    forced: () => ['code=418', 'this operation', 'code=200'],
    requests: [{ operation: 'getFile', params: { file_id: 'any' }, headers: { prefer: 'code=402' } }],
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
    cause: "the account is at its plan's limits",
    operations: ['uploadFile', 'syncFileFromUrl', 'createCollection', 'createWebhook'],
    text: () =>
      "The account has reached its plan's limit. Wait as long as the Retry-After header says, or choose a larger plan.",
    headers: { 'retry-after': '3600' },
    forced: () => [],
  },
  'file-limit': {
    status: 429,
    origin: 'chosen',
    cause: 'the mock keeps no more records',
    operations: ['syncDataConnectorFile', 'uploadFile', 'syncFileFromUrl', 'createCollection'],
    text: (held: string, option: string) =>
      `The account holds ${held}, as many as this mock keeps. Use another API key for a fresh account, or restart the mock with a larger --${option}.`,
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
    cause: 'a defect of the mock itself',
    operations: 'every',
    text: (requestId: string) =>
      `An unexpected error occurred (request ${requestId}). This is a defect of cloudglue-mock; its log on standard error says more.`,
    forced: () => ['req_0'],
  },
  'service-unavailable': {
    status: 503,
    origin: 'chosen',
    cause: 'the API is down for a while',
    operations: 'every',
    text: () => 'The service is unavailable. Wait as long as the Retry-After header says and try again.',
    headers: RETRY_LATER,
    forced: () => [],
  },
  'account-reset': {
    status: 503,
    origin: 'chosen',
    cause: 'the account was reset, restored or forgotten while the request was answered',
    operations: 'every',
    text: () =>
      'The account was reset, restored or forgotten while this request was answered, so that nothing of the request is left. Send the request again.',
    headers: { 'retry-after': '1' },
    forced: () => [],
  },
  'data-not-kept': {
    status: 503,
    origin: 'chosen',
    cause: 'the file of the option `--data` cannot be written',
    operations: 'every',
    text: (reason: string) =>
      `The mock cannot write its data file (${reason}), so that the request changed nothing. Free some space or make the file writable, wait as long as the Retry-After header says, and try again.`,
    headers: { 'retry-after': '1' },
    forced: () => ['the disk is full (ENOSPC)'],
  },
});
