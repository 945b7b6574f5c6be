// What the API sends of imports and their runs.
import type { Account } from '../accounts/account.ts';
import type { Schemas } from '../openapi/cloudglue.ts';
import { completeBody } from '../openapi/complete.ts';
import type { ImportRecord } from '../records/import.ts';
import type { ImportRunRecord } from '../records/import-run.ts';
import { newestOf } from './imports.ts';

export function runBody(
  run: ImportRunRecord,
  { type }: Pick<ImportRecord, 'type'>,
  now: number,
): Schemas['MetadataImportRun'] {
  const { createdAt, startsAfter, ended } = run;
  const startedAt = createdAt + startsAfter;
  const hasStarted = startedAt <= Math.min(now, ended?.at ?? now);
  return completeBody<Schemas['MetadataImportRun']>({
    object: 'metadata_import_run',
    id: run.id,
    import_id: run.importId,
    import_type: type,
    mode: run.mode,
    delete_missing: run.deleteMissing,
    status: ended?.status ?? (hasStarted ? 'processing' : 'pending'),
    progress: run.counts,
    error: ended?.error ?? null,
    started_at: hasStarted ? startedAt : null,
    completed_at: ended?.at ?? null,
    created_at: createdAt,
    max_files: run.maxFiles,
    include_thumbnails: run.includeThumbnails,
    enrich_metadata: run.enrichMetadata,
  });
}

const definitionBody = (definition: ImportRecord) => ({
  object: 'metadata_import' as const,
  id: definition.id,
  collection_id: definition.collectionId,
  connector_id: definition.connectorId,
  import_type: definition.type,
  name: definition.name,
  filters: definition.filters,
  default_mode: definition.mode,
  delete_missing: definition.deleteMissing,
  rate_limit: definition.rateLimit,
  created_at: definition.createdAt,
  max_files: definition.maxFiles,
  include_thumbnails: definition.includeThumbnails,
  enrich_metadata: definition.enrichMetadata,
});

/** An import with its newest run. */
export function importBody({ store, clock }: Account, definition: ImportRecord): Schemas['MetadataImport'] {
  const [latest] = newestOf(store.importRuns, definition.id, { limit: 1, offset: 0 }).page;
  return completeBody<Schemas['MetadataImport']>({
    ...definitionBody(definition),
    latest_run: latest ? runBody(latest, definition, clock.now()) : null,
  });
}

/** An import with a page of its runs. */
export function importDetailBody(
  { store, clock }: Account,
  definition: ImportRecord,
  wanted: { limit: number; offset: number },
): Schemas['MetadataImportDetail'] {
  const { page, total } = newestOf(store.importRuns, definition.id, wanted);
  return completeBody<Schemas['MetadataImportDetail']>({
    ...definitionBody(definition),
    runs: page.map((run) => runBody(run, definition, clock.now())),
    total_runs: total,
    ...wanted,
  });
}
