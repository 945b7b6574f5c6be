// Collections of an account: creates, lists and removes them.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import type { operations, Schemas } from '../openapi/cloudglue.ts';
import type { CollectionConfigs, CollectionRecord } from '../records/collection.ts';
import { uuidFrom } from '../util/random.ts';
import { collectionBody } from './bodies.ts';
import { isWithin, pageOf } from './page.ts';

type NewCollection = Schemas['NewCollection'];
type Type = CollectionRecord['type'];
type ListQuery = NonNullable<operations['listCollections']['parameters']['query']>;

/** The settings that apply to each type of collection. */
const CONFIG_OF: Record<Type, keyof CollectionConfigs> = {
  'media-descriptions': 'describe_config',
  entities: 'extract_config',
  'rich-transcripts': 'transcribe_config',
  'face-analysis': 'face_detection_config',
};

/** The settings that apply to the type of the collection; the document says that the others are ignored. */
function countingConfigs(given: NewCollection): CollectionConfigs {
  const names = [
    CONFIG_OF[given.collection_type],
    'default_segmentation_config',
    'default_thumbnails_config',
  ] as const;
  return Object.fromEntries(
    names.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );
}

/** Creates an empty collection. Throws ApiError if its name is empty or taken, or a required setting is missing. */
export function createCollection(account: Account, given: NewCollection): CollectionRecord {
  const { name, description, collection_type: type } = given;
  const { collections } = account.store;
  if (name.trim() === '') throw ApiError.of('invalid-request', 'body field "name" must not be empty');
  if (type === 'entities' && !given.extract_config?.prompt && !given.extract_config?.schema) {
    throw ApiError.of(
      'invalid-request',
      'body field "extract_config" must have a prompt or a schema in a collection of type entities',
    );
  }
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

/** The collection with the id. Throws ApiError if there is none. */
export function findCollection({ store }: Account, id: string): CollectionRecord {
  const collection = store.collections.get(id);
  if (!collection) throw ApiError.of('collection-not-found', id);
  return collection;
}

/** One page of an account's collections. Throws ApiError if the query is invalid. */
export function listCollections(account: Account, query: ListQuery) {
  const { collection_type, created_after, created_before } = query;
  const isDated = isWithin(created_after, created_before);
  return pageOf(account, account.store.collections, query, {
    isWanted:
      isDated || collection_type
        ? ({ type, createdAt }) =>
            (!isDated || isDated(createdAt)) && (!collection_type || type === collection_type)
        : undefined,
    nameOf: ({ name }) => name,
    bodyOf: (collection) => collectionBody(collection, account.store.collectionFiles.countOf(collection.id)),
  });
}

/** Removes a collection and its entries; the files themselves stay. Throws ApiError if there is none. */
export function deleteCollection(account: Account, id: string): CollectionRecord {
  const { store } = account;
  const collection = findCollection(account, id);
  for (const { id: entryId } of store.collectionFiles.of(id)) store.collectionFiles.remove(entryId);
  store.collections.remove(id);
  return collection;
}
