// What the system refuses, in words: its codes are for searching, not for reading.

const WORDS: Record<string, string> = {
  EACCES: 'this process may not do that',
  EADDRINUSE: 'another program uses the port',
  EADDRNOTAVAIL: 'this machine has no such address',
  EEXIST: 'there is such a file already',
  EISDIR: 'it is a folder',
  EMFILE: 'this process has too many files open',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is no folder',
  ENOTFOUND: 'there is no such host',
  EPERM: 'this process may not do that',
  EROFS: 'the disk can only be read',
};

/** Why something failed, in plain words with the system's code at the end; its own text if it has no such code. */
export function plainWords(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return WORDS[code] ? `${WORDS[code]} (${code})` : message;
}
