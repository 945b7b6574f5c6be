// Zoom: cloud recordings. A meeting id or a link leads to an instance, and only the instance's uuid names it.
import * as z from 'zod';
import { digest } from '../../util/random.ts';
import { defineConnector, type UriReading } from '../definition.ts';
import { listedItemSeed } from '../item.ts';
import { type DescribedItem, givenMetadata } from '../metadata/source-metadata.ts';
import { zoomMetadata } from '../metadata/zoom-metadata.ts';
import { zoomSeeds } from '../seeds/zoom-seeds.ts';
import { afterScheme, decodeLoosely, isHostOrSubdomain, readingsFor, webUrl } from '../uri.ts';
import { completeRecording, listRecordings } from './recordings.ts';

const UUID = /^[A-Za-z0-9+/_-]{1,64}={0,2}$/;
const MEETING_ID = /^\d{1,20}$/;

const seed = z.lazy(() =>
  listedItemSeed.extend({
    uuid: z.string().regex(UUID, 'must be a Zoom meeting uuid: base64 such as "4444AAAiAAAAAiAiAiiAii=="'),
    meeting_id: z.string().regex(MEETING_ID, 'must be digits, quoted').optional(),
    topic: z.string().min(1),
    /** Of a `https://zoom.us/rec/share/<token>` link. */
    share_token: z
      .string()
      .regex(/^[\w.-]+$/)
      .optional(),
    source_metadata: givenMetadata('ZoomSourceMetadata', 'zoom_meeting_uuid'),
  }),
);
export type ZoomSeed = z.input<typeof seed>;

interface ZoomItem extends DescribedItem<'ZoomSourceMetadata'> {
  seed: Pick<ZoomSeed, 'uuid' | 'meeting_id' | 'share_token'>;
}

const forms = [
  'zoom://uuid/<uuid, percent-encoded>',
  'zoom://id/<meeting id>',
  'https://[*.]zoom.us/j/<meeting id>',
  'https://[*.]zoom.us/s/<meeting id>',
  'https://[*.]zoom.us/recording/detail?meeting_id=<uuid>',
  'https://[*.]zoom.us/rec/share/<token>',
] as const;
const { unreadable } = readingsFor('zoom', forms);

/** Layers of percent-encoding that are undone: Zoom's own API wants two of some uuids, and proxies may add to them. */
const MOST_LAYERS = 4;

/** A uuid never holds a percent sign: what is left with one after that is none. */
function decodeUuid(text: string): string {
  let decoded = text;
  for (let layer = 0; layer < MOST_LAYERS && decoded.includes('%'); layer++) decoded = decodeLoosely(decoded);
  return decoded;
}

function byUuid(text: string, uri: string): UriReading {
  const uuid = decodeUuid(text);
  if (!UUID.test(uuid)) return unreadable(uri);
  return { uri: uuidUri(uuid), key: uuidUri(uuid) };
}
const uuidUri = (uuid: string) => `zoom://uuid/${encodeURIComponent(uuid.toWellFormed())}`;

function byMeetingId(text: string, uri: string): UriReading {
  // People paste ids as Zoom shows them: "857 4635 2421".
  const id = decodeLoosely(text).replace(/[\s-]/g, '');
  return MEETING_ID.test(id) ? { uri: idUri(id), key: idUri(id) } : unreadable(uri);
}
const idUri = (meetingId: string) => `zoom://id/${meetingId}`;

function byShareToken(text: string, uri: string): UriReading {
  const token = decodeLoosely(text);
  return /^[\w.-]+$/.test(token) ? { uri: shareUri(token), key: shareUri(token) } : unreadable(uri);
}
const shareUri = (token: string) => `https://zoom.us/rec/share/${token}`;

function readLink(url: URL, uri: string): UriReading {
  const [, first, second, third] = url.pathname.split('/');
  if ((first === 'j' || first === 's') && second) return byMeetingId(second, uri);
  if (first === 'rec' && second === 'share' && third) return byShareToken(third, uri);
  if (first === 'recording' && second === 'detail') {
    // Query strings turn "+" into a space, and no uuid holds a space.
    return byUuid((url.searchParams.get('meeting_id') ?? '').replaceAll(' ', '+'), uri);
  }
  return unreadable(uri);
}

function read(uri: string): UriReading | undefined {
  const url = webUrl(uri);
  if (url) return isHostOrSubdomain(url, 'zoom.us') ? readLink(url, uri) : undefined;
  const rest = afterScheme(uri, 'zoom');
  if (rest === undefined) return undefined;
  const [, kind, value] = /^(uuid|id)\/(.+)$/is.exec(rest) ?? [];
  if (!kind || !value) return unreadable(uri);
  return kind.toLowerCase() === 'uuid' ? byUuid(value, uri) : byMeetingId(value, uri);
}

const item = (recording: ZoomSeed): ZoomItem => ({
  ...completeRecording(recording, uuidUri(recording.uuid), recording.topic),
  seed: recording,
  given: recording.source_metadata,
});

export const zoom = defineConnector<ZoomSeed, ZoomItem>({
  type: 'zoom',
  label: 'Zoom',
  forms,
  filters: {
    from: { since: '0.7.7' },
    to: { since: '0.7.7' },
    title_search: { since: '0.7.9', isMatchedWhileListing: true },
  },
  looksBack: { since: '0.7.9', months: 6 },
  sourceMetadata: { since: '0.7.9', of: zoomMetadata },
  imports: { usualRate: 6, mostRate: 10 },
  seed,
  seeded: zoomSeeds,
  fixture: (name) => ({ uuid: `contract-${name}==`, topic: `Contract ${name}` }),
  read,
  item,
  aliases: ({ seed: { meeting_id, share_token } }) => [
    ...(meeting_id ? [idUri(meeting_id)] : []),
    ...(share_token ? [shareUri(share_token)] : []),
  ],
  synthesize: ({ uri }) => {
    const uuid = uri.startsWith('zoom://uuid/') ? decodeUuid(uri.slice(12)) : `${digest(uri)}==`;
    const meeting_id = uri.startsWith('zoom://id/') ? { meeting_id: uri.slice(10) } : {};
    return item({ uuid, ...meeting_id, topic: `Made-up meeting ${meeting_id.meeting_id ?? uuid}` });
  },
  formerMetadata: ({ seed: { uuid, meeting_id }, media }) => ({
    uuid,
    meeting_id: meeting_id ?? null,
    duration_seconds: media?.durationSeconds ?? null,
  }),
  browse: listRecordings,
});
