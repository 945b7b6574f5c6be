// Loom recordings of the seeded world.
import type { PublicSeed } from '../public/public-definition.ts';

const share = (id: string) => `https://www.loom.com/share/${id}`;

export const loomSeeds: readonly PublicSeed[] = [
  {
    url: share('5b1d0f3c9e7a4c2f8d6b3a1e0f9c7d52'),
    title: 'Walkthrough of the damage report',
    duration_seconds: 412,
  },
  {
    url: share('c0a94e1f7d5b4b8e9a2c6f30d1e8b745'),
    title: 'Bug: gate 4 counts twice',
    duration_seconds: 137,
  },
  { url: share('81f6d2b09c3e4a57b4d8e7f1a2c59063'), title: 'Onboarding, day one', duration_seconds: 965 },
  { url: share('e37a5c8d1b2f4960a8c4d7e9f0b16235'), title: 'Corrupted recording', outcome: 'failed' },
  { url: share('2d8b6f4ea1c7490fb5e3d9c8a7f01b46'), title: 'Password protected', error: 'share-link-gated' },
  { url: share('9f4c7e2a6d0b4183a5f8e1c3b7d92064'), title: 'Expired recording', error: 'share-link-expired' },
];
