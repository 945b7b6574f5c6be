// What the API sends of connectors, of what they list, and of an item's source metadata.
import type { Schemas } from '../openapi/cloudglue.ts';
import { completeBody } from '../openapi/complete.ts';
import { isSince } from '../openapi/versions.ts';
import type { KeptBodies } from '../util/kept-bodies.ts';
import { digest, uuidFrom } from '../util/random.ts';
import type { BrowseEntry, ConnectorDefinition } from './definition.ts';
import type { SourceItem } from './item.ts';
import { asListed } from './listed-metadata.ts';
import type { Connector } from './source.ts';

export const connectorBody = (connector: Connector): Schemas['DataConnector'] =>
  completeBody<Schemas['DataConnector']>({
    id: connector.id,
    object: 'data_connector',
    type: connector.definition.type,
    created_at: connector.createdAt,
    updated_at: connector.updatedAt,
    metadata: connector.metadata,
  });

/** What an entry of a listing depends on beside the entry: whose it is, and how it was asked for. */
interface ListingView {
  definition: ConnectorDefinition;
  version: string;
  /** Scheme, host and port of the request. */
  origin: string;
  /** Where bodies are kept that are answered again. */
  kept: KeptBodies | undefined;
}

/** One line of a connector's listing. */
export function entryBody(entry: BrowseEntry, view: ListingView): Schemas['DataConnectorFile'] {
  if ('folder' in entry) {
    return completeBody<Schemas['DataConnectorFile']>({
      object: 'data_connector_file',
      type: 'folder',
      uri: null,
      name: entry.folder,
      mime_type: null,
      size_bytes: null,
      created_at: null,
      thumbnail_url: undefined,
      metadata: entry.metadata,
    });
  }
  const { item } = entry;
  const conditions = [view.definition, view.version, view.origin];
  return view.kept?.of(item, conditions, () => fileEntryBody(item, view)) ?? fileEntryBody(item, view);
}

function fileEntryBody(item: SourceItem, view: ListingView): Schemas['DataConnectorFile'] {
  const { uri, name, mimeType, sizeBytes, createdAt } = item;
  return completeBody<Schemas['DataConnectorFile']>({
    object: 'data_connector_file',
    type: 'file',
    uri,
    name,
    mime_type: mimeType,
    size_bytes: sizeBytes,
    created_at: createdAt,
    thumbnail_url: view.definition.hasThumbnails ? posterOf(item, view) : undefined,
    metadata: listedMetadata(item, view),
  });
}

/** The first version in which files are listed with what `SourceMetadata` has. */
const LISTED_SINCE = '0.7.9';

function listedMetadata(
  item: SourceItem,
  { definition, version, origin }: ListingView,
): Record<string, unknown> {
  const { sourceMetadata, formerMetadata } = definition;
  if (!isSince(version, LISTED_SINCE)) return formerMetadata(item);
  if (!sourceMetadata) return {};
  return { ...sourceMetadataBody(asListed(definition, sourceMetadata.of(item)), { origin }) };
}

/** The signed URL of an item's picture; null if it has none. */
const posterOf = ({ key, media }: SourceItem, { origin }: ListingView) =>
  media?.type === 'video'
    ? `${origin}/thumbnails/${uuidFrom(`poster ${key}`)}.svg?signature=${digest(`signature ${key}`)}`
    : null;

/**
 * Source metadata, with the thumbnail at an address that the client can reach.
 * @param origin scheme, host and port of the request
 */
export function sourceMetadataBody(
  metadata: Schemas['SourceMetadata'],
  { origin }: { origin: string },
): Schemas['SourceMetadata'] {
  if (metadata.source_type !== 'grain') return metadata;
  const { thumbnail_url } = metadata;
  return {
    ...metadata,
    thumbnail_url: thumbnail_url?.startsWith('/') ? `${origin}${thumbnail_url}` : (thumbnail_url ?? null),
  };
}
