// Writes a data file anew, beside the old one, with nothing in it but what counts, while all else goes on.
import { closeSync, fdatasync, fstatSync, openSync, read, renameSync, rmSync } from 'node:fs';
import { promisify } from 'node:util';
import { type AppendFile, writeAll, writeLines } from './append-file.ts';
import { syncFolder, TEMPORARY } from './data-file.ts';
import { type Header, partsOf, wholeOf } from './patch.ts';
import type { AccountSnapshot } from './records.ts';

const [sync, readAt] = [promisify(fdatasync), promisify(read)];

/** The state of a mock at one moment. */
export interface State {
  header: Header;
  accounts: [id: string, state: AccountSnapshot][];
}

interface RewriteOptions {
  /** Where in the file stands what was written after the state was taken; undefined if the state is all there is. */
  since?: number;
  /** Runs a step in which nothing is appended to the file. */
  alone: (step: () => Promise<void>) => Promise<void>;
  isStopped: () => boolean;
}

/** Bytes after which the disk may take a while to catch up, so that appending never waits for more. */
const MOST_UNSYNCED = 8_388_608;

/** Each record on a line of its own, for whoever reads the file. */
function* linesOf({ header, accounts }: State, isStopped: () => boolean): Generator<string> {
  yield JSON.stringify(header);
  for (const [account, state] of accounts) {
    for (const part of partsOf({ account, ...wholeOf(state) }, 1)) {
      if (isStopped()) throw new Error('the mock was closed');
      yield JSON.stringify(part);
    }
  }
}

/** Puts a new file in the place of the old one. If it rejects, the old one is as it was. */
export async function rewrite(file: AppendFile, state: State, options: RewriteOptions): Promise<void> {
  const { since, alone, isStopped } = options;
  const made = `${file.path}${TEMPORARY}`;
  const { mode } = fstatSync(file.fd);
  const fd = openSync(made, 'w+', mode);
  let isInPlace = false;
  try {
    let end = 0;
    for (const lines of inBatches(linesOf(state, isStopped))) {
      end = await writeLines(fd, lines, end);
      await sync(fd);
    }
    let copied = since;
    const copyRest = async () => {
      if (copied === undefined) return;
      const { end: until } = file;
      end = await copy(file.fd, { from: copied, until, into: fd, at: end });
      copied = until;
      await sync(fd);
    };
    await copyRest();
    await alone(async () => {
      await copyRest();
      // What somebody else put there is not lost.
      file.isThere();
      if (isStopped()) throw new Error('the mock was closed');
      renameSync(made, file.path);
      isInPlace = true;
      syncFolder(file.path);
      file.replaceBy(fd, end);
    });
  } catch (error) {
    if (!isInPlace) {
      closeSync(fd);
      rmSync(made, { force: true });
    }
    throw error;
  }
}

/** The same lines, with a pause after so many bytes. */
function* inBatches(lines: Generator<string>): Generator<Iterable<string>> {
  let next = lines.next();
  while (!next.done) {
    yield (function* () {
      for (let size = 0; !next.done && size < MOST_UNSYNCED; next = lines.next()) {
        size += next.value.length;
        yield next.value;
      }
    })();
  }
}

async function copy(
  source: number,
  { from, until, into, at }: { from: number; until: number; into: number; at: number },
): Promise<number> {
  const piece = Buffer.allocUnsafe(1_048_576);
  let end = at;
  for (let done = from; done < until; ) {
    const { bytesRead } = await readAt(source, piece, 0, Math.min(piece.length, until - done), done);
    if (bytesRead === 0) throw new Error('the data file is shorter than it was');
    end = await writeAll(into, piece.subarray(0, bytesRead), end);
    done += bytesRead;
  }
  return end;
}
