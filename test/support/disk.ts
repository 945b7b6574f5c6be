// Loaded before a mock: a disk that is full, read-only or slow as long as a file of that name is in the folder DISK.
import fs, { existsSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const is = (state: string) => existsSync(join(process.env.DISK ?? '', state));
const failure = (code: string, text: string) =>
  Object.assign(new Error(`${code}: ${text}, write`), { code, syscall: 'write' });

const write = promisify(fs.write) as (fd: number, bytes: Buffer, ...rest: number[]) => Promise<unknown>;
const datasync = promisify(fs.fdatasync);
const { writeFileSync } = fs;

/** A full disk still takes the first half of what is written. */
async function writeIfRoom(fd: number, bytes: Buffer, offset: number, length: number, position: number) {
  if (!is('full')) return write(fd, bytes, offset, length, position);
  if (is('half')) await write(fd, bytes, offset, Math.ceil(length / 2), position);
  throw failure('ENOSPC', 'no space left on device');
}

async function datasyncWhenFree(fd: number) {
  while (is('slow')) await pause(5);
  return datasync(fd);
}

Object.assign(fs, {
  write: Object.assign(() => {}, { [promisify.custom]: writeIfRoom }),
  fdatasync: Object.assign(() => {}, { [promisify.custom]: datasyncWhenFree }),
  writeFileSync: (...given: Parameters<typeof writeFileSync>) => {
    if (is('read-only')) throw failure('EROFS', 'read-only file system');
    return writeFileSync(...given);
  },
});
syncBuiltinESMExports();
