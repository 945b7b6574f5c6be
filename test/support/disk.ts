// Loaded before a mock: a disk that is full, read-only or slow as long as a file of that name is in the folder DISK.
import fs, { existsSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const is = (state: string) => existsSync(join(process.env.DISK ?? '', state));
const failure = (code: string, text: string) =>
  Object.assign(new Error(`${code}: ${text}, write`), { code, syscall: 'write' });

const { openSync } = fs;
const { open } = fs.promises;

async function openOnDisk(...given: Parameters<typeof open>) {
  const file = await open(...given);
  const writeFile = file.writeFile.bind(file) as (text: string) => Promise<void>;
  const sync = file.sync.bind(file);
  return Object.assign(file, {
    /** A full disk still takes the first half of what is written. */
    async writeFile(text: string) {
      if (!is('full')) return writeFile(text);
      if (is('half')) await writeFile(text.slice(0, text.length / 2));
      throw failure('ENOSPC', 'no space left on device');
    },
    async sync() {
      while (is('slow')) await pause(5);
      return sync();
    },
  });
}

fs.promises.open = openOnDisk;
fs.openSync = (...given: Parameters<typeof openSync>) => {
  const isForReading = given[1] === undefined || given[1] === 'r';
  if (!isForReading && is('read-only')) throw failure('EROFS', 'read-only file system');
  return openSync(...given);
};
syncBuiltinESMExports();
