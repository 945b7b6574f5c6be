// YouTube: videos by id, which can only be added to a collection.

import { youtubeSeeds } from '../seeds/youtube-seeds.ts';
import { isHost, isHostOrSubdomain } from '../uri.ts';
import { defineHostedVideos } from './hosted-video.ts';

const HOSTS = ['youtube.com', 'youtu.be', 'youtube-nocookie.com'];
const ID = /^[A-Za-z0-9_-]{11}$/;

/** The hosts are those of the vendor's own client (cloudglue-js, url-utils.ts); a link of any other is no video here. */
function idOf(url: URL): string {
  if (!isHost(url, 'youtube.com', 'youtu.be')) return '';
  if (isHost(url, 'youtu.be')) return url.pathname.slice(1);
  if (url.pathname === '/watch') return url.searchParams.get('v') ?? '';
  return /^\/(?:shorts|embed|live|v)\/([^/]+)\/?$/.exec(url.pathname)?.[1] ?? '';
}

export const youtube = defineHostedVideos({
  type: 'youtube',
  source: 'youtube',
  label: 'YouTube',
  collectionsOnly: true,
  forms: [
    'https://www.youtube.com/watch?v=<id>',
    'https://youtu.be/<id>',
    'https://www.youtube.com/shorts/<id>',
  ],
  seeded: youtubeSeeds,
  isHost: (url) => HOSTS.some((host) => isHostOrSubdomain(url, host)),
  uriOf(url) {
    const id = idOf(url);
    return ID.test(id) ? `https://www.youtube.com/watch?v=${id}` : '';
  },
});
