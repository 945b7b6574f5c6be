// Why a sync through a connector, or a look-up there, can be refused: what a client must tell apart to help its user.
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import type { ApiError } from '../client.ts';
import { state } from '../states.ts';
import { ids } from '../support/ids.ts';
import { createPact, fromState, pathTo } from '../support/pact.ts';
import { expectRefusal, type Refusal } from '../support/refusal.ts';

const { regex } = MatchersV3;
const pact = createPact();
type Type = 'grain' | 'dropbox' | 's3' | 'recall';
type Rest = Pick<Refusal, 'title' | 'status' | 'given' | 'headers'>;

/** `url` is sent as it is, or as the state gives it. */
function syncRefused(
  type: Type,
  url: string,
  { sent = url, ...rest }: Rest & { sent?: unknown },
): Promise<ApiError> {
  return expectRefusal(pact, {
    ...rest,
    method: 'POST',
    path: pathTo('/v1/data-connectors/{connector_id}/sync', { connector_id: ids[type] }),
    request: (request) => request.jsonBody({ url: sent }),
    call: (client) => client.syncDataConnectorFile(ids[type], url),
  });
}

function lookUpRefused(type: Type, url: string, { given, ...rest }: Rest): Promise<ApiError> {
  return expectRefusal(pact, {
    ...rest,
    given,
    method: 'GET',
    path: pathTo('/v1/data-connectors/{connector_id}/source-metadata', { connector_id: ids[type] }),
    request: (request) =>
      request.query({ url: given[0] === 'a connector exists' ? url : fromState('uri', url) }),
    call: (client) => client.getDataConnectorSourceMetadata(ids[type], url),
  });
}

const wrongUris = [
  ['a URI of another provider', 'grain', 's3://quaymark-recordings/demos/quick start.mp4'],
  ['a folder', 'dropbox', 'https://www.dropbox.com/scl/fo/abc123/xyz'],
  ['a public URL, which has its own endpoint', 'grain', 'https://media.quaymark.example/talks/keynote.mp4'],
  ['a YouTube URL, which collections take', 'grain', 'https://www.youtube.com/watch?v=Qk7mR2dYx0E'],
  ['a page that shows a video', 'grain', 'https://vimeo.com/76979871'],
  ['a URI that says nothing', 'grain', 'recording abc123'],
  ['a document, which is not media', 'dropbox', 'dropbox:///Installers/Mounting%20template.pdf'],
  ['a recording that is not done', 'recall', 'recall://recording/9c2f4d7e-5a08-4b1c-8e63-d07a1f5b2c94'],
  ['a file of Cloudglue itself', 'grain', `cloudglue://files/${ids.file}`],
] as const;

test.each(wrongUris)('%s is refused with 400, not looked up', async (title, type, url) => {
  const given = state('a connector exists', { type });
  await syncRefused(type, url, { given, title: `to sync ${title}`, status: 400 });
});

const troubles = [
  [
    'the share link is gated',
    403,
    'dropbox',
    'https://www.dropbox.com/scl/fi/fu87ong9s6yun4xsg9h05/Gated.mp4',
  ],
  [
    'the share link has expired',
    403,
    'dropbox',
    'https://www.dropbox.com/scl/fi/3aantqx0ktwwq55c18b97/Late.mp4',
  ],
  ['the item is gone', 404, 'grain', 'grain://recording/deleted'],
  ['the provider is down', 502, 'grain', 'grain://recording/unavailable_1Hv-5'],
] as const;

test.each(troubles)('when %s, a sync is refused with %i', async (name, status, type, url) => {
  const given = state(name, { type });
  const title = `to sync an item when ${name}`;
  await syncRefused(type, url, { given, title, status, sent: fromState('uri', url) });
});

test('a provider that limits requests says how many seconds to wait', async () => {
  const url = 'dropbox:///Uploads/Provider%20rate%20limited.mp4';
  const error = await syncRefused('dropbox', url, {
    given: state('the provider rate-limits the connector', { type: 'dropbox', retry_after: 30 }),
    title: 'to sync an item when its provider limits requests',
    status: 429,
    sent: fromState('uri', url),
    headers: { 'Retry-After': regex('^\\d+$', '30') },
  });
  expect(error.retryAfter).toBe(30);
});

test('a sync through an unknown connector is refused with 404', async () => {
  await expectRefusal(pact, {
    given: state('the account is fresh'),
    title: 'to sync an item through no connector',
    method: 'POST',
    path: `/v1/data-connectors/${ids.nothing}/sync`,
    request: (request) => request.jsonBody({ url: 'grain://recording/abc123' }),
    status: 404,
    call: (client) => client.syncDataConnectorFile(ids.nothing, 'grain://recording/abc123'),
  });
});

const lookUps = [
  ['a connector exists', 400, 'grain', 'gong://call/280144223340795106'],
  ['the item is gone', 404, 'grain', 'grain://recording/deleted'],
  ['an item exists', 501, 's3', 's3://quaymark-recordings/demos/quick start.mp4'],
  ['the provider is down', 502, 'grain', 'grain://recording/unavailable_1Hv-5'],
] as const;

test.each(lookUps)('when %s, the look-up is refused with %i', async (name, status, type, url) => {
  const title = `for source metadata that is refused with ${status}`;
  await lookUpRefused(type, url, { given: state(name, { type }), title, status });
});
