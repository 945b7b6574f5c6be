// The Gong calls of the seeded world: the sales and success teams on the phone with customers.
import { drawFrom } from '../../util/random.ts';
import type { GongSeed } from '../connectors/gong.ts';
import type { SeedConnector } from '../definition.ts';
import { errorCaseItems } from './error-cases-seeds.ts';

const items: GongSeed[] = [
  {
    id: '280144223340795106',
    title: 'Nordhavn Foods – discovery with Mette Kjær',
    duration_seconds: 1822,
    created_at: '2025-06-12T09:30:00Z',
  },
  {
    id: '6793553745301787962',
    title: 'Nordhavn Foods – commercial terms',
    duration_seconds: 2415,
    created_at: '2025-07-17T13:00:00Z',
  },
  {
    id: '225436225123455050',
    title: 'Meridian Cold Chain – pilot scoping',
    duration_seconds: 2140,
    created_at: '2025-07-10T10:00:00Z',
  },
  {
    id: '7324547778780536529',
    title: 'Rösterei Brandt – Erstgespräch',
    duration_seconds: 1560,
    created_at: '2025-07-31T08:30:00Z',
  },
  {
    id: '370441988066066287',
    title: "O'Malley Freight – cold call, Siobhán",
    duration_seconds: 388,
    created_at: '2025-09-23T14:15:00Z',
  },
  {
    id: '459113009874002489',
    title: 'Saldaña Port Services – demo + next steps',
    duration_seconds: 2890,
    created_at: '2025-10-01T11:00:00Z',
  },
  {
    id: '316695063803652070',
    title: 'Kitano Logistics – partner terms (with interpreter)',
    duration_seconds: 3310,
    created_at: '2025-10-29T07:30:00Z',
  },
  {
    id: '6815875889965147598',
    title: 'Meridian Cold Chain – renewal after the outage',
    duration_seconds: 2705,
    created_at: '2025-12-03T15:00:00Z',
  },
  {
    id: '6422006851314880551',
    title: 'Nordhavn Foods – 20% volume discount?',
    duration_seconds: 1680,
    created_at: '2025-12-09T10:00:00Z',
  },
  {
    id: '2746853482843907868',
    title: "O'Malley Freight – verbal yes",
    duration_seconds: 1248,
    created_at: '2026-01-13T16:00:00Z',
  },
  {
    id: '916213265685470821',
    title: 'Support call – gate B stays dark',
    mime_type: 'audio/mpeg',
    duration_seconds: 742,
    created_at: '2025-11-27T08:05:00Z',
  },
  {
    id: '679209180272376641',
    title: 'Corrupted call – Saldaña follow-up',
    duration_seconds: 611,
    outcome: 'failed',
    created_at: '2025-10-15T12:00:00Z',
  },
  {
    id: '5631041047322620479',
    title: 'Provider unavailable – Brandt renewal',
    error: 'provider-unavailable',
    created_at: '2025-12-16T09:00:00Z',
  },
  {
    id: '336007916833576630',
    title: 'Item not found – call deleted on request',
    error: 'item-not-found',
    created_at: '2025-12-17T09:00:00Z',
  },
];

const errorCases: GongSeed[] = errorCaseItems().map(({ title, slug, seed }) => {
  const draw = drawFrom(`gong ${slug}`);
  const half = () => draw.integer(100_000_000, 999_999_999);
  return { id: `${half()}${half()}`, title, ...seed };
});

export const gongSeeds = [
  {
    id: '07b8c6d3-92fa-4e41-ad50-f3619b24e8d7',
    created_at: '2025-07-08T11:10:00Z',
    metadata: { workspace_name: 'Quaymark Revenue', account_email: 'revops@quaymark.example' },
    items: [...items, ...errorCases],
  },
] satisfies SeedConnector<GongSeed>[];
