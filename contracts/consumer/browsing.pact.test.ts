// The lesson about pages: ask with the next_page_token of the page before until there is none, and never look
// into a token or make one.
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import { state } from '../states.ts';
import { ids } from '../support/ids.ts';
import { clientOf, createPact, fromState, json, pathTo, theSame, withKey } from '../support/pact.ts';
import { expectRefusal } from '../support/refusal.ts';

const { arrayContaining, eachLike, string } = MatchersV3;
const pact = createPact();
const filesOf = (type: 'grain' | 's3') =>
  pathTo('/v1/data-connectors/{connector_id}/files', { connector_id: ids[type] });
const token = 'MiB6Smo2MHU5WUpQdnA';
const file = { type: 'file', uri: string('grain://recording/abc123'), name: string('Q4 business review') };

test('the first page says that more follows, and has the token of the next one', () =>
  pact
    .addInteraction()
    .given(...state('a listing goes on', { type: 'grain', limit: 2 }))
    .uponReceiving('a request for the first page of a listing')
    .withRequest('GET', filesOf('grain'), (request) => {
      request.headers(withKey).query({ limit: '2' });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ data: [file, file], has_more: true, next_page_token: string(token) });
    })
    .executeTest(async (server) => {
      const page = await clientOf(server).listDataConnectorFiles(ids.grain, { limit: 2 });
      expect(page.next_page_token).toBe(token);
    }));

test('the token of the first page opens the second', () =>
  pact
    .addInteraction()
    .given(...state('a listing goes on', { type: 'grain', limit: 2 }))
    .uponReceiving('a request for the second page of a listing')
    .withRequest('GET', filesOf('grain'), (request) => {
      // Only the provider can make a token, so the state gives it.
      request.headers(withKey).query({ limit: '2', page_token: fromState('page_token', token) });
    })
    .willRespondWith(200, (response) => {
      // Nor can it begin with anything but what follows the first page.
      const next = { ...file, name: theSame('{next_name}', { next_name: 'All hands: year in review 🎉' }) };
      response.headers(json).jsonBody({ data: [next, file] });
    })
    .executeTest(async (server) => {
      const client = clientOf(server);
      const page = await client.listDataConnectorFiles(ids.grain, { limit: 2, page_token: token });
      expect(page.data[0]?.uri).toBe('grain://recording/abc123');
    }));

test('the last page says that nothing follows, and has no token', () =>
  pact
    .addInteraction()
    .given(...state('a grain recording exists'))
    .uponReceiving('a request for a page that is the last of a listing')
    .withRequest('GET', filesOf('grain'), (request) => {
      request.headers(withKey).query({ limit: '100' });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ data: eachLike(file), has_more: false, next_page_token: null });
    })
    .executeTest(async (server) => {
      const page = await clientOf(server).listDataConnectorFiles(ids.grain, { limit: 100 });
      expect(page).toMatchObject({ has_more: false, next_page_token: null });
    }));

test('a folder has no URI to sync, but the parameter that opens it', () =>
  pact
    .addInteraction()
    .given(...state('a connector exists', { type: 's3' }))
    .uponReceiving('a request for the root of a bucket')
    .withRequest('GET', filesOf('s3'), (request) => {
      request.headers(withKey).query({ bucket: 'quaymark-recordings' });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        // Files may stand between the folders: at least one entry must be such a folder.
        data: arrayContaining({ type: 'folder', uri: null, metadata: { prefix: string('demos/') } }),
      });
    })
    .executeTest(async (server) => {
      const page = await clientOf(server).listDataConnectorFiles(ids.s3, { bucket: 'quaymark-recordings' });
      expect(page.data[0]?.metadata.prefix).toBe('demos/');
    }));

const badQueries = [
  ['s3', 'of an s3 connector without a bucket', {}],
  ['grain', 'with a page token of another listing', { page_token: 'MiBvdGhlcg' }],
  ['grain', 'with a limit of 0', { limit: 0 }],
] as const;

test.each(badQueries)('a listing (%s) %s is refused with 400', async (type, title, query) => {
  const texts = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
  await expectRefusal(pact, {
    given: state('a connector exists', { type }),
    title: `for a listing ${title}`,
    method: 'GET',
    path: filesOf(type),
    request: (request) => request.query(texts),
    status: 400,
    call: (client) => client.listDataConnectorFiles(ids[type], query),
  });
});

test('a connector that does not exist is refused with 404', async () => {
  await expectRefusal(pact, {
    given: state('the account is fresh'),
    title: 'for a listing of no connector',
    method: 'GET',
    path: `/v1/data-connectors/${ids.nothing}/files`,
    status: 404,
    call: (client) => client.listDataConnectorFiles(ids.nothing),
  });
});

test('a bucket that does not exist is refused with 404', async () => {
  await expectRefusal(pact, {
    given: state('a connector exists', { type: 's3' }),
    title: 'for a listing of no bucket',
    method: 'GET',
    path: filesOf('s3'),
    request: (request) => request.query({ bucket: 'no-such-bucket' }),
    status: 404,
    call: (client) => client.listDataConnectorFiles(ids.s3, { bucket: 'no-such-bucket' }),
  });
});

test('a provider that is down gives 502, which can be retried', async () => {
  await expectRefusal(pact, {
    given: state('the API answers', { operation: 'listDataConnectorFiles', status: 502 }),
    title: 'for a listing of a provider that is down',
    method: 'GET',
    path: `/v1/data-connectors/${ids.grain}/files`,
    status: 502,
    call: (client) => client.listDataConnectorFiles(ids.grain),
  });
});
