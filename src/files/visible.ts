// Which files and collections clients of the account's version of the API can be shown: those whose kind it has.
import type { Account } from '../accounts/account.ts';
import { NEWEST } from '../openapi/versions.ts';
import type { CollectionRecord } from '../records/collection.ts';
import type { FileRecord } from '../records/file.ts';

/** Whether the account's version has the source and the media type of a file. */
export const isFileVisible = (account: Account, { source, item }: FileRecord): boolean =>
  account.knows('File', 'source', source) && account.knows('File', 'media_type', item.media?.type);

/** Whether the account's version has the type of a collection. */
export const isCollectionVisible = (account: Account, { type }: CollectionRecord): boolean =>
  account.knows('Collection', 'collection_type', type);

/** Whether listings have to look at each record: the newest version shows all of them. */
export const hidesRecords = ({ apiVersion }: Account): boolean => apiVersion !== NEWEST;
