// Runs of bulk imports: started and cancelled.
import { MatchersV3 } from '@pact-foundation/pact';
import { expect, test } from 'vitest';
import { state } from '../states.ts';
import { ids } from '../support/ids.ts';
import { cancelPath, thatImport, thatRun, theRuns } from '../support/import-paths.ts';
import { clientOf, createPact, json, withKey } from '../support/pact.ts';

const { uuid } = MatchersV3;
const pact = createPact();

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
        import_id: thatImport,
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
    .withRequest('POST', cancelPath(), (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ id: thatRun, import_id: thatImport, status: 'cancelled' });
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
    .withRequest('POST', cancelPath(), (request) => {
      request.headers(withKey);
    })
    .willRespondWith(200, (response) => {
      response.headers(json).jsonBody({ id: thatRun, status: 'completed' });
    })
    .executeTest(async (server) => {
      const run = await clientOf(server).cancelMetadataImportRun(ids.collection, ids.import, ids.run);
      expect(run.status).toBe('completed');
    }));
