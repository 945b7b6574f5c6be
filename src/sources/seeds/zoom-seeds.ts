// The Zoom cloud recordings of the seeded world; one recurring meeting has three, of different lengths.
import { digest, drawFrom } from '../../util/random.ts';
import type { ZoomSeed } from '../connectors/zoom.ts';
import type { SeedConnector } from '../definition.ts';
import { errorCaseItems } from './error-cases-seeds.ts';

const weeklyReviewId = '86420197531';

const items: ZoomSeed[] = [
  {
    uuid: '/KvPokMhQjqvGRPa2Tl59A==',
    meeting_id: weeklyReviewId,
    topic: 'Weekly pipeline review',
    duration_seconds: 1834,
    created_at: '2025-11-03T09:00:00Z',
  },
  {
    uuid: 'uIFbDT0Ks//VptIgjvIQug==',
    meeting_id: weeklyReviewId,
    topic: 'Weekly pipeline review',
    duration_seconds: 2977,
    created_at: '2025-11-10T09:00:00Z',
  },
  {
    uuid: 'us62rUjjGMUpYS8RLDF3wg==',
    meeting_id: weeklyReviewId,
    topic: 'Weekly pipeline review',
    duration_seconds: 1212,
    created_at: '2025-11-17T09:00:00Z',
  },
  {
    uuid: 'tD0jY+97QC8QHhoh9w/5GA==',
    meeting_id: '81702376362',
    topic: 'Quaymark Yard launch webinar',
    share_token: 'LEo7o6IPH7ja5VCmyi_AjrcsUXSoMC-gS62VOIM5IIs6jY47AH33DRQYmT1cfwZ.650uR2Eh5vKAHv5R',
    duration_seconds: 4380,
    created_at: '2025-11-04T15:00:00Z',
  },
  {
    uuid: 'fpfBqYOPZXybo9rhVWmRNg==',
    meeting_id: '83397236005',
    topic: 'Nordhavn Foods <> Quaymark: pilot kickoff',
    share_token: 'GfkTN4tBG1YW3MTGhBOB8TFfMzd6tbT8XzTcikzSc9TkmJHglpyibSbSL44Ao9q.6YL10Vudlim6ducr',
    duration_seconds: 2710,
    created_at: '2025-06-30T08:00:00Z',
  },
  {
    uuid: 'T12a94mpLnLwxmwUyWGiQA==',
    meeting_id: '87254470765',
    topic: 'Meridian outage – live bridge',
    duration_seconds: 11_520,
    size_bytes: 4_296_118_272,
    created_at: '2025-11-18T06:35:00Z',
  },
  {
    uuid: 'lviG8iF1K2hzlqsJI+gDVg==',
    meeting_id: '80823194989',
    topic: 'Post-mortem: Avonmouth cameras',
    duration_seconds: 3305,
    created_at: '2025-11-20T14:00:00Z',
  },
  {
    uuid: 'akO+dVi5jaygvDICm/9Isw==',
    meeting_id: '86648299184',
    topic: '北野物流様 定例会',
    duration_seconds: 2640,
    created_at: '2025-09-10T07:00:00Z',
  },
  {
    uuid: 'cyzENiZnK3Lg0ISeAIrSaQ==',
    meeting_id: '81212693998',
    topic: "O'Malley Freight – security questionnaire",
    duration_seconds: 1965,
    created_at: '2025-10-16T10:30:00Z',
  },
  {
    uuid: 'LgD6L0DBY7q69E9+mPGGOQ==',
    meeting_id: '89960785299',
    topic: 'Roadmap Q1: 100% self-service installs?',
    share_token: 'h5SoaRKybBzTH7V9zeuNlCpz402YggfOlTMBKGq_fFJKnpHVILQG87PQfA29gF4.2GJ1aDBwMzrPKDc1',
    duration_seconds: 3540,
    created_at: '2025-12-10T13:00:00Z',
  },
  {
    uuid: 'E43ISWSefUYgc6Raz9raZg==',
    meeting_id: '83404584617',
    topic: 'Einführung für Rösterei Brandt',
    duration_seconds: 2280,
    created_at: '2025-08-27T12:00:00Z',
  },
  {
    uuid: 'gDUm4yFrP99u2vvwC7TOlw==',
    meeting_id: '87257907715',
    topic: 'All hands December',
    share_token: 'p-RrIYrmPxfLVuFT_naovZ7toNvKoKzQSVvlB0Mkh3JSmGZqjKbA7rsZ2iQHMBd.cSLHGEGVfO28p5qy',
    duration_seconds: 3912,
    created_at: '2025-12-18T15:00:00Z',
  },
  {
    uuid: 'rYE75RhpRAeX6LbLVDQOVQ==',
    meeting_id: '85724730447',
    topic: 'Sales kickoff 2026',
    duration_seconds: 9240,
    created_at: '2026-01-08T09:00:00Z',
  },
  {
    uuid: '8M+qTYKXj8aOB8VR34uIeA==',
    meeting_id: '82754434875',
    topic: 'Support hotline retrospective (audio only)',
    mime_type: 'audio/mp4',
    duration_seconds: 1510,
    created_at: '2025-12-15T11:00:00Z',
  },
  {
    uuid: 'mfjnvMThfRhBNUgBbbhSTg==',
    meeting_id: '88729311094',
    topic: 'Corrupted recording: firmware sync',
    duration_seconds: 903,
    outcome: 'failed',
    created_at: '2025-10-21T08:30:00Z',
  },
  {
    uuid: 'co81MY/ekfL8/7Dte3gmNQ==',
    meeting_id: '82103598403',
    topic: 'Provider rate limited: vendor call',
    share_token: 'mTzooVyaU0qtLPk_qKN-PnXIQ7WPDc1eekwMiS9XSQIaQwAXtJLvnoyP--e9bfF.RDGnGc92DHA2zHIa',
    error: 'provider-rate-limited',
    created_at: '2025-12-01T10:00:00Z',
  },
  {
    uuid: 'yhD/6qZuVLISAtGNUOhvqg==',
    meeting_id: '88883763366',
    topic: 'Provider unavailable: insurance call',
    error: 'provider-unavailable',
    created_at: '2025-12-02T10:00:00Z',
  },
];

const errorCases: ZoomSeed[] = errorCaseItems('share-links', 'rate-limit', 'listings').map(
  ({ title, slug, seed }) => ({
    uuid: `${digest(`zoom ${slug}`).replaceAll('-', '+').replaceAll('_', '/')}==`,
    meeting_id: String(drawFrom(`zoom ${slug}`).integer(80_000_000_000, 89_999_999_999)),
    topic: title,
    share_token: `error-${slug}`,
    ...seed,
  }),
);

export const zoomSeeds = [
  {
    id: 'ea6d29b4-0f73-4c15-95a8-7b41e2c8d036',
    created_at: '2025-06-26T07:40:00Z',
    metadata: { account_email: 'ops@quaymark.example' },
    items: [...items, ...errorCases],
  },
] satisfies SeedConnector<ZoomSeed>[];
