// What the API sends of connectors, of what they list, and of an item's source metadata.
import type { Schemas } from '../openapi/cloudglue.ts';
import { completeBody } from '../openapi/complete.ts';
import type { BrowseEntry } from './definition.ts';
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

/** One line of a connector's listing. */
export function entryBody(entry: BrowseEntry): Schemas['DataConnectorFile'] {
  const { metadata } = entry;
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
      metadata,
    });
  }
  const { uri, name, mimeType, sizeBytes, createdAt } = entry.item;
  return completeBody<Schemas['DataConnectorFile']>({
    object: 'data_connector_file',
    type: 'file',
    uri,
    name,
    mime_type: mimeType,
    size_bytes: sizeBytes,
    created_at: createdAt,
    thumbnail_url: undefined,
    metadata,
  });
}

/**
 * Source metadata, with the thumbnail at an address that the client can reach.
 * @param origin scheme, host and port of the request
 */
export function sourceMetadataBody(
  metadata: Schemas['SourceMetadata'],
  { origin }: { origin: string },
): Schemas['SourceMetadata'] {
  if (!('thumbnail_url' in metadata)) return metadata;
  const { thumbnail_url } = metadata;
  return { ...metadata, thumbnail_url: thumbnail_url ? `${origin}${thumbnail_url}` : null };
}
