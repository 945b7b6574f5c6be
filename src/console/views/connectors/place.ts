// Where in a connector one is: the folders that lead there, as they stand in the address.
import { linkTo, route } from '../../route.ts';

/** A folder, with the query parameters that list it. */
export interface Folder {
  name: string;
  place: Record<string, string>;
}

/** The query parameters that say which place is listed; the others choose items in it. */
export const PLACES = ['bucket', 'path', 'folder_id', 'prefix'];

/** The folders from the top; none if the address was written by someone else and makes no sense. */
export function readTrail(text = '[]'): Folder[] {
  try {
    const trail = JSON.parse(text) as Folder[];
    const isTrail =
      Array.isArray(trail) && trail.every(({ name, place }) => typeof name === 'string' && isPlace(place));
    return isTrail ? trail : [];
  } catch {
    return [];
  }
}

const isPlace = (place: unknown): boolean =>
  typeof place === 'object' &&
  place !== null &&
  Object.entries(place).every(([key, value]) => PLACES.includes(key) && typeof value === 'string');

/** The parameters of an entry that is a folder. */
export const placeOfFolder = (metadata: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(metadata).filter(
      (entry): entry is [string, string] => PLACES.includes(entry[0]) && typeof entry[1] === 'string',
    ),
  );

/** The link to a place; filters stay, the page does not. */
export function linkToPlace(trail: readonly Folder[]): string {
  const { view, name, query } = route.value;
  return linkTo(view, name, {
    ...query,
    page: undefined,
    in: trail.length > 0 ? JSON.stringify(trail) : undefined,
  });
}
