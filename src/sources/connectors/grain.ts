// Grain: recordings with teams, meeting types and the richest metadata.
import * as z from 'zod';
import { type Schemas, validatorOfField } from '../../openapi/cloudglue.ts';
import { type BrowseFilters, defineConnector } from '../definition.ts';
import type { SourceItem } from '../item.ts';
import { isoDate } from '../metadata/source-metadata.ts';
import { grainSeeds } from '../seeds/grain-seeds.ts';
import {
  completeRecording,
  listRecordings,
  recordingFixture,
  recordingSeed,
  recordingUris,
} from './recordings.ts';

type Metadata = Schemas['GrainSourceMetadata'];

/** Fields of the metadata that are derived from the recording itself. */
type DerivedField =
  | 'source_type'
  | 'grain_recording_id'
  | 'title'
  | 'start_datetime'
  | 'end_datetime'
  | 'duration_ms'
  | 'grain_url'
  | 'thumbnail_url';
type SeededField = Exclude<keyof Metadata, DerivedField>;

/** Fields of the metadata that a seed can give. Grain may leave out those that have no default in `item`. */
const seededFields = {
  media_type: true,
  upstream_source: true,
  tags: true,
  teams: true,
  meeting_type: true,
  participants: true,
  highlights: true,
  ai_summary: true,
  ai_action_items: true,
  ai_template_sections: true,
  calendar_event: true,
  hubspot: true,
} satisfies Record<SeededField, true>;
const seededNames = Object.keys(seededFields) as SeededField[];

/** Items are never changed, so all that have no tags share one empty list. */
const NONE: never[] = [];

const seed = z.lazy(() =>
  recordingSeed.extend({
    /** False: Grain has no thumbnail of the recording. */
    thumbnail: z.boolean().optional(),
    // Each field has the schema that the API's document gives it.
    ...(Object.fromEntries(
      seededNames.map((name) => [name, validatorOfField('GrainSourceMetadata', name).optional()]),
    ) as {
      [Name in SeededField]: z.ZodOptional<z.ZodType<Metadata[Name], Metadata[Name]>>;
    }),
  }),
);
export type GrainSeed = z.input<typeof seed>;

interface GrainItem extends SourceItem {
  sourceMetadata: Metadata;
}

const { forms, uriOf, read, idOf } = recordingUris('grain', 'recording');

const MIME_TYPES = { video: 'video/mp4', audio: 'audio/mp4', transcript: 'text/vtt' } as const;

function item(recording: GrainSeed): GrainItem {
  const { media_type = 'video', upstream_source = 'zoom', tags = NONE, teams = NONE } = recording;
  const { thumbnail = true, ...given } = recording;
  const base = completeRecording(
    { mime_type: MIME_TYPES[media_type ?? 'video'], ...given },
    uriOf(given.id),
    given.title,
  );
  const durationMs = Math.round((base.media?.durationSeconds ?? given.duration_seconds ?? 0) * 1_000);
  return {
    ...base,
    sourceMetadata: {
      source_type: 'grain',
      grain_recording_id: given.id,
      title: given.title,
      start_datetime: isoDate(base.createdAt),
      end_datetime: isoDate(base.createdAt + durationMs),
      duration_ms: durationMs,
      media_type,
      upstream_source,
      grain_url: `https://grain.com/share/recording/${given.id}`,
      thumbnail_url: thumbnail ? `/thumbnails/grain-${given.id}.svg` : null,
      tags,
      teams,
      ...Object.fromEntries(
        seededNames.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]),
      ),
    },
  };
}

/** Whether one of them has that id, or that name in any case. */
function isAmong(wanted: string, things: readonly ({ id?: string; name?: string } | null | undefined)[]) {
  return things.some((thing) => thing?.id === wanted || thing?.name?.toLowerCase() === wanted.toLowerCase());
}

function matches({ sourceMetadata }: GrainItem, { team, meeting_type }: BrowseFilters): boolean {
  return (
    (!team || isAmong(team, sourceMetadata.teams ?? [])) &&
    (!meeting_type || isAmong(meeting_type, [sourceMetadata.meeting_type]))
  );
}

export const grain = defineConnector({
  type: 'grain',
  label: 'Grain',
  pageHosts: ['grain.com'],
  forms,
  filters: {
    from: { since: '0.7.7' },
    to: { since: '0.7.7' },
    title_search: { since: '0.7.7' },
    team: { since: '0.7.7' },
    meeting_type: { since: '0.7.7' },
  },
  sourceMetadata: { since: '0.7.7', of: ({ sourceMetadata }) => sourceMetadata },
  formerMetadata: ({ sourceMetadata }) => {
    const { grain_recording_id, duration_ms, media_type, teams, meeting_type } = sourceMetadata;
    return {
      recording_id: grain_recording_id,
      duration_ms,
      media_type,
      teams,
      meeting_type: meeting_type ?? null,
    };
  },
  imports: {
    usualRate: 8,
    mostRate: 10,
    hasPicture: ({ sourceMetadata }) => typeof sourceMetadata.thumbnail_url === 'string',
  },
  seed,
  seeded: grainSeeds,
  fixture: recordingFixture,
  read,
  item,
  synthesize: ({ uri }) => item({ id: idOf(uri), title: `Made-up recording ${idOf(uri)}` }),
  browse: (items, filters) => listRecordings(items.filter((recording) => matches(recording, filters))),
});
