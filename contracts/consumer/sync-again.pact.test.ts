// The lesson about asking twice: one item is one file, so a client may sync again without making a second, and
// needs no memory of what it has synced. Only the provider can know the id of the file, so its state gives it.
import { expect, test } from 'vitest';
import { state } from '../states.ts';
import { ids } from '../support/ids.ts';
import {
  clientOf,
  createPact,
  fromState,
  json,
  pathTo,
  thatFile,
  theSame,
  withKey,
} from '../support/pact.ts';

const pact = createPact();

const spellings = [
  ['the same URI', 'grain', ids.file, 'grain://recording/abc123', 'grain://recording/abc123'],
  [
    'a share link of its item',
    'dropbox',
    ids.allHands,
    'dropbox:///Team/All%20hands.mp4',
    'https://www.dropbox.com/scl/fi/b2vrhy678t7poas4voh71/All-hands.mp4',
  ],
] as const;

test.each(spellings)('a file is found again by %s (%s), in its current state', (what, type, id, uri, again) =>
  pact
    .addInteraction()
    .given(...state('a file exists', { uri, metadata: { speaker: 'Ana' } }))
    .uponReceiving(`a request to sync an item again by ${what}`)
    .withRequest(
      'POST',
      pathTo('/v1/data-connectors/{connector_id}/sync', { connector_id: ids[type] }),
      (request) => {
        request.headers(withKey).jsonBody({ url: again });
      },
    )
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ ...thatFile(id), status: 'completed', metadata: { speaker: 'Ana' } });
    })
    .executeTest(async (server) => {
      const file = await clientOf(server).syncDataConnectorFile(ids[type], again);
      expect(file).toMatchObject({ status: 'completed', metadata: { speaker: 'Ana' } });
    }),
);

test('a file that is still pending is returned, not refused', () =>
  pact
    .addInteraction()
    .given(...state('the file is pending', { uri: 'grain://recording/abc123' }))
    .uponReceiving('a request to sync an item that is pending')
    .withRequest(
      'POST',
      pathTo('/v1/data-connectors/{connector_id}/sync', { connector_id: ids.grain }),
      (request) => {
        request.headers(withKey).jsonBody({ url: 'grain://recording/abc123' });
      },
    )
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ ...thatFile(), status: 'pending' });
    })
    .executeTest(async (server) => {
      const file = await clientOf(server).syncDataConnectorFile(ids.grain, 'grain://recording/abc123');
      expect(file.status).toBe('pending');
    }));

const talk = 'https://media.quaymark.example/talks/port-automation-keynote.mp4';

test('a public URL is found again too, and keeps its first metadata', () =>
  pact
    .addInteraction()
    .given(...state('a file exists', { uri: talk, metadata: { speaker: 'Ana' } }))
    .uponReceiving('a request to sync a public URL again with other metadata')
    .withRequest('POST', '/v1/files/sync', (request) => {
      request.headers(withKey).jsonBody({ url: talk, metadata: { speaker: 'Luis' } });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ ...thatFile(ids.talk), metadata: { speaker: 'Ana' } });
    })
    .executeTest(async (server) => {
      const file = await clientOf(server).syncFileFromUrl(talk, { speaker: 'Luis' });
      expect(file.metadata).toEqual({ speaker: 'Ana' });
    }));

test('a file that is already in a collection is returned unchanged', () =>
  pact
    .addInteraction()
    .given(...state('a file is in a collection'))
    .uponReceiving('a request to add a file to a collection again')
    .withRequest(
      'POST',
      pathTo('/v1/collections/{collection_id}/media', { collection_id: ids.collection }),
      (request) => {
        request.headers(withKey).jsonBody({ file_id: fromState('file_id', ids.file) });
      },
    )
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        collection_id: theSame('{collection_id}', { collection_id: ids.collection }),
        file_id: thatFile().id,
      });
    })
    .executeTest(async (server) => {
      const added = await clientOf(server).addMedia(ids.collection, { file_id: ids.file });
      expect(added.file_id).toBe(ids.file);
    }));
