// The requests that provoke an error case, as data: from the examples of the catalogue and the items of a world.
import { type Example, UNKNOWN_ID } from '../errors/cases/error-case.ts';
import type { ErrorName } from '../errors/catalogue.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
import { type OperationId, operationById } from '../openapi/cloudglue.ts';
import { ADMIN_PATH, BASE_PATH } from '../openapi/paths.ts';
import { publicDefinitions } from '../sources/public/public-registry.ts';
import type { World } from '../world/world.ts';

type ErrorRequest = AdminSchemas['ErrorRequest'];

/** A request that succeeds, unless the operation needs records that the account does not have. */
export function usualRequest(operation: OperationId, world: World): Example {
  const [connector] = world.connectors.values();
  const uri = connector?.items[0]?.uri ?? 'grain://recording/abc123';
  const urls: Partial<Record<OperationId, string>> = {
    syncDataConnectorFile: uri,
    syncFileFromUrl: 'https://example.com/talk.mp4',
    addMedia: 'https://example.com/talk.mp4',
  };
  const takesJson = operationById(operation).operation.requestBody?.content['application/json'];
  return {
    operation,
    params: { id: connector?.id ?? UNKNOWN_ID },
    ...(operation === 'getDataConnectorSourceMetadata' && { query: { url: uri } }),
    ...(takesJson && { json: urls[operation] ? { url: urls[operation] } : {} }),
  };
}

/** The URIs of items that get a case. An item that is missing at its source is another case if the source is public. */
export function urisOfItemsWith(name: ErrorName, { items, isPublic }: ItemsOfSource): string[] {
  const notFound = isPublic ? 'url-not-found' : 'item-not-found';
  return items.flatMap(({ error, uri }) =>
    error && (error === 'item-not-found' ? notFound : error) === name ? [uri] : [],
  );
}

interface ItemsOfSource {
  items: readonly { uri: string; error: string | null }[];
  isPublic: boolean;
}

/** A request for one item of each source that has items for the case. */
export function itemRequests(name: ErrorName, world: World): Example[] {
  const atConnectors = [...world.connectors.values()].flatMap(({ id, items }): Example[] => {
    const [url] = urisOfItemsWith(name, { items, isPublic: false });
    return url ? [{ operation: 'syncDataConnectorFile', params: { id }, json: { url } }] : [];
  });
  const onTheWeb = publicDefinitions.flatMap(({ type, collectionsOnly }): Example[] => {
    const items = (!collectionsOnly && world.publicSources.get(type)?.items) || [];
    const [url] = urisOfItemsWith(name, { items, isPublic: true });
    return url ? [{ operation: 'syncFileFromUrl', json: { url } }] : [];
  });
  return [...atConnectors, ...onTheWeb];
}

/** A fault rule for the next request of an operation, and that request. */
export const ruleThenRequest = (name: ErrorName, operation: OperationId, world: World): Example => ({
  ...usualRequest(operation, world),
  after: {
    operation,
    request: { method: 'POST', path: `${ADMIN_PATH}/faults` },
    json: { match: { operation }, error: name, times: 1 },
  },
});

/** An example's requests in turn; the last one is its own. */
export function requestsOf(example: Example): ErrorRequest[] {
  const { after, json, text, bytes, form, headers = {}, token, request, operation } = example;
  const body = json === undefined ? text : JSON.stringify(json);
  const own: ErrorRequest = {
    ...placeOf(example),
    headers: { ...(json !== undefined && { 'Content-Type': 'application/json' }), ...headers },
    ...(token !== undefined && { key: token }),
    ...(!request && { operation }),
    ...(bytes !== undefined ? { bytes } : body !== undefined && { body }),
    ...(form && { form }),
  };
  return [...(after ? requestsOf(after) : []), own];
}

function placeOf({ operation, params = {}, query, request }: Example): { method: string; path: string } {
  if (request) return request;
  const { method, path } = operationById(operation);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? UNKNOWN_ID);
  const search = query ? `?${new URLSearchParams(query)}` : '';
  return { method: method.toUpperCase(), path: `${BASE_PATH}${filled}${search}` };
}
