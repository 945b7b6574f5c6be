// Finds one page of the records that match a query, in one pass and without sorting all of them.
import TinyQueue from 'tinyqueue';
import { doInSlices, startSlices } from '../time/slices.ts';
import type { Keyed, Table } from './table.ts';

export interface Query<Row> {
  /** Only records that belong to the record with this id. */
  ownerId?: string | undefined;
  /** Whether a record matches; default: every record. */
  isWanted?: ((row: Row) => boolean) | undefined;
  /** The name to order records by; default: order by creation. */
  nameOf?: ((row: Row) => string) | undefined;
  /** How many matching records come before the page. */
  offset: number;
  limit: number;
  isDescending: boolean;
}

interface Page<Row> {
  page: Row[];
  /** How many records match in total. */
  total: number;
}

/** A page, and the total of matching records. Without filter and name, the cost depends only on the size of the page. */
export async function select<Row extends Keyed>(table: Table<Row>, query: Query<Row>): Promise<Page<Row>> {
  const { ownerId, isWanted, nameOf, offset, limit, isDescending } = query;
  const ids = await doInSlices(table.idsInParts(ownerId));
  const total = ownerId === undefined ? table.size : ids.length;
  if (nameOf) return selectByName(table, ids, { ...query, nameOf });
  if (!isWanted && ids.length === total) {
    const from = isDescending ? Math.max(0, total - offset - limit) : offset;
    const page = ids.slice(from, isDescending ? Math.max(0, total - offset) : offset + limit);
    return { page: rowsOf(table, isDescending ? page.reverse() : page), total };
  }
  const found: string[] = [];
  let count = 0;
  await forEachWanted(table, ids, query, (row) => {
    if (count >= offset && found.length < limit) found.push(row.id);
    count++;
    return isWanted !== undefined || found.length < limit;
  });
  return pageOf(table, found, isWanted ? count : total);
}

/** A record with its name, and its position among records of the same name. */
interface Named {
  id: string;
  name: string;
  place: number;
}

async function selectByName<Row extends Keyed>(
  table: Table<Row>,
  ids: readonly string[],
  query: Query<Row> & { nameOf(row: Row): string },
): Promise<Page<Row>> {
  const { offset, limit, isDescending, nameOf } = query;
  const compare = (a: Named, b: Named) => {
    if (a.name === b.name) return a.place - b.place;
    return a.name < b.name !== isDescending ? -1 : 1;
  };
  // Holds the first offset + limit records, the last of them on top: records that come after it are not needed.
  const first = new TinyQueue<Named>([], (a, b) => compare(b, a));
  let count = 0;
  await forEachWanted(table, ids, query, (row) => {
    const named = { id: row.id, name: nameOf(row), place: count++ };
    const last = first.peek();
    if (first.length < offset + limit) first.push(named);
    else if (last && compare(named, last) < 0) {
      first.pop();
      first.push(named);
    }
    return true;
  });
  const found: string[] = [];
  while (first.length > offset) found.push(first.pop()?.id ?? '');
  return pageOf(table, found.reverse(), count);
}

/** Visits the matching records in the order of the listing as long as `take` says, in slices: one record may take long. */
async function forEachWanted<Row extends Keyed>(
  table: Table<Row>,
  ids: readonly string[],
  { isWanted, isDescending }: Query<Row>,
  take: (row: Row) => boolean,
): Promise<void> {
  const slices = startSlices();
  // Ids of records created meanwhile are appended to the same list, so its length is fixed here.
  const { length } = ids;
  for (let at = 0; at < length; at++) {
    if (slices.isOver()) await slices.next();
    const row = table.get(ids[isDescending ? length - 1 - at : at] ?? '');
    if (row && (!isWanted || isWanted(row)) && !take(row)) return;
  }
}

const rowsOf = <Row extends Keyed>(table: Table<Row>, ids: readonly string[]): Row[] =>
  ids.flatMap((id) => table.get(id) ?? []);

/** The page with the current version of each record, without records that were removed meanwhile. */
function pageOf<Row extends Keyed>(table: Table<Row>, ids: readonly string[], count: number): Page<Row> {
  const page = rowsOf(table, ids);
  return { page, total: count - (ids.length - page.length) };
}
