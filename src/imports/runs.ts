// Runs of imports: started, one at a time in a collection, and ended.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Schemas } from '../openapi/cloudglue.ts';
import type { ImportRecord } from '../records/import.ts';
import type { ImportRunRecord } from '../records/import-run.ts';
import { uuidFrom } from '../util/random.ts';
import { paceOf } from './import-pace.ts';
import { refuseOptionsOfMetadata } from './refuse-import.ts';

type RunRequest = Schemas['CreateMetadataImportRunRequest'];

/** The run of a collection that has not ended. */
export function activeRunOf({ store }: Account, collectionId: string): ImportRunRecord | undefined {
  // Runs of one collection begin one after another, so that only the newest can be active.
  const newest = store.importRuns.ids(collectionId).at(-1);
  const run = newest === undefined ? undefined : store.importRuns.get(newest);
  return run?.ended === null ? run : undefined;
}

const NO_COUNTS: ImportRunRecord['counts'] = {
  pages_listed: 0,
  files_listed: 0,
  files_created: 0,
  files_updated: 0,
  files_skipped: 0,
  files_failed: 0,
  files_queued: 0,
  files_indexed: 0,
  files_imported: 0,
  files_removed: 0,
  files_enriched: 0,
};

/** Starts a run. Throws ApiError if one is active in the collection, or it asks for what the import cannot do. */
export function createRun(
  account: Account,
  definition: ImportRecord,
  given: RunRequest = {},
): ImportRunRecord {
  const { store, settings, clock } = account;
  const { id: importId, collectionId, connectorId, type } = definition;
  refuseOptionsOfMetadata(type, given);
  const active = activeRunOf(account, collectionId);
  if (active) throw ApiError.of('import-run-active', active.id, collectionId);
  account.reserve();
  const id = uuidFrom(`import run ${importId} ${store.importRuns.countOf(importId)}`);
  const now = clock.now();
  const connector = account.world.connectors.get(connectorId);
  const { startsAfter, listing } = connector
    ? paceOf(connector.definition, definition.rateLimit, settings)
    : { startsAfter: 0, listing: 0 };
  return store.importRuns.insert({
    id,
    key: id,
    importId,
    collectionId,
    mode: given.mode ?? definition.mode,
    deleteMissing: given.delete_missing ?? definition.deleteMissing,
    maxFiles: given.max_files ?? definition.maxFiles,
    includeThumbnails: given.include_thumbnails ?? definition.includeThumbnails,
    enrichMetadata: given.enrich_metadata ?? definition.enrichMetadata,
    createdAt: now,
    startsAfter,
    counts: NO_COUNTS,
    next: connector ? { at: now + startsAfter + listing, does: 'list' } : null,
    batches: [],
    ended: connector ? null : { at: now, status: 'failed', error: goneText(connectorId) },
  });
}

/** Ends a run where it is; one that has ended stays as it is. */
export function stopRun(
  { store, clock }: Account,
  run: ImportRunRecord,
  { status, error = null }: { status: 'cancelled' | 'failed'; error?: string | null },
): ImportRunRecord {
  if (run.ended) return run;
  const changes = { next: null, batches: [], ended: { at: clock.now(), status, error } };
  return store.importRuns.update(run.id, changes) ?? run;
}

/** Fails the active runs of imports from a connector that is gone. */
export function failRunsFrom(account: Account, connectorId: string): void {
  for (const { id, collectionId } of account.store.imports.of(connectorId)) {
    const run = activeRunOf(account, collectionId);
    if (run?.importId === id) stopRun(account, run, { status: 'failed', error: goneText(connectorId) });
  }
}

const goneText = (connectorId: string): string => ApiError.of('connector-not-found', connectorId).message;
