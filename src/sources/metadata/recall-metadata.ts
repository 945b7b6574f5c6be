// What Recall tells of a recording that its bot made.
import type { Schemas } from '../../openapi/cloudglue.ts';
import { completeBody } from '../../openapi/complete.ts';
import { uuidFrom } from '../../util/random.ts';
import { type DescribedItem, drawsOf, durationOf, isoDate, nullInSome } from './source-metadata.ts';

type Metadata = Schemas['RecallSourceMetadata'];

/** Recall keeps recordings for a week unless told otherwise, in milliseconds. */
const KEPT_FOR = 7 * 86_400_000;

export function recallMetadata(item: DescribedItem<'RecallSourceMetadata'>, id: string): Metadata {
  const draw = drawsOf(item);
  const end = item.createdAt + durationOf(item);
  return {
    ...completeBody<Metadata>({
      source_type: 'recall',
      recall_recording_id: id,
      created_at: isoDate(item.createdAt),
      started_at: isoDate(item.createdAt + draw.integer(1, 20) * 1_000),
      completed_at: isoDate(end),
      expires_at: nullInSome(draw, 3, isoDate(end + KEPT_FOR)),
      status_code: 'done',
      meeting_title: nullInSome(draw, 4, item.name),
      meeting_platform: draw.pick(['zoom', 'google_meet', 'microsoft_teams']),
      has_transcript: draw.integer(1, 3) > 1,
      has_audio: item.media?.hasAudio ?? null,
      has_participant_events: draw.integer(1, 4) > 1,
      bot_id: uuidFrom(`recall bot ${item.key}`),
      recall_metadata: nullInSome(draw, 3, { team: draw.pick(['design', 'sales', 'operations']) }),
    }),
    ...item.given,
  };
}
