// The plan of a run: made at its start, in slices; its status and progress are a function of the plan and the clock.
import { ApiError } from '../errors/api-error.ts';
import type { ImportCounts, ImportRunRecord } from '../records/import-run.ts';
import type { SourceItem } from '../sources/item.ts';
import { startSlices } from '../time/slices.ts';
import { paceOf } from './import-rates.ts';
import { type ListedFiles, listFilesOf } from './listed-files.ts';
import { isBroughtBy, type RunContext, type Taken, takeIn } from './take-in.ts';

/** Files that a run of type `media` brings in at most. */
const MOST_MEDIA = 10_000;

export const NO_COUNTS: ImportCounts = {
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

/** Connectors that can be asked for more of each file. */
const ENRICHED: readonly string[] = ['gong', 'dropbox'];

/**
 * Plans a run that was stored without a plan: what it brings in is stored now, and is there when its page is done.
 * Others are answered meanwhile; if the run is stopped or removed then, its plan ends there.
 */
export async function planRun(context: RunContext): Promise<void> {
  const { account, connector, definition, run } = context;
  const { importRuns } = account.store;
  const most = Math.min(run.maxFiles ?? Infinity, definition.type === 'media' ? MOST_MEDIA : Infinity);
  const finish = (steps: ImportRunRecord['steps'], error: string | null) =>
    importRuns.update(run.id, {
      steps,
      outcome: error === null ? 'completed' : 'failed',
      // A run that was stopped meanwhile has the error that stopped it.
      error: error ?? importRuns.get(run.id)?.error ?? null,
    });
  let listed: ListedFiles;
  try {
    listed = listFilesOf(connector, definition.filters, {
      most,
      version: account.apiVersion,
      now: account.clock.now(),
    });
  } catch (error) {
    finish([], messageOf(error));
    return;
  }
  const counts = { ...NO_COUNTS, files_removed: removeMissing(context, listed) };
  const steps = counts.files_removed > 0 ? [{ after: 0, counts: { ...counts } }] : [];
  const pace = paceOf(connector.definition.type, definition.rateLimit, account.settings);
  const slices = startSlices();
  let after = pace.startsAfter;
  for (const page of listed.pages) {
    after += pace.durationOf(page.length);
    counts.pages_listed++;
    let problem: string | null = null;
    try {
      takePage(context, page, { counts, at: run.createdAt + after });
    } catch (error) {
      problem = messageOf(error);
    }
    steps.push({ after, counts: { ...counts } });
    if (problem !== null) {
      finish(steps, problem);
      return;
    }
    if (slices.isOver()) await slices.next();
    const { stopped = 'gone' } = importRuns.get(run.id) ?? {};
    if (stopped !== null) break;
  }
  finish(steps, null);
}

/** The text of a refusal; anything else is a defect. */
function messageOf(error: unknown): string {
  if (error instanceof ApiError && error.case !== 'account-reset') return error.message;
  throw error;
}

function takePage(
  context: RunContext,
  page: readonly SourceItem[],
  { counts, at }: { counts: ImportCounts; at: number },
): void {
  const { connector, definition, run } = context;
  const isEnriched = run.enrichMetadata && ENRICHED.includes(connector.definition.type);
  for (const item of page) {
    const taken: Taken = takeIn(context, item, at);
    counts.files_listed++;
    counts[`files_${taken}`]++;
    if (taken === 'skipped') continue;
    counts.files_queued++;
    if (taken === 'failed') continue;
    counts[definition.type === 'media' ? 'files_imported' : 'files_indexed']++;
    if (isEnriched) counts.files_enriched++;
  }
}

/** Takes out of the collection what this import brought in and no longer finds. */
function removeMissing(context: RunContext, { keys, isCut }: ListedFiles): number {
  const { account, collection, run } = context;
  const { files, collectionFiles } = account.store;
  if (run.mode !== 'refresh' || !run.deleteMissing || isCut) return 0;
  const missing = collectionFiles
    .of(collection.id)
    .filter((entry) => isBroughtBy(context, entry) && !keys.has(files.get(entry.fileId)?.key ?? ''));
  for (const { id } of missing) collectionFiles.remove(id);
  return missing.length;
}
