// Google Drive: files and folders by id.
import * as z from 'zod';
import { ApiError } from '../../errors/api-error.ts';
import { digest } from '../../util/random.ts';
import { defineConnector, type UriReading } from '../definition.ts';
import { completeItem, isVideo, listedItemSeed } from '../item.ts';
import { googleDriveMetadata } from '../metadata/google-drive-metadata.ts';
import { type DescribedItem, givenMetadata } from '../metadata/source-metadata.ts';
import { googleDriveSeeds } from '../seeds/google-drive-seeds.ts';
import { afterScheme, decodeLoosely, isHost, readingsFor, webUrl } from '../uri.ts';
import { foldersOf, foldersOfAll, listFolder, ROOT_REMEDY, type TreeItem } from './folder-tree.ts';

const ID = /^[A-Za-z0-9_-]+$/;

const seed = z.lazy(() =>
  listedItemSeed.extend({
    id: z.string().regex(ID, 'must be a Drive file id: letters, digits, "_" or "-"'),
    /** Folder names and the file's name, joined by "/". */
    path: z
      .string()
      .max(4_096)
      .regex(/^[^/]+(\/[^/]+)*$/, 'must be names joined by single "/", such as "Team/All hands.mp4"'),
    source_metadata: givenMetadata('GoogleDriveSourceMetadata', 'gdrive_file_id'),
  }),
);
export type GoogleDriveSeed = z.input<typeof seed>;

interface DriveItem extends TreeItem, DescribedItem<'GoogleDriveSourceMetadata'> {
  fileId: string;
}

const forms = [
  'gdrive://file/<id>',
  'https://drive.google.com/file/d/<id>/...',
  'https://drive.google.com/open?id=<id>',
] as const;
const { unreadable, folder } = readingsFor('google-drive', forms);

const uriOf = (id: string) => `gdrive://file/${id}`;
/** Folders have no seeds, so their ids are derived from their paths. Real Drive ids look like this. */
const folderIdOf = (path: string) => `1${digest(`google-drive folder ${path}`, 32)}`;

function byId(id: string, uri: string): UriReading {
  const decoded = decodeLoosely(id);
  return ID.test(decoded) ? { uri: uriOf(decoded), key: uriOf(decoded) } : unreadable(uri);
}

/** The folder that a file lies in: its own id, or that of the root. */
const parentIdOf = ({ path }: DriveItem): string => {
  const folderPath = path.slice(0, path.lastIndexOf('/'));
  return folderPath ? folderIdOf(folderPath) : ROOT_ID;
};
const ROOT_ID = `0A${digest('google-drive root', 17)}`;

/** A direct link to the bytes of a file, which anybody can download. */
const isDownload = ({ pathname }: URL) => /^\/uc\/?$/.test(pathname);

function readLink({ pathname, searchParams }: URL, uri: string): UriReading {
  if (/^\/drive\/(u\/\d+\/)?folders\//.test(pathname)) return folder(uri);
  if (pathname === '/open') return byId(searchParams.get('id') ?? '', uri);
  return byId(/^\/file\/d\/([^/]+)/.exec(pathname)?.[1] ?? '', uri);
}

function read(uri: string): UriReading | undefined {
  const url = webUrl(uri);
  if (url) return isHost(url, 'drive.google.com') && !isDownload(url) ? readLink(url, uri) : undefined;
  const rest = afterScheme(uri, 'gdrive');
  if (rest === undefined) return undefined;
  if (/^folder\//i.test(rest)) return folder(uri);
  return byId(/^file\/(.+)$/is.exec(rest)?.[1] ?? '', uri);
}

const item = (seed: GoogleDriveSeed): DriveItem => ({
  ...completeItem(seed, { uri: uriOf(seed.id), name: seed.path.slice(seed.path.lastIndexOf('/') + 1) }),
  fileId: seed.id,
  path: `/${seed.path}`,
  given: seed.source_metadata,
});

export const googleDrive = defineConnector<GoogleDriveSeed, DriveItem>({
  type: 'google-drive',
  label: 'Google Drive',
  forms,
  filters: {
    from: { since: '0.7.9' },
    to: { since: '0.7.9' },
    title_search: { since: '0.7.9' },
    folder_id: { since: '0.7.7' },
  },
  sourceMetadata: { since: '0.7.9', of: (file) => googleDriveMetadata(file, parentIdOf(file)) },
  formerMetadata: ({ fileId }) => ({ file_id: fileId }),
  imports: { usualRate: 8, mostRate: 20, everywhere: { recursive: 'true' }, hasPicture: isVideo },
  seed,
  seeded: googleDriveSeeds,
  fixture: (name) => ({ id: `contract-${name}`, path: `Contracts/${name}.mp4` }),
  read,
  item,
  folders: ({ path }) => foldersOf(path).map((folderPath) => uriOf(folderIdOf(folderPath))),
  synthesize: ({ uri }) => {
    const id = uri.slice(uriOf('').length);
    return item({ id, path: `Made-up video ${id}.mp4` });
  },
  browse(items, { folder_id, recursive }) {
    const isRoot = !folder_id || folder_id === 'root';
    const wanted = isRoot ? '' : [...foldersOfAll(items)].find((path) => folderIdOf(path) === folder_id);
    if (wanted === undefined) throw ApiError.of('place-not-found', 'folder', folder_id ?? '', ROOT_REMEDY);
    return listFolder(items, {
      folder: wanted,
      isRecursive: recursive === 'true',
      ofFolder: (path) => ({ folder_id: folderIdOf(path) }),
    });
  },
});
