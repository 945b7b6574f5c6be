// Plain http(s): every URL exists, and the extension of its path tells what it is.

import { ApiError } from '../../errors/api-error.ts';
import { completeItem } from '../item.ts';
import { mimeTypeOf } from '../media.ts';
import { webSeeds } from '../seeds/web-seeds.ts';
import { decodeLoosely, isHostOrSubdomain, webUrl } from '../uri.ts';
import { type PublicDefinition, type PublicSeed, publicSeed } from './public-definition.ts';

/** Hosts that answer with a page that plays the video, not with the file. */
const PAGE_HOSTS = ['vimeo.com', '1drv.ms', 'onedrive.live.com', 'box.com'];

/** Normalizes percent-encoding (RFC 3986, 6.2.2). */
const normalizeEncoding = (text: string) =>
  text.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : code.toUpperCase();
  });

/** The URL without differences that have no meaning: case of the host, default port, fragment, needless encoding. */
function canonical(given: URL): string {
  const url = new URL(given);
  url.hash = '';
  url.pathname = normalizeEncoding(url.pathname);
  // Setting it also removes a "?" with nothing after it.
  url.search = normalizeEncoding(url.search);
  return url.href;
}

function read(uri: string) {
  const url = webUrl(uri);
  if (!url) return undefined;
  const page = PAGE_HOSTS.find((host) => isHostOrSubdomain(url, host));
  if (page) return { error: ApiError.of('page-host', page, uri) };
  if (/(^|\.)invalid\.?$/.test(url.hostname)) return { error: ApiError.of('url-not-found', uri) };
  return { uri: canonical(url), key: canonical(url) };
}

/** @param otherwise the type of what neither the seed nor the path tells: what is seeded is there to be a video */
function item(seed: PublicSeed, otherwise = 'video/mp4') {
  const url = new URL(seed.url);
  const last = decodeLoosely(url.pathname.slice(url.pathname.lastIndexOf('/') + 1));
  const name = seed.title ?? (last || url.hostname);
  const mimeType = seed.mime_type ?? mimeTypeOf(last) ?? otherwise;
  return completeItem(
    { ...seed, mime_type: mimeType },
    { uri: canonical(url), name, filename: last || name },
  );
}

export const web: PublicDefinition = {
  type: 'http',
  source: 'http',
  label: 'plain http(s)',
  forms: ['https://<host>/<path>.<media extension>'],
  open: true,
  seed: publicSeed,
  seeded: webSeeds,
  read,
  item: (seed) => item(seed),
  synthesize: ({ uri }) => item({ url: uri }, 'text/html'),
};
