// Bulk imports: made once, run again and again, one run at a time.
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import type { Client } from '../client.ts';
import { state } from '../states.ts';
import { asks } from '../support/asks.ts';
import { ids } from '../support/ids.ts';
import { clientOf, createPact, fromState, json, moment, pathTo, theSame, withKey } from '../support/pact.ts';
import { expectRefusal } from '../support/refusal.ts';

const { integer, uuid } = MatchersV3;
const pact = createPact();
const examples = { collection_id: ids.collection, import_id: ids.import, run_id: ids.run };
const theImports = pathTo('/v1/collections/{collection_id}/imports', examples);
const theImport = pathTo('/v1/collections/{collection_id}/imports/{import_id}', examples);
const theRuns = pathTo('/v1/collections/{collection_id}/imports/{import_id}/runs', examples);
const cancelling = pathTo(
  '/v1/collections/{collection_id}/imports/{import_id}/runs/{run_id}/cancel',
  examples,
);
const thatId = theSame('{import_id}', examples);
const thatRun = theSame('{run_id}', examples);
const collection_id = theSame('{collection_id}', examples);
const calls = {
  name: 'Calls',
  filters: [{ from: '2025-01-01', title_search: 'review' }],
  default_mode: 'append' as const,
  max_files: 100,
};
const nothing = {
  files_listed: 0,
  files_created: 0,
  files_skipped: 0,
  files_failed: 0,
  files_queued: 0,
  files_indexed: 0,
};

test('makes an import, whose first run waits', () =>
  pact
    .addInteraction()
    .given(...state('a collection exists', { collection_type: 'metadata' }))
    .given(...state('an item exists'))
    .uponReceiving('a request to import what a connector lists')
    .withRequest('POST', theImports, (request) => {
      const connector_id = fromState('connector_id', ids.grain);
      request.headers(withKey).jsonBody({ ...calls, connector_id });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        object: 'metadata_import',
        id: uuid(ids.import),
        collection_id,
        import_type: 'metadata',
        ...calls,
        delete_missing: false,
        created_at: moment(1_768_467_600_000),
        latest_run: { id: uuid(ids.run), status: 'pending', mode: 'append', progress: nothing },
      });
    })
    .executeTest(async (server) => {
      const made = await clientOf(server).createMetadataImport(ids.collection, {
        ...calls,
        connector_id: ids.grain,
      });
      expect(made.latest_run?.status).toBe('pending');
    }));

test('an import into a collection of another type is one of media, and waits if it is told to', () =>
  pact
    .addInteraction()
    .given(...state('a collection exists'))
    .given(...state('an item exists'))
    .uponReceiving('a request for an import of media that does not start')
    .withRequest('POST', theImports, (request) => {
      const connector_id = fromState('connector_id', ids.grain);
      request.headers(withKey).jsonBody({ name: 'Calls', connector_id, start: false });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ id: uuid(ids.import), import_type: 'media', latest_run: null });
    })
    .executeTest(async (server) => {
      const body = { name: 'Calls', connector_id: ids.grain, start: false };
      const made = await clientOf(server).createMetadataImport(ids.collection, body);
      expect(made).toMatchObject({ import_type: 'media', latest_run: null });
    }));

test('while a run is active, a new import has none', () =>
  pact
    .addInteraction()
    .given(...state('an import is running'))
    .uponReceiving('a request to import while another import runs')
    .withRequest('POST', theImports, (request) => {
      const connector_id = fromState('connector_id', ids.grain);
      request.headers(withKey).jsonBody({ name: 'More calls', connector_id });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ id: uuid(ids.import), name: 'More calls', latest_run: null });
    })
    .executeTest(async (server) => {
      const body = { name: 'More calls', connector_id: ids.grain };
      expect((await clientOf(server).createMetadataImport(ids.collection, body)).latest_run).toBeNull();
    }));

test('lists imports with their newest runs', () =>
  pact
    .addInteraction()
    .given(...state('an import is running'))
    .uponReceiving('a request for the imports of a collection')
    .withRequest('GET', theImports, (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      const data = [{ id: thatId, collection_id, latest_run: { id: thatRun, import_id: thatId } }];
      response.headers(json).jsonBody({ object: 'list', data, total: 1, limit: 50, offset: 0 });
    })
    .executeTest(async (server) => {
      const { data } = await clientOf(server).listMetadataImports(ids.collection);
      expect(data?.[0]?.latest_run?.id).toBe(ids.run);
    }));

test('gets an import with a run that has ended: all that was queued is indexed or failed', () =>
  pact
    .addInteraction()
    .given(...state('an import has run'))
    .uponReceiving('a request for an import that has run')
    .withRequest('GET', theImport, (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        id: thatId,
        runs: [
          {
            id: thatRun,
            status: 'completed',
            error: null,
            started_at: moment(1_768_467_600_500),
            completed_at: moment(1_768_467_605_000),
            progress: { pages_listed: positive(1), files_listed: positive(30), files_created: positive(29) },
          },
        ],
        total_runs: 1,
      });
    })
    .executeTest(async (server) => {
      const { runs } = await clientOf(server).getMetadataImport(ids.collection, ids.import);
      expect(runs?.[0]).toMatchObject({ status: 'completed', error: null });
    }));

/** At least one: a provider that never counts would pass with any integer. */
const positive = (example: number) =>
  ({ ...MatchersV3.regex('^[1-9]\\d*$', String(example)), value: example }) as unknown as ReturnType<
    typeof integer
  >;

test('runs an import otherwise than it says', () =>
  pact
    .addInteraction()
    .given(...state('an import exists'))
    .uponReceiving('a request to run an import')
    .withRequest('POST', theRuns, (request) => {
      request.headers(withKey).jsonBody({ mode: 'refresh', max_files: 5 });
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        object: 'metadata_import_run',
        id: uuid(ids.run),
        import_id: thatId,
        mode: 'refresh',
        status: 'pending',
        max_files: 5,
        completed_at: null,
      });
    })
    .executeTest(async (server) => {
      const body = { mode: 'refresh', max_files: 5 } as const;
      const run = await clientOf(server).createMetadataImportRun(ids.collection, ids.import, body);
      expect(run).toMatchObject({ mode: 'refresh', max_files: 5 });
    }));

test('cancels a run', () =>
  pact
    .addInteraction()
    .given(...state('an import is running'))
    .uponReceiving('a request to cancel a run')
    .withRequest('POST', cancelling, (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ id: thatRun, import_id: thatId, status: 'cancelled' });
    })
    .executeTest(async (server) => {
      const run = await clientOf(server).cancelMetadataImportRun(ids.collection, ids.import, ids.run);
      expect(run.status).toBe('cancelled');
    }));

test('a run that has ended cannot be cancelled any more, and stays as it is', () =>
  pact
    .addInteraction()
    .given(...state('an import has run'))
    .uponReceiving('a request to cancel a run that has ended')
    .withRequest('POST', cancelling, (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ id: thatRun, status: 'completed' });
    })
    .executeTest(async (server) => {
      const run = await clientOf(server).cancelMetadataImportRun(ids.collection, ids.import, ids.run);
      expect(run.status).toBe('completed');
    }));

test('removes an import', () =>
  pact
    .addInteraction()
    .given(...state('an import is running'))
    .uponReceiving('a request to remove an import')
    .withRequest('DELETE', theImport, (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ object: 'metadata_import', id: thatId, deleted: true });
    })
    .executeTest(async (server) => {
      expect((await clientOf(server).deleteMetadataImport(ids.collection, ids.import)).deleted).toBe(true);
    }));

const wrong: [string, Parameters<Client['createMetadataImport']>[1]][] = [
  ['from S3', { name: 'Calls', connector_id: ids.s3 }],
  ['by a filter of another provider', { name: 'Calls', connector_id: ids.grain, filters: [{ path: '/' }] }],
  ['from no connector', { name: 'Calls', connector_id: ids.nothing }],
];

test.each(wrong)('an import %s is refused with 400', async (what, body) => {
  await expectRefusal(pact, {
    ...asks.createMetadataImport,
    given: state('a collection exists', { collection_type: 'metadata' }),
    title: `to import ${what}`,
    path: theImports,
    request: (request) => request.jsonBody(body),
    status: 400,
    call: (client) => client.createMetadataImport(ids.collection, body),
  });
});

test('thumbnails in an import of media are refused with 400', async () => {
  const body = { include_thumbnails: true };
  await expectRefusal(pact, {
    ...asks.createMetadataImportRun,
    given: state('an import exists', { collection_type: 'media-descriptions' }),
    title: 'to run an import of media with thumbnails',
    path: theRuns,
    request: (request) => request.jsonBody(body),
    status: 400,
    call: (client) => client.createMetadataImportRun(ids.collection, ids.import, body),
  });
});

test('a second run beside an active one is refused with 409', async () => {
  await expectRefusal(pact, {
    ...asks.createMetadataImportRun,
    given: state('an import is running'),
    title: 'to run an import that is running',
    path: theRuns,
    status: 409,
  });
});

const unknown = [
  'listMetadataImports',
  'createMetadataImport',
  'getMetadataImport',
  'deleteMetadataImport',
  'createMetadataImportRun',
  'cancelMetadataImportRun',
] as const;

test.each(unknown)('%s of no collection is refused with 404', async (id) => {
  await expectRefusal(pact, {
    ...asks[id],
    given: state('the account is fresh'),
    title: `for ${id} of no collection`,
    status: 404,
  });
});

test('an import that the collection does not have is refused with 404', async () => {
  await expectRefusal(pact, {
    ...asks.getMetadataImport,
    given: state('a collection exists', { collection_type: 'metadata' }),
    title: 'for an import that the collection does not have',
    path: pathTo(`/v1/collections/{collection_id}/imports/${ids.nothing}`, examples),
    status: 404,
    call: (client) => client.getMetadataImport(ids.collection, ids.nothing),
  });
});

test('a run that the import does not have cannot be cancelled: 404', async () => {
  await expectRefusal(pact, {
    ...asks.cancelMetadataImportRun,
    given: state('an import exists'),
    title: 'to cancel a run that the import does not have',
    path: pathTo(`/v1/collections/{collection_id}/imports/{import_id}/runs/${ids.nothing}/cancel`, examples),
    status: 404,
    call: (client) => client.cancelMetadataImportRun(ids.collection, ids.import, ids.nothing),
  });
});
