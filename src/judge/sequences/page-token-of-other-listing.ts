// A page token that was used with another connector or other filters than it was given for.
import { apiOf } from '../../openapi/cloudglue.ts';
import { pointerTo } from '../../openapi/places.ts';
import { BoundedMap } from '../../util/bounded-map.ts';
import type { Exchange } from '../exchange.ts';
import { filtersOf, MOST_FOLLOWED, queryValue, shortKey, textIn } from '../facts.ts';
import { listingName } from '../pages.ts';
import { defineSequenceRule } from '../rule.ts';

interface Given {
  connector: string;
  filters: Record<string, string>;
  name: string;
}

const OPERATION = 'listDataConnectorFiles';

/** What differs, for people. */
function differenceOf({ connector, filters }: Given, exchange: Exchange): string {
  if (connector !== exchange.params.id) return 'of another connector';
  const now = filtersOf(exchange);
  const names = new Set([...Object.keys(filters), ...Object.keys(now)]);
  const different = [...names].filter((name) => filters[name] !== now[name]);
  return different.length > 0 ? `with another ${different.join(', ')}` : 'of another time';
}

function pointerOf({ version }: Exchange): string | undefined {
  const located = apiOf(version).operationsById.get(OPERATION);
  const at = located?.operation.parameters?.findIndex((one) => 'name' in one && one.name === 'page_token');
  return located && at !== undefined && at >= 0
    ? pointerTo(['paths', located.path, located.method, 'parameters', String(at)])
    : undefined;
}

export const pageTokenOfOtherListing = defineSequenceRule({
  name: 'page-token-of-other-listing',
  severity: 'error',
  summary: 'A client uses a page token with the connector and the filters that it was given for',
  reason: 'A token is a place in one listing, and means nothing in another.',
  source: 'documented',
  examples: {
    broken: 'asks for the next page with the token, and leaves out the title_search of the first page',
    sound: 'sends the same query with each page, and begins without a token when a filter changes',
  },
  operations: [OPERATION],
  start: () => new BoundedMap<string, Given>(MOST_FOLLOWED),
  observe(given, exchange, tell) {
    const next = textIn(exchange.answer, 'next_page_token');
    if (next !== undefined) {
      const filters = filtersOf(exchange);
      given.set(shortKey(next), {
        connector: exchange.params.id ?? '',
        filters,
        name: listingName(exchange, filters),
      });
    }
    if (exchange.errorCase !== 'invalid-page-token') return;
    const known = given.get(shortKey(queryValue(exchange, 'page_token') ?? ''));
    // What the API never gave is not of another listing: it may be a test of the error.
    if (!known) return;
    const document = pointerOf(exchange);
    tell({
      text: `a page token was used in a listing ${differenceOf(known, exchange)}: it was given for ${known.name}`,
      remedy:
        'send the same connector and filters with each page; when one of them changes, begin without page_token',
      place: 'query parameter "page_token"',
      ...(document !== undefined && { document }),
    });
  },
});
