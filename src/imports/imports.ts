// Imports of a collection: made, read, listed and removed.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import { findCollection } from '../files/collections.ts';
import type { Schemas } from '../openapi/cloudglue.ts';
import type { ImportRecord } from '../records/import.ts';
import type { ImportRunRecord } from '../records/import-run.ts';
import { uuidFrom } from '../util/random.ts';
import {
  importableConnector,
  refuseFilters,
  refuseOptionsOfMetadata,
  withLookBack,
} from './refuse-import.ts';
import { activeRunOf, createRun } from './runs.ts';

/**
 * Makes an import, and starts a run of it unless the request says not to, or a run of the collection is active.
 * @throws ApiError if there is no such collection or connector, or what is asked for does not fit
 */
export function createImport(
  account: Account,
  collectionId: string,
  given: Schemas['CreateMetadataImportRequest'],
): ImportRecord {
  const { store, clock } = account;
  const collection = findCollection(account, collectionId);
  const type = collection.type === 'metadata' ? 'metadata' : 'media';
  const connector = importableConnector(account, given.connector_id);
  const { filters = [], include_thumbnails = false, enrich_metadata = false } = given;
  refuseFilters(connector, filters);
  refuseOptionsOfMetadata(type, given);
  // The import and its first run: both or neither.
  account.reserve(given.start === false ? 1 : 2);
  const id = uuidFrom(`import ${store.count('imports')}`);
  const definition = store.imports.insert({
    id,
    key: id,
    collectionId,
    connectorId: connector.id,
    type,
    name: given.name,
    filters: withLookBack(connector, filters, clock.now()),
    mode: given.default_mode ?? 'append',
    rateLimit: given.rate_limit ?? null,
    deleteMissing: given.delete_missing ?? false,
    maxFiles: given.max_files ?? null,
    includeThumbnails: include_thumbnails,
    enrichMetadata: enrich_metadata,
    createdAt: clock.now(),
  });
  if (given.start !== false && !activeRunOf(account, collectionId)) createRun(account, definition);
  return definition;
}

/** The import of a collection with that id. Throws ApiError if there is no such collection or import. */
export function findImport(account: Account, collectionId: string, id: string): ImportRecord {
  findCollection(account, collectionId);
  const definition = account.store.imports.get(id);
  if (definition?.collectionId !== collectionId) throw ApiError.of('import-not-found', id, collectionId);
  return definition;
}

/** The run of an import with that id. Throws ApiError if there is no such collection, import or run. */
export function findRun(
  account: Account,
  { collection_id, import_id, run_id }: { collection_id: string; import_id: string; run_id: string },
): ImportRunRecord {
  const { id } = findImport(account, collection_id, import_id);
  const run = account.store.importRuns.get(run_id);
  if (run?.importId !== id) throw ApiError.of('import-run-not-found', run_id, collection_id, id);
  return run;
}

/** Removes an import and its runs, and stops one that is active. What it brought in stays. Throws ApiError. */
export function deleteImport(account: Account, collectionId: string, id: string): void {
  const { store } = account;
  findImport(account, collectionId, id);
  for (const run of store.importRuns.of(id)) store.importRuns.forget(run.id);
  store.imports.forget(id);
}

/** Removes every import of a collection that is about to be removed. */
export function deleteImportsOf(account: Account, collectionId: string): void {
  for (const { id } of account.store.imports.of(collectionId)) deleteImport(account, collectionId, id);
}

/** A page of what belongs to a record, newest first, and how much there is in all. */
export function newestOf<Row>(
  table: { ids(ownerId: string): readonly string[]; get(id: string): Row | undefined },
  ownerId: string,
  { limit, offset }: { limit: number; offset: number },
): { page: Row[]; total: number } {
  const ids = table.ids(ownerId);
  const end = Math.max(0, ids.length - offset);
  const page = ids.slice(Math.max(0, end - limit), end).reverse();
  return { page: page.flatMap((id) => table.get(id) ?? []), total: ids.length };
}
