// One run of an import: what it does, what it has done, and when it goes on. Its key is its id.
import * as z from 'zod';
import { counter, id, keyed, moment } from './fields.ts';
import { importMode, importOptions } from './import.ts';

/** What a run has done; the names are those of the API. */
const importCounts = z.lazy(() =>
  z.strictObject({
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
  }),
);

export const importRunRecord = z.lazy(() =>
  z
    .strictObject({
      ...keyed,
      importId: id,
      collectionId: id,
      mode: importMode,
      ...importOptions,
      createdAt: moment,
      /** When it begins, in milliseconds after `createdAt`. */
      startsAfter: counter,
      counts: importCounts,
      /** What it does next, on the account's clock: list a page, or end, with an error or none; null once it has ended. */
      next: z
        .discriminatedUnion('does', [
          z.strictObject({ at: moment, does: z.literal('list') }),
          z.strictObject({ at: moment, does: z.literal('end'), error: z.string().nullable() }),
        ])
        .nullable(),
      /** Files whose metadata is being indexed: those of a page each, and when it is done. */
      batches: z.array(z.strictObject({ at: moment, fileIds: z.array(id) })),
      /** When and how it ended; null while it is active. */
      ended: z
        .strictObject({
          at: moment,
          status: z.enum(['completed', 'failed', 'cancelled']),
          /** Why it failed; null if it did not. */
          error: z.string().nullable(),
        })
        .nullable(),
    })
    .refine(({ next, ended }) => (next === null) === (ended !== null), 'must have either next or ended'),
);

export type ImportRunRecord = z.output<typeof importRunRecord>;
export type ImportCounts = z.output<typeof importCounts>;
