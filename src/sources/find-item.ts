// Items of a source, found by what a URI means and not by how it is spelled.
import { ApiError } from '../errors/api-error.ts';
import { doAtOnce, type Parts } from '../time/slices.ts';
import type { UriReading } from './definition.ts';
import type { SourceItem } from './item.ts';
import { isMedia } from './media.ts';
import { refuseUri } from './refuse-uri.ts';
import type { Connector, Source } from './source.ts';

/** The items of a source by key. */
interface Index {
  byKey: Map<string, SourceItem>;
  folders: Set<string>;
}
const indexes = new WeakMap<Source, Index>();

const indexOf = (source: Source): Index => indexes.get(source) ?? doAtOnce(index(source));

/** Makes what the items of a source are found by, ahead of its first use. */
export function* index(source: Source): Parts<Index> {
  const known = indexes.get(source);
  if (known) return known;
  const { definition, items } = source;
  const byKey = new Map<string, SourceItem>();
  const folders = new Set<string>();
  const length = (item: SourceItem | undefined) => item?.media?.durationSeconds ?? -1;
  for (const item of items) {
    for (const alias of definition.aliases?.(item) ?? []) {
      // An alias that several items share, such as a meeting id, leads to the longest.
      if (length(item) > length(byKey.get(alias))) byKey.set(alias, item);
    }
    for (const folder of definition.folders?.(item) ?? []) folders.add(folder);
    yield;
  }
  for (const item of items) byKey.set(item.key, item);
  const made = { byKey, folders };
  indexes.set(source, made);
  return made;
}

/** Whether a source has the item that a URI means. */
export function hasItem(source: Source, uri: string): boolean {
  const reading = source.definition.read(uri);
  return reading !== undefined && 'key' in reading && indexOf(source).byKey.has(reading.key);
}

/** The item of a source with a key. */
export const itemWithKey = (source: Source, key: string): SourceItem | undefined =>
  indexOf(source).byKey.get(key);

/** What a look-up depends on beside the URI: the account that asks. */
export interface LookupOptions {
  /** What to do with a well-formed URI that the source does not have. */
  unknown: 'refuse' | 'create';
  /** The item that was synthesized for a key before; synthesizing it again would give an equal one, more slowly. */
  synthesized?: (key: string) => SourceItem | undefined;
  /** Whether an item that has an error still refuses; default: always. Called once in each look-up. */
  refuses?: (item: SourceItem) => boolean;
}

/**
 * The item of a connector that a URI means.
 * @throws ApiError if the URI is not one of this connector's, or means a folder, or its item refuses
 */
export function findItem(connector: Connector, uri: string, options: LookupOptions): SourceItem {
  const reading = connector.definition.read(uri);
  if (!reading) throw refuseUri(connector.definition, uri);
  return findRead(connector, reading, { uri, ...options });
}

interface ReadingOptions extends LookupOptions {
  /** The URI as the client sent it, for error texts. */
  uri: string;
  /** The error for an item that does not exist. */
  notFound?: () => ApiError;
}

/** The item of a source that a reading of a URI means. Throws ApiError as `findItem` does. */
export function findRead(
  source: Source & { id?: string | undefined },
  reading: UriReading,
  options: ReadingOptions,
): SourceItem {
  const { definition, id } = source;
  const folder = () => ApiError.of('folder-uri', options.uri, id);
  // The reading knows that it is a folder, but not which connector can list it.
  if ('error' in reading) throw reading.error.case === 'folder-uri' ? folder() : reading.error;
  const {
    uri,
    unknown,
    synthesized = () => undefined,
    refuses = () => true,
    notFound = () => ApiError.of('item-not-found', uri, definition.type, id),
  } = options;
  const { byKey, folders } = indexOf(source);
  const known = byKey.get(reading.key);
  if (!known && folders.has(reading.key)) throw folder();
  if (!known && unknown === 'refuse') throw notFound();
  const item = known ?? synthesized(reading.key) ?? definition.synthesize(reading);
  if (!item.error || !refuses(item)) return item;
  throw item.error === 'item-not-found' ? notFound() : ApiError.of(item.error, uri, definition.type);
}

/** Throws ApiError for an item of a connector that no file can be made from. */
export function requireMedia({ definition }: Connector, item: SourceItem): void {
  const refusal = definition.refuses?.(item);
  if (refusal) throw refusal;
  if (!isMedia(item.mimeType) && item.outcome !== 'not_applicable') {
    throw ApiError.of('not-media', item.name, item.mimeType ?? 'unknown type');
  }
}
