// TikTok videos of the seeded world.
import type { PublicSeed } from '../public/public-definition.ts';

const video = (user: string, id: string) => `https://www.tiktok.com/@${user}/video/${id}`;

export const tiktokSeeds: readonly PublicSeed[] = [
  {
    url: video('quaymark', '7412036958271405317'),
    short_code: 'ZMhQk7rTd',
    title: 'How a dock camera counts containers',
    duration_seconds: 48,
    width: 1080,
    height: 1920,
  },
  {
    url: video('quaymark', '7420518833906412805'),
    short_code: 'ZMhQkP2xw',
    title: 'One shift in thirty seconds',
    duration_seconds: 30,
    width: 1080,
    height: 1920,
  },
  {
    url: video('harbour.life', '7398842107735501089'),
    short_code: 'ZSjeR4m1a',
    title: 'POV: the crane operator',
    duration_seconds: 61,
    width: 1080,
    height: 1920,
  },
  { url: video('quaymark', '7431990046125837061'), title: 'Corrupted clip', outcome: 'failed' },
  { url: video('quaymark', '7433002915547810053'), title: 'Private video', error: 'share-link-gated' },
  { url: video('quaymark', '7433519088124300549'), title: 'Deleted video', error: 'item-not-found' },
];
