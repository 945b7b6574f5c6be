// One page of the records that a query wants: in one pass over them, without sorting them all.
import { startSlices } from '../time/slices.ts';
import { Heap } from '../util/heap.ts';
import type { Keyed, Table } from './table.ts';

export interface Query<Row> {
  /** Only records that belong to that one. */
  ownerId?: string | undefined;
  /** Every record, unless given. */
  isWanted?: ((row: Row) => boolean) | undefined;
  /** What records are ordered by; when they were created, unless given. */
  nameOf?: ((row: Row) => string) | undefined;
  /** Records of the page's order before the page. */
  offset: number;
  limit: number;
  isDescending: boolean;
}

interface Page<Row> {
  page: Row[];
  /** How many records are wanted in all. */
  total: number;
}

/** A page, and how many records are wanted in all. Without filter and name it costs by the page only. */
export async function select<Row extends Keyed>(table: Table<Row>, query: Query<Row>): Promise<Page<Row>> {
  const { ownerId, isWanted, nameOf, offset, limit, isDescending } = query;
  const ids = table.ids(ownerId);
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

/** A record, its name, and its place among those of the same name. */
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
  const isBefore = (a: Named, b: Named) =>
    a.name === b.name ? a.place < b.place : a.name < b.name !== isDescending;
  // The last of those that come first is on top: whatever comes after it is of no use.
  const first = new Heap<Named>((a, b) => isBefore(b, a));
  let count = 0;
  await forEachWanted(table, ids, query, (row) => {
    const named = { id: row.id, name: nameOf(row), place: count++ };
    if (first.size < offset + limit) first.push(named);
    else if (first.first && isBefore(named, first.first)) {
      first.pop();
      first.push(named);
    }
    return true;
  });
  const found: string[] = [];
  while (first.size > offset) found.push(first.pop()?.id ?? '');
  return pageOf(table, found.reverse(), count);
}

/** Goes through the records in the order of the page as long as `take` says, in slices: one record may take long. */
async function forEachWanted<Row extends Keyed>(
  table: Table<Row>,
  ids: readonly string[],
  { isWanted, isDescending }: Query<Row>,
  take: (row: Row) => boolean,
): Promise<void> {
  const slices = startSlices();
  // Ids of records that are made meanwhile are added to the same list.
  const { length } = ids;
  for (let at = 0; at < length; at++) {
    if (slices.isOver()) await slices.next();
    const row = table.get(ids[isDescending ? length - 1 - at : at] ?? '');
    if (row && (!isWanted || isWanted(row)) && !take(row)) return;
  }
}

const rowsOf = <Row extends Keyed>(table: Table<Row>, ids: readonly string[]): Row[] =>
  ids.flatMap((id) => table.get(id) ?? []);

/** The records as they are by now; one that was removed meanwhile drops out. */
function pageOf<Row extends Keyed>(table: Table<Row>, ids: readonly string[], count: number): Page<Row> {
  const page = rowsOf(table, ids);
  return { page, total: count - (ids.length - page.length) };
}
