// Existing files of an account: reads, changes and deletes them.
import type { Account } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import type { FileRecord } from '../records/file.ts';
import { stepsAfterReading, timelineOf } from './lifecycle.ts';
import { isFileVisible } from './visible.ts';

const required = (file: FileRecord | undefined, id: string): FileRecord => {
  if (!file) throw ApiError.of('file-not-found', id);
  return file;
};

/** The file with the id, unchanged. Throws ApiError if there is none, or the account's version cannot show it. */
export function findFile(account: Account, id: string): FileRecord {
  const file = account.store.files.get(id);
  return required(file && isFileVisible(account, file) ? file : undefined, id);
}

/** Reads a file. With the lifecycle `polled`, this advances it by one step. Throws ApiError if there is none. */
export function readFile(account: Account, id: string): FileRecord {
  const file = findFile(account, id);
  if (account.settings.lifecycle !== 'polled') return file;
  const stepsRead = stepsAfterReading(timelineOf(file), account.clock.now());
  if (stepsRead === file.stepsRead) return file;
  return required(account.store.files.update(id, { stepsRead }), id);
}

/** Changes a file's name or replaces its metadata. Throws ApiError if there is none, its name would be empty, or no room is left. */
export function updateFile(
  account: Account,
  id: string,
  { filename, metadata }: { filename?: string; metadata?: Record<string, unknown> },
): FileRecord {
  if (filename?.trim() === '')
    throw ApiError.of('invalid-request', 'body field "filename" must not be empty');
  findFile(account, id);
  account.reserve(0);
  return required(
    account.store.files.update(id, {
      ...(filename !== undefined && { filename }),
      ...(metadata && { metadata }),
    }),
    id,
  );
}

/** Deletes a file and its tags, and removes it from every collection. Throws ApiError if there is none. */
export function deleteFile(account: Account, id: string): FileRecord {
  const { store } = account;
  const file = findFile(account, id);
  for (const { id: entryId } of store.collectionFiles.of(id)) store.collectionFiles.remove(entryId);
  for (const { id: tagId } of store.tags.of(id)) store.tags.remove(tagId);
  store.files.remove(id);
  return file;
}
