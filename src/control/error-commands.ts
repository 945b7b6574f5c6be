// Turns every way to provoke an error case into a command that can be copied.
import { flagOf } from '../config/options.ts';
import { type Example, UNKNOWN_ID } from '../errors/cases/error-case.ts';
import { type ErrorName, errorCase } from '../errors/catalogue.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
import { type OperationId, operationById } from '../openapi/cloudglue.ts';
import { ADMIN_PATH, BASE_PATH } from '../openapi/paths.ts';
import { publicDefinitions } from '../sources/public/public-registry.ts';
import { shellWord } from '../util/shell.ts';
import type { World } from '../world/world.ts';

type ErrorCommand = AdminSchemas['ErrorCommand'];
type Ways = AdminSchemas['ErrorCaseEntry']['ways'];

/** The mock that the commands are for. */
export interface CommandTarget {
  /** Scheme, host and port of the mock. */
  origin: string;
  world: World;
}

interface CommandOptions extends CommandTarget {
  name: ErrorName;
  ways: Ways;
  /** The operations at which a fault rule, and the Prefer header, can force the case. */
  places: { rule: OperationId | undefined; prefer: OperationId | undefined };
}

const KEY = 'cg-demo';

/** The ways to provoke an error case, each as a command. */
export function commandsFor({ name, ways, places, ...target }: CommandOptions): ErrorCommand[] {
  const { requests = [] } = errorCase(name);
  const { rule, prefer } = places;
  const command = (way: ErrorCommand['way'], curl: string, options?: Example['options']): ErrorCommand => ({
    way,
    curl,
    start: options === undefined ? null : startLine(options),
  });
  const anyPlace = (requests[0]?.operation ?? errorCase(name).operations[0]) as OperationId;
  const { options: _, ...first } = requests[0] ?? usualRequest(rule ?? anyPlace, target);
  return [
    ...requests.map((request) => command('request', curlOf(request, target), request.options)),
    ...itemRequests(name, target).map((request) => command('item', curlOf(request, target))),
    ...ways.tokens.map((token) => command('token', curlOf({ ...first, token }, target))),
    ...(prefer && ways.prefer !== null
      ? [
          command(
            'prefer',
            curlOf({ ...usualRequest(prefer, target), headers: { Prefer: ways.prefer } }, target),
          ),
        ]
      : []),
    ...(rule ? [command('rule', ruleThenRequest(name, rule, target))] : []),
  ];
}

const startLine = (options: NonNullable<Example['options']>): string =>
  [
    'cloudglue-mock',
    ...Object.entries(options).flatMap(([name, value]) => [`--${flagOf(name)}`, value]),
  ].join(' ');

/** A request that succeeds, unless the operation needs records that the account does not have. */
function usualRequest(operation: OperationId, { world }: CommandTarget): Example {
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
function itemRequests(name: ErrorName, { world }: CommandTarget): Example[] {
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

function ruleThenRequest(name: ErrorName, operation: OperationId, target: CommandTarget): string {
  const rule: Example = {
    operation,
    request: { method: 'POST', path: `${ADMIN_PATH}/faults` },
    json: { match: { operation }, error: name, times: 1 },
  };
  return `${curlOf(rule, target)} && ${curlOf(usualRequest(operation, target), target)}`;
}

/** A request as a curl command, after the request that must come first. */
function curlOf(example: Example, target: CommandTarget): string {
  const { after, bytes } = example;
  const own = ['curl -sS', ...wordsOf(example, target.origin)].join(' ');
  const sent = bytes === undefined ? own : `head -c ${bytes} /dev/zero | tr '\\0' x | ${own}`;
  if (!after) return sent;
  const first = curlOf(after, target);
  const fields = Object.values(example.params ?? {}).flatMap((value) => /^\{(\w+)\}$/.exec(value)?.[1] ?? []);
  const [only, ...others] = fields;
  if (only === undefined) return `${first} && ${sent}`;
  const read = (field: string) => `node -pe 'JSON.parse(fs.readFileSync(0)).${field}'`;
  if (others.length === 0) return `${only}=$(${first} | ${read(only)}) && ${sent}`;
  const assigned = fields.map((field) => `${field}=$(echo "$answer" | ${read(field)})`);
  return [`answer=$(${first})`, ...assigned, sent].join(' && ');
}

function wordsOf({ headers = {}, token, ...example }: Example, origin: string): string[] {
  const { method, path } = placeOf(example);
  const header = (name: string, value: string) => ['-H', shellWord(`${name}: ${value}`)];
  const all = {
    ...(token !== null && { Authorization: `Bearer ${token ?? KEY}` }),
    ...(example.json !== undefined && { 'Content-Type': 'application/json' }),
    ...headers,
  };
  return [
    ...(method === 'GET' ? [] : ['-X', method]),
    // A field of the first answer is a shell variable, so it goes outside the single quotes.
    shellWord(`${origin}${path}`).replace(/\{(\w+)\}/g, `'"$$$1"'`),
    ...Object.entries(all).flatMap(([name, value]) => header(name, value)),
    ...bodyOf(example),
  ];
}

function placeOf({ operation, params = {}, query, request }: Example): { method: string; path: string } {
  if (request) return request;
  const { method, path } = operationById(operation);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? UNKNOWN_ID);
  const search = query ? `?${new URLSearchParams(query)}` : '';
  return { method: method.toUpperCase(), path: `${BASE_PATH}${filled}${search}` };
}

function bodyOf({ json, text, bytes, form = {} }: Example): string[] {
  if (bytes !== undefined) return ['--data-binary', '@-'];
  if (json !== undefined) return ['-d', shellWord(JSON.stringify(json))];
  if (text !== undefined) return ['-d', shellWord(text)];
  return Object.entries(form).flatMap(([name, value]) => [
    '-F',
    shellWord(`${name}=${value}${name === 'file' ? ';filename=notes.txt' : ''}`),
  ]);
}
