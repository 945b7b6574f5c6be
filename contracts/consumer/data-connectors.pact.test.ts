// The first lesson: list the connectors, and make a file of what one of them holds. Each test is one agreement:
// in that state, to this request, the API answers so, and the client makes the right thing of it.
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import { definitions } from '../../src/sources/connectors/connector-registry.ts';
import { state } from '../states.ts';
import { ids } from '../support/ids.ts';
import { aFile, clientOf, createPact, fromState, json, pathTo, withKey } from '../support/pact.ts';

const { constrainedArrayLike, eachLike, integer, regex, string, uuid } = MatchersV3;
const pact = createPact();
const recording = 'grain://recording/abc123';
const types = definitions.map(({ type }) => type);

test('lists the connectors of the account', () =>
  pact
    .addInteraction()
    .given(...state('a connector exists'))
    .uponReceiving('a request for the connectors')
    .withRequest('GET', '/v1/data-connectors', (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        data: eachLike({
          id: uuid(ids.grain),
          type: regex(`^(${types.join('|')})$`, 'grain'),
        }),
      });
    })
    .executeTest(async (server) => {
      const { data } = await clientOf(server).listDataConnectors();
      expect(data).toEqual([{ id: ids.grain, type: 'grain' }]);
    }));

test('syncs a Grain recording into a pending file with the metadata of Grain', () =>
  pact
    .addInteraction()
    .given(...state('a grain recording exists', { recording_id: 'abc123' }))
    .uponReceiving('a request to sync a Grain recording')
    .withRequest(
      'POST',
      pathTo('/v1/data-connectors/{connector_id}/sync', { connector_id: ids.grain }),
      (request) => {
        request.headers(withKey).jsonBody({ url: fromState('uri', recording) });
      },
    )
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        ...aFile,
        // Values without a matcher must be exactly these.
        status: 'pending',
        source: 'grain',
        filename: string('Nordhavn Foods – Q4 business review.mp4'),
        source_metadata: { source_type: 'grain', title: string('Nordhavn Foods – Q4 business review') },
      });
    })
    .executeTest(async (server) => {
      const file = await clientOf(server).syncDataConnectorFile(ids.grain, recording);
      expect(file).toMatchObject({ id: ids.file, status: 'pending', source: 'grain' });
    }));

const otherItems = [
  ['s3', 's3://quaymark-recordings/recordings/2025/11/03/dock-1/clip-0600.mp4'],
  ['gcs', 'gs://quaymark-vision-training/raw/nordhavn-aarhus/2025-08-12/camera-01.mp4'],
  ['google-drive', 'gdrive://file/1pmSkL8-fXK1iYk_UCow3s3HyBDqWMvIf'],
  ['dropbox', 'dropbox:///Team/All%20hands.mp4'],
  ['zoom', 'zoom://uuid/%2FKvPokMhQjqvGRPa2Tl59A%3D%3D'],
  ['gong', 'gong://call/280144223340795106'],
  ['recall', 'recall://recording/f8229cd3-a1a3-48ae-93ce-18372b92c2e5'],
  ['iconik', 'iconik://asset/a3f0c2d8-6b1e-11f0-9a47-0242ac120002'],
] as const;

test.each(otherItems)('syncs an item of a connector of type %s into a pending file', (type, uri) =>
  pact
    .addInteraction()
    .given(...state('an item exists', { type }))
    .uponReceiving(`a request to sync an item of a ${type} connector`)
    .withRequest(
      'POST',
      pathTo('/v1/data-connectors/{connector_id}/sync', { connector_id: ids[type] }),
      (request) => {
        request.headers(withKey).jsonBody({ url: fromState('uri', uri) });
      },
    )
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ ...aFile, status: 'pending', source: type });
    })
    .executeTest(async (server) => {
      const file = await clientOf(server).syncDataConnectorFile(ids[type], uri);
      expect(file.source).toBe(type);
    }),
);

test('looks up the metadata of a Grain recording, without creating a file', () =>
  pact
    .addInteraction()
    .given(...state('a grain recording exists', { recording_id: 'abc123' }))
    .uponReceiving('a request for the source metadata of a Grain recording')
    .withRequest(
      'GET',
      pathTo('/v1/data-connectors/{connector_id}/source-metadata', { connector_id: ids.grain }),
      (request) => {
        request.headers(withKey).query({ url: fromState('uri', recording) });
      },
    )
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        source_metadata: {
          source_type: 'grain',
          grain_recording_id: string('abc123'),
          title: string('Nordhavn Foods – Q4 business review'),
          duration_ms: integer(2_734_600),
          // There may be none, which eachLike would not allow.
          tags: constrainedArrayLike('qbr', 0, 100, 1),
        },
      });
    })
    .executeTest(async (server) => {
      const { source_metadata } = await clientOf(server).getDataConnectorSourceMetadata(ids.grain, recording);
      expect(source_metadata).toMatchObject({ duration_ms: 2_734_600, tags: ['qbr'] });
    }));
