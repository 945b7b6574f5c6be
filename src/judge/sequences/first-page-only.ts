// A listing whose first page was read, and no other, though there were more.
import type { OperationId } from '../../openapi/cloudglue.ts';
import { BoundedMap } from '../../util/bounded-map.ts';
import type { Exchange } from '../exchange.ts';
import { clientOf, textIn } from '../facts.ts';
import { isLaterPage, LISTINGS, listingName, type Page, pageIn, wantsFew } from '../pages.ts';
import { defineSequenceRule, type Seen, seen } from '../rule.ts';

interface FirstPage {
  where: Seen;
  listing: string;
  operation: OperationId;
  /** How many entries it has, and how many of them are no folders. */
  given: number;
  entries: number;
  total: number | undefined;
  /** The entries that the client did something with since. */
  used: Set<string>;
}

interface Reader {
  /** The listings whose later pages it read: it knows of them. */
  knows: Set<OperationId>;
  /** By the operation and the record that the listing is of. */
  first: BoundedMap<string, FirstPage>;
}

/** Programs that share an account. */
const MOST_READERS = 100;
const MOST_LISTINGS = 100;

const BROWSE = 'listDataConnectorFiles';

const newReader = (): Reader => ({
  knows: new Set(),
  first: new BoundedMap<string, FirstPage>(MOST_LISTINGS),
});

/** How many entries there are to do something with: folders are opened, not used. */
const usableIn = ({ entries }: Page): number =>
  entries.filter((entry) => textIn(entry, 'type') !== 'folder').length;

/** What a request does something with, if that is an entry of the listing. */
function usedOf(page: FirstPage, { operation, params, body, query }: Exchange): string | undefined {
  if (page.operation === BROWSE) return textIn(body, 'url') ?? query.url?.[0];
  const name = LISTINGS[page.operation];
  return operation === page.operation || name === undefined ? undefined : params[name];
}

export const firstPageOnly = defineSequenceRule({
  name: 'first-page-only',
  severity: 'warning',
  summary: 'A client that wants a whole listing reads every page of it',
  reason:
    'A page has 20 entries, or 50, unless a request asks for more. What is on later pages is silently left out, and nobody notices until there is enough of it.',
  source: 'opinion',
  examples: {
    broken: 'browses a connector, and syncs all of the first page, though has_more is true',
    sound: 'goes on with next_page_token while has_more is true, or sets a limit because it wants no more',
  },
  start: () => new BoundedMap<string, Reader>(MOST_READERS),
  observe(readers, exchange) {
    const operation = exchange.operation as OperationId;
    const isListing = LISTINGS[operation] !== undefined;
    if (!isListing && readers.size === 0) return;
    const client = clientOf(exchange);
    let reader = readers.get(client);
    if (!isListing) {
      for (const page of reader?.first.values() ?? []) use(page, exchange);
      return;
    }
    const page = pageIn(exchange);
    const isLater = isLaterPage(exchange);
    if (!page && !isLater) return;
    reader ??= newReader();
    readers.set(client, reader);
    if (isLater) reader.knows.add(operation);
    if (!page || isLater) return;
    const place = `${operation} ${exchange.params.id ?? exchange.params.collection_id ?? ''}`;
    // Where the page is empty, another rule has more to say.
    if (!page.hasMore || wantsFew(exchange) || page.entries.length === 0) reader.first.delete(place);
    else
      reader.first.set(place, {
        where: seen(exchange),
        listing: listingName(exchange),
        given: page.entries.length,
        operation,
        entries: usableIn(page),
        total: page.total,
        used: new Set(),
      });
  },
  end(readers, _end, tell) {
    for (const { knows, first } of readers.values()) {
      for (const { where, listing, operation, given, entries, total, used } of first.values()) {
        // Whoever did something with a few of the entries had found what it looked for.
        if (knows.has(operation) || (used.size > 0 && used.size < entries)) continue;
        const isCounted = total !== undefined;
        tell(
          {
            text: isCounted
              ? `${listing} gave the first ${given} of ${total}, and the others were never asked for`
              : `${listing} gave a first page of ${given} with has_more: true, and the next page was never asked for`,
            remedy: `${isCounted ? 'ask for the next page with offset until total is reached' : 'send next_page_token as page_token while has_more is true'}; where fewer are wanted, say so with limit`,
          },
          where,
        );
      }
    }
  },
});

function use(page: FirstPage, exchange: Exchange): void {
  const used = usedOf(page, exchange);
  if (used !== undefined && page.used.size <= page.entries) page.used.add(used.slice(0, 300));
}
