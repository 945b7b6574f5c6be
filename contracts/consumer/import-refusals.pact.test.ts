// What bulk imports cannot be asked for.
import { test } from 'vitest';
import type { Client } from '../client.ts';
import { state } from '../states.ts';
import { asks } from '../support/asks.ts';
import { ids } from '../support/ids.ts';
import { cancelPath, importPath, theImports, theRuns } from '../support/import-paths.ts';
import { createPact } from '../support/pact.ts';
import { expectRefusal } from '../support/refusal.ts';

const pact = createPact();

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
    path: importPath(ids.nothing),
    status: 404,
    call: (client) => client.getMetadataImport(ids.collection, ids.nothing),
  });
});

test('a run that the import does not have cannot be cancelled: 404', async () => {
  await expectRefusal(pact, {
    ...asks.cancelMetadataImportRun,
    given: state('an import exists'),
    title: 'to cancel a run that the import does not have',
    path: cancelPath(ids.nothing),
    status: 404,
    call: (client) => client.cancelMetadataImportRun(ids.collection, ids.import, ids.nothing),
  });
});
