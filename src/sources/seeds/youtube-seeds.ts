// YouTube videos of the seeded world.
import type { PublicSeed } from '../public/public-definition.ts';

const watch = (id: string) => `https://www.youtube.com/watch?v=${id}`;

export const youtubeSeeds: readonly PublicSeed[] = [
  { url: watch('Qk7mR2dYx0E'), title: 'Quaymark: see your yard', duration_seconds: 94 },
  { url: watch('b9Tz_wPq4Lc'), title: 'Port automation in 2025: a panel', duration_seconds: 3_271 },
  { url: watch('hN3-vJkY8sU'), title: 'How to mount a dock camera', duration_seconds: 487 },
  { url: watch('Xf0LrC6mWao'), title: 'Corrupted video', outcome: 'failed' },
  { url: watch('pV5eGd1TqZ4'), title: 'Private video', error: 'share-link-gated' },
  { url: watch('uM8xBs2KjH7'), title: 'Removed video', error: 'item-not-found' },
];
