// What a connector is: a plain literal that knows one provider's URIs, items and ways of browsing. All pure.
import type * as z from 'zod';
import type { ApiError } from '../errors/api-error.ts';
import type { components, operations } from '../openapi/generated/cloudglue.ts';
import type { SourceItem } from './item.ts';

export type ConnectorType = components['schemas']['DataConnector']['type'];
/** What a file says of where it came from. */
export type FileSource = NonNullable<components['schemas']['File']['source']>;

type BrowseParameters = NonNullable<operations['listDataConnectorFiles']['parameters']['query']>;
/** The query parameters of browsing that choose what is listed, as opposed to how much of it. */
export type BrowseFilters = Omit<BrowseParameters, 'limit' | 'page_token'>;

/** What a URI turns out to be for the connector whose it is. */
export type UriReading =
  | {
      /** The canonical form: reading it again gives it again. */
      uri: string;
      /** Equal for all spellings of one item. */
      key: string;
    }
  | { error: ApiError };

/** One line of a listing: an item of the source, or a folder to look into. */
export type BrowseEntry<Item extends SourceItem = SourceItem> =
  | { item: Item; metadata: Record<string, unknown> }
  | { folder: string; metadata: Record<string, unknown> };

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

/** A place where items are, with or without a connector to it. */
export interface SourceDefinition<Seed = unknown, Item extends SourceItem = SourceItem> {
  /** What the source is called in texts, and for a connector its type. */
  type: string;
  /** The provider's name, for people. */
  label: string;
  /** The accepted URI forms, the canonical one first. */
  forms: readonly [string, ...string[]];
  /** What a seed file may say of an item. */
  seed: z.ZodType<Seed, Seed>;
  /** Reads a URI. Undefined: it belongs to another source. Never throws. */
  read(uri: string): UriReading | undefined;
  item(seed: Seed): Item;
  /** Further keys, beside its own, that an item answers to. */
  aliases?(item: Item): string[];
  /** The keys of the folders that an item lies in. */
  folders?(item: Item): string[];
  /** A made-up item for a URI that the source does not have; stable. */
  imagine(reading: { uri: string; key: string }): Item;
}

export interface ConnectorDefinition<Seed = unknown, Item extends SourceItem = SourceItem>
  extends SourceDefinition<Seed, Item> {
  type: ConnectorType;
  /** Hosts whose pages show the provider's items; such a page is no URI of an item. */
  pageHosts?: readonly string[];
  /** The query parameters of browsing that count here; the others are ignored. */
  filters: readonly (keyof BrowseFilters)[];
  /** Whether every item has source metadata. */
  hasSourceMetadata?: true;
  /** The connectors of this type in the seeded world. */
  seeded: readonly SeedConnector<Seed>[];
  /** The whole listing for these filters, in its order. Throws ApiError for a place that does not exist. */
  browse(items: readonly Item[], filters: BrowseFilters): BrowseEntry[];
}

/** Checks a definition and hides its own types of seed and item, which only the definition itself needs. */
export function defineConnector<Seed, Item extends SourceItem>(
  definition: ConnectorDefinition<Seed, Item>,
): ConnectorDefinition {
  return definition as unknown as ConnectorDefinition;
}
