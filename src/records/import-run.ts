// One run of an import: what it does, and the plan by which it goes on. Its key is its id.
import * as z from 'zod';
import { counter, id, keyed, moment } from './fields.ts';
import { importMode, importOptions } from './import.ts';

/** What a run has done; the names are those of the API. */
export const importCounts = z.strictObject({
  pages_listed: counter,
  files_listed: counter,
  files_created: counter,
  files_updated: counter,
  files_skipped: counter,
  files_failed: counter,
  files_queued: counter,
  files_indexed: counter,
  files_imported: counter,
  files_removed: counter,
  files_enriched: counter,
});

export const importRunRecord = z.strictObject({
  ...keyed,
  importId: id,
  collectionId: id,
  mode: importMode,
  ...importOptions,
  createdAt: moment,
  /** When it begins, in milliseconds after `createdAt`. */
  startsAfter: counter,
  /** One step for each page of the listing: when it is done, and what the run has done by then. */
  steps: z.array(z.strictObject({ after: counter, counts: importCounts })),
  /** How it ends after its last step unless it is stopped; null while the plan is made. */
  outcome: z.enum(['completed', 'failed']).nullable(),
  /** Why it ended early; null if it did not. */
  error: z.string().nullable(),
  /** When and how it was stopped; null if it was not. */
  stopped: z.strictObject({ at: moment, status: z.enum(['failed', 'cancelled']) }).nullable(),
});

export type ImportRunRecord = z.output<typeof importRunRecord>;
export type ImportCounts = z.output<typeof importCounts>;
