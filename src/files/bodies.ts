// The one place where what is kept becomes what is sent.

import type { components } from '../openapi/generated/cloudglue.ts';
import type { CollectionRecord } from '../records/collection.ts';
import type { CollectionFileRecord } from '../records/collection-file.ts';
import type { FileStatus } from '../records/fields.ts';
import type { FileRecord } from '../records/file.ts';
import type { WebhookRecord } from '../records/webhook.ts';
import type { BrowseEntry } from '../sources/definition.ts';
import type { Connector } from '../sources/lookup.ts';
import type { Media } from '../sources/media.ts';
import { statusAt, statusOf, timelineInCollection } from './lifecycle.ts';
import type { StatusChange } from './status-watcher.ts';

type Schemas = components['schemas'];

/** What an answer depends on beside the record: when it is given, and how the client reached this server. */
export interface View {
  /** The account's time, in milliseconds since the Unix epoch. */
  now: number;
  /** Scheme, host and port of the request. */
  origin: string;
}

/**
 * A file as the API shows it. What processing finds out appears with it: nothing while pending, size and
 * media information from then on, the thumbnail at the end.
 */
export function fileBody(
  file: FileRecord,
  view: View,
  status: FileStatus = statusAt(file, view.now),
): Schemas['File'] {
  const { item } = file;
  const { media } = item;
  const isVideo = media?.type === 'video';
  // A file that failed is one that could not be read.
  const known = status === 'failed' ? null : media;
  const isRead = media !== null && status !== 'pending' && status !== 'not_applicable';
  // One literal, in which JSON leaves out what is undefined: fields that are added to it one by one cost more.
  return {
    id: file.id,
    status,
    bytes: status === 'pending' ? null : item.sizeBytes,
    created_at: file.createdAt,
    filename: file.filename,
    uri: `cloudglue://files/${file.id}`,
    metadata: file.metadata,
    media_type: media?.type,
    media_info: isRead ? mediaInfo(known) : undefined,
    video_info: isRead && isVideo ? videoInfo(known) : undefined,
    thumbnail_url: isVideo && status === 'completed' ? `${view.origin}/thumbnails/${file.id}.svg` : undefined,
    source: file.source,
    source_metadata: item.sourceMetadata && sourceMetadataBody(item.sourceMetadata, view),
  } satisfies Loose<Schemas['File']> as Schemas['File'];
}

/** A body of which what may be left out may be undefined, which JSON leaves out. */
type Loose<Body> = {
  [Field in keyof Body]: undefined extends Body[Field] ? Body[Field] | undefined : Body[Field];
};

const videoInfo = (media: Media | null): NonNullable<Schemas['File']['video_info']> => ({
  duration_seconds: media?.durationSeconds ?? null,
  width: media?.width ?? null,
  height: media?.height ?? null,
  format: media?.format ?? null,
  has_audio: media?.hasAudio ?? null,
});

/** What video information has, and more; one literal, as above. */
const mediaInfo = (media: Media | null): NonNullable<Schemas['File']['media_info']> => ({
  duration_seconds: media?.durationSeconds ?? null,
  width: media?.width ?? null,
  height: media?.height ?? null,
  format: media?.format ?? null,
  has_audio: media?.hasAudio ?? null,
  sample_rate: media?.sampleRate ?? null,
  channels: media?.channels ?? null,
  bitrate: media?.bitrate ?? null,
});

/** Source metadata, with the thumbnail at an address that the client can reach. */
export function sourceMetadataBody(
  metadata: Schemas['SourceMetadata'],
  { origin }: Pick<View, 'origin'>,
): Schemas['SourceMetadata'] {
  const { thumbnail_url } = metadata;
  return { ...metadata, thumbnail_url: thumbnail_url ? `${origin}${thumbnail_url}` : null };
}

export function connectorBody(connector: Connector): Schemas['DataConnector'] {
  return {
    id: connector.id,
    object: 'data_connector',
    type: connector.definition.type,
    created_at: connector.createdAt,
    updated_at: connector.updatedAt,
    metadata: connector.metadata,
  };
}

/** One line of a connector's listing. */
export function entryBody(entry: BrowseEntry): Schemas['DataConnectorFile'] {
  if ('folder' in entry) {
    return {
      object: 'data_connector_file',
      type: 'folder',
      uri: null,
      name: entry.folder,
      mime_type: null,
      size_bytes: null,
      created_at: null,
      metadata: entry.metadata,
    };
  }
  const { uri, name, mimeType, sizeBytes, createdAt } = entry.item;
  return {
    object: 'data_connector_file',
    type: 'file',
    uri,
    name,
    mime_type: mimeType,
    size_bytes: sizeBytes,
    created_at: createdAt,
    metadata: entry.metadata,
  };
}

export function collectionBody(collection: CollectionRecord, fileCount: number): Schemas['Collection'] {
  const { id, name, description, type, configs, createdAt } = collection;
  return {
    id,
    object: 'collection',
    name,
    description,
    collection_type: type,
    ...configs,
    created_at: createdAt,
    file_count: fileCount,
  };
}

/** A file in a collection; how it was cut into segments shows once it is processed. */
export function collectionFileBody(
  { entry, file }: { entry: CollectionFileRecord; file: FileRecord },
  view: View,
): Schemas['CollectionFile'] {
  const { collectionId, fileId, createdAt, segmentation } = entry;
  const status = statusOf(timelineInCollection(entry, file), view.now);
  return {
    collection_id: collectionId,
    file_id: fileId,
    object: 'collection_file',
    added_at: createdAt,
    status,
    file: fileBody(file, view),
    ...(status === 'completed' && {
      segmentation: {
        id: segmentation.id,
        status,
        file_id: fileId,
        segmentation_config: segmentation.config,
      },
    }),
  };
}

/** @param warning why nothing is sent to the endpoint, if nothing is */
export function webhookBody(webhook: WebhookRecord, warning: string | undefined): Schemas['Webhook'] {
  const { id, createdAt, secret, endpoint, active, description, events } = webhook;
  return {
    id,
    object: 'webhook',
    created_at: createdAt,
    webhook_secret: secret,
    endpoint,
    active,
    ...(description !== undefined && { description }),
    subscribed_events: events,
    ...(warning !== undefined && { delivery_warning: warning }),
  };
}

/** What a webhook is told of a change: the file as it then was, by the names that the vendor documents. */
export function eventPayload(change: StatusChange, origin: string): Record<string, unknown> {
  const { file, entry, at } = change;
  const view = { now: at, origin };
  // Of several steps at one moment, each is told as it came; what is gone is told as it was last.
  const reached = change.status === 'deleted' ? undefined : change.status;
  if (!entry) {
    const { id, ...rest } = fileBody(file, view, reached);
    return { file_id: id, ...rest };
  }
  const { id, ...rest } = fileBody(file, view);
  const { collection_id, added_at, status } = collectionFileBody({ entry, file }, view);
  return { collection_id, file_id: id, ...rest, added_at, status: reached ?? status };
}
