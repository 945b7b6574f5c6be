// What can be done with the files of an account once they exist.
import type { Account } from '../accounts.ts';
import type { FileRecord } from '../store/records.ts';
import { stepsAfterReading } from '../sync/lifecycle.ts';
import { ApiError } from '../wire/errors.ts';

const required = (file: FileRecord | undefined, id: string): FileRecord => {
  if (!file) throw ApiError.of('file-not-found', id);
  return file;
};

/** Reads a file; where reading is what moves files on, it has moved by one step. Throws ApiError if there is none. */
export function readFile({ files, settings, clock }: Account, id: string): FileRecord {
  const file = required(files.get(id), id);
  if (settings.lifecycle !== 'polled') return file;
  return required(files.update(id, { stepsRead: stepsAfterReading(file, clock.now()) }), id);
}

/** Changes a file's name or replaces its metadata. Throws ApiError if there is none or its name would be empty. */
export function updateFile(
  { files }: Account,
  id: string,
  { filename, metadata }: { filename?: string; metadata?: Record<string, unknown> },
): FileRecord {
  if (filename === '') throw ApiError.of('invalid-request', 'filename must not be empty');
  return required(
    files.update(id, { ...(filename !== undefined && { filename }), ...(metadata && { metadata }) }),
    id,
  );
}

/** Deletes a file. Throws ApiError if there is none. */
export function deleteFile({ files }: Account, id: string): FileRecord {
  return required(files.remove(id), id);
}
