// Finds the item behind a URI, if the endpoint that received it accepts that kind of URI.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import { isSince } from '../openapi/versions.ts';
import type { FileRecord } from '../records/file.ts';
import { connectorTypeOf, definitions } from '../sources/connectors/connector-registry.ts';
import type { ConnectorDefinition, FileSource } from '../sources/definition.ts';
import { findItem, findRead, hasItem, type LookupOptions, requireMedia } from '../sources/find-item.ts';
import type { SourceItem } from '../sources/item.ts';
import { isImage, isMedia } from '../sources/media.ts';
import type { PublicDefinition } from '../sources/public/public-definition.ts';
import { publicDefinitions, publicSourceOf } from '../sources/public/public-registry.ts';
import { type Connector, oldestOf } from '../sources/source.ts';
import { fileIdIn, isHostOrSubdomain, webUrl } from '../sources/uri.ts';

/** An item of a source, and what a file needs to know about its origin. */
export interface Found {
  item: SourceItem;
  source: FileSource;
  /** The price of a new file, in credits. */
  credits: number;
  label: string;
}

/** Takes a synthesized item from its file, if it has one, and counts the failures of items with `error_times`. */
const lookupOptionsOf = ({ settings, store }: Account, isPublic = false): LookupOptions => ({
  unknown:
    settings.unknownUris === 'create' || (isPublic && settings.unknownUris === 'public')
      ? 'create'
      : 'refuse',
  synthesized: (key) => {
    const file = store.files.find(key);
    return file && isDescribed(file) ? file.item : undefined;
  },
  refuses: ({ key, errorTimes }) => errorTimes === null || store.refuses(key, errorTimes),
});

/** Whether an item of a file has its source metadata; without it, only the item as its source has it can be described. */
const isDescribed = ({ source, item }: FileRecord): boolean =>
  item.sourceMetadata !== null ||
  definitions.find(({ type }) => type === source)?.sourceMetadata === undefined;

/** The item of a connector with a URI. Throws ApiError if there is none, or the item has an error. */
export const askConnector = (account: Account, connector: Connector, uri: string): SourceItem =>
  findItem(connector, uri, lookupOptionsOf(account, isShareLink(connector.definition, uri)));

function isShareLink({ sharing }: ConnectorDefinition, uri: string): boolean {
  const url = webUrl(uri);
  return url !== undefined && sharing?.isLink(url) === true;
}

/** The item with its source metadata, where its provider tells any to the account's version of the API. */
export function describeItem(
  { apiVersion }: Account,
  { sourceMetadata }: ConnectorDefinition,
  item: SourceItem,
): SourceItem {
  if (item.sourceMetadata || !sourceMetadata || !isSince(apiVersion, sourceMetadata.since)) return item;
  let described = describedItems.get(item);
  if (!described) {
    described = { ...item, sourceMetadata: sourceMetadata.of(item) };
    describedItems.set(item, described);
  }
  return described;
}

/** Items with their source metadata, so that all accounts share them. */
const describedItems = new WeakMap<SourceItem, SourceItem>();

/** The media item of a connector with a URI. Throws ApiError if there is none, it is not media, or it has an error. */
export function findAtConnector(account: Account, connector: Connector, uri: string): Found {
  const item = askConnector(account, connector, uri);
  requireMedia(connector, item);
  const { definition } = connector;
  const { type, label } = definition;
  return { item: describeItem(account, definition, item), source: type, label, credits: 0 };
}

/** The item of a public URL, for `syncFileFromUrl`. Throws ApiError for any other URI, naming the right endpoint. */
export function findPublic(account: Account, uri: string): Found {
  const found = findShared(account, uri);
  if (found) return found;
  const owner = connectorTypeOf(uri) ?? connectorWithPage(uri);
  if (owner) throw refuseConnectorUri(account, owner, uri);
  return findOnTheWeb(account, uri, { allowed: ({ collectionsOnly }) => !collectionsOnly });
}

/** The item of a URI of any source, for collections. Throws ApiError if there is none. */
export function findAnywhere(account: Account, uri: string): Found {
  const found = findShared(account, uri);
  if (found) return found;
  const owner = connectorTypeOf(uri);
  if (owner) {
    const connector = oldestOf(account.connectors, owner.type);
    if (!connector) throw ApiError.of('no-connector-of-type', owner.type, uri);
    return findAtConnector(account, connector, uri);
  }
  const page = connectorWithPage(uri);
  if (page) throw refuseConnectorUri(account, page, uri);
  return findOnTheWeb(account, uri, { allowed: () => true });
}

/** The error for a connector's URI at another endpoint; it names the connector to use. */
const refuseConnectorUri = (
  { connectors }: Account,
  { label, type, forms }: ConnectorDefinition,
  uri: string,
): ApiError => ApiError.of('connector-uri', label, type, forms[0], uri, oldestOf(connectors, type)?.id);

/** The item of a share link. It needs no connector, but is the same item as through a connector. */
function findShared(account: Account, uri: string): Found | undefined {
  const definition = definitions.find((one) => isShareLink(one, uri));
  const reading = definition?.read(uri);
  if (!definition || !reading) return undefined;
  const connectors = [...account.connectors.values()].filter((one) => one.definition === definition);
  const holder = connectors.find((connector) => hasItem(connector, uri)) ?? {
    definition,
    items: [],
    id: connectors.at(-1)?.id,
  };
  const item = findRead(holder, reading, {
    uri,
    ...lookupOptionsOf(account, true),
    notFound: () => ApiError.of('url-not-found', uri),
  });
  requireMediaAt(account, uri, item);
  const described = describeItem(account, definition, item);
  return { item: described, source: definition.type, label: definition.label, credits: 0 };
}

/** Throws ApiError if the item is neither video nor audio, nor an image in a version that has images. */
function requireMediaAt(account: Account, uri: string, { mimeType }: SourceItem): void {
  const takesImages = account.knows('File', 'media_type', 'image');
  if (isMedia(mimeType) || (takesImages && isImage(mimeType))) return;
  throw ApiError.of('url-not-media', uri, mimeType ?? 'something unknown', takesImages);
}

/** The provider that a web page belongs to, if its pages are not URIs of items. */
function connectorWithPage(uri: string) {
  const url = webUrl(uri);
  return url && definitions.find(({ pageHosts }) => pageHosts?.some((host) => isHostOrSubdomain(url, host)));
}

function findOnTheWeb(
  account: Account,
  uri: string,
  { allowed }: { allowed: (source: PublicDefinition) => boolean },
): Found {
  const definition = publicSourceOf(uri);
  const reading = definition?.read(uri);
  if (!definition || !reading) {
    if (/^cloudglue:\/\//i.test(uri)) throw ApiError.of('cloudglue-uri', uri, fileIdIn(uri));
    const forms = [
      ...publicDefinitions.filter(allowed).flatMap((one) => one.forms),
      ...definitions.flatMap(({ sharing }) => sharing?.forms ?? []),
    ];
    throw ApiError.of('unreadable-url', uri, 'public', forms.join(', '));
  }
  if (!allowed(definition)) throw ApiError.of('youtube-url', uri, definition.label);
  const source = account.world.publicSources.get(definition.type) ?? { definition, items: [] };
  const item = findRead(source, reading, {
    uri,
    ...lookupOptionsOf(account, true),
    ...(definition.open && { unknown: 'create' }),
    notFound: () => ApiError.of('url-not-found', uri),
  });
  requireMediaAt(account, uri, item);
  return { item, source: definition.source, label: definition.label, credits: definition.credits ?? 0 };
}
