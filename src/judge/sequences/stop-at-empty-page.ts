// A listing that was given up at an empty page, though another one follows.
import { BoundedMap } from '../../util/bounded-map.ts';
import { MOST_FOLLOWED } from '../facts.ts';
import { listingKeyOf, listingName, pageIn } from '../pages.ts';
import { defineSequenceRule, type Seen, seen } from '../rule.ts';

export const stopAtEmptyPage = defineSequenceRule({
  name: 'stop-at-empty-page',
  severity: 'error',
  summary: 'A client reads on after an empty page while has_more is true',
  reason: 'A page may be short, even empty, in the middle of a listing. Only has_more tells its end.',
  source: 'documented',
  examples: {
    broken: 'asks for pages until one has no entries',
    sound: 'asks for pages until has_more is false',
  },
  operations: ['listDataConnectorFiles'],
  start: () => new BoundedMap<string, { where: Seen; listing: string }>(MOST_FOLLOWED),
  observe(stopped, exchange) {
    const page = pageIn(exchange);
    const stops = page?.hasMore && page.entries.length === 0;
    if (!stops && stopped.size === 0) return;
    const key = listingKeyOf(exchange);
    if (stops) stopped.set(key, { where: seen(exchange), listing: listingName(exchange) });
    // A page that failed in passing was asked for, at least.
    else stopped.delete(key);
  },
  end(stopped, _end, tell) {
    for (const { where, listing } of stopped.values()) {
      tell(
        {
          text: `${listing} gave a page without entries but with has_more: true, and the next page was never asked for`,
          remedy: 'send next_page_token as page_token while has_more is true, however few entries a page has',
        },
        where,
      );
    }
  },
});
