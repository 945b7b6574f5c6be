// Finds or creates the file of a source item: one per account, however the item's URI is spelled.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import type { FileRecord } from '../records/file.ts';
import { uuidFrom } from '../util/random.ts';
import { planFor, planOfItem } from './lifecycle.ts';
import type { Found } from './resolve.ts';

interface NewFile {
  /** Metadata for a new file. */
  metadata?: Record<string, unknown> | undefined;
  /** Whether a new file costs credits; default false. */
  paid?: boolean;
  /** Whether only what is known of the file is indexed, and its media stays where it is. */
  isMetadataOnly?: boolean;
  /** When it is made, in milliseconds since the Unix epoch; default: now. */
  at?: number;
}

/**
 * Returns the file of an item: the existing one unchanged, or a new one.
 * @throws ApiError if there is no room for a new one, or no credits are left
 */
export function fileOf(
  account: Account,
  { item, source, credits, label }: Found,
  { metadata, paid = false, isMetadataOnly = false, at = account.clock.now() }: NewFile = {},
): FileRecord {
  const { store, settings } = account;
  const existing = store.files.find(item.key);
  if (existing) return existing;
  const price = paid ? credits : 0;
  if (price > 0 && store.counters.creditsSpent + price > settings.credits) {
    throw ApiError.of('credits-exhausted', label);
  }
  account.reserve();
  store.count('creditsSpent', price);
  return store.files.insert({
    // The file of an item has the same id in every account and on every machine, until it is deleted.
    id: uuidFrom(`file ${item.key} ${store.files.timesDeleted(item.key)}`),
    key: item.key,
    source,
    item,
    filename: item.filename,
    metadata: metadata ?? null,
    createdAt: at,
    plan: isMetadataOnly ? planFor('indexed', settings) : planOfItem(item, settings),
    stepsRead: 0,
    ...(isMetadataOnly && { isMetadataOnly }),
  });
}
