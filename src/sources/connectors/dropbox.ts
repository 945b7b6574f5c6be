// Dropbox: files by path, where upper and lower case are the same, and by share link.
import * as z from 'zod';
import { ApiError } from '../../errors/api-error.ts';
import { defineConnector, type UriReading } from '../definition.ts';
import { completeItem, isVideo, listedItemSeed } from '../item.ts';
import { mediaTypeOf } from '../media.ts';
import { dropboxMetadata } from '../metadata/dropbox-metadata.ts';
import { type DescribedItem, givenMetadata } from '../metadata/source-metadata.ts';
import { dropboxSeeds } from '../seeds/dropbox-seeds.ts';
import { afterScheme, decodeLoosely, encodePath, isHost, readingsFor, webUrl } from '../uri.ts';
import { foldersOf, foldersOfAll, listFolder, ROOT_REMEDY, type TreeItem } from './folder-tree.ts';

const SHARE_ID = /^[A-Za-z0-9_-]+$/;

const seed = z.lazy(() =>
  listedItemSeed.extend({
    path: z
      .string()
      .max(4_096)
      .regex(/^(\/[^/]+)+$/, 'must begin with "/", such as "/Team/All hands.mp4"'),
    /** Of a `https://www.dropbox.com/scl/fi/<share_id>/<name>` link. */
    share_id: z.string().regex(SHARE_ID).optional(),
    source_metadata: givenMetadata('DropboxSourceMetadata', 'dropbox_id'),
  }),
);
export type DropboxSeed = z.input<typeof seed>;

interface DropboxItem extends TreeItem, DescribedItem<'DropboxSourceMetadata'> {
  shareId: string | undefined;
}

const shareForms = [
  'https://www.dropbox.com/scl/fi/<id>/<name>',
  'https://www.dropbox.com/s/<id>/<name>',
] as const;
const forms = [
  'dropbox://<path>',
  ...shareForms,
  'https://dl.dropboxusercontent.com/1/view/<token>/<path>',
] as const;
const { unreadable, folder } = readingsFor('dropbox', forms);

function withoutOuterSlashes(path: string): string {
  let [start, end] = [0, path.length];
  while (path[start] === '/') start += 1;
  while (end > start && path[end - 1] === '/') end -= 1;
  return path.slice(start, end);
}
const uriOf = (path: string) => `dropbox://${encodePath(path)}`;
/** Dropbox finds a path in any case and in any Unicode composition. */
const keyOf = (path: string) => `dropbox:${path.toWellFormed().normalize('NFC').toLowerCase()}`;
const shareUri = (kind: string, id: string) => `https://www.dropbox.com/${kind}/${id}`;

function readPath(rest: string, uri: string): UriReading {
  const path = `/${decodeLoosely(rest).replace(/^\/+/, '')}`;
  // "dropbox://" is the root, and a slash at the end names a folder.
  return path.endsWith('/') ? folder(uri) : { uri: uriOf(path), key: keyOf(path) };
}

/** A link to the bytes of a file: the path follows a token that expires. */
function readView({ pathname }: URL, uri: string): UriReading {
  const path = /^\/1\/view\/[^/]+\/(.+)$/.exec(pathname)?.[1];
  return path ? readPath(path, uri) : unreadable(uri);
}

function readLink(url: URL, uri: string): UriReading {
  if (/^\/(scl\/fo|sh)(\/|$)/.test(url.pathname)) return folder(uri);
  // The name in a share link is decoration, and so is its query: the id alone decides.
  const [, kind = '', id = ''] = /^\/(scl\/fi|s)\/([^/]+)/.exec(url.pathname) ?? [];
  return SHARE_ID.test(id) ? { uri: shareUri(kind, id), key: shareUri(kind, id) } : unreadable(uri);
}

function read(uri: string): UriReading | undefined {
  const url = webUrl(uri);
  if (url && url.hostname === 'dl.dropboxusercontent.com') return readView(url, uri);
  if (url) return isHost(url, 'dropbox.com') ? readLink(url, uri) : undefined;
  const rest = afterScheme(uri, 'dropbox');
  return rest === undefined ? undefined : readPath(rest, uri);
}

const item = (seed: DropboxSeed): DropboxItem => ({
  ...completeItem(seed, {
    uri: uriOf(seed.path),
    key: keyOf(seed.path),
    name: seed.path.slice(seed.path.lastIndexOf('/') + 1),
  }),
  path: seed.path,
  shareId: seed.share_id,
  given: seed.source_metadata,
});

/** The item of a share link that is not seeded: a file outside the folders of this account. */
const synthesizeShared = (uri: string): DropboxItem => {
  const name = `Shared file ${uri.slice(uri.lastIndexOf('/') + 1)}.mp4`;
  return { ...completeItem({}, { uri, name }), path: `/${name}`, shareId: undefined, given: undefined };
};

export const dropbox = defineConnector<DropboxSeed, DropboxItem>({
  type: 'dropbox',
  label: 'Dropbox',
  forms,
  sharing: {
    forms: shareForms,
    isLink: (url) => isHost(url, 'dropbox.com'),
    linkTo: ({ shareId, name }) => shareId && `${shareUri('scl/fi', shareId)}/${name.replaceAll(' ', '-')}`,
  },
  filters: {
    from: { since: '0.7.9', isMatchedWhileListing: true },
    to: { since: '0.7.9', isMatchedWhileListing: true },
    title_search: { since: '0.7.9', isMatchedWhileListing: true },
    path: { since: '0.7.7' },
    recursive: { since: '0.7.20' },
  },
  sourceMetadata: { since: '0.7.9', of: dropboxMetadata, unlisted: ['media_info'] },
  imports: { usualRate: 8, mostRate: 20, isEnriched: true, hasPicture: isVideo },
  formerMetadata: ({ path }) => ({ path_display: path }),
  seed,
  seeded: dropboxSeeds,
  fixture: (name) => ({ path: `/Contracts/${name}.mp4`, share_id: `contract-${name}` }),
  read,
  item,
  aliases: ({ shareId }) => (shareId ? [shareUri('scl/fi', shareId), shareUri('s', shareId)] : []),
  folders: ({ path }) => foldersOf(path).map(keyOf),
  synthesize: ({ uri }) => {
    const rest = afterScheme(uri, 'dropbox');
    if (rest === undefined) return synthesizeShared(uri);
    const path = decodeLoosely(rest);
    return item({ path, mime_type: mediaTypeOf(path) });
  },
  browse(items, { path: wanted = '', recursive }) {
    const place = withoutOuterSlashes(wanted);
    const paths = foldersOfAll(items);
    const found = place === '' ? '' : [...paths].find((path) => keyOf(path) === keyOf(`/${place}`));
    if (found === undefined) throw ApiError.of('place-not-found', 'folder', wanted, ROOT_REMEDY);
    return listFolder(items, {
      folder: found,
      isRecursive: recursive === 'true',
      ofFolder: (path) => ({ path }),
    });
  },
});
