// Turns the records of files and collections into response bodies.
import type { Schemas } from '../openapi/cloudglue.ts';
import { completeBody } from '../openapi/complete.ts';
import type { CollectionRecord } from '../records/collection.ts';
import type { CollectionFileRecord } from '../records/collection-file.ts';
import type { FileStatus } from '../records/fields.ts';
import type { FileRecord } from '../records/file.ts';
import { sourceMetadataBody } from '../sources/connector-bodies.ts';
import type { Media } from '../sources/media.ts';
import type { KeptBodies } from '../util/kept-bodies.ts';
import { statusAt, statusOf, timelineInCollection } from './lifecycle.ts';
import { momentsConfigBody } from './moments-config.ts';

/** What a body depends on besides the record: the time, and how the client reached this server. */
export interface View {
  /** The account's time, in milliseconds since the Unix epoch. */
  now: number;
  /** Scheme, host and port of the request. */
  origin: string;
  /** Where bodies are kept that are answered again; without it they are made anew. */
  kept?: KeptBodies | undefined;
}

/**
 * The body of a file. Fields appear as processing finds them out: size and media information once it is processing, the
 * thumbnail once it is completed.
 */
export function fileBody(
  file: FileRecord,
  view: View,
  status: FileStatus = statusAt(file, view.now),
): Schemas['File'] {
  const { kept } = view;
  const hasPicture = file.pictureAt !== undefined && file.pictureAt <= view.now;
  return kept
    ? kept.of(file, [status, view.origin, hasPicture], () => newFileBody(file, view, status))
    : newFileBody(file, view, status);
}

function newFileBody(file: FileRecord, view: View, status: FileStatus): Schemas['File'] {
  const { item, isMetadataOnly = false, pictureAt = Number.POSITIVE_INFINITY } = file;
  const { media } = item;
  const isVideo = media?.type === 'video';
  // A failed file could not be read, so nothing is known about its media.
  const known = status === 'failed' ? null : media;
  const isRead = !isMetadataOnly && media !== null && status !== 'pending' && status !== 'not_applicable';
  const hasFrame = isVideo && !isMetadataOnly && status === 'completed';
  return completeBody<Schemas['File']>({
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
    thumbnail_url: hasFrame || pictureAt <= view.now ? `${view.origin}/thumbnails/${file.id}.svg` : undefined,
    source: file.source,
    source_metadata: item.sourceMetadata && sourceMetadataBody(item.sourceMetadata, view),
  });
}

const videoInfo = (media: Media | null) =>
  completeBody<NonNullable<Schemas['File']['video_info']>>({
    duration_seconds: media?.durationSeconds ?? null,
    width: media?.width ?? null,
    height: media?.height ?? null,
    format: media?.format ?? null,
    has_audio: media?.hasAudio ?? null,
  });

/** Repeats the fields above, because spreading them is measurably slower in long listings. */
const mediaInfo = (media: Media | null) =>
  completeBody<NonNullable<Schemas['File']['media_info']>>({
    duration_seconds: media?.durationSeconds ?? null,
    width: media?.width ?? null,
    height: media?.height ?? null,
    format: media?.format ?? null,
    has_audio: media?.hasAudio ?? null,
    sample_rate: media?.sampleRate ?? null,
    channels: media?.channels ?? null,
    bitrate: media?.bitrate ?? null,
  });

export function collectionBody(collection: CollectionRecord, fileCount: number): Schemas['Collection'] {
  const { id, name, description, type, configs, createdAt } = collection;
  return completeBody<Schemas['Collection']>({
    id,
    object: 'collection',
    name,
    description,
    collection_type: type,
    describe_config: configs.describe_config,
    extract_config: configs.extract_config,
    transcribe_config: configs.transcribe_config,
    face_detection_config: configs.face_detection_config,
    moments_config: momentsConfigBody(collection),
    default_segmentation_config: configs.default_segmentation_config,
    default_thumbnails_config: configs.default_thumbnails_config,
    created_at: createdAt,
    file_count: fileCount,
  });
}

/** The types of collections whose files search finds. */
const SEARCHED_TYPES: CollectionRecord['type'][] = [
  'media-descriptions',
  'rich-transcripts',
  'metadata',
  'entities',
];

/** The body of a file in a collection. Its segmentation appears once it is completed. */
export function collectionFileBody(
  {
    entry,
    file,
    type,
  }: { entry: CollectionFileRecord; file: FileRecord; type?: CollectionRecord['type'] | undefined },
  view: View,
): Schemas['CollectionFile'] {
  const { collectionId, fileId, createdAt, segmentation } = entry;
  const status = statusOf(timelineInCollection(entry, file), view.now);
  const isSearched = type !== undefined && SEARCHED_TYPES.includes(type) && status !== 'not_applicable';
  return completeBody<Schemas['CollectionFile']>({
    collection_id: collectionId,
    file_id: fileId,
    object: 'collection_file',
    added_at: createdAt,
    status,
    // It may lag behind in the API; here it does not.
    searchable_status: isSearched ? status : undefined,
    file: fileBody(file, view),
    segmentation:
      segmentation && status === 'completed'
        ? { id: segmentation.id, status, file_id: fileId, segmentation_config: segmentation.config }
        : undefined,
  });
}
