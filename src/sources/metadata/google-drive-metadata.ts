// What Google Drive tells of a file.
import type { Schemas } from '../../openapi/cloudglue.ts';
import { completeBody } from '../../openapi/complete.ts';
import { uuidFrom } from '../../util/random.ts';
import { colleague } from './people.ts';
import { type DescribedItem, drawsOf, durationOf, isoDate, nullInSome } from './source-metadata.ts';

type Metadata = Schemas['GoogleDriveSourceMetadata'];

const LONGEST_EDIT = 30 * 86_400;

interface DriveFile extends DescribedItem<'GoogleDriveSourceMetadata'> {
  fileId: string;
}

/** @param parentId the id of the folder that the file lies in */
export function googleDriveMetadata(item: DriveFile, parentId: string): Metadata {
  const draw = drawsOf(item);
  const [owner, editor] = [colleague(draw), colleague(draw)];
  const { media } = item;
  return {
    ...completeBody<Metadata>({
      source_type: 'google-drive',
      gdrive_file_id: item.fileId,
      name: item.name,
      mime_type: item.mimeType,
      size_bytes: item.sizeBytes,
      created_time: isoDate(item.createdAt),
      modified_time: isoDate(item.createdAt + draw.integer(0, LONGEST_EDIT) * 1_000),
      web_view_link: `https://drive.google.com/file/d/${item.fileId}/view?usp=drivesdk`,
      owners: [{ display_name: owner.name, email_address: nullInSome(draw, 6, owner.email) }],
      last_modifying_user: nullInSome(draw, 5, { display_name: editor.name, email_address: editor.email }),
      parents: [parentId],
      shared: draw.integer(0, 1) === 1,
      file_extension: /\.([A-Za-z0-9]+)$/.exec(item.name)?.[1] ?? null,
      md5_checksum: uuidFrom(`md5 ${item.key}`).replaceAll('-', ''),
      // Drive has it once it has processed the video.
      video_media_metadata:
        media?.type === 'video'
          ? nullInSome(draw, 6, {
              duration_millis: durationOf(item),
              width: media.width,
              height: media.height,
            })
          : null,
    }),
    ...item.given,
  };
}
