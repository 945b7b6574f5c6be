// What providers tell of their items: looked up, listed, and read again for a file that was made before. Only
// `source_type` and the provider's id are always there: a client expects null in any other field.
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import { state } from '../states.ts';
import { ids } from '../support/ids.ts';
import { clientOf, createPact, fromState, json, pathTo, thatFile, withKey } from '../support/pact.ts';
import { expectRefusal } from '../support/refusal.ts';

const { arrayContaining, boolean, eachLike, integer, like, regex, string } = MatchersV3;
const pact = createPact();

const zoomUri = 'zoom://uuid/%2FKvPokMhQjqvGRPa2Tl59A%3D%3D';
const talk = 'https://media.quaymark.example/talks/port-automation-keynote.mp4';
const metadataOf = (type: keyof typeof ids) =>
  pathTo('/v1/data-connectors/{connector_id}/source-metadata', { connector_id: ids[type] });

/** What a client of each provider reads. */
const known = [
  [
    'zoom',
    zoomUri,
    {
      zoom_meeting_uuid: string('/KvPokMhQjqvGRPa2Tl59A=='),
      topic: string('Weekly pipeline review'),
      zoom_meeting_id: integer(86_420_197_531),
      recording_files: eachLike({ file_type: string('MP4') }),
    },
  ],
  [
    'recall',
    'recall://recording/f8229cd3-a1a3-48ae-93ce-18372b92c2e5',
    {
      recall_recording_id: string('f8229cd3-a1a3-48ae-93ce-18372b92c2e5'),
      status_code: 'done',
      has_transcript: boolean(true),
    },
  ],
  [
    'google-drive',
    'gdrive://file/1pmSkL8-fXK1iYk_UCow3s3HyBDqWMvIf',
    {
      gdrive_file_id: string('1pmSkL8-fXK1iYk_UCow3s3HyBDqWMvIf'),
      name: string('Hero film.mp4'),
      owners: eachLike({ display_name: string('Priya Raman') }),
    },
  ],
  [
    'dropbox',
    'dropbox:///Team/All%20hands.mp4',
    {
      dropbox_id: regex('^id:.+$', 'id:p1ee8iIOloZ7selA0hPu9o'),
      path_display: string('/Team/All hands.mp4'),
      media_info: like({ duration_ms: integer(2_712_000) }),
    },
  ],
  [
    'gong',
    'gong://call/280144223340795106',
    {
      gong_call_id: regex('^\\d+$', '280144223340795106'),
      duration: integer(1_822),
      parties: eachLike({ name: string('Mette Kjær') }),
    },
  ],
  [
    'iconik',
    'iconik://asset/a3f0c2d8-6b1e-11f0-9a47-0242ac120002',
    {
      iconik_asset_id: string('a3f0c2d8-6b1e-11f0-9a47-0242ac120002'),
      title: string('Yard launch film – master'),
      ingested_rendition: regex('^(proxy|original)$', 'proxy'),
    },
  ],
] as const;

test.each(known)('looks up what a provider (%s) tells of an item', (type, uri, fields) =>
  pact
    .addInteraction()
    .given(...state('an item exists', { type }))
    .uponReceiving(`a request for the source metadata of an item of a ${type} connector`)
    .withRequest('GET', metadataOf(type), (request) => {
      request.headers(withKey).query({ url: fromState('uri', uri) });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ source_metadata: { source_type: type, ...fields } });
    })
    .executeTest(async (server) => {
      const { source_metadata } = await clientOf(server).getDataConnectorSourceMetadata(ids[type], uri);
      expect(source_metadata.source_type).toBe(type);
    }),
);

test('a synced file carries what its provider tells', () =>
  pact
    .addInteraction()
    .given(...state('an item exists', { type: 'zoom' }))
    .uponReceiving('a request to sync a Zoom recording for its metadata')
    .withRequest(
      'POST',
      pathTo('/v1/data-connectors/{connector_id}/sync', { connector_id: ids.zoom }),
      (request) => {
        request.headers(withKey).jsonBody({ url: fromState('uri', zoomUri) });
      },
    )
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        source: 'zoom',
        source_metadata: { source_type: 'zoom', topic: string('Weekly pipeline review') },
      });
    })
    .executeTest(async (server) => {
      const file = await clientOf(server).syncDataConnectorFile(ids.zoom, zoomUri);
      expect(file.source_metadata).toMatchObject({ source_type: 'zoom' });
    }));

test('a listing of Gong leaves null what only a look-up tells', () =>
  pact
    .addInteraction()
    .given(...state('an item exists', { type: 'gong' }))
    .uponReceiving('a request for the calls of Gong')
    .withRequest(
      'GET',
      pathTo('/v1/data-connectors/{connector_id}/files', { connector_id: ids.gong }),
      (request) => {
        request.headers(withKey);
      },
    )
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        data: eachLike({
          type: 'file',
          metadata: {
            source_type: 'gong',
            gong_call_id: string('280144223340795106'),
            parties: null,
            brief: null,
          },
        }),
      });
    })
    .executeTest(async (server) => {
      const page = await clientOf(server).listDataConnectorFiles(ids.gong);
      expect(page.data[0]?.metadata).toMatchObject({ parties: null });
    }));

test('a listing of iconik has pictures', () =>
  pact
    .addInteraction()
    .given(...state('an item exists', { type: 'iconik' }))
    .uponReceiving('a request for the assets of iconik')
    .withRequest(
      'GET',
      pathTo('/v1/data-connectors/{connector_id}/files', { connector_id: ids.iconik }),
      (request) => {
        request.headers(withKey).query({ title_search: 'master film' });
      },
    )
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        data: [
          {
            name: string('Yard launch film – master'),
            thumbnail_url: regex('^https?://.+$', 'http://127.0.0.1:4747/thumbnails/poster.svg'),
            metadata: { source_type: 'iconik' },
          },
        ],
      });
    })
    .executeTest(async (server) => {
      const page = await clientOf(server).listDataConnectorFiles(ids.iconik, { title_search: 'master film' });
      expect(page.data[0]?.thumbnail_url).toMatch(/^http/);
    }));

test('a recursive listing of Dropbox holds what lies in folders, and the folders', () =>
  pact
    .addInteraction()
    .given(...state('an item exists', { type: 'dropbox' }))
    .uponReceiving('a request for all of a Dropbox')
    .withRequest(
      'GET',
      pathTo('/v1/data-connectors/{connector_id}/files', { connector_id: ids.dropbox }),
      (request) => {
        request.headers(withKey).query({ recursive: 'true', limit: '100' });
      },
    )
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        data: arrayContaining(
          { type: 'folder', metadata: { path: '/Team' } },
          { type: 'file', uri: 'dropbox:///Team/All%20hands.mp4', metadata: { media_info: null } },
        ),
      });
    })
    .executeTest(async (server) => {
      const query = { recursive: 'true', limit: 100 } as const;
      const page = await clientOf(server).listDataConnectorFiles(ids.dropbox, query);
      expect(page.data).toHaveLength(2);
    }));

test('any other value than true and false lists nothing recursively: it is refused with 400', async () => {
  await expectRefusal(pact, {
    given: state('a connector exists', { type: 'dropbox' }),
    title: 'for a listing that is recursive in an unknown way',
    method: 'GET',
    path: pathTo('/v1/data-connectors/{connector_id}/files', { connector_id: ids.dropbox }),
    request: (request) => request.query({ recursive: 'yes' }),
    status: 400,
    call: (client) => client.listDataConnectorFiles(ids.dropbox, { recursive: 'yes' as 'true' }),
  });
});

const refreshOf = (id: string) => pathTo('/v1/files/{file_id}/sync', { file_id: id });

test('reads the source metadata of a file again, and leaves the rest as it is', () =>
  pact
    .addInteraction()
    .given(...state('the file is completed'))
    .uponReceiving('a request to refresh the source metadata of a file')
    .withRequest('POST', refreshOf(ids.file), (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        ...thatFile(),
        status: 'completed',
        source: 'grain',
        source_metadata: { source_type: 'grain', grain_recording_id: 'abc123' },
      });
    })
    .executeTest(async (server) => {
      const file = await clientOf(server).syncFileSourceMetadata(ids.file);
      expect(file).toMatchObject({ id: ids.file, status: 'completed' });
    }));

test('a file of no connector has nothing to refresh: 400', async () => {
  await expectRefusal(pact, {
    given: state('a file exists', { uri: talk }),
    title: 'to refresh a file of a public URL',
    method: 'POST',
    path: refreshOf(ids.talk),
    status: 400,
    call: (client) => client.syncFileSourceMetadata(ids.talk),
  });
});

test('a file whose connector is gone cannot be refreshed: 400', async () => {
  await expectRefusal(pact, {
    given: state('the file is completed'),
    and: state('no connector of the type exists', { type: 'grain' }),
    title: 'to refresh a file whose connector is gone',
    method: 'POST',
    path: refreshOf(ids.file),
    status: 400,
    call: (client) => client.syncFileSourceMetadata(ids.file),
  });
});

test('a file that does not exist cannot be refreshed: 404', async () => {
  await expectRefusal(pact, {
    given: state('the account is fresh'),
    title: 'to refresh no file',
    method: 'POST',
    path: `/v1/files/${ids.nothing}/sync`,
    status: 404,
    call: (client) => client.syncFileSourceMetadata(ids.nothing),
  });
});

test('an image goes into no collection: 400', async () => {
  const url = 'https://media.quaymark.example/brand/poster.png';
  await expectRefusal(pact, {
    given: state('a collection exists'),
    title: 'to add an image to a collection',
    method: 'POST',
    path: pathTo('/v1/collections/{collection_id}/media', { collection_id: ids.collection }),
    request: (request) => request.jsonBody({ url }),
    status: 400,
    call: (client) => client.addMedia(ids.collection, { url }),
  });
});

const silent = [
  ['s3', 's3://quaymark-recordings/recordings/2025/11/03/dock-1/clip-0600.mp4'],
  ['gcs', 'gs://quaymark-vision-training/raw/nordhavn-aarhus/2025-08-12/camera-01.mp4'],
] as const;

test.each(silent)('an object store (%s) tells nothing: 501', async (type, url) => {
  await expectRefusal(pact, {
    given: state('an item exists', { type }),
    title: `for the source metadata of an object of ${type}`,
    method: 'GET',
    path: metadataOf(type),
    request: (request) => request.query({ url: fromState('uri', url) }),
    status: 501,
    call: (client) => client.getDataConnectorSourceMetadata(ids[type], url),
  });
});
