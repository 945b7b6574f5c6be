// The steps of a run: it lists a page and takes its files in, has their metadata indexed, and ends. Each is due at a
// moment, and a run is stored between any two, so that it goes on from there after a restart or a restore.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import type { ImportCounts, ImportRunRecord } from '../records/import-run.ts';
import { itemWithKey } from '../sources/find-item.ts';
import { paceOf } from './import-pace.ts';
import { ListedFiles } from './listed-files.ts';
import { isBroughtBy, type RunContext, type Taken, takeIn } from './take-in.ts';

/** Files that a run of type `media` brings in at most. */
const MOST_MEDIA = 10_000;
/** Files that one step removes, so that none takes long. */
const REMOVED_AT_ONCE = 100;

/** When a run goes on, on the account's clock; infinity once it has ended. */
export const dueAt = ({ next, batches }: ImportRunRecord): number =>
  Math.min(next?.at ?? Number.POSITIVE_INFINITY, batches[0]?.at ?? Number.POSITIVE_INFINITY);

/** What a run needs to know of its listing between two steps; it can be made again at any time. */
export interface Listing {
  files: ListedFiles;
  /** Ids of entries in the collection that are still to be removed, once they are known, and how many were. */
  missing?: { ids: string[]; removed: number };
}

/**
 * Does what is due next in a run.
 * @param listing the one that the step before returned
 * @returns the listing of the run; if a part of it was made, and nothing else, the run stays as it is
 * @throws ApiError if the account was reset
 */
export function takeStep(account: Account, run: ImportRunRecord, listing?: Listing): Listing | undefined {
  const { store, world } = account;
  const definition = store.imports.get(run.importId);
  const collection = store.collections.get(run.collectionId);
  const connector = definition && world.connectors.get(definition.connectorId);
  const at = dueAt(run);
  if (!definition || !collection || !connector) {
    // None of them goes without ending the run first, but saved state can be edited.
    end(account, run, {
      at,
      error: ApiError.of('connector-not-found', definition?.connectorId ?? '').message,
    });
    return undefined;
  }
  const pace = paceOf(connector.definition, definition.rateLimit, account.settings);
  const context = { account, collection, connector, definition, run, pace };
  if (run.batches[0]?.at === at) {
    indexBatch(context);
    return listing;
  }
  try {
    const current = isCurrent(context, listing) ? listing : { files: listFiles(context) };
    if (!current.files.isReady) {
      current.files.prepare().next();
      return current;
    }
    if (run.next?.does === 'list') takePage(context, current.files, at);
    else if (run.next?.error != null) end(account, run, { at, error: run.next.error });
    else removeAndEnd(context, current, at);
    return current;
  } catch (error) {
    const { batches } = store.importRuns.get(run.id) ?? run;
    store.importRuns.update(run.id, { next: endAfter(batches, at, messageOf(error)) });
    return undefined;
  }
}

/** Whether a listing is that of the connector as it is now, and where the run is: a step may have been undone. */
const isCurrent = ({ connector, run }: RunContext, listing: Listing | undefined): listing is Listing =>
  listing?.files.connector === connector && listing.files.read === run.counts.pages_listed;

/** The text of a refusal; anything else is a defect. */
function messageOf(error: unknown): string {
  if (error instanceof ApiError && error.case !== 'account-reset') return error.message;
  throw error;
}

function listFiles({ connector, definition, run }: RunContext): ListedFiles {
  const most = Math.min(
    run.maxFiles ?? Number.POSITIVE_INFINITY,
    definition.type === 'media' ? MOST_MEDIA : Number.POSITIVE_INFINITY,
  );
  return new ListedFiles(connector, definition.filters, {
    most,
    now: run.createdAt,
    read: run.counts.pages_listed,
  });
}

const end = (
  { store }: Account,
  { id }: ImportRunRecord,
  { at, error }: { at: number; error: string | null },
) =>
  store.importRuns.update(id, {
    next: null,
    batches: [],
    ended: { at, status: error === null ? 'completed' : 'failed', error },
  });

/** A run ends once the metadata of all its files is indexed. */
const endAfter = (batches: ImportRunRecord['batches'], at: number, error: string | null) => ({
  at: Math.max(at, batches.at(-1)?.at ?? at),
  does: 'end' as const,
  error,
});

function takePage(context: RunContext, listed: ListedFiles, at: number): void {
  const { account, definition, run, pace } = context;
  const { importRuns } = account.store;
  const page = listed.take();
  const counts = { ...run.counts, pages_listed: run.counts.pages_listed + 1 };
  const fileIds: string[] = [];
  let { batches } = run;
  try {
    for (const item of page) {
      const taken = takeIn(context, item, at);
      count(counts, taken, definition.type);
      if ('fileId' in taken && definition.type === 'metadata') fileIds.push(taken.fileId);
    }
  } finally {
    if (fileIds.length > 0) batches = [...batches, { at: at + pace.indexing, fileIds }];
    importRuns.update(run.id, { counts, batches });
  }
  const next = listed.hasMore
    ? { at: at + pace.takingIn(page.length) + pace.listing, does: 'list' as const }
    : endAfter(batches, at, null);
  importRuns.update(run.id, { next });
}

function count(counts: ImportCounts, taken: Taken, type: 'metadata' | 'media'): void {
  counts.files_listed++;
  counts[`files_${taken.as}`]++;
  if (taken.as === 'skipped') return;
  counts.files_queued++;
  if (taken.as !== 'failed' && type === 'media') counts.files_imported++;
}

/** The metadata of a page's files is indexed; what listings leave out is asked for then. */
function indexBatch({ account, connector, run }: RunContext): void {
  const { files, importRuns } = account.store;
  const [batch, ...batches] = run.batches;
  const { sourceMetadata, imports } = connector.definition;
  const { fileIds = [] } = batch ?? {};
  const counts = { ...run.counts, files_indexed: run.counts.files_indexed + fileIds.length };
  for (const id of run.enrichMetadata && imports?.isEnriched ? fileIds : []) {
    const file = files.get(id);
    const item = file && itemWithKey(connector, file.key);
    if (!file || !item || !sourceMetadata) continue;
    files.update(id, { item: { ...file.item, sourceMetadata: sourceMetadata.of(item) } });
    counts.files_enriched++;
  }
  importRuns.update(run.id, { counts, batches });
}

/** Takes out of the collection what the import brought in and finds no more, a part at each step; then the run ends. */
function removeAndEnd(context: RunContext, listing: Listing, at: number): void {
  const { account, run } = context;
  const { collectionFiles, importRuns } = account.store;
  const { files_removed } = run.counts;
  if (listing.missing?.removed !== files_removed)
    listing.missing = { ids: missingFrom(context, listing.files), removed: files_removed };
  const { missing } = listing;
  const ids = missing.ids.splice(0, REMOVED_AT_ONCE);
  missing.removed += ids.filter((id) => collectionFiles.remove(id) !== undefined).length;
  const counts = { ...run.counts, files_removed: missing.removed };
  if (missing.removed > files_removed) importRuns.update(run.id, { counts });
  if (missing.ids.length === 0) end(account, run, { at, error: null });
}

function missingFrom(context: RunContext, { keys, isCut, hasMore }: ListedFiles): string[] {
  const { account, collection, run } = context;
  const { files, collectionFiles } = account.store;
  // What was not listed to its end says nothing of what is missing.
  if (run.mode !== 'refresh' || !run.deleteMissing || isCut || hasMore) return [];
  return collectionFiles
    .of(collection.id)
    .filter((entry) => isBroughtBy(context, entry) && !keys.has(files.get(entry.fileId)?.key ?? ''))
    .map(({ id }) => id);
}
