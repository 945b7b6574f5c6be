// What S3 and Google Cloud Storage have in common: objects by bucket and key, listed by prefix like folders.
import * as z from 'zod';
import { ApiError } from '../../errors/api-error.ts';
import {
  type BrowseEntry,
  type BrowseFilters,
  type ConnectorDefinition,
  defineConnector,
} from '../definition.ts';
import { completeItem, listedItemSeed, type SourceItem } from '../item.ts';
import { mediaTypeOf } from '../media.ts';
import { afterScheme, readingsFor } from '../uri.ts';

const objectSeed = z.lazy(() =>
  listedItemSeed.extend({
    bucket: z.string().regex(/^[^/]+$/, 'must be a bucket name without "/"'),
    key: z.string().max(1_024).regex(/[^/]$/, 'must be an object key that does not end with "/"'),
  }),
);
export type ObjectSeed = z.input<typeof objectSeed>;

interface ObjectItem extends SourceItem {
  bucket: string;
  objectKey: string;
}

/** `a/b/c.mp4` lies in the folders `a/` and `a/b/`. */
function prefixesOf(key: string): string[] {
  return [...key.matchAll(/\//g)].map(({ index }) => key.slice(0, index + 1));
}

/** The keys below a prefix, each group with a further "/" rolled up into one folder, in the order of keys. */
function listPrefix(items: readonly ObjectItem[], bucket: string, prefix: string): BrowseEntry[] {
  const entries = new Map<string, BrowseEntry>();
  for (const item of items) {
    if (item.bucket !== bucket || !item.objectKey.startsWith(prefix)) continue;
    const end = item.objectKey.indexOf('/', prefix.length) + 1;
    const folder = item.objectKey.slice(0, end);
    const place = end === 0 ? item.objectKey : folder;
    if (end === 0) entries.set(place, { item, place });
    else if (!entries.has(place)) {
      const folderName = folder.slice(folder.lastIndexOf('/', end - 2) + 1, -1);
      entries.set(place, { folder: folderName, metadata: { bucket, prefix: folder }, place });
    }
  }
  return [...entries.values()];
}

/** An object store whose URIs are `<scheme>://<bucket>/<key>`; the key is used exactly as written. */
export function defineObjectStorage({
  scheme,
  ...provider
}: Pick<ConnectorDefinition<ObjectSeed>, 'type' | 'label' | 'seeded'> & { scheme: string }) {
  const forms = [`${scheme}://<bucket>/<key>`] as const;
  const { unreadable, folder } = readingsFor(provider.type, forms);
  const uriOf = (bucket: string, key: string) => `${scheme}://${bucket}/${key}`;
  const split = (path: string) => {
    const slash = path.indexOf('/');
    return slash < 0
      ? { bucket: path, key: '' }
      : { bucket: path.slice(0, slash), key: path.slice(slash + 1) };
  };

  const item = (seed: ObjectSeed): ObjectItem => ({
    ...completeItem(seed, {
      uri: uriOf(seed.bucket, seed.key),
      name: seed.key.slice(seed.key.lastIndexOf('/') + 1),
    }),
    bucket: seed.bucket,
    objectKey: seed.key,
  });

  const browse = (items: readonly ObjectItem[], { bucket, prefix = '' }: BrowseFilters) => {
    const buckets = [...new Set(items.map((item) => item.bucket))];
    const has = buckets.join(', ') || 'none';
    if (!bucket) throw ApiError.of('bucket-required', provider.type, has);
    if (!buckets.includes(bucket)) {
      throw ApiError.of('place-not-found', 'bucket', bucket, `This connector has: ${has}`);
    }
    return listPrefix(items, bucket, prefix);
  };

  return defineConnector({
    ...provider,
    forms,
    filters: { bucket: { since: '0.7.7' }, prefix: { since: '0.7.7' } },
    formerMetadata: (object) => ({ bucket: object.bucket, key: object.objectKey }),
    seed: objectSeed,
    fixture: (name) => ({ bucket: 'contracts', key: `${name}.mp4` }),
    read(uri) {
      const rest = afterScheme(uri, scheme);
      if (rest === undefined) return undefined;
      const { bucket, key } = split(rest);
      if (!bucket) return unreadable(uri);
      if (!key || key.endsWith('/')) return folder(uri);
      return { uri: uriOf(bucket, key), key: uriOf(bucket, key) };
    },
    item,
    folders: ({ bucket, objectKey }) =>
      prefixesOf(objectKey).map((prefix) => uriOf(bucket, prefix.slice(0, -1))),
    synthesize: ({ uri }) => {
      const { bucket, key } = split(uri.slice(`${scheme}://`.length));
      return item({ bucket, key, mime_type: mediaTypeOf(key) });
    },
    browse,
  });
}
