// A page token that had expired, after which the listing was not begun again.
import { BoundedMap } from '../../util/bounded-map.ts';
import { MOST_FOLLOWED } from '../facts.ts';
import { isLaterPage, listingName } from '../pages.ts';
import { defineSequenceRule, type Seen, seen } from '../rule.ts';

export const listingNotRestarted = defineSequenceRule({
  name: 'listing-not-restarted',
  severity: 'warning',
  summary: 'A client begins a listing again when its page token has expired',
  reason: 'What is on the pages that it did not read is left out otherwise.',
  source: 'opinion',
  examples: {
    broken: 'gets 400 for an expired token, and takes the pages that it has for the whole listing',
    sound: 'begins again without page_token, and reads the pages one after the other',
  },
  operations: ['listDataConnectorFiles'],
  // By connector: whoever begins again may choose other filters.
  start: () => new BoundedMap<string, { where: Seen; listing: string }>(MOST_FOLLOWED),
  observe(expired, exchange) {
    const connector = exchange.params.id?.toLowerCase() ?? '';
    if (!isLaterPage(exchange)) expired.delete(connector);
    else if (exchange.errorCase === 'expired-page-token')
      expired.set(connector, { where: seen(exchange), listing: listingName(exchange) });
  },
  end(expired, _end, tell) {
    for (const { where, listing } of expired.values()) {
      tell(
        {
          text: `the page token of ${listing} had expired, and the listing was not begun again`,
          remedy:
            'begin again without page_token, skip what is known already, and ask for each page as soon as the one before is read',
          place: 'query parameter "page_token"',
        },
        where,
      );
    }
  },
});
