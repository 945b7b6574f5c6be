// Replaces a file atomically: after a crash at any moment, it has either the old text or the new one.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** In the same folder, so that it can be renamed. Anything there is left over from a crash, or a link not to follow. */
const temporaryOf = (path: string) => `${path}.new`;
/** Readable by the owner only, because it contains what clients sent. */
const MODE = 0o600;
/** Fails if a file or a link exists by then. */
const NEW = 'wx';

/** Resolves when the text is on the disk. If it rejects, the file is unchanged. */
export async function replaceFile(path: string, text: Iterable<string>): Promise<void> {
  const temporary = temporaryOf(path);
  await rm(temporary, { force: true });
  const file = await open(temporary, NEW, MODE);
  try {
    try {
      for (const chunk of text) await file.writeFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(path);
}

/** Flushes the folder, so that the rename survives a power cut. Windows does not support this. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The same, synchronously: `createMock()` is synchronous. */
export function replaceFileSync(path: string, text: Iterable<string>): void {
  const temporary = temporaryOf(path);
  rmSync(temporary, { force: true });
  const file = openSync(temporary, NEW, MODE);
  try {
    try {
      for (const chunk of text) writeFileSync(file, chunk);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
