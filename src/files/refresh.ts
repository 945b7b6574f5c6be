// What a provider tells of an item, looked up: for a URI, or to bring a file up to date.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import type { Schemas } from '../openapi/cloudglue.ts';
import { isSince } from '../openapi/versions.ts';
import type { FileRecord } from '../records/file.ts';
import { definitions } from '../sources/connectors/connector-registry.ts';
import { hasItem } from '../sources/find-item.ts';
import { type Connector, oldestOf } from '../sources/source.ts';
import { findFile } from './files.ts';
import { withStatusesOf } from './refusal.ts';
import { askConnector, describeItem } from './resolve.ts';

/** The first version in which a refresh also gives a thumbnail. */
const THUMBNAILS_SINCE = '0.7.15';

/** Whether items of a connector's type have source metadata in the account's version of the API. */
const hasMetadata = ({ apiVersion }: Account, { sourceMetadata }: Connector['definition']): boolean =>
  sourceMetadata !== undefined && isSince(apiVersion, sourceMetadata.since);

/** The source metadata of the item that a URI means. Throws ApiError if the provider has none, or the item refuses. */
export function lookUpMetadata(
  account: Account,
  connector: Connector,
  uri: string,
): Schemas['SourceMetadata'] {
  const { definition } = connector;
  const unsupported = () => {
    const having = definitions.filter((one) => hasMetadata(account, one)).map(({ type }) => type);
    return ApiError.of('source-metadata-unsupported', definition.type, having.join(', '));
  };
  if (!hasMetadata(account, definition)) throw unsupported();
  const { sourceMetadata } = describeItem(account, definition, askConnector(account, connector, uri));
  if (!sourceMetadata) throw unsupported();
  return sourceMetadata;
}

/**
 * Looks the source metadata of a file up again. Its status and its media stay as they are.
 * @throws ApiError if there is no such file, its source tells nothing, or no connector can be asked
 */
export function refreshFile(account: Account, id: string): FileRecord {
  const file = findFile(account, id);
  const { source, item, pictureAt = Number.POSITIVE_INFINITY } = file;
  const definition = definitions.find(({ type }) => type === source);
  if (!definition || !hasMetadata(account, definition)) {
    throw ApiError.of('nothing-to-refresh', id, source ?? 'unknown');
  }
  const connectors = [...account.connectors.values()].filter((one) => one.definition === definition);
  const connector =
    connectors.findLast((one) => hasItem(one, item.uri)) ?? oldestOf(account.connectors, definition.type);
  if (!connector) throw ApiError.of('no-connector-to-refresh', id, definition.type);
  const sourceMetadata = withStatusesOf('syncFileSourceMetadata', () =>
    lookUpMetadata(account, connector, item.uri),
  );
  const getsPicture =
    definition.hasThumbnails && item.media?.type === 'video' && isSince(account.apiVersion, THUMBNAILS_SINCE);
  const refreshed = account.store.files.update(id, {
    item: { ...item, sourceMetadata },
    ...(getsPicture && { pictureAt: Math.min(pictureAt, account.clock.now()) }),
  });
  if (!refreshed) throw ApiError.of('file-not-found', id);
  return refreshed;
}
