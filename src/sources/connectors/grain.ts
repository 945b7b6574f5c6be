// Grain: recordings with teams, meeting types and the richest metadata; the only one with source metadata.
import * as z from 'zod';
import { validatorOfField } from '../../openapi/cloudglue.ts';
import type { components } from '../../openapi/generated/cloudglue.ts';
import { LAST_MOMENT } from '../../time/clock.ts';
import { type BrowseFilters, defineConnector } from '../definition.ts';
import type { SourceItem } from '../item.ts';
import { grainSeeds } from '../seeds/grain-seeds.ts';
import { completeRecording, isWithin, listRecordings, recordingSeed, recordingUris } from './recordings.ts';

type Metadata = components['schemas']['GrainSourceMetadata'];

/** What every recording's metadata has; `item` fills in what a seed does not give. */
const REQUIRED = ['media_type', 'upstream_source', 'tags', 'teams'] as const satisfies (keyof Metadata)[];

/** Items are never changed: all that have no tags have the same list of none. */
const NONE: never[] = [];

/** What Grain may leave out of a recording's metadata; a seed that does not name one leaves it out. */
const OPTIONAL = [
  'meeting_type',
  'participants',
  'highlights',
  'ai_summary',
  'ai_action_items',
  'ai_template_sections',
  'calendar_event',
  'hubspot',
] as const satisfies (keyof Metadata)[];

type SeededField = (typeof REQUIRED | typeof OPTIONAL)[number];

/** A field of the metadata in a seed file, with the schema that the API's document gives it. */
const field = <Name extends SeededField>(name: Name) =>
  [name, validatorOfField('GrainSourceMetadata', name).optional()] as const;

const seed = recordingSeed.extend({
  /** False: Grain has no thumbnail of the recording. */
  thumbnail: z.boolean().optional(),
  ...(Object.fromEntries([...REQUIRED, ...OPTIONAL].map(field)) as {
    [Name in SeededField]: z.ZodOptional<z.ZodType<Metadata[Name], Metadata[Name]>>;
  }),
});
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
    { mime_type: MIME_TYPES[media_type], ...given },
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
      ...Object.fromEntries(OPTIONAL.filter((name) => name in given).map((name) => [name, given[name]])),
    },
  };
}

/** What goes on beyond the year 9999 ends with it: later dates are written in a way that clients refuse. */
const isoDate = (epochMs: number) => new Date(Math.min(epochMs, LAST_MOMENT)).toISOString();

/** Whether one of the things is the wanted one, by id or by name in any case. */
function isAmong(wanted: string, things: readonly ({ id?: string; name?: string } | null | undefined)[]) {
  return things.some((thing) => thing?.id === wanted || thing?.name?.toLowerCase() === wanted.toLowerCase());
}

function matches({ createdAt, name, sourceMetadata }: GrainItem, filters: BrowseFilters): boolean {
  const { title_search, team, meeting_type } = filters;
  return (
    isWithin(createdAt, filters) &&
    (!title_search || name.toLowerCase().includes(title_search.toLowerCase())) &&
    (!team || isAmong(team, sourceMetadata.teams)) &&
    (!meeting_type || isAmong(meeting_type, [sourceMetadata.meeting_type]))
  );
}

export const grain = defineConnector({
  type: 'grain',
  label: 'Grain',
  pageHosts: ['grain.com'],
  forms,
  filters: ['from', 'to', 'title_search', 'team', 'meeting_type'],
  hasSourceMetadata: true,
  seed,
  seeded: grainSeeds,
  read,
  item,
  imagine: ({ uri }) => item({ id: idOf(uri), title: `Made-up recording ${idOf(uri)}` }),
  browse: (items, filters) =>
    listRecordings(
      items.filter((recording) => matches(recording, filters)),
      ({ sourceMetadata: { grain_recording_id, duration_ms, media_type, teams, meeting_type } }) => ({
        recording_id: grain_recording_id,
        duration_ms,
        media_type,
        teams,
        meeting_type: meeting_type ?? null,
      }),
    ),
});
