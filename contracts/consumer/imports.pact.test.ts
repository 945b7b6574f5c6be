// Bulk imports: made once, listed, read and removed. Their runs are in import-runs.pact.test.ts.
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import { state } from '../states.ts';
import { ids } from '../support/ids.ts';
import { importPath, thatCollection, thatImport, thatRun, theImports } from '../support/import-paths.ts';
import { clientOf, createPact, fromState, json, moment, withKey } from '../support/pact.ts';

const { integer, uuid } = MatchersV3;
const pact = createPact();
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
        collection_id: thatCollection,
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
      const data = [
        { id: thatImport, collection_id: thatCollection, latest_run: { id: thatRun, import_id: thatImport } },
      ];
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
    .withRequest('GET', importPath(), (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({
        id: thatImport,
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

test('removes an import', () =>
  pact
    .addInteraction()
    .given(...state('an import is running'))
    .uponReceiving('a request to remove an import')
    .withRequest('DELETE', importPath(), (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ object: 'metadata_import', id: thatImport, deleted: true });
    })
    .executeTest(async (server) => {
      expect((await clientOf(server).deleteMetadataImport(ids.collection, ids.import)).deleted).toBe(true);
    }));
