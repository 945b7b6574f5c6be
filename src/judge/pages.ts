// What rules ask of a page of a listing.
import type { OperationId } from '../openapi/cloudglue.ts';
import type { Exchange } from './exchange.ts';
import { clientOf, filtersOf, queryValue, shortKey } from './facts.ts';

export interface Page {
  entries: readonly unknown[];
  /** Whether another page follows. */
  hasMore: boolean;
  /** How many entries there are in all, where the answer says so. */
  total: number | undefined;
}

/** The page that an answer holds; undefined where it holds none. */
export function pageIn({ status, answer }: Exchange): Page | undefined {
  const { data, has_more, total, offset } = (answer ?? {}) as Record<string, unknown>;
  if (status !== 200 || !Array.isArray(data)) return undefined;
  const all = typeof total === 'number' ? total : undefined;
  const before = typeof offset === 'number' ? offset : 0;
  return {
    entries: data,
    hasMore: has_more === true || (all !== undefined && all > before + data.length),
    total: all,
  };
}

/** Whether a request is for a page after the first. */
export const isLaterPage = (exchange: Exchange): boolean =>
  queryValue(exchange, 'page_token') !== undefined || Number(queryValue(exchange, 'offset')) > 0;

/** The most entries of a page that the document allows: whoever asks for so many wants all there are. */
export const LARGEST_PAGE = 100;

/** Whether a request says how many entries it wants, and fewer than there may be. */
export function wantsFew(exchange: Exchange): boolean {
  const limit = queryValue(exchange, 'limit');
  return limit !== undefined && Number(limit) < LARGEST_PAGE;
}

/** Equal for the pages of one listing of a connector that one client reads. */
export const listingKeyOf = (exchange: Exchange): string =>
  shortKey(`${clientOf(exchange)} ${exchange.path} ${JSON.stringify(filtersOf(exchange))}`);

/** A listing, for people: its path and filters. */
export function listingName(exchange: Exchange, filters = filtersOf(exchange)): string {
  const { method, path } = exchange;
  const query = Object.entries(filters).map(([name, value]) => `${name}=${value}`);
  return `${method} ${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

/** Listings, with the parameter of a path that names one of their entries. */
export const LISTINGS: { readonly [Id in OperationId]?: string } = {
  listDataConnectorFiles: '',
  listFiles: 'file_id',
  listVideos: 'file_id',
  listCollections: 'collection_id',
  listMetadataImports: 'import_id',
  listTags: 'tag_id',
  listWebhooks: 'webhook_id',
};
