// Items of a source, found by what a URI means and not by how it is spelled.
import { ApiError } from '../errors/api-error.ts';
import { definitions } from './connectors/connector-registry.ts';
import type {
  BrowseEntry,
  BrowseFilters,
  ConnectorDefinition,
  SeedConnector,
  SourceDefinition,
  UriReading,
} from './definition.ts';
import { refuseElsewhere } from './elsewhere.ts';
import type { ListingQuirk, SourceItem } from './item.ts';
import { isMedia } from './media.ts';

/** A source with what it holds. */
export interface Source {
  definition: SourceDefinition;
  items: readonly SourceItem[];
}

/** One connector of the world. */
export interface Connector extends Source {
  /** A UUID in lower case. */
  id: string;
  definition: ConnectorDefinition;
  /** Milliseconds since the Unix epoch. */
  createdAt: number;
  updatedAt: number;
  metadata: Record<string, unknown>;
  /** What it was made of. */
  seed: SeedConnector<unknown>;
}

/** The look-up tables of a source, made when it is first used. */
interface Index {
  byKey: Map<string, SourceItem>;
  folders: Set<string>;
}
const indexes = new WeakMap<Source, Index>();

function indexOf(source: Source): Index {
  let index = indexes.get(source);
  if (!index) {
    index = makeIndex(source);
    indexes.set(source, index);
  }
  return index;
}

function makeIndex({ definition, items }: Source): Index {
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

function refuseForeign({ type, forms }: ConnectorDefinition, uri: string): ApiError {
  const owner = connectorTypeOf(uri);
  return owner ? ApiError.of('type-mismatch', owner.type, type, uri) : refuseElsewhere(uri, type, forms);
}

/** The type of connector that a URI belongs to, even if it is malformed; undefined if it is no connector's. */
export const connectorTypeOf = (uri: string): ConnectorDefinition | undefined =>
  definitions.find((definition) => definition.read(uri));

/** The oldest connector of a type, which reference clients take where none is named; the newest come first. */
export const oldestOf = (connectors: ReadonlyMap<string, Connector>, type: string): Connector | undefined =>
  [...connectors.values()].findLast(({ definition }) => definition.type === type);

/** Whether a source has the item that a URI means. */
export function hasItem(source: Source, uri: string): boolean {
  const reading = source.definition.read(uri);
  return reading !== undefined && 'key' in reading && indexOf(source).byKey.has(reading.key);
}

/** How a source answers whoever asks for an item. */
export interface Asking {
  /** What to do with a well-formed URI that the source does not have. */
  unknown: 'refuse' | 'create';
  /** The item of a key as it was made up before: making it up again would give the same, only later. */
  remembered?: (key: string) => SourceItem | undefined;
  /** Whether an item that has an error still refuses; always, unless said. Called once in each look-up. */
  refuses?: (item: SourceItem) => boolean;
}

/**
 * The item of a connector that a URI means.
 * @throws ApiError if the URI is not one of this connector's, or means a folder, or its item refuses
 */
export function findItem(connector: Connector, uri: string, asking: Asking): SourceItem {
  const reading = connector.definition.read(uri);
  if (!reading) throw refuseForeign(connector.definition, uri);
  return findRead(connector, reading, { uri, ...asking });
}

interface FindOptions extends Asking {
  /** The URI as it was given, for texts. */
  uri: string;
  /** The error of an item that is not there. */
  notFound?: () => ApiError;
}

/** The item of a source that a reading of a URI means. Throws ApiError as `findItem` does. */
export function findRead(
  source: Source & { id?: string | undefined },
  reading: UriReading,
  options: FindOptions,
): SourceItem {
  const { definition, id } = source;
  const folder = () => ApiError.of('folder-uri', options.uri, id);
  // What was read tells of a folder, and not where it can be listed.
  if ('error' in reading) throw reading.error.case === 'folder-uri' ? folder() : reading.error;
  const {
    uri,
    unknown,
    remembered = () => undefined,
    refuses = () => true,
    notFound = () => ApiError.of('item-not-found', uri, definition.type, id),
  } = options;
  const { byKey, folders } = indexOf(source);
  const known = byKey.get(reading.key);
  if (!known && folders.has(reading.key)) throw folder();
  if (!known && unknown === 'refuse') throw notFound();
  const item = known ?? remembered(reading.key) ?? definition.imagine(reading);
  if (!item.error || !refuses(item)) return item;
  throw item.error === 'item-not-found' ? notFound() : ApiError.of(item.error, uri, definition.type);
}

/** Throws ApiError for an item that no file can be made of. */
export function requireMedia(item: SourceItem): void {
  if (!isMedia(item.mimeType) && item.outcome !== 'not_applicable') {
    throw ApiError.of('not-media', item.name, item.mimeType ?? 'unknown type');
  }
}

/** What browsing lists: all of it, of which pages are cut. */
export interface Browsed {
  /** Id of the connector and the filters that count. */
  listing: readonly [id: string, filters: BrowseFilters];
  entries: readonly BrowseEntry[];
  /** How it pages: as usual, unless all the files in it have the same quirk. */
  quirk: ListingQuirk | null;
}

/** What was browsed lately, the oldest first: connectors never change, and clients go on to the next page. */
const browsed = new WeakMap<Connector, Map<string, Browsed>>();
/** Listings that are kept of a connector. */
const KEPT = 16;

/** Everything that browsing lists for these filters, in order; filters that do not count here are ignored. */
export function browse(connector: Connector, filters: BrowseFilters): Browsed {
  const { id, definition, items } = connector;
  const counting = honoured(definition, filters);
  const name = JSON.stringify(counting);
  const kept = browsed.get(connector) ?? new Map<string, Browsed>();
  browsed.set(connector, kept);
  let found = kept.get(name);
  if (!found) {
    const entries = definition.browse(items, counting);
    found = { listing: [id, counting], entries, quirk: quirkOf(entries) };
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(name, found);
  }
  return found;
}

function quirkOf(entries: readonly BrowseEntry[]): ListingQuirk | null {
  const quirks = new Set(entries.flatMap((entry) => ('item' in entry ? [entry.item.listing] : [])));
  const [quirk = null] = quirks;
  return quirks.size === 1 ? quirk : null;
}

/** The filters that count for a connector. */
function honoured({ filters: counting }: ConnectorDefinition, filters: BrowseFilters): BrowseFilters {
  return Object.fromEntries(counting.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])));
}
