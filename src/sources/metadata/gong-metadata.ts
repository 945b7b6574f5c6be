// What Gong tells of a call.
import type { Schemas } from '../../openapi/cloudglue.ts';
import { completeBody } from '../../openapi/complete.ts';
import { type Draw, uuidFrom } from '../../util/random.ts';
import { colleague, customer, someSubjects } from './people.ts';
import { type DescribedItem, drawsOf, durationOf, isoDate, nullInSome } from './source-metadata.ts';

type Metadata = Schemas['GongSourceMetadata'];
type Party = NonNullable<Metadata['parties']>[number];

/** Gong's ids are numbers of up to 19 digits, written as texts. */
const idOf = (text: string) => String(BigInt(`0x${uuidFrom(text).slice(0, 8)}`) * 1_000_003n);

function partyOf(
  { name, email }: { name: string; email: string | null },
  affiliation: string,
  key: string,
): Party {
  return completeBody<Party>({
    id: idOf(`gong party ${key} ${name}`),
    name,
    email,
    affiliation,
    speaker_id: idOf(`gong speaker ${key} ${name}`),
    user_id: affiliation === 'Internal' ? idOf(`gong user ${name}`) : null,
  });
}

const CONCLUSIONS = [
  'both sides agreed on who does what',
  'the customer wants to see numbers first',
  'open until the next call',
  'no objections',
] as const;

/** What Call Spotlight makes of a call; accounts and calls without it have none. */
function spotlight(draw: Draw, seconds: number) {
  const subjects = someSubjects(draw, draw.integer(2, 5));
  return {
    topics: subjects.map((name) => ({
      name,
      duration: Math.round((seconds * draw.number()) / subjects.length),
    })),
    trackers: subjects.slice(0, 3).map((name) => ({ name, count: draw.integer(0, 9) })),
    brief: `A call about ${subjects.join(', ').toLowerCase()}.`,
    key_points: subjects.map((name) => `${name}: ${draw.pick(CONCLUSIONS)}.`),
  };
}
const NO_SPOTLIGHT = { topics: null, trackers: null, brief: null, key_points: null };

export function gongMetadata(item: DescribedItem<'GongSourceMetadata'>, id: string): Metadata {
  const draw = drawsOf(item);
  const seconds = Math.round(durationOf(item) / 1_000);
  const [host, visitor] = [colleague(draw), customer(draw)];
  const isSpotlit = draw.integer(1, 4) > 1;
  return {
    ...completeBody<Metadata>({
      source_type: 'gong',
      gong_call_id: id,
      title: item.name,
      started: isoDate(item.createdAt),
      scheduled: nullInSome(draw, 4, isoDate(item.createdAt - draw.integer(0, 5) * 60_000)),
      duration: seconds,
      gong_url: `https://app.gong.io/call?id=${id}`,
      meeting_url: nullInSome(draw, 3, `https://zoom.us/j/8${String(draw.integer(1e9, 9e9))}`),
      is_private: false,
      purpose: nullInSome(draw, 2, draw.pick(['Discovery', 'Demo', 'Negotiation'])),
      primary_user_id: idOf(`gong user ${host.name}`),
      direction: draw.pick(['Conference', 'Outbound', 'Inbound']),
      system: draw.pick(['Zoom', 'Microsoft Teams', 'Google Meet']),
      scope: 'External',
      language: 'eng',
      workspace_id: idOf('gong workspace'),
      call_media_type: item.media?.type === 'audio' ? 'Audio' : 'Video',
      parties: [partyOf(host, 'Internal', item.key), partyOf(visitor, 'External', item.key)],
      ...(isSpotlit ? spotlight(draw, seconds) : NO_SPOTLIGHT),
    }),
    ...item.given,
  };
}
