// Replaces a file as a whole: after a crash at any moment, the old text or the new one is there.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Beside the file, so that it can be renamed. What stands there was left by a crash, or is not ours to follow. */
const temporaryOf = (path: string) => `${path}.new`;
/** Nobody else may read what clients sent. */
const MODE = 0o600;
/** It fails where there is a file or a link by then. */
const NEW = 'wx';

/** Resolves when the text is on the disk. Rejects if it is not; then the file is as it was. */
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

/** A rename survives a power cut once the folder is on the disk, too. Windows cannot be asked for it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The same at once, for a start that waits for nothing. */
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
