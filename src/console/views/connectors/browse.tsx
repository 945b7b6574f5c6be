// One connector: a place in it, as the API lists it.
import type { AdminSchemas } from '../../../openapi/admin.ts';
import type { Schemas } from '../../../openapi/cloudglue.ts';
import { call } from '../../client/call.ts';
import { Empty, Loading, Problem } from '../../parts/notice.tsx';
import { Text } from '../../parts/text.tsx';
import { linkTo, route } from '../../route.ts';
import { connection } from '../../state/connection.ts';
import { useResource } from '../../state/resource.ts';
import { Entry, type EntryFacts } from './entry.tsx';
import { Filters } from './filters.tsx';
import { type Folder, linkToPlace, readTrail } from './place.ts';
import { SyncForm } from './sync-form.tsx';

type WorldConnector = AdminSchemas['WorldConnector'];

const PAGE = 25;
/** Of more than these, neither error cases nor files are marked: to read them all would take long. */
const MOST_ITEMS = 5_000;
const MOST_FILES = 2_000;

/** What the entries of a listing do not tell: which items are error cases, and which have a file. */
async function readFacts(
  { id, items }: WorldConnector,
  signal: AbortSignal,
): Promise<Map<string, EntryFacts>> {
  const files = connection.account.peek()?.files ?? 0;
  const [seeds, plans] = await Promise.all([
    items > MOST_ITEMS ? undefined : call('listItems', { params: { id }, signal }),
    files > MOST_FILES ? undefined : call('listFilePlans', { signal }),
  ]);
  const facts = new Map<string, EntryFacts>();
  for (const { uri, seed } of seeds?.data ?? []) facts.set(uri, { seed });
  for (const plan of plans?.data ?? []) facts.set(plan.uri, { ...facts.get(plan.uri), plan });
  return facts;
}

export function Browse({ connector }: { connector: WorldConnector }) {
  const { id, label, filters, metadata } = connector;
  const { query } = route.value;
  const buckets = (Array.isArray(metadata.bucket_names) ? metadata.bucket_names : []).map(String);
  const trail = readTrail(query.in);
  const wanted = {
    ...(buckets.length > 0 && { bucket: query.bucket ?? buckets[0] }),
    ...Object.fromEntries(filters.flatMap((name) => (query[name] ? [[name, query[name]]] : []))),
    ...trail.at(-1)?.place,
    limit: PAGE,
    page_token: query.page,
  };
  const key = JSON.stringify([id, wanted]);
  const listing = useResource(key, (signal) =>
    call('listDataConnectorFiles', { params: { id }, query: wanted as never, signal }),
  );
  const facts = useResource(id, (signal) => readFacts(connector, signal));
  const page = listing.value.value;
  return (
    <>
      <h2>{label}</h2>
      <p class="help">
        <code>{id}</code>
      </p>
      <SyncForm label="Any URI or link of it" placeholder={exampleOf(page)} connector={id} />
      <Filters names={filters} buckets={buckets} />
      <Trail label={label} trail={trail} />
      {listing.failure.value && <Problem>{listing.failure.value}</Problem>}
      {!page && !listing.failure.value && <Loading />}
      {page && <Listing page={page} facts={facts.value.value} connector={connector} trail={trail} />}
      {page && <Pages next={page.has_more ? page.next_page_token : null} isFirst={!query.page} />}
    </>
  );
}

const exampleOf = (page: Schemas['DataConnectorFileList'] | undefined): string =>
  page?.data.find(({ uri }) => uri)?.uri ?? '';

function Trail({ label, trail }: { label: string; trail: readonly Folder[] }) {
  if (trail.length === 0) return null;
  return (
    <nav aria-label="Folders" class="trail">
      <ul>
        <li>
          <a href={linkToPlace([])}>{label}</a>
        </li>
        {trail.map(({ name }, at) => (
          <li key={linkToPlace(trail.slice(0, at + 1))}>
            <a
              href={linkToPlace(trail.slice(0, at + 1))}
              aria-current={at === trail.length - 1 ? 'location' : undefined}
            >
              <Text most={40}>{name}</Text>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ListingProps {
  page: Schemas['DataConnectorFileList'];
  facts: Map<string, EntryFacts> | undefined;
  connector: WorldConnector;
  trail: readonly Folder[];
}

/** Why nothing is listed, as far as it is known. */
function emptyText({ has_more }: ListingProps['page'], { label, lists_from, items }: WorldConnector): string {
  if (has_more) return 'Nothing on this page, but there are more pages.';
  if (lists_from === null || route.value.query.from || items === 0) return 'Nothing is listed here.';
  return `Nothing is listed here: by the clock of the account, ${label} lists only what was created since ${lists_from}. Set From to an earlier day.`;
}

function Listing({ page, facts, connector, trail }: ListingProps) {
  if (page.data.length === 0) return <Empty>{emptyText(page, connector)}</Empty>;
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Size</th>
            <th scope="col">Created</th>
            <th scope="col">File</th>
            <th scope="col">
              <span class="unseen">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {page.data.map((entry) => (
            <Entry
              key={entry.uri ?? entry.name}
              entry={entry}
              facts={entry.uri ? facts?.get(entry.uri) : undefined}
              connector={connector.id}
              trail={trail}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Pages({ next, isFirst }: { next: string | null | undefined; isFirst: boolean }) {
  const { view, name, query } = route.value;
  if (!next && isFirst) return null;
  return (
    <p class="pages">
      {!isFirst && <a href={linkTo(view, name, { ...query, page: undefined })}>First page</a>}
      {next && <a href={linkTo(view, name, { ...query, page: next })}>Next page</a>}
    </p>
  );
}
