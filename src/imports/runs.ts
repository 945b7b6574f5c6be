// Runs of imports: started, one at a time in a collection, and stopped.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import { findCollection } from '../files/collections.ts';
import { isRunActive } from '../files/visible.ts';
import type { Schemas } from '../openapi/cloudglue.ts';
import type { ImportRecord } from '../records/import.ts';
import type { ImportRunRecord } from '../records/import-run.ts';
import { startSlices } from '../time/slices.ts';
import { uuidFrom } from '../util/random.ts';
import { paceOf } from './import-rates.ts';
import { planRun } from './plan-run.ts';
import { refuseOptionsOfMetadata } from './refuse-import.ts';

type RunRequest = Schemas['CreateMetadataImportRunRequest'];

/** The run of a collection that has not ended. */
export function activeRunOf({ store, clock }: Account, collectionId: string): ImportRunRecord | undefined {
  // Runs of one collection begin one after another, so that only the newest can be active.
  const newest = store.importRuns.ids(collectionId).at(-1);
  const run = newest === undefined ? undefined : store.importRuns.get(newest);
  return run && isRunActive(run, clock.now()) ? run : undefined;
}

/** Starts a run. Throws ApiError if one is active in the collection, or it asks for what the import cannot do. */
export async function createRun(
  account: Account,
  definition: ImportRecord,
  given: RunRequest = {},
): Promise<ImportRunRecord> {
  const { store, settings, clock } = account;
  const { id: importId, collectionId, connectorId, type } = definition;
  refuseOptionsOfMetadata(type, given);
  const active = activeRunOf(account, collectionId);
  if (active) throw ApiError.of('import-run-active', active.id, collectionId);
  account.reserve();
  const id = uuidFrom(`import run ${importId} ${store.importRuns.countOf(importId)}`);
  const connector = account.connectors.get(connectorId);
  const gone = connector ? null : ApiError.of('connector-not-found', connectorId).message;
  const { startsAfter } = paceOf(connector?.definition.type ?? 'grain', definition.rateLimit, settings);
  const run = store.importRuns.insert({
    id,
    key: id,
    importId,
    collectionId,
    mode: given.mode ?? definition.mode,
    deleteMissing: given.delete_missing ?? definition.deleteMissing,
    maxFiles: given.max_files ?? definition.maxFiles,
    includeThumbnails: given.include_thumbnails ?? definition.includeThumbnails,
    enrichMetadata: given.enrich_metadata ?? definition.enrichMetadata,
    createdAt: clock.now(),
    startsAfter,
    steps: [],
    outcome: gone === null ? null : 'failed',
    error: gone,
    stopped: null,
  });
  if (!connector) return run;
  const collection = findCollection(account, collectionId);
  await planRun({ account, collection, connector, definition, run });
  return store.importRuns.get(id) ?? run;
}

/** Stops a run where it is; one that has ended stays as it is. What it has still to bring in is forgotten. */
export async function stopRun(
  account: Account,
  run: ImportRunRecord,
  { status, error = null }: { status: 'cancelled' | 'failed'; error?: string | null },
): Promise<ImportRunRecord> {
  const { store, clock } = account;
  const now = clock.now();
  if (!isRunActive(run, now)) return run;
  const stopped = store.importRuns.update(run.id, { stopped: { at: now, status }, error }) ?? run;
  const slices = startSlices();
  for (const entry of store.collectionFiles.of(run.collectionId)) {
    if (slices.isOver()) await slices.next();
    if (entry.runId !== run.id || entry.createdAt <= now) continue;
    store.collectionFiles.forget(entry.id);
    const file = store.files.get(entry.fileId);
    const isElsewhere = store.collectionFiles.countOf(entry.fileId) > 0;
    if (file?.runId === run.id && file.createdAt > now && !isElsewhere) store.files.forget(file.id);
  }
  return stopped;
}

/** Fails the active runs of imports from a connector that is gone. */
export async function failRunsFrom(account: Account, connectorId: string): Promise<void> {
  const { message } = ApiError.of('connector-not-found', connectorId);
  for (const { id, collectionId } of account.store.imports.of(connectorId)) {
    const run = activeRunOf(account, collectionId);
    if (run?.importId === id) await stopRun(account, run, { status: 'failed', error: message });
  }
}
