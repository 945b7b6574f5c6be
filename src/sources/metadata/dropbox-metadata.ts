// What Dropbox tells of a file.
import type { Schemas } from '../../openapi/cloudglue.ts';
import { completeBody } from '../../openapi/complete.ts';
import { digest, uuidFrom } from '../../util/random.ts';
import { type DescribedItem, drawsOf, durationOf, isoSeconds, nullInSome } from './source-metadata.ts';

type Metadata = Schemas['DropboxSourceMetadata'];

interface DropboxFile extends DescribedItem<'DropboxSourceMetadata'> {
  path: string;
}

const hexOf = (text: string) => uuidFrom(text).replaceAll('-', '');

export function dropboxMetadata(item: DropboxFile): Metadata {
  const draw = drawsOf(item);
  const { media } = item;
  return {
    ...completeBody<Metadata>({
      source_type: 'dropbox',
      dropbox_id: `id:${digest(`dropbox ${item.key}`)}`,
      name: item.name,
      path_lower: item.path.toLowerCase(),
      path_display: item.path,
      size_bytes: item.sizeBytes,
      client_modified: isoSeconds(item.createdAt),
      server_modified: isoSeconds(item.createdAt + draw.integer(1, 3_600) * 1_000),
      rev: hexOf(`rev ${item.key}`).slice(0, 17),
      content_hash: hexOf(`hash ${item.key} 1`) + hexOf(`hash ${item.key} 2`),
      is_downloadable: true,
      // Dropbox finds it out some time after the upload.
      media_info: media
        ? nullInSome(draw, 6, { duration_ms: durationOf(item), width: media.width, height: media.height })
        : null,
    }),
    ...item.given,
  };
}
