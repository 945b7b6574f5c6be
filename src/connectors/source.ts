// One connector of an account's world: its items, found by what a URI means and not by how it is spelled.
import { ApiError } from '../wire/errors.ts';
import type { BrowseEntry, BrowseFilters, ConnectorDefinition, UriReading } from './connector.ts';
import { refuseElsewhere } from './elsewhere.ts';
import type { SourceItem } from './item.ts';
import { isMedia } from './media.ts';
import { definitions } from './registry.ts';

export interface Connector {
  /** A UUID in lower case. */
  id: string;
  definition: ConnectorDefinition;
  /** Milliseconds since the Unix epoch. */
  createdAt: number;
  updatedAt: number;
  metadata: Record<string, unknown>;
  items: readonly SourceItem[];
}

/** The look-up tables of a connector, made when it is first used. */
interface Index {
  byKey: Map<string, SourceItem>;
  folders: Set<string>;
}
const indexes = new WeakMap<Connector, Index>();

function indexOf(connector: Connector): Index {
  let index = indexes.get(connector);
  if (!index) {
    index = makeIndex(connector);
    indexes.set(connector, index);
  }
  return index;
}

function makeIndex({ definition, items }: Connector): Index {
  const byKey = new Map<string, SourceItem>();
  const length = (item: SourceItem | undefined) => item?.media?.durationSeconds ?? -1;
  for (const item of items) {
    for (const alias of definition.aliases?.(item) ?? []) {
      // An alias that several items share, such as a meeting id, leads to the longest.
      if (length(item) > length(byKey.get(alias))) byKey.set(alias, item);
    }
  }
  for (const item of items) byKey.set(item.key, item);
  return { byKey, folders: new Set(items.flatMap((item) => definition.folders?.(item) ?? [])) };
}

/** Reads a URI for a connector. Throws ApiError if it is malformed, of another type, or no connector's at all. */
function readFor({ definition }: Connector, uri: string): Exclude<UriReading, { error: ApiError }> {
  const reading = definition.read(uri);
  if (!reading) throw refuseForeign(definition, uri);
  if ('error' in reading) throw reading.error;
  return reading;
}

function refuseForeign({ type, forms }: ConnectorDefinition, uri: string): ApiError {
  const owner = definitions.find((other) => other.read(uri));
  return owner ? ApiError.of('type-mismatch', owner.type, type, uri) : refuseElsewhere(uri, type, forms);
}

/**
 * The item that a URI means.
 * @param unknown what to do with a well-formed URI that the source does not have
 * @throws ApiError if the URI is not one of this connector's, or means a folder, or its item refuses
 */
export function findItem(connector: Connector, uri: string, unknown: 'refuse' | 'create'): SourceItem {
  const { definition } = connector;
  const reading = readFor(connector, uri);
  const { byKey, folders } = indexOf(connector);
  const known = byKey.get(reading.key);
  if (!known && folders.has(reading.key)) throw ApiError.of('folder-uri', uri);
  if (!known && unknown === 'refuse') throw ApiError.of('item-not-found', uri, definition.type);
  const item = known ?? definition.imagine(reading);
  if (item.error) throw ApiError.of(item.error, uri, definition.type);
  return item;
}

/** Throws ApiError for an item that no file can be made of. */
export function requireMedia(item: SourceItem): void {
  if (!isMedia(item.mimeType) && item.outcome !== 'not_applicable') {
    throw ApiError.of('not-media', item.name, item.mimeType ?? 'unknown type');
  }
}

/** Everything that browsing lists for these filters, in order; filters that do not count here are ignored. */
export function browse({ definition, items }: Connector, filters: BrowseFilters): BrowseEntry[] {
  return definition.browse(items, honoured(definition, filters));
}

/** The filters that count for a connector. */
export function honoured({ filters: counting }: ConnectorDefinition, filters: BrowseFilters): BrowseFilters {
  return Object.fromEntries(counting.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])));
}
