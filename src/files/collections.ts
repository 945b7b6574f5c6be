// Collections of an account: creates, lists and removes them.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import type { operations, Schemas } from '../openapi/cloudglue.ts';
import type { CollectionConfigs, CollectionRecord } from '../records/collection.ts';
import type { Parts } from '../time/slices.ts';
import { uuidFrom } from '../util/random.ts';
import { collectionBody } from './bodies.ts';
import { isWithin, pageOf } from './page.ts';
import { countFiles, hidesRecords, isCollectionVisible } from './visible.ts';

type NewCollection = Schemas['NewCollection'];
type Type = CollectionRecord['type'];
type ListQuery = NonNullable<operations['listCollections']['parameters']['query']>;

/** The settings that apply to each type of collection, if any do. */
const CONFIG_OF: Record<Type, keyof CollectionConfigs | null> = {
  'media-descriptions': 'describe_config',
  entities: 'extract_config',
  'rich-transcripts': 'transcribe_config',
  'face-analysis': 'face_detection_config',
  metadata: null,
  moments: 'moments_config',
};

/** The settings that apply to the type of the collection; the document says that the others are ignored. */
function countingConfigs(given: NewCollection): CollectionConfigs {
  // What is of no use without media.
  const ofMedia = ['default_segmentation_config', 'default_thumbnails_config'] as const;
  const names = [CONFIG_OF[given.collection_type], ...(given.collection_type === 'metadata' ? [] : ofMedia)];
  return Object.fromEntries(
    names.flatMap((name) => (name === null || given[name] === undefined ? [] : [[name, given[name]]])),
  );
}

function requireName(name: string): void {
  if (name.trim() === '') throw ApiError.of('invalid-request', 'body field "name" must not be empty');
}

/** Throws ApiError if settings are missing that the type of the collection requires, or exclude each other. */
function requireConfigs({ collection_type: type, extract_config, moments_config }: NewCollection): void {
  const refuse = (problem: string) => ApiError.of('invalid-request', `body field ${problem}`);
  if (type === 'moments' && !moments_config)
    throw refuse('"moments_config" is required in a collection of type moments');
  if (type !== 'entities') return;
  if (!extract_config?.prompt && !extract_config?.schema)
    throw refuse('"extract_config" must have a prompt or a schema in a collection of type entities');
  if (extract_config.enable_metadata_mode && extract_config.enable_transcript_mode)
    throw refuse('"extract_config" can have enable_metadata_mode or enable_transcript_mode, not both');
}

/** Creates an empty collection. Throws ApiError if its name is empty or taken, or a required setting is missing. */
export function createCollection(account: Account, given: NewCollection): CollectionRecord {
  const { name, description, collection_type: type } = given;
  const { collections } = account.store;
  requireName(name);
  requireConfigs(given);
  if (collections.find(name)) throw ApiError.of('collection-name-taken', name);
  account.reserve();
  return collections.insert({
    id: uuidFrom(`collection ${name} ${collections.timesDeleted(name)}`),
    key: name,
    name,
    description: description ?? null,
    type,
    configs: countingConfigs(given),
    createdAt: account.clock.now(),
  });
}

/**
 * Changes the name or the description of a collection.
 * @throws ApiError if there is none, its name would be empty or taken, or no room is left
 */
export function updateCollection(
  account: Account,
  id: string,
  { name, description }: Schemas['CollectionUpdate'],
): CollectionRecord {
  const { collections } = account.store;
  const collection = findCollection(account, id);
  if (name !== undefined) requireName(name);
  // The operation has no 409.
  if (name !== undefined && name !== collection.name && collections.find(name))
    throw ApiError.of('collection-name-taken', name).as(400);
  account.reserve(0);
  const changes = {
    ...(name !== undefined && { key: name, name }),
    ...(description !== undefined && { description }),
  };
  return collections.update(id, changes) ?? collection;
}

/** The collection with the id. Throws ApiError if there is none, or the account's version cannot show it. */
export function findCollection(account: Account, id: string): CollectionRecord {
  const collection = account.store.collections.get(id);
  if (!collection || !isCollectionVisible(account, collection)) throw ApiError.of('collection-not-found', id);
  return collection;
}

/** One page of an account's collections. Throws ApiError if the query is invalid. */
export function listCollections(account: Account, query: ListQuery) {
  const { collection_type, created_after, created_before } = query;
  const isDated = isWithin(created_after, created_before);
  const hides = hidesRecords(account);
  const counts = new Map<string, number>();
  return pageOf(account, account.store.collections, query, {
    isWanted:
      isDated || collection_type || hides
        ? (collection) =>
            (!hides || isCollectionVisible(account, collection)) &&
            (!isDated || isDated(collection.createdAt)) &&
            (!collection_type || collection.type === collection_type)
        : undefined,
    nameOf: ({ name }) => name,
    async prepare(page) {
      for (const { id } of page) counts.set(id, await countFiles(account, id));
    },
    bodyOf: (collection) => collectionBody(collection, counts.get(collection.id) ?? 0),
  });
}

/**
 * Removes a collection, itself in the first part, then its entries; the files themselves stay.
 * @throws ApiError if there is none, and none whose entries are still to be removed
 */
export function* deleteCollection(account: Account, id: string): Parts<void> {
  const { collections, collectionFiles } = account.store;
  // A removal that was cut off can be sent again.
  if (collections.get(id) || collectionFiles.countOf(id) === 0) findCollection(account, id);
  collections.remove(id);
  for (const entry of collectionFiles.of(id)) {
    collectionFiles.remove(entry.id);
    yield;
  }
}
