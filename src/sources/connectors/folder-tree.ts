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

interface Listing<Item> {
  /** The path of the folder, '' for the root. */
  folder: string;
  ofFile: (item: Item) => Record<string, unknown>;
  ofFolder: (path: string) => Record<string, unknown>;
}

/** What lies directly in a folder: folders first, then files, each by name. */
export function listFolder<Item extends TreeItem>(
  items: readonly Item[],
  { folder, ofFile, ofFolder }: Listing<Item>,
): BrowseEntry[] {
  const within = items.filter(({ path }) => isIn(path, folder));
  const inner = within.map(({ path }) => ({ path, slash: path.indexOf('/', folder.length + 1) }));
  const folders = new Set(
    inner.filter(({ slash }) => slash > 0).map(({ path, slash }) => path.slice(0, slash)),
  );
  const files = within.filter(({ path }) => path.indexOf('/', folder.length + 1) < 0);
  return [
    ...[...folders].toSorted().map((path) => ({
      folder: path.slice(folder.length + 1),
      metadata: ofFolder(path),
      place: `folder ${path}`,
    })),
    ...files
      .map((item) => ({ item, metadata: ofFile(item), place: `item ${item.path}\0${item.key}` }))
      .toSorted((a, b) => (a.place < b.place ? -1 : 1)),
  ];
}

const isIn = (path: string, folder: string) => path.startsWith(`${folder}/`);
