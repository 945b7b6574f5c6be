// Errors of bulk imports.
import { endpointOf } from '../../openapi/cloudglue.ts';
import { defineCases, type Example, quote, UNKNOWN_ID } from './error-case.ts';

const GRAIN = '6f1c2b7e-3a54-4d0b-9c1e-2f7a8b9c0d15';
const S3 = 'b40c9e12-71d6-4f8a-8e35-0c6a1d92f7b3';

const CREATE = 'createMetadataImport';
const RUN = 'createMetadataImportRun';

const newCollection = (collection_type: string): Example => ({
  operation: 'createCollection',
  json: { collection_type, name: 'Interviews' },
});

/** A new import into a new collection; its example gets the case. */
const newImport = (json: object, collection_type = 'metadata'): Example => ({
  operation: CREATE,
  params: { collection_id: '{id}' },
  json: { name: 'Calls', ...json },
  after: newCollection(collection_type),
});

export const importCases = defineCases({
  'import-not-found': {
    status: 404,
    origin: 'sdk',
    cause: 'the collection has no such import',
    operations: ['getMetadataImport', 'deleteMetadataImport', RUN, 'cancelMetadataImportRun'],
    text: (id: string, collectionId: string) =>
      `The collection has no import with the id ${quote(id)}. ${endpointOf('listMetadataImports', { collection_id: collectionId })} lists those it has.`,
    forced: ({ ids }) => [ids.import, ids.collection],
    requests: [
      {
        operation: 'getMetadataImport',
        params: { collection_id: '{id}', import_id: UNKNOWN_ID },
        after: newCollection('metadata'),
      },
    ],
  },
  'import-run-not-found': {
    status: 404,
    origin: 'sdk',
    cause: 'the import has no such run',
    operations: ['cancelMetadataImportRun'],
    text: (id: string, collectionId: string, importId: string) =>
      `The import has no run with the id ${quote(id)}. ${endpointOf('getMetadataImport', { collection_id: collectionId, import_id: importId })} lists those it has.`,
    forced: ({ ids }) => [ids.run, ids.collection, ids.import],
    requests: [
      {
        operation: 'cancelMetadataImportRun',
        params: { collection_id: '{collection_id}', import_id: '{id}', run_id: UNKNOWN_ID },
        after: newImport({ connector_id: GRAIN }),
      },
    ],
  },
  'import-run-active': {
    status: 409,
    origin: 'sdk',
    cause: 'a run of the collection is active',
    operations: [RUN],
    text: (id: string, collectionId: string) =>
      `The run ${id} is active in the collection ${quote(collectionId)}. Wait until it has ended, or cancel it.`,
    forced: ({ ids }) => [ids.run, ids.collection],
    requests: [
      {
        operation: RUN,
        params: { collection_id: '{collection_id}', import_id: '{id}' },
        after: newImport({ connector_id: GRAIN }),
      },
    ],
  },
  'connector-not-importable': {
    status: 400,
    origin: 'sdk',
    cause: 'a connector of type s3 or gcs, which cannot be imported from',
    operations: [CREATE],
    text: (type: string) => `Connectors of type ${type} cannot be imported from. Use one of another type.`,
    forced: () => ['s3'],
    requests: [newImport({ connector_id: S3 })],
  },
  'import-filter-unsupported': {
    status: 400,
    origin: 'sdk',
    cause: 'a filter that the type of the connector does not have',
    operations: [CREATE],
    text: (name: string, type: string, known: string) =>
      `Connectors of type ${type} have no filter ${quote(name)}. Leave it out, or use: ${known}.`,
    forced: ({ type }) => ['path', type, 'title_search'],
    requests: [newImport({ connector_id: GRAIN, filters: [{ path: '/Team' }] })],
  },
  'import-option-of-metadata': {
    status: 400,
    origin: 'sdk',
    cause: 'thumbnails or more metadata in an import that processes media',
    operations: [CREATE, RUN],
    text: (option: string) => `${option} is for imports of type metadata only. Leave it out.`,
    forced: () => ['include_thumbnails'],
    requests: [newImport({ connector_id: GRAIN, include_thumbnails: true }, 'media-descriptions')],
  },
});
