// Which files and collections a client is shown, and how many: those whose kind its version of the API has.
import type { Account } from '../accounts/account.ts';
import { NEWEST } from '../openapi/versions.ts';
import type { CollectionRecord } from '../records/collection.ts';
import type { FileRecord } from '../records/file.ts';
import { startSlices } from '../time/slices.ts';

/** Whether the account's version has the source and the media type of a file. */
export const isFileVisible = (account: Account, { source, item }: FileRecord): boolean =>
  account.knows('File', 'source', source) && account.knows('File', 'media_type', item.media?.type);

/** Whether the account's version has the type of a collection. */
export const isCollectionVisible = (account: Account, { type }: CollectionRecord): boolean =>
  account.knows('Collection', 'collection_type', type);

/** Whether there may be records that are not shown: the newest version shows all of them. */
export const hidesRecords = ({ apiVersion }: Account): boolean => apiVersion !== NEWEST;

/** How many files of a collection are shown. */
export async function countFiles(account: Account, collectionId: string): Promise<number> {
  const { files, collectionFiles } = account.store;
  if (!hidesRecords(account)) return collectionFiles.countOf(collectionId);
  const slices = startSlices();
  let count = 0;
  for (const { fileId } of collectionFiles.of(collectionId)) {
    if (slices.isOver()) await slices.next();
    const file = files.get(fileId);
    if (file && isFileVisible(account, file)) count++;
  }
  return count;
}
