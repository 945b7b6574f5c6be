// Locks a data file so that only one mock uses it, even if containers or machines share it. The operating system
// releases the lock when the process ends, however it ends.
import { closeSync, constants, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DataFileError } from './data-file-error.ts';

interface Locks {
  /** Locks an open file. Returns false if another process has the lock; throws if the file system has no locks. */
  tryLock(fd: number, options: { exclusive: boolean }): boolean;
}

const { O_CREAT, O_NOFOLLOW = 0, O_RDWR } = constants;

/**
 * Locks a data file by means of a lock file beside it. The lock file is never removed: if it were, two mocks could each
 * lock a file of that name.
 * @param name the path of the data file as the user gave it
 * @returns a function that releases the lock
 * @throws DataFileError if another mock has the lock, or files cannot be locked here
 */
export function lockFile(path: string, name: string): () => void {
  const { tryLock } = loadLocks(name);
  const fd = openSync(`${path}.lock`, O_RDWR | O_CREAT | O_NOFOLLOW, 0o600);
  try {
    if (tryLock(fd, { exclusive: true })) return () => closeSync(fd);
  } catch (error) {
    closeSync(fd);
    throw new DataFileError(
      `the data file ${name} cannot be locked (${(error as Error).message}): its file system does not support locks; move it to one that does`,
    );
  }
  closeSync(fd);
  throw new DataFileError(
    `the data file ${name} is in use by another mock: stop that one first, or give another file`,
  );
}

function loadLocks(name: string): Locks {
  try {
    // Loaded only if there is a data file: it is a binary that most runs do not need.
    return createRequire(import.meta.url)('fs-native-extensions') as Locks;
  } catch (error) {
    throw new DataFileError(
      `the data file ${name} cannot be locked, because the package fs-native-extensions cannot be loaded on ${process.platform} ${process.arch} (${(error as Error).message.split('\n')[0]}): install it again, or start without --data`,
    );
  }
}
