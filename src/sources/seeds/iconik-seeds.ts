// The iconik assets of the seeded world: the media library of the marketing team.
import { uuidFrom } from '../../util/random.ts';
import type { IconikSeed } from '../connectors/iconik.ts';
import type { SeedConnector } from '../definition.ts';
import { errorCaseItems } from './error-cases-seeds.ts';

const items: IconikSeed[] = [
  {
    id: 'a3f0c2d8-6b1e-11f0-9a47-0242ac120002',
    title: 'Yard launch film – master',
    duration_seconds: 94.2,
    created_at: '2025-11-10T14:00:00Z',
  },
  {
    id: 'c81e5b40-7d22-11f0-b3c9-0242ac120002',
    title: 'Customer story Nordhavn Foods – final cut',
    duration_seconds: 187.5,
    created_at: '2025-10-21T09:30:00Z',
  },
  {
    id: 'f2960ab4-8c17-11f0-8d5e-0242ac120002',
    title: 'Corrupted ingest – gate camera B-roll',
    duration_seconds: 412,
    outcome: 'failed',
    created_at: '2025-09-15T11:20:00Z',
  },
  {
    id: '1a7c4e10-9d40-11f0-a1b2-0242ac120002',
    title: 'Gate camera reel – rain and low sun',
    duration_seconds: 128,
    created_at: '2025-09-02T07:45:00Z',
  },
  {
    id: '25b9e003-9d47-11f0-a1b2-0242ac120002',
    title: 'Interview Mette Kjær – camera A',
    duration_seconds: 1804.4,
    created_at: '2025-08-27T12:10:00Z',
  },
  {
    id: '30f771f6-9d4e-11f0-a1b2-0242ac120002',
    title: 'Interview Mette Kjær – camera B',
    duration_seconds: 1806.1,
    created_at: '2025-08-27T12:12:00Z',
  },
  {
    id: '3c3503e9-9d55-11f0-a1b2-0242ac120002',
    title: 'Harbour at dawn – drone selects',
    duration_seconds: 355.7,
    created_at: '2025-09-24T04:55:00Z',
  },
  {
    id: '477295dc-9d5c-11f0-a1b2-0242ac120002',
    title: 'Studio Ferrant – grading reference',
    duration_seconds: 61,
    created_at: '2025-10-08T15:30:00Z',
  },
  {
    id: '52b027cf-9d63-11f0-a1b2-0242ac120002',
    title: 'Product demo Yard 4.2 – English',
    duration_seconds: 412.3,
    created_at: '2025-10-30T10:00:00Z',
  },
  {
    id: '5dedb9c2-9d6a-11f0-a1b2-0242ac120002',
    title: 'Product demo Yard 4.2 – Deutsch',
    duration_seconds: 420.9,
    created_at: '2025-10-30T10:20:00Z',
  },
  {
    id: '692b4bb5-9d71-11f0-a1b2-0242ac120002',
    title: 'Trade fair loop, no sound',
    duration_seconds: 45,
    created_at: '2025-11-18T08:00:00Z',
  },
  {
    id: '7468dda8-9d78-11f0-a1b2-0242ac120002',
    title: 'Year in review 2025 – rough cut',
    duration_seconds: 233.6,
    created_at: '2025-12-12T16:40:00Z',
  },
];

const errorCases: IconikSeed[] = errorCaseItems().map(({ title, slug, seed }) => ({
  id: uuidFrom(`iconik ${slug}`),
  title,
  ...seed,
}));

export const iconikSeeds = [
  {
    id: '6c2b9e04-1f7d-4a58-93e6-b0d45a7f81c2',
    created_at: '2025-06-12T08:40:00Z',
    metadata: { domain: 'quaymark.example' },
    items: [...items, ...errorCases],
  },
] satisfies SeedConnector<IconikSeed>[];
