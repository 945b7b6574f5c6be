// TikTok: videos by id, and short links that lead to them. Each new file costs a credit.

import { tiktokSeeds } from '../seeds/tiktok-seeds.ts';
import { isHost, isHostOrSubdomain } from '../uri.ts';
import { defineHostedVideos } from './hosted-video.ts';

const SHORT_HOSTS = ['vm.tiktok.com', 'vt.tiktok.com'];

const videoUri = (user: string, id: string) => `https://www.tiktok.com/${user}/video/${id}`;
const shortUri = (code: string) => `https://vm.tiktok.com/${code}`;

/** The hosts are those of the vendor's own client (cloudglue-js, url-utils.ts); a link of any other is no video here. */
function uriOf(url: URL): string {
  const isShort = SHORT_HOSTS.includes(url.hostname);
  if (!isShort && !isHost(url, 'tiktok.com')) return '';
  const short = isShort
    ? /^\/([A-Za-z0-9]+)\/?$/.exec(url.pathname)
    : /^\/t\/([A-Za-z0-9]+)\/?$/.exec(url.pathname);
  if (short?.[1]) return shortUri(short[1]);
  // The id alone decides: the user's name can change, and any leads to the video.
  const id = /^\/@[^/]*\/video\/(\d+)\/?$/.exec(url.pathname)?.[1];
  return id ? videoUri('@', id) : '';
}

export const tiktok = defineHostedVideos({
  type: 'tiktok',
  source: 'http',
  label: 'TikTok',
  forms: [
    'https://www.tiktok.com/@<user>/video/<id>',
    'https://vm.tiktok.com/<code>',
    'https://vt.tiktok.com/<code>',
  ],
  credits: 1,
  seeded: tiktokSeeds,
  isHost: (url) => isHostOrSubdomain(url, 'tiktok.com'),
  uriOf,
  aliases: ({ short_code }) => (short_code ? [shortUri(short_code)] : []),
});
