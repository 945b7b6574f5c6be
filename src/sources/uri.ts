// Helpers for reading URIs. They never throw, and avoid `new URL` where its normalization would change what a URI means.
import { ApiError } from '../errors/api-error.ts';
import type { UriReading } from './definition.ts';

/** The part after `scheme://`, or undefined if the URI has another scheme. Upper and lower case are the same. */
export function afterScheme(uri: string, scheme: string): string | undefined {
  const prefix = `${scheme}://`;
  return uri.slice(0, prefix.length).toLowerCase() === prefix ? uri.slice(prefix.length) : undefined;
}

/** Decodes valid percent-encoding and leaves the rest unchanged: `100% %41` gives `100% A`. */
export function decodeLoosely(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

/** Percent-encodes each segment of a path; lone surrogates become U+FFFD, for they have no encoding. */
export function encodePath(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/** An http(s) URL, or undefined for anything else. */
export function webUrl(uri: string): URL | undefined {
  return /^https?:\/\//i.test(uri) && URL.canParse(uri) ? new URL(uri) : undefined;
}

export const isHost = (url: URL, ...hosts: string[]): boolean =>
  hosts.includes(url.hostname) || hosts.some((host) => url.hostname === `www.${host}`);

export const isHostOrSubdomain = (url: URL, host: string): boolean =>
  url.hostname === host || url.hostname.endsWith(`.${host}`);

/** The readings of a URI that is malformed or a folder's, with the connector's type and forms in their texts. */
export function readingsFor(type: string, forms: readonly string[]) {
  const unreadable = (uri: string): UriReading => ({
    error: ApiError.of('unreadable-uri', uri, type, forms.join(', ')),
  });
  const folder = (uri: string): UriReading => ({ error: ApiError.of('folder-uri', uri, undefined) });
  return { unreadable, folder };
}

/** The id of the file that a Cloudglue URI names; undefined for anything else. */
export const fileIdIn = (uri: string): string | undefined =>
  /^cloudglue:\/\/files\/([^/?#]+)$/i.exec(uri)?.[1];
