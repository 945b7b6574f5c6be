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
