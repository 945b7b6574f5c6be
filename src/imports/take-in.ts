// What a run of an import does with one file that it found: it is made, brought up to date, or left as it is.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import { addToCollection, requireFitting, UNIFORM } from '../files/collection-members.ts';
import { fileOf } from '../files/find-or-create.ts';
import { planOfItem, restarted, statusOf, timelineInCollection } from '../files/lifecycle.ts';
import { findAtConnector } from '../files/resolve.ts';
import type { CollectionRecord } from '../records/collection.ts';
import type { CollectionFileRecord } from '../records/collection-file.ts';
import type { FileRecord } from '../records/file.ts';
import type { ImportRecord } from '../records/import.ts';
import type { ImportRunRecord } from '../records/import-run.ts';
import type { SourceItem } from '../sources/item.ts';
import { asListed } from '../sources/listed-metadata.ts';
import type { Connector } from '../sources/source.ts';
import type { Pace } from './import-pace.ts';

export interface RunContext {
  account: Account;
  collection: CollectionRecord;
  connector: Connector;
  definition: ImportRecord;
  run: ImportRunRecord;
  pace: Pace;
}

/** What became of a file; one that was neither left alone nor refused is told by its id. */
export type Taken = { as: 'created' | 'updated'; fileId: string } | { as: 'skipped' | 'failed' };

/**
 * Takes one file in.
 * @param at when, in milliseconds since the Unix epoch on the account's clock
 * @throws ApiError if there is no room for it
 */
export function takeIn(context: RunContext, item: SourceItem, at: number): Taken {
  const { account, collection, connector, definition, run } = context;
  const { files, collectionFiles } = account.store;
  const isMetadataOnly = definition.type === 'metadata';
  try {
    const found = findAtConnector(account, connector, item.uri);
    const config = collection.configs.default_segmentation_config ?? UNIFORM;
    if (!isMetadataOnly) requireFitting(collection, found.item, config);
    const known = files.find(found.item.key);
    const entry = known && collectionFiles.find(`${collection.id} ${known.id}`);
    if (known && entry) return takeAgain(context, { file: known, entry, item: found.item, at });
    const described = { ...found, item: describe(context, found.item) };
    const { file } = addToCollection(account, collection, {
      file: () => fileOf(account, described, { isMetadataOnly, at }),
      segmentation: { config },
      at,
      runId: run.id,
    });
    if (known && run.mode === 'refresh') return update(context, file, found.item, at);
    // A file that the account has already is added, and that is all that an append run does with it.
    if (known) return { as: 'skipped' };
    copyPicture(context, file, at);
    return { as: 'created', fileId: file.id };
  } catch (error) {
    if (!(error instanceof ApiError) || ['file-limit', 'account-reset'].includes(error.case)) throw error;
    return { as: 'failed' };
  }
}

/** A file that is in the collection already. */
function takeAgain(
  context: RunContext,
  { file, entry, item, at }: { file: FileRecord; entry: CollectionFileRecord; item: SourceItem; at: number },
): Taken {
  const { account, definition, run } = context;
  const { store, settings } = account;
  if (run.mode === 'refresh') {
    const isOwn = definition.type === 'metadata' || isBroughtBy(context, entry);
    return isOwn ? update(context, file, item, at) : { as: 'skipped' };
  }
  if (statusOf(timelineInCollection(entry, file), at) !== 'failed') return { as: 'skipped' };
  // What failed before is processed once more, as it is now.
  store.files.update(file.id, { item, ...restarted(file, at, planOfItem(item, settings)) });
  return { as: 'updated', fileId: file.id };
}

/** Whether it was a run of this import that brought a file into its collection. */
export const isBroughtBy = (
  { account, definition }: Pick<RunContext, 'account' | 'definition'>,
  { runId }: CollectionFileRecord,
): boolean => runId !== undefined && account.store.importRuns.get(runId)?.importId === definition.id;

/** Brings what the source tells of a file up to date. */
function update(context: RunContext, file: FileRecord, item: SourceItem, at: number): Taken {
  const { sourceMetadata } = describe(context, item, file);
  context.account.store.files.update(file.id, { item: { ...file.item, sourceMetadata } });
  copyPicture(context, file, at);
  return { as: 'updated', fileId: file.id };
}

/** Items as listings tell of them, so that all accounts share them. */
const listedItems = new WeakMap<SourceItem, SourceItem>();

/**
 * The item as the import knows it. An import of media knows all that the provider tells, one of metadata what listings
 * tell, beside what was known of a file before.
 */
function describe({ connector, definition }: RunContext, item: SourceItem, file?: FileRecord): SourceItem {
  const { sourceMetadata } = connector.definition;
  if (!sourceMetadata) return item;
  const all = item.sourceMetadata ?? sourceMetadata.of(item);
  if (definition.type === 'media' || !sourceMetadata.unlisted) return { ...item, sourceMetadata: all };
  if (file) return { ...item, sourceMetadata: asListed(connector.definition, all, file.item.sourceMetadata) };
  let listed = listedItems.get(item);
  if (!listed) {
    listed = { ...item, sourceMetadata: asListed(connector.definition, all) };
    listedItems.set(item, listed);
  }
  return listed;
}

/** Gives a file the picture that its provider has, in a run that copies them: beside the import, a moment later. */
function copyPicture({ account, connector, run, pace }: RunContext, file: FileRecord, at: number): void {
  if (!run.includeThumbnails || file.pictureAt !== undefined) return;
  if (!connector.definition.imports?.hasPicture?.(file.item)) return;
  account.store.files.update(file.id, { pictureAt: at + pace.copying });
}
