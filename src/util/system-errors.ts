// Describes system errors in words: their codes are for searching, not for reading.

const WORDS: Record<string, string> = {
  EACCES: 'permission denied',
  EADDRINUSE: 'another program uses the port',
  EADDRNOTAVAIL: 'this machine has no such address',
  EEXIST: 'the file already exists',
  EISDIR: 'it is a folder',
  EMFILE: 'this process has too many files open',
  ENOENT: 'no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is not a folder',
  ENOTFOUND: 'no such host',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
};

/** Why something failed, in plain words, with the system's error code at the end; other errors keep their message. */
export function plainWords(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return WORDS[code] ? `${WORDS[code]} (${code})` : message;
}
