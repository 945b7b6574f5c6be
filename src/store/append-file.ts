// A file that is only ever appended to: whole lines or nothing, on the disk before anybody is told.
import { type BigIntStats, closeSync, fdatasync, fstatSync, ftruncate, statSync, write } from 'node:fs';
import { promisify } from 'node:util';

const [writeAt, sync, truncate] = [promisify(write), promisify(fdatasync), promisify(ftruncate)];

/** Bytes that are made and written in one go: what is made blocks all else. */
const PIECE = 262_144;

/** Writes lines from a place in a file on, and returns where they end. What is made is made piece by piece. */
export async function writeLines(fd: number, lines: Iterable<string>, from: number): Promise<number> {
  let at = from;
  let text = '';
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length < PIECE) continue;
    at = await writeAll(fd, Buffer.from(text), at);
    text = '';
  }
  return writeAll(fd, Buffer.from(text), at);
}

/** Writes all of some bytes, in as many steps as the system takes, and returns where they end. */
export async function writeAll(fd: number, bytes: Uint8Array, from: number): Promise<number> {
  let done = 0;
  while (done < bytes.length) {
    done += (await writeAt(fd, bytes, done, bytes.length - done, from + done)).bytesWritten;
  }
  return from + done;
}

export class AppendFile {
  readonly path: string;
  #fd: number;
  /** Where the next line goes. */
  #end: number;
  #is: BigIntStats;
  /** Whether something that counts for nothing may stand behind the end. */
  #hasRest: boolean;

  /** @param hasRest whether the file goes on behind the end */
  constructor(path: string, fd: number, { end, hasRest }: { end: number; hasRest: boolean }) {
    this.path = path;
    this.#fd = fd;
    this.#end = end;
    this.#is = fstatSync(fd, { bigint: true });
    this.#hasRest = hasRest;
  }

  get fd(): number {
    return this.#fd;
  }

  get end(): number {
    return this.#end;
  }

  /** Whether the file is still there. Throws Error if it is another one now, or somebody else wrote to it. */
  isThere(): boolean {
    const found = statSync(this.path, { bigint: true, throwIfNoEntry: false });
    if (!found) return false;
    const isOther = found.ino !== this.#is.ino || found.dev !== this.#is.dev;
    if (isOther || (!this.#hasRest && found.size !== BigInt(this.#end))) {
      throw new Error(
        'another program changed the data file while this one was at work; move it away, and all is written anew',
      );
    }
    return true;
  }

  /** Resolves when the lines are on the disk. If it rejects, the file is as if nothing had been written. */
  async append(lines: Iterable<string>): Promise<void> {
    await this.#cutRest();
    this.#hasRest = true;
    try {
      const end = await writeLines(this.#fd, lines, this.#end);
      await sync(this.#fd);
      this.#end = end;
      this.#hasRest = false;
    } catch (error) {
      // If this fails too, it is tried again before anything else is written.
      await this.#cutRest().catch(() => {});
      throw error;
    }
  }

  async #cutRest(): Promise<void> {
    if (!this.#hasRest) return;
    await truncate(this.#fd, this.#end);
    this.#hasRest = false;
  }

  /** Goes on in another file, which has taken this one's place. */
  replaceBy(fd: number, end: number): void {
    closeSync(this.#fd);
    this.#fd = fd;
    this.#end = end;
    this.#is = fstatSync(fd, { bigint: true });
    this.#hasRest = false;
  }

  close(): void {
    closeSync(this.#fd);
  }
}
