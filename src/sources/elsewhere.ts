// URIs that no connector owns, and the door that takes them.

import { ApiError } from '../errors/api-error.ts';
import { publicSourceOf } from './public/public-registry.ts';
import { fileIdIn } from './uri.ts';

/** Why a URI that no connector reads cannot be synced through one; `type` and `forms` are of the one asked. */
export function refuseElsewhere(uri: string, type: string, forms: readonly string[]): ApiError {
  const source = publicSourceOf(uri);
  if (!source) {
    return /^cloudglue:\/\//i.test(uri)
      ? ApiError.of('cloudglue-uri', uri, fileIdIn(uri))
      : ApiError.of('unreadable-uri', uri, type, forms.join(', '));
  }
  const reading = source.read(uri);
  if (!source.door) return ApiError.of('youtube-url', uri);
  // What is refused at its own door, too, is not sent there.
  return reading && 'error' in reading
    ? reading.error
    : ApiError.of('public-url', source.label, uri, source.door);
}
