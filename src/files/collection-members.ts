// Files in a collection: added by id or by URL, read, listed and taken out.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import type { operations, Schemas } from '../openapi/cloudglue.ts';
import type { CollectionRecord } from '../records/collection.ts';
import type { CollectionFileRecord } from '../records/collection-file.ts';
import type { FileRecord } from '../records/file.ts';
import { definitions } from '../sources/connectors/connector-registry.ts';
import { type FileSource, isIndexable } from '../sources/definition.ts';
import type { SourceItem } from '../sources/item.ts';
import { publicSourceOf } from '../sources/public/public-registry.ts';
import { fileIdIn } from '../sources/uri.ts';
import { uuidFrom } from '../util/random.ts';
import { fileBody, type View } from './bodies.ts';
import { findCollection } from './collections.ts';
import { findFile } from './files.ts';
import { matchesFilter, readFilter } from './filter.ts';
import { fileOf } from './find-or-create.ts';
import {
  planFor,
  statusOf,
  stepsAfterReading,
  stepsGone,
  timelineInCollection,
  timelineOf,
} from './lifecycle.ts';
import { isWithin, pageOf } from './page.ts';
import { withStatusesOf } from './refusal.ts';
import { findAnywhere } from './resolve.ts';
import { hasArrived, hidesRecords, isFileVisible } from './visible.ts';

type AddRequest = Schemas['AddCollectionFile'];
type SegmentationConfig = Schemas['SegmentationConfig'];
type ListQuery = NonNullable<operations['listVideos']['parameters']['query']>;

/** A file in a collection together with the file itself. */
export interface Member {
  entry: CollectionFileRecord;
  file: FileRecord;
  /** Of the collection. */
  type: CollectionRecord['type'];
}

/** What the document says of files for which nothing else was asked. */
export const UNIFORM: SegmentationConfig = { strategy: 'uniform', uniform_config: { window_seconds: 20 } };

/** What a request to add means: an item, and how it becomes a file if it is none yet. */
interface Wanted {
  item: SourceItem;
  source: FileSource;
  file(): FileRecord;
}

/** Throws ApiError for what cannot be had. */
function findWanted(account: Account, request: AddRequest, isMetadataOnly: boolean): Wanted {
  const { file_id: given = null, url } = request as { file_id?: unknown; url: string };
  // Beside a URL the document lets it be anything.
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

/** Throws ApiError for an image, and where there is only audio and a picture is needed. */
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

/** Throws ApiError where no connector can say anything of a file. */
function requireIndexable({ item, source }: Wanted): void {
  const isOfConnector = definitions.some(({ type }) => type === source);
  if (!isOfConnector || !isIndexable(source)) throw ApiError.of('unfit-for-metadata', item.filename, source);
}

/** Adds a file to a collection, where it may be already. Throws ApiError if it cannot be had or does not fit. */
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
  /** The run of an import that brings it in, and when. */
  arrival?: { runId: string; at: number };
}

/** Puts a file into a collection, where it may be already. Throws ApiError if there is no room. */
export function addToCollection(
  account: Account,
  { id: collectionId, type }: CollectionRecord,
  { file: makeFile, segmentation, arrival }: NewMember,
): Member {
  const { store, settings, clock } = account;
  // The file and its place in the collection: both or neither.
  account.reserve(2);
  const file = makeFile();
  const key = `${collectionId} ${file.id}`;
  const existing = store.collectionFiles.find(key);
  if (existing && (arrival || hasArrived(existing, clock.now()))) return { entry: existing, file, type };
  // An import would add it later.
  if (existing) store.collectionFiles.forget(existing.id);
  const isMetadataOnly = type === 'metadata';
  const entry = store.collectionFiles.insert({
    id: key,
    key,
    collectionId,
    fileId: file.id,
    createdAt: arrival?.at ?? clock.now(),
    // How it ends shows when the file's own end is known.
    plan: planFor(isMetadataOnly ? 'indexed' : 'completed', settings),
    stepsRead: 0,
    segmentation: isMetadataOnly
      ? null
      : { id: segmentation.id ?? uuidFrom(`segmentation ${key}`), config: segmentation.config },
    ...(arrival && { runId: arrival.runId }),
  });
  return { entry, file, type };
}

/** A file of a collection, as it is. Throws ApiError if the collection or the file in it does not exist. */
function findMember(account: Account, collectionId: string, fileId: string): Member {
  const { type } = findCollection(account, collectionId);
  const entry = account.store.collectionFiles.get(`${collectionId} ${fileId}`);
  const file = account.store.files.get(fileId);
  if (!entry || !file || !hasArrived(entry, account.clock.now()) || !isFileVisible(account, file))
    throw ApiError.of('not-in-collection', fileId, collectionId);
  return { entry, file, type };
}

/** Reads a file of a collection; where reading is what moves files on, both have moved. Throws ApiError. */
export function readMember(account: Account, collectionId: string, fileId: string): Member {
  const { store, settings, clock } = account;
  const member = findMember(account, collectionId, fileId);
  const { entry, file } = member;
  if (settings.lifecycle !== 'polled') return member;
  const now = clock.now();
  const own = timelineOf(file);
  const stepsRead = stepsAfterReading(timelineInCollection(entry, file), now);
  // It cannot go further than the file: the file goes first.
  if (stepsGone(own, now) < Math.min(stepsRead, own.length)) store.files.update(fileId, { stepsRead });
  store.collectionFiles.update(entry.id, { stepsRead });
  return findMember(account, collectionId, fileId);
}

/** One page of what is in a collection. Throws ApiError if there is none, or the query makes no sense. */
export async function listMembers(account: Account, collectionId: string, query: ListQuery, view: View) {
  const { type } = findCollection(account, collectionId);
  const { status, added_after, added_before } = query;
  const isDated = isWithin(added_after, added_before);
  const filter = query.filter ? readFilter(query.filter) : undefined;
  const { files, collectionFiles } = account.store;
  const hides = hidesRecords(account);
  const isFiltered = isDated || status || filter || hides;
  const isWanted = (entry: CollectionFileRecord, now: number) => {
    const file = files.get(entry.fileId);
    return (
      file !== undefined &&
      (!hides || (hasArrived(entry, now) && isFileVisible(account, file))) &&
      (!isDated || isDated(entry.createdAt)) &&
      (!status || statusOf(timelineInCollection(entry, file), now) === status) &&
      (!filter || matchesFilter(filter, file.metadata, () => fileBody(file, { ...view, now })))
    );
  };
  const { page, ...listed } = await pageOf(account, collectionFiles, query, {
    ownerId: collectionId,
    isWanted: isFiltered ? isWanted : undefined,
    nameOf: ({ fileId }) => files.get(fileId)?.filename ?? '',
  });
  // It may have been deleted while the page was made.
  findCollection(account, collectionId);
  const members = page.flatMap((entry): Member[] => {
    const file = files.get(entry.fileId);
    return file ? [{ entry, file, type }] : [];
  });
  return { ...listed, page: members };
}

/** Takes a file out of a collection; the file stays. Throws ApiError if it is not in it. */
export function removeMember(account: Account, collectionId: string, fileId: string): void {
  const { entry } = findMember(account, collectionId, fileId);
  account.store.collectionFiles.remove(entry.id);
}
