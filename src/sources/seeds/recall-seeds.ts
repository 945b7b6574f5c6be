// The Recall recordings of the seeded world: what the meeting bot heard where nobody else recorded.

import type { RecallSeed } from '../connectors/recall.ts';
import type { SeedConnector } from '../definition.ts';
import { errorCaseItems } from './error-cases-seeds.ts';

const items: RecallSeed[] = [
  {
    id: 'f8229cd3-a1a3-48ae-93ce-18372b92c2e5',
    title: 'Quaymark Notetaker – Design critique: yard map',
    duration_seconds: 2460,
    created_at: '2025-08-14T13:00:00Z',
  },
  {
    id: '95db775a-8383-4e0f-a24f-5c1eb4533bfb',
    title: 'Quaymark Notetaker – Firmware 4.2 go/no-go',
    duration_seconds: 1310,
    created_at: '2025-09-02T08:30:00Z',
  },
  {
    id: '67b50237-0f1c-4ff0-b7f5-eaeecac191be',
    title: 'Quaymark Notetaker – Saldaña Port Services: integración TOS',
    duration_seconds: 3120,
    created_at: '2025-10-22T14:00:00Z',
  },
  {
    id: '19ae74a6-2e51-4662-a676-29fec1863148',
    title: 'Quaymark Notetaker – Board prep with Priya',
    duration_seconds: 2205,
    created_at: '2025-11-12T16:00:00Z',
  },
  {
    id: '66d643d0-13cf-4903-8cb8-65d4c0d40018',
    title: 'Quaymark Notetaker – Meridian weekly (week 48)',
    duration_seconds: 1795,
    created_at: '2025-11-26T10:00:00Z',
  },
  {
    id: 'a797f8e9-57aa-441d-bb13-8044de32adc7',
    title: 'Quaymark Notetaker – Meridian weekly (week 49)',
    duration_seconds: 1640,
    created_at: '2025-12-03T10:00:00Z',
  },
  {
    id: 'b2dfea8e-6a33-4d3d-9f5c-7c5ffee2c40e',
    title: 'Quaymark Notetaker – 北野物流: pilot review',
    duration_seconds: 2950,
    created_at: '2025-12-11T07:00:00Z',
  },
  {
    id: '19594335-4843-474d-b6eb-7bd824483be5',
    title: 'Quaymark Notetaker – Budget 2026, version #3',
    duration_seconds: 3480,
    created_at: '2026-01-06T13:30:00Z',
  },
  {
    id: 'e1cc8a30-4903-45e4-878b-3de9b81ea8d9',
    title: 'Quaymark Notetaker – Dial-in only: Callum Reid',
    mime_type: 'audio/mp4',
    duration_seconds: 655,
    created_at: '2025-11-19T08:00:00Z',
  },
  {
    id: 'eb02579b-462d-4f2b-861a-266c5792f302',
    title: 'Stuck bot – Vendor demo that never ended',
    outcome: 'processing',
    created_at: '2025-10-06T15:00:00Z',
  },
  {
    id: '9c2f4d7e-5a08-4b1c-8e63-d07a1f5b2c94',
    title: 'Paused bot – Vendor call that never resumed',
    created_at: '2025-10-02T14:00:00Z',
    source_metadata: { status_code: 'paused', completed_at: null, expires_at: null },
  },
  {
    id: '60487c1d-6136-4b68-8c4f-12db3e5114d6',
    title: 'Corrupted bot recording – Hiring sync',
    duration_seconds: 420,
    outcome: 'failed',
    created_at: '2025-09-30T09:00:00Z',
  },
  {
    id: '01ce0047-88c1-4113-8e93-f027cc9621b6',
    title: 'Provider unavailable – Partner sync Studio Ferrant',
    error: 'provider-unavailable',
    created_at: '2025-10-07T15:00:00Z',
  },
];

const errorCases: RecallSeed[] = errorCaseItems().map(({ title, slug, seed }) => ({
  id: `error-${slug}`,
  title,
  ...seed,
}));

export const recallSeeds = [
  {
    id: 'd3542f9e-68b1-4970-8c0d-a95f17e3b264',
    created_at: '2025-07-21T16:25:00Z',
    metadata: { region: 'eu-central-1', bot_name: 'Quaymark Notetaker' },
    items: [...items, ...errorCases],
  },
] satisfies SeedConnector<RecallSeed>[];
