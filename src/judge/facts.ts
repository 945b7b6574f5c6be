// What rules ask of an exchange: who sent it, what it asks for, and how it ended.

import { type RequestShape, requestShapeOf } from '../openapi/request-shape.ts';
import { connectorTypeOf } from '../sources/connectors/connector-registry.ts';
import { publicSourceOf } from '../sources/public/public-registry.ts';
import { digest } from '../util/random.ts';
import type { Exchange } from './exchange.ts';

/** The things of one kind that a rule follows at a time; beyond that it forgets those that it saw first. */
export const MOST_FOLLOWED = 1_000;

/** Characters of a key; a longer one is kept as its beginning and a digest. */
const LONGEST_KEY = 300;

/** A key that takes little room, however long what it is made of. */
export const shortKey = (key: string): string =>
  key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY / 2)} ${digest(key)}` : key;

/** The program that sent a request, as far as can be told: those that share an API key are told apart by it. */
export const clientOf = (exchange: Exchange): string =>
  shortKey(`${exchange.header('user-agent') ?? ''} ${exchange.header('x-sdk-client') ?? ''}`);

const bodyKey = ({ body, header }: Pick<Exchange, 'body' | 'header'>): string =>
  body === undefined ? (header('content-length') ?? '') : JSON.stringify(body);

const isRead = ({ method }: Exchange) => method === 'GET' || method === 'HEAD';

/** Equal for requests of one client that ask for the same. */
export const requestKeyOf = (exchange: Exchange): string =>
  shortKey(
    `${clientOf(exchange)} ${exchange.method} ${exchange.path} ${queryKey(exchange)} ${
      isRead(exchange) ? '' : bodyKey({ body: exchange.body, header: (name) => exchange.header(name) })
    }`,
  );

const queryKey = ({ query }: Exchange): string =>
  Object.keys(query)
    .toSorted()
    .map((name) => `${name}=${query[name]?.join(',')}`)
    .join('&');

/** Query parameters that choose a part of a listing, not what is listed. */
const OF_PAGES = ['limit', 'page_token'];

/** The filters of a request that browses a connector, by name. */
export const filtersOf = ({ query }: Exchange): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query)
      .filter(([name]) => !OF_PAGES.includes(name))
      .map(([name, values]) => [name, values.join(',').slice(0, LONGEST_KEY)])
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );

/** Whether the client got no answer that it could read, though there may have been one. */
export const isLost = ({ status, done, answer }: Exchange): boolean =>
  status === 0 || (done !== undefined && answer === undefined);

/** Whether the same request may be answered otherwise in a while: 429, 5xx but 501, or a lost answer. */
export const mayPass = (exchange: Exchange): boolean =>
  exchange.status === 429 || (exchange.status >= 500 && exchange.status !== 501) || isLost(exchange);

/** How an exchange ended, for people. */
export const outcomeOf = (exchange: Exchange): string =>
  isLost(exchange) ? 'its answer was lost' : `it was answered with ${exchange.status}`;

/** A field of a JSON object that is a text. */
export function textIn(json: unknown, field: string): string | undefined {
  const value = (json as Record<string, unknown> | null | undefined)?.[field];
  return typeof value === 'string' ? value : undefined;
}

/** Whether an answer says that a file is not ready yet; undefined if it says nothing about it. */
export function isUnderWay(answer: unknown): boolean | undefined {
  const status = textIn(answer, 'status');
  if (status === 'pending' || status === 'processing') return true;
  if (status === 'completed' || status === 'failed' || status === 'not_applicable') return false;
  return undefined;
}

/** Equal for all spellings of what a URI names. */
export function itemKeyOf(uri: string): string {
  const reading = (connectorTypeOf(uri) ?? publicSourceOf(uri))?.read(uri);
  return shortKey(reading && 'key' in reading ? reading.key : uri);
}

/** The first value of a query parameter. */
export const queryValue = ({ query }: Exchange, name: string): string | undefined => query[name]?.[0];

/** What the operation takes in the version of the account; undefined where the request came to none. */
export const shapeOf = ({
  operation,
  version,
}: Pick<Exchange, 'operation' | 'version'>): RequestShape | undefined =>
  operation === null ? undefined : requestShapeOf(version, operation);
