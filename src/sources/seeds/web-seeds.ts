// Direct links of the seeded world: what Quaymark and its partners put on the web, good and bad.
import type { PublicSeed } from '../public/public-definition.ts';

const HOST = 'https://media.quaymark.example';

export const webSeeds: readonly PublicSeed[] = [
  {
    url: `${HOST}/talks/port-automation-keynote.mp4`,
    duration_seconds: 2_148,
    width: 1920,
    height: 1080,
    created_at: '2025-10-02T09:00:00Z',
  },
  { url: `${HOST}/talks/panel-berth-planning.webm`, created_at: '2025-10-02T13:30:00Z' },
  { url: `${HOST}/talks/panel-berth-planning.mp3`, created_at: '2025-10-02T13:30:00Z' },
  { url: `${HOST}/product/dock-camera-tour.mov`, duration_seconds: 96, created_at: '2025-08-19T10:00:00Z' },
  { url: `${HOST}/product/silent-time-lapse.mp4`, has_audio: false, created_at: '2025-08-20T10:00:00Z' },
  { url: `${HOST}/podcast/episode-12-what-a-crane-sees.m4a`, created_at: '2025-11-14T06:00:00Z' },
  // Its path tells nothing: what it serves does.
  { url: `${HOST}/stream?id=4711`, mime_type: 'video/mp4', title: 'Yard overview, live archive' },
  { url: `${HOST}/brand/poster.png` },
  { url: `${HOST}/handbook.pdf` },
  { url: `${HOST}/broken/corrupted-upload.mp4`, outcome: 'failed' },
  { url: `${HOST}/broken/stuck-in-processing.mp4`, outcome: 'processing' },
  { url: `${HOST}/broken/members-only.mp4`, error: 'share-link-gated' },
  { url: `${HOST}/broken/link-expired.mp4`, error: 'share-link-expired' },
  { url: `${HOST}/broken/gone.mp4`, error: 'item-not-found' },
  { url: `${HOST}/broken/host-down.mp4`, error: 'provider-unavailable' },
];
