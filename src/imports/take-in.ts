// What a run of an import does with one file that it found: it is made, brought up to date, or left as it is.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import { addToCollection, requireFitting, UNIFORM } from '../files/collection-members.ts';
import { fileOf } from '../files/find-or-create.ts';
import { planFor, planOfItem, statusOf, timelineInCollection } from '../files/lifecycle.ts';
import { findAtConnector } from '../files/resolve.ts';
import type { CollectionRecord } from '../records/collection.ts';
import type { CollectionFileRecord } from '../records/collection-file.ts';
import type { PlanStep } from '../records/fields.ts';
import type { FileRecord } from '../records/file.ts';
import type { ImportRecord } from '../records/import.ts';
import type { ImportRunRecord } from '../records/import-run.ts';
import type { SourceItem } from '../sources/item.ts';
import type { Connector } from '../sources/source.ts';

export type Taken = 'created' | 'updated' | 'skipped' | 'failed';

export interface RunContext {
  account: Account;
  collection: CollectionRecord;
  connector: Connector;
  definition: ImportRecord;
  run: ImportRunRecord;
}

/**
 * Takes one file in, or notes that it will be.
 * @param at when, in milliseconds since the Unix epoch on the account's clock
 * @throws ApiError if there is no room for it
 */
export function takeIn(context: RunContext, item: SourceItem, at: number): Taken {
  const { account, collection, connector, definition, run } = context;
  const { files, collectionFiles } = account.store;
  const arrival = { runId: run.id, at };
  try {
    const found = findAtConnector(account, connector, item.uri);
    const config = collection.configs.default_segmentation_config ?? UNIFORM;
    if (definition.type === 'media') requireFitting(collection, found.item, config);
    const file = files.find(found.item.key);
    const entry = file && collectionFiles.find(`${collection.id} ${file.id}`);
    if (file && entry) return takeAgain(context, { file, entry, item: found.item, at });
    const isMetadataOnly = definition.type === 'metadata';
    addToCollection(account, collection, {
      file: () => fileOf(account, found, { isMetadataOnly, arrival }),
      segmentation: { config },
      arrival,
    });
    if (!file) return 'created';
    // A file that another collection brought in is added, and that is all that an append run does with it.
    if (run.mode === 'append') return 'skipped';
    update(context, file, found.item);
    return 'updated';
  } catch (error) {
    if (!(error instanceof ApiError) || ['file-limit', 'account-reset'].includes(error.case)) throw error;
    return 'failed';
  }
}

interface Known {
  file: FileRecord;
  entry: CollectionFileRecord;
  item: SourceItem;
  at: number;
}

/** A file that is in the collection already. */
function takeAgain(context: RunContext, { file, entry, item, at }: Known): Taken {
  const { account, definition, run } = context;
  const { store, clock, settings } = account;
  if (run.mode === 'refresh') {
    if (definition.type === 'media' && !isBroughtBy(context, entry)) return 'skipped';
    update(context, file, item);
    return 'updated';
  }
  if (statusOf(timelineInCollection(entry, file), clock.now()) !== 'failed') return 'skipped';
  // What failed before is processed once more.
  const restarted = (plan: PlanStep[], createdAt: number) => ({
    plan: plan.map(({ after, status }) => ({ after: after + at - createdAt, status })),
    stepsRead: 0,
  });
  store.files.update(file.id, { item, ...restarted(planOfItem(item, settings), file.createdAt) });
  store.collectionFiles.update(entry.id, restarted(planFor('completed', settings), entry.createdAt));
  return 'updated';
}

/** Whether it was a run of this import that brought a file into its collection. */
export const isBroughtBy = (
  { account, definition }: Pick<RunContext, 'account' | 'definition'>,
  { runId }: CollectionFileRecord,
): boolean => runId !== undefined && account.store.importRuns.get(runId)?.importId === definition.id;

/** The metadata of the source as it is now. */
function update({ account }: RunContext, file: FileRecord, { sourceMetadata }: SourceItem): void {
  account.store.files.update(file.id, { item: { ...file.item, sourceMetadata } });
}
