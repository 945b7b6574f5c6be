// Files in a collection: adds them by id or URL, reads, lists and removes them.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import type { operations, Schemas } from '../openapi/cloudglue.ts';
import type { CollectionRecord } from '../records/collection.ts';
import type { CollectionFileRecord } from '../records/collection-file.ts';
import type { FileRecord } from '../records/file.ts';
import { definitions } from '../sources/connectors/connector-registry.ts';
import type { FileSource } from '../sources/definition.ts';
import type { SourceItem } from '../sources/item.ts';
import { publicSourceOf } from '../sources/public/public-registry.ts';
import { fileIdIn } from '../sources/uri.ts';
import { uuidFrom } from '../util/random.ts';
import { collectionFileBody, fileBody, type View } from './bodies.ts';
import { findCollection } from './collections.ts';
import { findFile } from './files.ts';
import { matchesFilter, readFilter } from './filter.ts';
import { fileOf } from './find-or-create.ts';
import {
  planFor,
  restarted,
  statusOf,
  stepsAfterReading,
  stepsBegun,
  timelineInCollection,
  timelineOf,
} from './lifecycle.ts';
import { isWithin, pageOf } from './page.ts';
import { withStatusesOf } from './refusal.ts';
import { findAnywhere } from './resolve.ts';
import { hidesRecords, isFileVisible } from './visible.ts';

type AddRequest = Schemas['AddCollectionFile'];
type SegmentationConfig = Schemas['SegmentationConfig'];
type ListQuery = NonNullable<operations['listVideos']['parameters']['query']>;

/** The entry of a file in a collection, and the file itself. */
export interface Member {
  entry: CollectionFileRecord;
  file: FileRecord;
  /** Of the collection. */
  type: CollectionRecord['type'];
}

/** The default segmentation according to the document. */
export const UNIFORM: SegmentationConfig = { strategy: 'uniform', uniform_config: { window_seconds: 20 } };

/** The item that a request adds; `file()` finds or creates its file. */
interface Wanted {
  item: SourceItem;
  source: FileSource;
  file(): FileRecord;
}

/** The item that a request to add a file refers to. Throws ApiError if there is none. */
function findWanted(account: Account, request: AddRequest, isMetadataOnly: boolean): Wanted {
  const { file_id: given = null, url } = request as { file_id?: unknown; url: string };
  // With a URL, the document allows any type for it.
  if (given !== null && typeof given !== 'string') {
    throw ApiError.of(
      'invalid-request',
      'file_id must be a string: give either the id of a file, or its url',
    );
  }
  const id = given ?? fileIdIn(url);
  if (id !== undefined) {
    const file = findFile(account, id);
    return { item: file.item, source: file.source, file: () => file };
  }
  const found = withStatusesOf('addMedia', () => findAnywhere(account, url));
  return { ...found, file: () => fileOf(account, found, { isMetadataOnly }) };
}

/** Throws ApiError for an image, and if the item is audio, and the collection or the segmentation requires video. */
export function requireFitting(
  { type }: CollectionRecord,
  item: SourceItem,
  { strategy }: SegmentationConfig,
): void {
  if (item.media?.type === 'image') throw ApiError.of('image-in-collection', item.filename);
  if (item.media?.type !== 'audio') return;
  if (type === 'face-analysis') {
    throw ApiError.of('unfit-for-audio', item.filename, 'a collection of type face-analysis');
  }
  if (strategy === 'shot-detector') throw ApiError.of('unfit-for-audio', item.filename, 'the shot detector');
}

/** Throws ApiError if no connector has metadata of the file. */
function requireIndexable({ item, source }: Wanted): void {
  if (!definitions.find(({ type }) => type === source)?.imports)
    throw ApiError.of('unfit-for-metadata', item.filename, source);
}

/** Adds a file to a collection, or finds it there. Throws ApiError if there is no such file, or it does not fit. */
export function addMedia(account: Account, collectionId: string, request: AddRequest): Member {
  const { segmentation_id, segmentation_config, metadata } = request;
  const collection = findCollection(account, collectionId);
  const isMetadataOnly = collection.type === 'metadata';
  if (segmentation_id && segmentation_config) {
    throw ApiError.of('invalid-request', 'give either segmentation_id or segmentation_config, not both');
  }
  const wanted = findWanted(account, request, isMetadataOnly);
  const config = segmentation_config ?? collection.configs.default_segmentation_config ?? UNIFORM;
  if (isMetadataOnly) requireIndexable(wanted);
  else requireFitting(collection, wanted.item, config);
  const member = addToCollection(account, collection, {
    file: wanted.file,
    segmentation: { ...(segmentation_id && { id: segmentation_id }), config },
  });
  if (!isMetadataOnly || !metadata) return member;
  const merged = { metadata: { ...member.file.metadata, ...metadata } };
  return { ...member, file: account.store.files.update(member.file.id, merged) ?? member.file };
}

/**
 * Adds a YouTube video to a collection.
 * @throws ApiError if the URL is none of YouTube, or the video cannot be had or does not fit
 */
export function addYouTubeVideo(
  account: Account,
  collectionId: string,
  { metadata, ...request }: Schemas['AddYouTubeVideo'],
): Member {
  findCollection(account, collectionId);
  if (publicSourceOf(request.url)?.source !== 'youtube') {
    throw ApiError.of('not-youtube-url', request.url, collectionId);
  }
  const before = account.store.files.size;
  const member = addMedia(account, collectionId, request);
  // As at `POST /files/sync`, only a new file takes it.
  if (!metadata || account.store.files.size === before) return member;
  return { ...member, file: account.store.files.update(member.file.id, { metadata }) ?? member.file };
}

interface NewMember {
  /** Makes the file, unless it is there. */
  file: () => FileRecord;
  segmentation: { id?: string; config: SegmentationConfig };
  /** When, in milliseconds since the Unix epoch; default: now. */
  at?: number;
  /** The run of an import that brings it in. */
  runId?: string;
}

/** Puts a file into a collection, where it may be already. Throws ApiError if there is no room. */
export function addToCollection(
  account: Account,
  { id: collectionId, type }: CollectionRecord,
  { file: makeFile, segmentation, at = account.clock.now(), runId }: NewMember,
): Member {
  const { store, settings } = account;
  const isMetadataOnly = type === 'metadata';
  // Room for the file and its entry in the collection: both are created or neither.
  account.reserve(2);
  const made = makeFile();
  const file = isMetadataOnly ? made : withMedia(account, made, at);
  const key = `${collectionId} ${file.id}`;
  const existing = store.collectionFiles.find(key);
  if (existing) return { entry: existing, file, type };
  const entry = store.collectionFiles.insert({
    id: key,
    key,
    collectionId,
    fileId: file.id,
    createdAt: at,
    // If the file itself ends with another status, so does the entry: see timelineInCollection().
    plan: planFor(isMetadataOnly ? 'indexed' : 'completed', settings),
    stepsRead: 0,
    segmentation: isMetadataOnly
      ? null
      : { id: segmentation.id ?? uuidFrom(`segmentation ${key}`), config: segmentation.config },
    ...(runId !== undefined && { runId }),
  });
  return { entry, file, type };
}

/** The file with its media, which is fetched and processed now if only its metadata was wanted before. */
function withMedia({ store, settings }: Account, file: FileRecord, at: number): FileRecord {
  if (!file.isMetadataOnly) return file;
  const changes = { isMetadataOnly: undefined, ...restarted(file, at, planFor(file.item.outcome, settings)) };
  return store.files.update(file.id, changes) ?? file;
}

/** A file in a collection, unchanged. Throws ApiError if the collection does not exist, or the file is not in it. */
export function findMember(account: Account, collectionId: string, fileId: string): Member {
  const { type } = findCollection(account, collectionId);
  const entry = account.store.collectionFiles.get(`${collectionId} ${fileId}`);
  const file = account.store.files.get(fileId);
  if (!entry || !file || !isFileVisible(account, file))
    throw ApiError.of('not-in-collection', fileId, collectionId);
  return { entry, file, type };
}

/** Reads a file in a collection. With the lifecycle `polled`, this advances the entry and the file. Throws ApiError. */
export function readMember(account: Account, collectionId: string, fileId: string): Member {
  const { store, settings, clock } = account;
  const member = findMember(account, collectionId, fileId);
  if (settings.lifecycle !== 'polled') return member;
  const now = clock.now();
  const begun = ({ entry, file }: Member) => stepsBegun(timelineInCollection(entry, file), now);
  const before = begun(member);
  const own = stepsAfterReading(timelineOf(member.entry), now);
  const entry = store.collectionFiles.update(member.entry.id, { stepsRead: own }) ?? member.entry;
  let { file } = member;
  for (;;) {
    const [inCollection, ofFile] = [begun({ ...member, entry, file }), stepsBegun(timelineOf(file), now)];
    const stepsRead = stepsAfterReading(timelineOf(file), now);
    // The entry is never ahead of the file, which goes on for as long as the entry waits for it.
    if ((inCollection > before && inCollection <= ofFile) || stepsRead === ofFile)
      return { ...member, entry, file };
    file = store.files.update(fileId, { stepsRead }) ?? file;
  }
}

/** One page of the files in a collection. Throws ApiError if there is no such collection, or the query is invalid. */
export async function listMembers(account: Account, collectionId: string, query: ListQuery, view: View) {
  const { type } = findCollection(account, collectionId);
  const { status, added_after, added_before } = query;
  const isDated = isWithin(added_after, added_before);
  const filter = query.filter ? readFilter(query.filter, account.apiVersion) : undefined;
  const { files, collectionFiles } = account.store;
  const hides = hidesRecords(account);
  const isFiltered = isDated || status || filter || hides;
  const isWanted = (entry: CollectionFileRecord, now: number) => {
    const file = files.get(entry.fileId);
    return (
      file !== undefined &&
      (!hides || isFileVisible(account, file)) &&
      (!isDated || isDated(entry.createdAt)) &&
      (!status || statusOf(timelineInCollection(entry, file), now) === status) &&
      (!filter || matchesFilter(filter, file.metadata, () => fileBody(file, { origin: view.origin, now })))
    );
  };
  const page = await pageOf(account, collectionFiles, query, {
    ownerId: collectionId,
    isWanted: isFiltered ? isWanted : undefined,
    nameOf: ({ fileId }) => files.get(fileId)?.filename ?? '',
    bodyOf(entry, now) {
      const file = files.get(entry.fileId);
      return file && collectionFileBody({ entry, file, type }, { ...view, now });
    },
  });
  // The collection may have been deleted meanwhile.
  findCollection(account, collectionId);
  return page;
}

/** Removes a file from a collection; the file itself stays. Throws ApiError if it is not in the collection. */
export function removeMember(account: Account, collectionId: string, fileId: string): void {
  const { entry } = findMember(account, collectionId, fileId);
  account.store.collectionFiles.remove(entry.id);
}
