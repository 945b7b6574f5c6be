// Plain http(s): every URL exists, and the extension of its path tells what it is.

import { ApiError } from '../../errors/api-error.ts';
import { completeItem } from '../item.ts';
import { mimeTypeOf } from '../media.ts';
import { webSeeds } from '../seeds/web-seeds.ts';
import { decodeLoosely, isHostOrSubdomain, webUrl } from '../uri.ts';
import { type PublicDefinition, type PublicSeed, publicSeed } from './public-definition.ts';

/** Links on the hosts of pages that lead to the bytes of a video, and not to a page. */
const DOWNLOADS: readonly { host: string; path: RegExp }[] = [
  { host: 'drive.google.com', path: /^\/uc\/?$/ },
  { host: 'app.box.com', path: /^\/shared\/static\/[^/]+$/ },
  { host: 'player.vimeo.com', path: /^\/progressive_redirect\/./ },
];
const isDownload = (url: URL) =>
  DOWNLOADS.some(({ host, path }) => url.hostname === host && path.test(url.pathname));

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
  if (isDownload(url)) return readDownload(url, uri);
  const page = PAGE_HOSTS.find((host) => isHostOrSubdomain(url, host));
  if (page) return { error: ApiError.of('page-host', page, uri) };
  if (/(^|\.)invalid\.?$/.test(url.hostname)) return { error: ApiError.of('url-not-found', uri) };
  return { uri: canonical(url), key: canonical(url) };
}

/** Of the query of such a link only an id says which video it is; the rest is signatures and ways to show it. */
function readDownload(url: URL, uri: string) {
  const id = url.searchParams.get('id');
  const needsId = url.hostname === 'drive.google.com';
  if (needsId && !id) {
    return {
      error: ApiError.of('unreadable-url', uri, 'Google Drive', 'https://drive.google.com/uc?id=<id>'),
    };
  }
  const plain = new URL(url);
  plain.search = needsId ? `?id=${encodeURIComponent(id ?? '')}` : '';
  return { uri: canonical(plain), key: canonical(plain) };
}

/** @param otherwise the type of what neither the seed nor the path tells: what is seeded is there to be a video */
function item(seed: PublicSeed, otherwise = 'video/mp4') {
  const url = new URL(seed.url);
  const last = isDownload(url)
    ? downloadName(url)
    : decodeLoosely(url.pathname.slice(url.pathname.lastIndexOf('/') + 1));
  const name = seed.title ?? (last || url.hostname);
  const mimeType = seed.mime_type ?? mimeTypeOf(last) ?? otherwise;
  return completeItem(
    { ...seed, mime_type: mimeType },
    { uri: identityOf(url), name, filename: last || name },
  );
}

/** The canonical URI of a URL that can be read. */
const identityOf = (url: URL): string => {
  const reading = read(url.href);
  return reading && 'uri' in reading ? reading.uri : canonical(url);
};

/** The name of what a download link leads to: that in its path, or one made of its id. */
function downloadName({ pathname, searchParams }: URL): string {
  const last = decodeLoosely(pathname.slice(pathname.lastIndexOf('/') + 1));
  return mimeTypeOf(last) ? last : `${searchParams.get('id') ?? last}.mp4`;
}

export const web: PublicDefinition = {
  type: 'http',
  source: 'http',
  label: 'plain http(s)',
  forms: [
    'https://<host>/<path>.<media extension>',
    'https://drive.google.com/uc?id=<id>',
    'https://app.box.com/shared/static/<name>',
    'https://player.vimeo.com/progressive_redirect/<path>',
  ],
  open: true,
  seed: publicSeed,
  seeded: webSeeds,
  read,
  item: (seed) => item(seed),
  synthesize: ({ uri }) => item({ url: uri }, 'text/html'),
};
