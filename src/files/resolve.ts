// Which source a URI belongs to, and whether the door at which it was handed in takes it.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import { definitions } from '../sources/connectors/connector-registry.ts';
import { dropbox } from '../sources/connectors/dropbox.ts';
import type { ConnectorDefinition, FileSource } from '../sources/definition.ts';
import type { SourceItem } from '../sources/item.ts';
import {
  type Asking,
  type Connector,
  connectorTypeOf,
  findItem,
  findRead,
  hasItem,
  oldestOf,
  requireMedia,
} from '../sources/lookup.ts';
import { isMedia } from '../sources/media.ts';
import { publicDefinitions, publicSourceOf } from '../sources/public/public-registry.ts';
import { fileIdIn, isHostOrSubdomain, webUrl } from '../sources/uri.ts';

/** An item of some source, and what a file of it says of where it came from. */
export interface Found {
  item: SourceItem;
  source: FileSource;
  /** What a new file of it costs, in credits. */
  credits: number;
  label: string;
}

/** How sources answer an account: what is made up is made up once, and an item that refuses a few times only has its refusals counted there. */
const askingOf = ({ settings, store }: Account): Asking => ({
  unknown: settings.unknownUris,
  remembered: (key) => store.files.find(key)?.item,
  refuses: ({ key, errorTimes }) => errorTimes === null || store.refuses(key, errorTimes),
});

/** The item of a connector that a URI means. Throws ApiError if it has none, or the item refuses. */
export const askConnector = (account: Account, connector: Connector, uri: string): SourceItem =>
  findItem(connector, uri, askingOf(account));

/** What a URI means to a connector. Throws ApiError if it is no media item that this connector can give. */
export function findAtConnector(account: Account, connector: Connector, uri: string): Found {
  const item = askConnector(account, connector, uri);
  requireMedia(item);
  const { type, label } = connector.definition;
  return { item, source: type, label, credits: 0 };
}

/** What a public URL means to `POST /v1/files/sync`. Throws ApiError for anything else, naming the right door. */
export function findPublic(account: Account, uri: string): Found {
  const found = findShared(account, uri);
  if (found) return found;
  const owner = connectorTypeOf(uri) ?? connectorWithPage(uri);
  if (owner) throw refuseConnectorUri(account, owner, uri);
  return findOnTheWeb(account, uri, { allowed: ({ door }) => door !== null });
}

/** What a URI of any source means to a collection. Throws ApiError if it is no media that can be had. */
export function findAnywhere(account: Account, uri: string): Found {
  const found = findShared(account, uri);
  if (found) return found;
  const type = connectorTypeOf(uri);
  if (type) {
    const connector = oldestOf(account.world.connectors, type.type);
    if (!connector) throw ApiError.of('no-connector-of-type', type.type, uri);
    return findAtConnector(account, connector, uri);
  }
  const page = connectorWithPage(uri);
  if (page) throw refuseConnectorUri(account, page, uri);
  return findOnTheWeb(account, uri, { allowed: () => true });
}

/** What a connector's URI gets at a door for others: the connector that takes it. */
const refuseConnectorUri = (
  { world }: Account,
  { label, type, forms }: ConnectorDefinition,
  uri: string,
): ApiError =>
  ApiError.of('connector-uri', label, type, forms[0] ?? '', uri, oldestOf(world.connectors, type)?.id);

/** A Dropbox share link, which needs no connector, but is the same item as through one. */
function findShared(account: Account, uri: string): Found | undefined {
  const reading = webUrl(uri) && dropbox.read(uri);
  if (!reading) return undefined;
  const connectors = [...account.world.connectors.values()].filter(
    ({ definition }) => definition === dropbox,
  );
  const holder = connectors.find((connector) => hasItem(connector, uri)) ?? {
    definition: dropbox,
    items: [],
    id: connectors.at(-1)?.id,
  };
  const item = findRead(holder, reading, {
    uri,
    ...askingOf(account),
    notFound: () => ApiError.of('url-not-found', uri),
  });
  requireMediaAt(uri, item);
  return { item, source: 'dropbox', label: dropbox.label, credits: 0 };
}

/** Throws ApiError for what is neither video nor sound. */
function requireMediaAt(uri: string, { mimeType }: SourceItem): void {
  if (!isMedia(mimeType)) throw ApiError.of('url-not-media', uri, mimeType ?? 'something unknown');
}

/** The provider on whose pages a URL is, where such a page is no URI of an item. */
function connectorWithPage(uri: string) {
  const url = webUrl(uri);
  return url && definitions.find(({ pageHosts }) => pageHosts?.some((host) => isHostOrSubdomain(url, host)));
}

function findOnTheWeb(
  account: Account,
  uri: string,
  { allowed }: { allowed: (source: { door: string | null }) => boolean },
): Found {
  const definition = publicSourceOf(uri);
  const reading = definition?.read(uri);
  if (!definition || !reading) {
    if (/^cloudglue:\/\//i.test(uri)) throw ApiError.of('cloudglue-uri', uri, fileIdIn(uri));
    const forms = [...publicDefinitions.filter(allowed), dropbox].flatMap(({ forms }) => forms);
    throw ApiError.of(
      'unreadable-url',
      uri,
      'public',
      forms.filter((form) => form.startsWith('https')).join(', '),
    );
  }
  if (!allowed(definition)) throw ApiError.of('youtube-url', uri);
  const source = account.world.publicSources.get(definition.type) ?? { definition, items: [] };
  const item = findRead(source, reading, {
    uri,
    ...askingOf(account),
    ...(definition.open && { unknown: 'create' }),
    notFound: () => ApiError.of('url-not-found', uri),
  });
  requireMediaAt(uri, item);
  return { item, source: definition.source, label: definition.label, credits: definition.credits ?? 0 };
}
