// Loom: recordings by the id of their share link.

import { loomSeeds } from '../seeds/loom-seeds.ts';
import { isHostOrSubdomain } from '../uri.ts';
import { defineHostedVideos } from './hosted-video.ts';

export const loom = defineHostedVideos({
  type: 'loom',
  source: 'loom',
  label: 'Loom',
  forms: ['https://www.loom.com/share/<id>'],
  seeded: loomSeeds,
  isHost: (url) => isHostOrSubdomain(url, 'loom.com'),
  // The one form that the vendor's own client sends; it rewrites the others (cloudglue-js, url-utils.ts).
  uriOf({ protocol, host, pathname }) {
    if (protocol !== 'https:' || host !== 'www.loom.com') return '';
    // A link may carry the title before the id: /share/Weekly-update-<id>.
    const id =
      /^\/share\/(?:[^/]*-)?([0-9a-f]{32})\/?$/i.exec(pathname)?.[1]?.toLowerCase() ??
      /^\/share\/([\w-]{32})\/?$/.exec(pathname)?.[1];
    return id ? `https://www.loom.com/share/${id}` : '';
  },
});
