// URLs that no connector owns, and the door that takes them.
import { ApiError } from '../wire/errors.ts';
import { isHostOrSubdomain, webUrl } from './uri.ts';

const YOUTUBE = ['youtube.com', 'youtu.be', 'youtube-nocookie.com'];
/** Hosts that show pages, with players, where a file was asked for. */
const PAGES = ['vimeo.com', '1drv.ms', 'onedrive.live.com', 'box.com'];
const KINDS = { TikTok: 'tiktok.com', Loom: 'loom.com' };

/** Why a URI that no connector reads cannot be synced through one; `type` and `forms` are of the one asked. */
export function refuseElsewhere(uri: string, type: string, forms: readonly string[]): ApiError {
  const url = webUrl(uri);
  if (!url) {
    return /^cloudglue:\/\//i.test(uri)
      ? ApiError.of('cloudglue-uri', uri)
      : ApiError.of('unreadable-uri', uri, type, forms.join(', '));
  }
  const isOf = (host: string) => isHostOrSubdomain(url, host);
  if (YOUTUBE.some(isOf)) return ApiError.of('youtube-url', uri);
  const page = PAGES.find(isOf);
  if (page) return ApiError.of('page-host', page, uri);
  const [kind = 'plain http(s)'] = Object.entries(KINDS).find(([, host]) => isOf(host)) ?? [];
  return ApiError.of('public-url', kind, uri);
}
