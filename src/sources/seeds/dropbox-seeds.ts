// The Dropbox of the seeded world: field footage and partner hand-overs, with share links good and bad.

import type { DropboxSeed } from '../connectors/dropbox.ts';
import type { SeedConnector } from '../definition.ts';
import { errorCaseItems } from './error-cases-seeds.ts';

const items: DropboxSeed[] = [
  {
    path: '/Team/All hands.mp4',
    share_id: 'b2vrhy678t7poas4voh71',
    size_bytes: 943_718_400,
    duration_seconds: 2712,
    created_at: '2025-09-09T16:00:00Z',
  },
  { path: '/Team/All hands (audio).mp3', created_at: '2025-09-09T16:20:00Z' },
  { path: '/Team/Summer offsite Gdańsk/Boat race.mov', created_at: '2025-07-04T13:30:00Z' },
  { path: '/Team/Summer offsite Gdańsk/Team photo, but it moves.mp4', created_at: '2025-07-04T15:10:00Z' },
  { path: '/Team/Summer offsite Gdańsk/Tomasz’s speech.mp4', created_at: '2025-07-04T20:45:00Z' },
  {
    path: '/Field visits/2025-07 Meridian Avonmouth/Bay 3 walkthrough.mp4',
    created_at: '2025-07-24T11:00:00Z',
  },
  {
    path: '/Field visits/2025-07 Meridian Avonmouth/Bay 3 measurements.mov',
    created_at: '2025-07-24T11:35:00Z',
  },
  {
    path: '/Field visits/2025-08 Rösterei Brandt/Übersicht – Café.mp4',
    share_id: '9prbtmq8gjmyts8bnigp9',
    created_at: '2025-08-21T08:30:00Z',
  },
  { path: '/Field visits/2025-08 Rösterei Brandt/Rampe #2.mp4', created_at: '2025-08-21T09:05:00Z' },
  {
    path: '/Field visits/2025-09 Kitano Yokohama/第2倉庫 見学.mp4',
    share_id: 'sjd556sp5dhkoflh14hoa',
    created_at: '2025-09-17T01:50:00Z',
  },
  { path: '/Field visits/2025-09 Kitano Yokohama/駐車場.mp4', created_at: '2025-09-17T02:25:00Z' },
  {
    path: "/Field visits/2025-10 O'Malley Freight/Where do the trailers go?.mp4",
    created_at: '2025-10-08T12:15:00Z',
  },
  {
    path: "/Field visits/2025-10 O'Malley Freight/Gate + weighbridge.mp4",
    created_at: '2025-10-08T12:50:00Z',
  },
  {
    path: '/Installers/How to mount a dock camera.mp4',
    share_id: '59ll2sowoq1yv2m3llnmi',
    duration_seconds: 487,
    width: 1280,
    height: 720,
    created_at: '2025-06-26T09:00:00Z',
  },
  {
    path: '/Installers/How to aim a dock camera.mp4',
    share_id: 'v998dy2uomdnvusvf0ptv',
    created_at: '2025-06-26T09:30:00Z',
  },
  { path: '/Installers/50% overlap rule.mp4', created_at: '2025-06-27T08:45:00Z' },
  { path: '/Installers/50% overlap rule (subtitled).mp4', created_at: '2025-06-27T08:50:00Z' },
  { path: '/Installers/Intercom test tone.wav', created_at: '2025-06-27T10:00:00Z' },
  {
    path: '/Installers/Mounting template.pdf',
    size_bytes: 187_392,
    created_at: '2025-06-26T08:30:00Z',
  },
  {
    path: '/Partners/Studio Ferrant/Storyboard animatic.mp4',
    share_id: 'zbin2badbflz4zi0kkvyn',
    created_at: '2025-09-15T17:00:00Z',
  },
  { path: '/Partners/Studio Ferrant/Selects day 1.mov', created_at: '2025-09-25T09:20:00Z' },
  {
    path: '/Share links/Share link gated (password).mp4',
    share_id: 'fu87ong9s6yun4xsg9h05',
    error: 'share-link-gated',
    created_at: '2025-10-30T10:00:00Z',
  },
  {
    path: '/Share links/Share link expired in October.mp4',
    share_id: '3aantqx0ktwwq55c18b97',
    error: 'share-link-expired',
    created_at: '2025-10-01T10:00:00Z',
  },
  {
    path: '/Uploads/Corrupted upload.mp4',
    size_bytes: 52_428_800,
    outcome: 'failed',
    created_at: '2025-11-25T07:10:00Z',
  },
  {
    path: '/Uploads/Stuck upload.mp4',
    share_id: '2os1k8np0eqggntwapp5g',
    outcome: 'processing',
    created_at: '2025-11-25T07:30:00Z',
  },
  {
    path: '/Uploads/Provider rate limited.mp4',
    error: 'provider-rate-limited',
    created_at: '2025-11-26T09:00:00Z',
  },
  {
    path: '/Uploads/Provider unavailable.mp4',
    error: 'provider-unavailable',
    created_at: '2025-11-26T09:05:00Z',
  },
  { path: '/Launch teaser.mp4', share_id: 'nyik960g8r04s6gk4bhoh', created_at: '2025-10-31T12:00:00Z' },
];

const errorCases: DropboxSeed[] = errorCaseItems('share-links', 'rate-limit', 'listings').map(
  ({ path, slug, seed }) => ({
    path: `/${path.join('/')}.mp4`,
    share_id: `error-${slug}`,
    ...seed,
  }),
);

export const dropboxSeeds = [
  {
    id: '4ef1830b-a6c5-47d2-8b97-e10d5c3f629a',
    created_at: '2025-06-24T12:15:00Z',
    updated_at: '2025-07-01T09:00:00Z',
    metadata: { account_email: 'field@quaymark.example', display_name: 'Quaymark Field Team' },
    items: [...items, ...errorCases],
  },
] satisfies SeedConnector<DropboxSeed>[];
