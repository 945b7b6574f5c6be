// What a source is, with or without a connector to it: a literal that says all the program knows of one provider.
import type * as z from 'zod';
import type { ApiError } from '../errors/api-error.ts';
import type { operations, Schemas } from '../openapi/cloudglue.ts';
import type { SourceItem } from './item.ts';

export type ConnectorType = Schemas['DataConnector']['type'];

/** What a file's field `source` may say. */
export type FileSource = NonNullable<Schemas['File']['source']>;

type BrowseParameters = NonNullable<operations['listDataConnectorFiles']['parameters']['query']>;
/** The query parameters of browsing that choose what is listed, as opposed to how much of it. */
export type BrowseFilters = Omit<BrowseParameters, 'limit' | 'page_token'>;

export type FilterName = keyof BrowseFilters;

/** How a query parameter of browsing counts for a provider. */
export interface FilterSupport {
  /** The first version of the API in which it counts. */
  since: string;
  /** The provider cannot filter by it: entries are left out of pages, which are short or empty then. */
  isMatchedWhileListing?: true;
  /** Of a search: the words of the text are looked for, each by itself. */
  isFullText?: true;
}

/** How bulk imports deal with a provider. */
interface ImportSupport<Item> {
  /** List requests per second, unless an import says otherwise. */
  usualRate: number;
  /** What a higher rate is lowered to. */
  mostRate: number;
  /** The place that is listed where filters name none; unless given, what browsing lists then. */
  everywhere?: BrowseFilters;
  /** Whether it can be asked for the fields that listings leave null. */
  isEnriched?: true;
  /** Whether the provider has a picture of an item. */
  hasPicture?(item: Item): boolean;
}

/** What a source reads in a URI of its own: the item, or why there can be none. */
export type UriReading =
  | {
      /** The canonical form: reading it again gives the same reading. */
      uri: string;
      /** Equal for all spellings of one item. */
      key: string;
    }
  | { error: ApiError };

/** One line of a listing: an item, or a folder that can be listed in turn. */
export type BrowseEntry<Item extends SourceItem = SourceItem> = {
  /** Its position in the listing: unique, and listings are in the order of these texts. */
  place: string;
} & ({ item: Item } | FolderEntry);

interface FolderEntry {
  /** Its name. */
  folder: string;
  /** The parameter that lists it. */
  metadata: Record<string, unknown>;
}

/** A connector as a seed file writes it. */
export interface SeedConnector<Seed> {
  /** A UUID. */
  id: string;
  /** ISO 8601. */
  created_at: string;
  updated_at?: string;
  /** What a client needs for browsing; never a secret. */
  metadata: Record<string, unknown>;
  items: Seed[];
}

/** A place that holds items. Its functions are pure. */
export interface SourceDefinition<Seed = unknown, Item extends SourceItem = SourceItem> {
  /** The name of the source in error texts; for a connector its type. */
  type: string;
  /** The provider's name, for people. */
  label: string;
  /** The accepted URI forms, the canonical one first. */
  forms: readonly [string, ...string[]];
  /** The fields of an item in a seed file. */
  seed: z.ZodType<Seed, Seed>;
  /** Reads a URI. Undefined: it belongs to another source. Never throws. */
  read(uri: string): UriReading | undefined;
  /** The item that a seed describes. */
  item(seed: Seed): Item;
  /** Further keys that lead to an item, beside its own. */
  aliases?(item: Item): string[];
  /** The keys of the folders that contain an item. */
  folders?(item: Item): string[];
  /** Synthesizes an item for a URI that the source does not have; the same URI always gives the same item. */
  synthesize(reading: { uri: string; key: string }): Item;
}

/** A source that is reached through a connector. */
export interface ConnectorDefinition<Seed = unknown, Item extends SourceItem = SourceItem>
  extends SourceDefinition<Seed, Item> {
  type: ConnectorType;
  /** Hosts whose pages show the provider's items; the URL of such a page is not the URI of an item. */
  pageHosts?: readonly string[];
  /** Links by which items are shared; anybody can sync them, without a connector, into the same file. */
  sharing?: {
    forms: readonly [string, ...string[]];
    isLink(url: URL): boolean;
    /** The link to an item; undefined if it has none. */
    linkTo(item: Item): string | undefined;
  };
  /** The query parameters of browsing that this provider supports; the others are ignored. */
  filters: { [Name in FilterName]?: FilterSupport };
  /** How far back it lists where `from` is left out. */
  looksBack?: { since: string; months: number };
  /** What the provider tells of an item; without it, it tells nothing. */
  sourceMetadata?: {
    /** The first version of the API that has it. */
    since: string;
    of(item: Item): Schemas['SourceMetadata'];
    /** Its fields that are null in listings, for the provider does not list them. */
    unlisted?: readonly string[];
  };
  /** Why its provider gives no file of an item that it lists; undefined if it does. */
  refuses?(item: Item): ApiError | undefined;
  /** `metadata` of a file's entry before version 0.7.9, when each provider had keys of its own (chosen). */
  formerMetadata(item: Item): Record<string, unknown>;
  /** Whether its entries have thumbnails. */
  hasThumbnails?: true;
  /** Without it, the provider says too little of its items to import them, or to index what it says. */
  imports?: ImportSupport<Item>;
  /** The connectors of this type in the seeded world. */
  seeded: readonly SeedConnector<Seed>[];
  /**
   * The seed of an item that a provider state adds.
   * @param name unique among such items: lower-case letters and dashes
   */
  fixture(name: string): Seed;
  /**
   * All entries of a place, in any order: they are listed in the order of their places. Throws ApiError for a place that
   * does not exist.
   */
  browse(items: readonly Item[], filters: BrowseFilters): BrowseEntry[];
}

/** Checks a definition and hides its own types of seed and item, which only the definition itself needs. */
export function defineConnector<Seed, Item extends SourceItem>(
  definition: ConnectorDefinition<Seed, Item>,
): ConnectorDefinition {
  return definition as unknown as ConnectorDefinition;
}
