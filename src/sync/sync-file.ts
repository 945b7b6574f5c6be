// Find or create: one file for each account and source item, whatever the spelling of its URI.
import type { Account } from '../accounts.ts';
import { type Connector, findItem, requireMedia } from '../connectors/source.ts';
import { uuidFrom } from '../random.ts';
import type { FileRecord } from '../store/records.ts';
import { planFor } from './lifecycle.ts';

/**
 * The file of the item that a URI means: the existing one unchanged, or a new one.
 * @throws ApiError if the URI means no item that this connector can give
 */
export function syncFile(account: Account, connector: Connector, uri: string): FileRecord {
  const { settings, clock, files } = account;
  const item = findItem(connector, uri, settings.unknownUris);
  requireMedia(item);
  return files.findOrInsert(item.key, (timesDeleted) => {
    account.reserve();
    return {
      // The same item has the same id in every account and on every machine, until it is deleted.
      id: uuidFrom(`file ${item.key} ${timesDeleted}`),
      key: item.key,
      source: connector.definition.type,
      item,
      filename: item.filename,
      metadata: null,
      createdAt: clock.now(),
      plan: planFor(item, settings),
      stepsRead: 0,
    };
  });
}
