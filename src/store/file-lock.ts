// Keeps a data file to one mock, also where containers or machines share it: a lock that the system lets go of when
// its process ends, however it ends.
import { closeSync, constants, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DataFileError } from './data-file-error.ts';

interface Locks {
  /** Locks a file that is open. False if another one has the lock; throws where the system has no locks. */
  tryLock(fd: number, options: { exclusive: boolean }): boolean;
}

const { O_CREAT, O_NOFOLLOW = 0, O_RDWR } = constants;

/**
 * Locks a data file by another one beside it, which stays: of a file that was removed, two could have the lock.
 * @param name of the data file, as it was given
 * @returns what unlocks it
 * @throws DataFileError if another mock has it, or nothing can be locked here
 */
export function lockFile(path: string, name: string): () => void {
  const { tryLock } = loadLocks(name);
  const fd = openSync(`${path}.lock`, O_RDWR | O_CREAT | O_NOFOLLOW, 0o600);
  try {
    if (tryLock(fd, { exclusive: true })) return () => closeSync(fd);
  } catch (error) {
    closeSync(fd);
    throw new DataFileError(
      `the data file ${name} cannot be locked (${(error as Error).message}): its file system has no locks; put it on one that has`,
    );
  }
  closeSync(fd);
  throw new DataFileError(
    `the data file ${name} is in use by another mock: stop that one first, or give another file`,
  );
}

function loadLocks(name: string): Locks {
  try {
    // Loaded where there is a data file only: it is a binary, which most starts do without.
    return createRequire(import.meta.url)('fs-native-extensions') as Locks;
  } catch (error) {
    throw new DataFileError(
      `the data file ${name} cannot be locked, for the package fs-native-extensions cannot be loaded on ${process.platform} ${process.arch} (${(error as Error).message.split('\n')[0]}): install it again, or start without --data`,
    );
  }
}
