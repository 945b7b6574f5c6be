// The GCS buckets of the seeded world: the vision team's training footage and its benchmark runs.

import type { ObjectSeed } from '../connectors/object-storage.ts';
import type { SeedConnector } from '../definition.ts';
import { errorCaseItems } from './error-cases-seeds.ts';

const training = 'quaymark-vision-training';
const benchmarks = 'quaymark-vision-benchmarks';

const footage: ObjectSeed[] = [
  {
    bucket: training,
    key: 'raw/nordhavn-aarhus/2025-08-12/camera-01.mp4',
    size_bytes: 2_415_919_104,
    created_at: '2025-08-12T17:00:00Z',
  },
  {
    bucket: training,
    key: 'raw/nordhavn-aarhus/2025-08-12/camera-02.mp4',
    created_at: '2025-08-12T17:04:00Z',
  },
  {
    bucket: training,
    key: 'raw/nordhavn-aarhus/2025-08-13/camera-01.mp4',
    created_at: '2025-08-13T17:00:00Z',
  },
  {
    bucket: training,
    key: 'raw/nordhavn-aarhus/2025-08-13/camera-02.mp4',
    created_at: '2025-08-13T17:03:00Z',
  },
  {
    bucket: training,
    key: 'raw/meridian-avonmouth/2025-09-30/night shift, fog.mkv',
    size_bytes: 5_872_025_600,
    duration_seconds: 21_600,
    has_audio: false,
    created_at: '2025-09-30T23:50:00Z',
  },
  {
    bucket: training,
    key: 'raw/meridian-avonmouth/2025-09-30/night shift.mkv',
    created_at: '2025-09-30T23:55:00Z',
  },
  {
    bucket: training,
    key: 'raw/meridian-avonmouth/2025-11-18/before-outage.mp4',
    created_at: '2025-11-18T05:58:00Z',
  },
  {
    bucket: training,
    key: 'raw/meridian-avonmouth/2025-11-18/after-outage.mp4',
    created_at: '2025-11-18T10:31:00Z',
  },
  {
    bucket: training,
    key: 'raw/kitano-yokohama/2025-09-17/第2倉庫 ゲート.mp4',
    created_at: '2025-09-17T04:15:00Z',
  },
  {
    bucket: training,
    key: 'raw/kitano-yokohama/2025-09-17/第3倉庫 ゲート.mp4',
    created_at: '2025-09-17T05:10:00Z',
  },
  { bucket: training, key: 'raw/brandt-bremen/Rampe 2 – Säcke.mov', created_at: '2025-08-21T11:00:00Z' },
  {
    bucket: training,
    key: 'raw/brandt-bremen/Rampe 2 – Säcke (Zeitlupe).mov',
    created_at: '2025-08-21T11:20:00Z',
  },
  { bucket: training, key: 'raw/saldana-port/Muelle n.º 5 #2.mp4', created_at: '2025-10-22T09:30:00Z' },
  { bucket: training, key: 'labelled/forklifts/batch-01.mp4', created_at: '2025-09-05T15:00:00Z' },
  { bucket: training, key: 'labelled/forklifts/batch-02.mp4', created_at: '2025-09-19T15:00:00Z' },
  { bucket: training, key: 'labelled/pallets/50%20occluded.mp4', created_at: '2025-10-03T15:00:00Z' },
  { bucket: training, key: 'labelled/pallets/50% occluded.mp4', created_at: '2025-10-03T15:05:00Z' },
  { bucket: training, key: 'labelled/pallets/euro+half.mp4', created_at: '2025-10-10T15:00:00Z' },
  { bucket: training, key: 'labelled/pallets/is this a pallet?.webm', created_at: '2025-10-10T15:20:00Z' },
  {
    bucket: training,
    key: 'labelled/pallets/labels.csv',
    mime_type: 'text/csv',
    size_bytes: 912_384,
    created_at: '2025-10-10T15:30:00Z',
  },
  {
    bucket: training,
    key: 'audio/reversing-alarms/close.wav',
    size_bytes: 5_292_044,
    duration_seconds: 60,
    created_at: '2025-07-09T10:00:00Z',
  },
  { bucket: training, key: 'audio/reversing-alarms/distant.wav', created_at: '2025-07-09T10:03:00Z' },
  { bucket: training, key: 'audio/horns/truck horns.mp3', created_at: '2025-07-10T10:00:00Z' },
  {
    bucket: training,
    key: 'quarantine/corrupted camera-07.mp4',
    size_bytes: 18_874_368,
    outcome: 'failed',
    created_at: '2025-11-18T06:44:00Z',
  },
  {
    bucket: training,
    key: 'quarantine/provider unavailable - archive class.mp4',
    error: 'provider-unavailable',
    created_at: '2025-11-21T09:00:00Z',
  },
];

const runs: ObjectSeed[] = [
  { bucket: benchmarks, key: 'runs/v2.3/overlay-aarhus.mp4', created_at: '2025-09-12T20:00:00Z' },
  { bucket: benchmarks, key: 'runs/v2.4/overlay-aarhus.mp4', created_at: '2025-10-17T20:00:00Z' },
  { bucket: benchmarks, key: 'runs/v2.4/overlay-avonmouth.mp4', created_at: '2025-10-17T20:40:00Z' },
  { bucket: benchmarks, key: 'runs/v3.0-rc1/overlay-avonmouth.mp4', created_at: '2025-12-05T20:00:00Z' },
  { bucket: benchmarks, key: 'runs/v3.0-rc1/overlay-yokohama.mp4', created_at: '2025-12-05T20:40:00Z' },
  {
    bucket: benchmarks,
    key: 'runs/v3.0/side-by-side v2.4 + v3.0.webm',
    width: 3840,
    height: 1080,
    has_audio: false,
    created_at: '2026-01-09T18:30:00Z',
  },
];

const errorCases: ObjectSeed[] = errorCaseItems('listings').map(({ key, seed }) => ({
  bucket: training,
  key: `${key}.mp4`,
  ...seed,
}));

export const gcsSeeds = [
  {
    id: '2d97f5a8-c03e-4b61-a7d4-95e8130bc46f',
    created_at: '2025-07-02T13:20:00Z',
    metadata: { bucket_names: [training, benchmarks], region: 'europe-west4', project_id: 'quaymark-vision' },
    items: [...footage, ...runs, ...errorCases],
  },
] satisfies SeedConnector<ObjectSeed>[];
