// The paths of the API that the document leaves out, so that a client that asks for one is told so.

/** As the official SDKs have them, without what comes below them. */
const OTHERS = [
  '/chat/completions',
  '/collections/{id}/entities',
  '/collections/{id}/media-descriptions',
  '/collections/{id}/moment-criteria',
  '/collections/{id}/moments',
  '/collections/{id}/rich-transcripts',
  '/collections/{id}/videos/{id}/entities',
  '/collections/{id}/videos/{id}/face-detections',
  '/collections/{id}/videos/{id}/media-descriptions',
  '/collections/{id}/videos/{id}/rich-transcripts',
  '/deepSearch',
  '/describe',
  '/extract',
  '/face-detect',
  '/face-match',
  '/files/{id}/frames',
  '/files/{id}/segmentations',
  '/files/{id}/segments',
  '/files/{id}/thumbnails',
  '/find-moments',
  '/frames',
  '/query',
  '/responses',
  '/search',
  '/segmentations',
  '/segments',
  '/share',
  '/sites',
  '/transcribe',
];

let pattern: RegExp | undefined;

/** Whether the API has a path, given without the base path, that the document leaves out. */
export function isLeftOut(path: string): boolean {
  pattern ??= new RegExp(`^(?:${OTHERS.map((other) => other.replaceAll('{id}', '[^/]+')).join('|')})(?:/|$)`);
  return pattern.test(path);
}
