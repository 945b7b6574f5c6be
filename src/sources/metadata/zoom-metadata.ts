// What Zoom tells of a recorded meeting.
import type { Schemas } from '../../openapi/cloudglue.ts';
import { completeBody } from '../../openapi/complete.ts';
import { type Draw, digest } from '../../util/random.ts';
import { colleague } from './people.ts';
import { type DescribedItem, drawsOf, durationOf, isoSeconds, nullInSome } from './source-metadata.ts';

type Metadata = Schemas['ZoomSourceMetadata'];
type RecordingFile = NonNullable<Metadata['recording_files']>[number];

/** What is recorded of every meeting, then what only of some; each with its share of the size of the video. */
const KINDS = [
  { recording_type: 'shared_screen_with_speaker_view', file_type: 'MP4', share: 1 },
  { recording_type: 'audio_only', file_type: 'M4A', share: 0.05 },
  { recording_type: 'audio_transcript', file_type: 'TRANSCRIPT', file_extension: 'VTT', share: 0.0002 },
  { recording_type: 'chat_file', file_type: 'CHAT', file_extension: 'TXT', share: 0.00001 },
];

interface ZoomMeeting extends DescribedItem<'ZoomSourceMetadata'> {
  seed: { uuid: string; meeting_id?: string | undefined };
}

function recordingFiles(item: ZoomMeeting, draw: Draw): RecordingFile[] {
  const end = item.createdAt + durationOf(item);
  return KINDS.slice(0, draw.integer(2, KINDS.length)).map(
    ({ recording_type, file_type, file_extension = file_type, share }) =>
      completeBody<RecordingFile>({
        id: digest(`${item.key} ${recording_type}`),
        recording_type,
        file_type,
        file_extension,
        file_size: Math.ceil((item.sizeBytes ?? 0) * share),
        recording_start: isoSeconds(item.createdAt),
        recording_end: isoSeconds(end),
        status: 'completed',
      }),
  );
}

export function zoomMetadata(item: ZoomMeeting): Metadata {
  const draw = drawsOf(item);
  const host = colleague(draw);
  const files = recordingFiles(item, draw);
  const id = Number(item.seed.meeting_id ?? draw.integer(800, 899) * 1e8 + draw.integer(0, 99_999_999));
  return {
    ...completeBody<Metadata>({
      source_type: 'zoom',
      zoom_meeting_uuid: item.seed.uuid,
      zoom_meeting_id: Number.isSafeInteger(id) ? id : null,
      topic: item.name,
      start_time: isoSeconds(item.createdAt),
      host_id: digest(`zoom host ${host.name}`),
      host_email: nullInSome(draw, 4, host.email),
      account_id: digest('zoom account'),
      timezone: draw.pick(['Europe/London', 'Europe/Copenhagen', 'Asia/Tokyo', 'America/New_York']),
      duration_minutes: Math.round(durationOf(item) / 60_000),
      total_size: files.reduce((sum, { file_size }) => sum + (file_size ?? 0), 0),
      recording_count: files.length,
      // 2 is a scheduled meeting, 8 one of a series with a fixed time.
      meeting_type: draw.pick([2, 8]),
      recording_files: files,
    }),
    ...item.given,
  };
}
