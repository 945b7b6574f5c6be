// The S3 buckets of the seeded world: keys enough for paging, and names that break naive URI code.

import type { ObjectSeed } from '../connectors/object-storage.ts';
import type { SeedConnector } from '../definition.ts';
import { errorCaseItems } from './error-cases-seeds.ts';

const recordings = 'quaymark-recordings';
const assets = 'quaymark-brand-assets';

const camera = { bucket: recordings, width: 1920, height: 1080, has_audio: false };
const november = ['03', '04', '05', '06', '07', '10', '11', '12', '13', '14'];
const docks = ['dock-1', 'dock-2', 'dock-4'];
const slots = ['06:00', '07:15', '09:30', '11:00', '13:30', '15:45', '18:00', '20:30'];

// Every clip gets a size of its own, spread from about 90 MB to 900 MB.
const dockClips: ObjectSeed[] = november.flatMap((day, d) =>
  docks.flatMap((dock, k) =>
    slots.map((slot, s) => ({
      ...camera,
      key: `recordings/2025/11/${day}/${dock}/clip-${slot.replace(':', '')}.mp4`,
      size_bytes: 90_412_337 + ((d * 31 + k * 17 + s * 53) % 97) * 8_350_213,
      created_at: `2025-11-${day}T${slot}:00Z`,
    })),
  ),
);

const yardClips: ObjectSeed[] = ['01', '02', '03', '04', '05'].flatMap((day, d) =>
  ['yard-north', 'yard-south'].flatMap((yard, y) =>
    slots.slice(0, 4).map((slot, s) => ({
      ...camera,
      key: `recordings/2025/12/${day}/${yard}/clip-${slot.replace(':', '')}.mkv`,
      size_bytes: 210_776_041 + ((d * 13 + y * 41 + s * 29) % 61) * 12_904_177,
      created_at: `2025-12-${day}T${slot}:00Z`,
    })),
  ),
);

// One flat prefix that does not fit into a single page of any allowed size.
const pad = (number: number, length = 2) => String(number).padStart(length, '0');
const timelapses: ObjectSeed[] = Array.from({ length: 130 }, (_, i) => ({
  ...camera,
  key: `timelapse/gate-a/hour-${pad(i + 1, 3)}.webm`,
  size_bytes: 2_048_511 + ((i * 37) % 101) * 90_733,
  created_at: `2025-10-${pad(1 + Math.floor(i / 24))}T${pad(i % 24)}:00:00Z`,
}));

const intercom: ObjectSeed[] = november.flatMap((day, d) => [
  {
    bucket: recordings,
    key: `intercom/2025-11-${day}/gate-a.wav`,
    size_bytes: 41_200_044 + d * 3_175_200,
    created_at: `2025-11-${day}T22:00:00Z`,
  },
  {
    bucket: recordings,
    key: `intercom/2025-11-${day}/gate-b.m4a`,
    size_bytes: 3_914_208 + d * 211_968,
    created_at: `2025-11-${day}T22:05:00Z`,
  },
]);

const oddNames: ObjectSeed[] = [
  {
    bucket: recordings,
    key: 'demos/Quaymark Yard – product demo (final).mp4',
    size_bytes: 734_003_200,
    duration_seconds: 1124.5,
    created_at: '2025-10-28T14:10:00Z',
  },
  {
    bucket: recordings,
    key: 'demos/北野物流 倉庫ツアー.mp4',
    size_bytes: 512_884_190,
    created_at: '2025-09-17T03:20:00Z',
  },
  {
    bucket: recordings,
    key: 'demos/Rösterei Brandt – Übersicht Café-Rampe.mov',
    size_bytes: 1_288_490_188,
    created_at: '2025-08-21T09:45:00Z',
  },
  {
    bucket: recordings,
    key: "demos/O'Malley Freight walkthrough.mp4",
    size_bytes: 402_653_184,
    created_at: '2025-10-09T10:00:00Z',
  },
  // Literally a percent sign and two digits: decoding the key once too often loses the file.
  {
    bucket: recordings,
    key: 'demos/quick%20start.mp4',
    size_bytes: 88_604_672,
    created_at: '2025-07-15T11:30:00Z',
  },
  { bucket: recordings, key: 'demos/quick start.mp4', created_at: '2025-07-15T11:25:00Z' },
  { bucket: recordings, key: 'demos/docks+yard bundle.mp4', created_at: '2025-11-06T16:00:00Z' },
  { bucket: recordings, key: 'demos/take #3 - pallet count.mp4', created_at: '2025-09-03T13:12:00Z' },
  { bucket: recordings, key: 'demos/who parked here?.mp4', created_at: '2025-09-04T08:02:00Z' },
  { bucket: recordings, key: 'demos/100% uptime claim.mov', created_at: '2025-10-14T15:40:00Z' },
  {
    bucket: recordings,
    key: 'exports//2025-10-02/meridian-avonmouth.mp4',
    size_bytes: 156_237_824,
    created_at: '2025-10-02T18:00:00Z',
  },
  {
    bucket: recordings,
    key: 'exports/2025-10-02/meridian-avonmouth.mp4',
    size_bytes: 156_100_096,
    created_at: '2025-10-02T17:30:00Z',
  },
  {
    bucket: recordings,
    key: 'exports/2025-11-18/avonmouth outage, all cameras.mkv',
    size_bytes: 9_126_805_504,
    duration_seconds: 14_400,
    width: 3840,
    height: 2160,
    created_at: '2025-11-18T19:15:00Z',
  },
  {
    bucket: recordings,
    key: 'samples/beep.wav',
    size_bytes: 40_960,
    duration_seconds: 0.46,
    created_at: '2025-06-18T08:00:00Z',
  },
  {
    bucket: recordings,
    key: 'samples/reversing alarm.mp3',
    size_bytes: 311_296,
    duration_seconds: 12.8,
    created_at: '2025-06-18T08:01:00Z',
  },
  { bucket: recordings, key: 'samples/calibration-chart.webm', created_at: '2025-06-18T08:10:00Z' },
  {
    bucket: recordings,
    key: 'samples/dock-map.json',
    size_bytes: 48_213,
    created_at: '2025-06-18T08:12:00Z',
  },
  {
    bucket: recordings,
    key: 'incidents/corrupted dock-4 upload.mp4',
    size_bytes: 67_108_864,
    outcome: 'failed',
    created_at: '2025-11-18T06:41:00Z',
  },
  {
    bucket: recordings,
    key: 'incidents/stuck in the queue.mp4',
    size_bytes: 3_221_225_472,
    outcome: 'processing',
    created_at: '2025-11-19T07:00:00Z',
  },
  {
    bucket: recordings,
    key: 'incidents/provider unavailable - cold tier.mov',
    error: 'provider-unavailable',
    created_at: '2025-11-20T12:00:00Z',
  },
  { bucket: recordings, key: 'README-onboarding.mp4', created_at: '2025-06-17T09:00:00Z' },
];

const brandAssets: ObjectSeed[] = [
  { bucket: assets, key: 'logo/logo-sting-4s.mov', duration_seconds: 4, created_at: '2025-06-24T10:00:00Z' },
  { bucket: assets, key: 'logo/logo-sting-4s.webm', duration_seconds: 4, created_at: '2025-06-24T10:02:00Z' },
  {
    bucket: assets,
    key: 'music/Tidewater (instrumental).wav',
    size_bytes: 31_752_044,
    duration_seconds: 180,
    created_at: '2025-09-26T16:30:00Z',
  },
  { bucket: assets, key: 'music/Tidewater (instrumental).mp3', created_at: '2025-09-26T16:35:00Z' },
  { bucket: assets, key: 'podcast/Loading Bay 01 - Ingrid Solheim.m4a', created_at: '2025-10-07T06:00:00Z' },
  { bucket: assets, key: 'podcast/Loading Bay 02 - Mette Kjær.m4a', created_at: '2025-11-11T07:00:00Z' },
  { bucket: assets, key: 'podcast/Loading Bay 03 - Henrik Maas.m4a', created_at: '2025-12-09T07:00:00Z' },
  {
    bucket: assets,
    key: 'trade-shows/LogiTech Hamburg 2025/booth-loop.mp4',
    has_audio: false,
    created_at: '2025-10-20T12:00:00Z',
  },
];

const errorCases: ObjectSeed[] = errorCaseItems('listings').map(({ key, seed }) => ({
  bucket: recordings,
  key: `${key}.mp4`,
  ...seed,
}));

export const s3Seeds = [
  {
    id: 'b40c9e12-71d6-4f8a-8e35-0c6a1d92f7b3',
    created_at: '2025-06-17T08:30:00Z',
    updated_at: '2025-10-01T07:55:00Z',
    metadata: { bucket_names: [recordings, assets], region: 'eu-west-2' },
    items: [
      ...dockClips,
      ...yardClips,
      ...timelapses,
      ...intercom,
      ...oddNames,
      ...brandAssets,
      ...errorCases,
    ],
  },
] satisfies SeedConnector<ObjectSeed>[];
