// What Google Drive and Dropbox have in common: files in folders, which exist only as parts of the files' paths.
import type { BrowseEntry } from '../definition.ts';
import type { SourceItem } from '../item.ts';

/** An item that lies somewhere in a tree: `/Marketing/Launch/Hero.mp4`. */
export interface TreeItem extends SourceItem {
  path: string;
}

/** What to do about a folder that is not there. */
export const ROOT_REMEDY = 'Take it from the metadata of a folder in a listing, or leave it out for the root';

/** The folders that a path lies in, from the outermost: `/a/b.mp4` lies in `/a`. The root is not among them. */
export function foldersOf(path: string): string[] {
  return [...path.matchAll(/\//g)].flatMap(({ index }) => (index > 0 ? [path.slice(0, index)] : []));
}

/** The folders of all paths, the root left out. Many items lie in one folder, which is looked at once. */
export function foldersOfAll(items: readonly TreeItem[]): Set<string> {
  const folders = new Set<string>();
  for (const { path } of items) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

interface Listing {
  /** The path of the folder, '' for the root. */
  folder: string;
  /** Whether everything below it is listed, and not only what lies directly in it. */
  isRecursive?: boolean;
  ofFolder: (path: string) => Record<string, unknown>;
}

/** What lies in a folder: folders first, then files, each by path. */
export function listFolder(
  items: readonly TreeItem[],
  { folder, isRecursive = false, ofFolder }: Listing,
): BrowseEntry[] {
  const within = items.filter(({ path }) => isIn(path, folder));
  const isListed = (path: string) => isRecursive || path.indexOf('/', folder.length + 1) < 0;
  return [
    ...[...foldersOfAll(within)]
      .filter((path) => isIn(path, folder) && isListed(path))
      .map((path) => ({
        folder: path.slice(path.lastIndexOf('/') + 1),
        metadata: ofFolder(path),
        place: `folder ${path}`,
      })),
    ...within
      .filter(({ path }) => isListed(path))
      .map((item) => ({ item, place: `item ${item.path}\0${item.key}` })),
  ];
}

const isIn = (path: string, folder: string) => path.startsWith(`${folder}/`);
