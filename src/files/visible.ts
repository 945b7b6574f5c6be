// Which files and collections a client is shown: those whose kind its version of the API has, and that are there yet.
import type { Account } from '../accounts/account.ts';
import { NEWEST } from '../openapi/versions.ts';
import type { CollectionRecord } from '../records/collection.ts';
import type { FileRecord } from '../records/file.ts';
import type { ImportRunRecord } from '../records/import-run.ts';

/** What a run of an import brings in is stored when the run is planned, and is there from its `createdAt` on. */
interface Arriving {
  createdAt: number;
  runId?: string;
}

/** Whether a record is there at a moment. */
export const hasArrived = ({ runId, createdAt }: Arriving, now: number): boolean =>
  runId === undefined || createdAt <= now;

/** Whether a file is there, and the account's version has its source and its media type. */
export const isFileVisible = (account: Account, file: FileRecord): boolean =>
  hasArrived(file, account.clock.now()) &&
  account.knows('File', 'source', file.source) &&
  account.knows('File', 'media_type', file.item.media?.type);

/** Whether the account's version has the type of a collection. */
export const isCollectionVisible = (account: Account, { type }: CollectionRecord): boolean =>
  account.knows('Collection', 'collection_type', type);

/** When a run ends unless it is stopped, in milliseconds since the Unix epoch; infinity while its plan is made. */
export const endOfRun = ({ createdAt, startsAfter, steps, outcome }: ImportRunRecord): number =>
  outcome === null ? Number.POSITIVE_INFINITY : createdAt + (steps.at(-1)?.after ?? startsAfter);

/** Whether a run has not ended yet. */
export const isRunActive = (run: ImportRunRecord, now: number): boolean =>
  run.stopped === null && endOfRun(run) > now;

/** Whether a run of an import has still to bring something in. */
const isArriving = ({ store, clock }: Account): boolean =>
  store.sizeOf('importRuns') > 0 && [...store.importRuns.all()].some((run) => isRunActive(run, clock.now()));

/** Whether listings have to look at each record: as a rule the newest version shows all of them. */
export const hidesRecords = (account: Account): boolean =>
  account.apiVersion !== NEWEST || isArriving(account);

/** How many files of a collection are there. */
export function fileCountOf(account: Account, collectionId: string): number {
  const { collectionFiles } = account.store;
  if (!isArriving(account)) return collectionFiles.countOf(collectionId);
  const now = account.clock.now();
  return collectionFiles.of(collectionId).filter((entry) => hasArrived(entry, now)).length;
}
