// Opens a data file: one that is new is made, one that is there is checked and read, and nobody else has it.
import {
  closeSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Lifecycle } from '../config/settings.ts';
import { realTime } from '../time/clock.ts';
import { plainWords } from '../util/system-errors.ts';
import { AppendFile } from './append-file.ts';
import { DataFileError } from './data-file-error.ts';
import { readData } from './data-lines.ts';
import { lockFile } from './file-lock.ts';
import type { Header } from './patch.ts';
import type { Replay } from './replay.ts';
import { DATA_FORMAT, DATA_VERSION } from './snapshot.ts';

/** What a mock wants of its data file. */
export interface DataPlan {
  lifecycle: Lifecycle;
  /** When the clock starts, in milliseconds since the Unix epoch; null for the default. */
  startTime: number | null;
  maxAccounts: number;
}

export interface DataFile {
  file: AppendFile;
  header: Header;
  /** What the file held. */
  replay: Replay;
  /** The latest moment at which something was written, on the mock's clock. */
  latest: number;
  /** Lets the next process have it. */
  unlock(): void;
}

/** What is added to the path of a data file for the one that is to take its place. */
export const TEMPORARY = '.new';

/**
 * Opens a data file, or makes it.
 * @throws DataFileError if it is in use, wrong, of another plan, or cannot be read and written
 */
export function openDataFile(given: string, plan: DataPlan): DataFile {
  try {
    const path = placeOf(given);
    const unlock = lockFile(path, given);
    try {
      return { ...open(path, given, plan), unlock };
    } catch (error) {
      unlock();
      throw error;
    }
  } catch (error) {
    if (error instanceof DataFileError) throw error;
    throw new DataFileError(
      `cannot use the data file ${given}: ${plainWords(error)}: make the file and its folder readable and writable, or give another file`,
    );
  }
}

/** The path of a file itself, whatever links lead to it. */
function placeOf(given: string): string {
  const found = statSync(given, { throwIfNoEntry: false });
  if (found?.isFile()) return realpathSync(given);
  if (found) {
    throw new DataFileError(
      `${given} is ${found.isDirectory() ? 'a folder' : 'no file'}: give the path of a data file`,
    );
  }
  if (lstatSync(given, { throwIfNoEntry: false })) {
    throw new DataFileError(
      `${given} is a link to a file that is not there: make that file, or remove the link`,
    );
  }
  const folder = dirname(resolve(given));
  if (!statSync(folder, { throwIfNoEntry: false })) {
    throw new DataFileError(`there is no folder ${folder} for the data file ${given}: make it first`);
  }
  return join(realpathSync(folder), basename(given));
}

function open(path: string, given: string, plan: DataPlan): Omit<DataFile, 'unlock'> {
  // What a crash left behind.
  rmSync(`${path}${TEMPORARY}`, { force: true });
  if (!statSync(path, { throwIfNoEntry: false })?.size) make(path, plan);
  const fd = openSync(path, 'r+');
  try {
    const { end, isEnded, cutOffAt, ...read } = readData(fd, given);
    refuseOtherPlan(given, plan, read.header);
    refuseTooMany(given, plan, read.replay);
    if (cutOffAt !== undefined) {
      console.error(
        `cloudglue-mock: ${given}:${cutOffAt}: a change that a crash cut off, of which nobody was told, is left out`,
      );
    }
    const hasRest = fstatSync(fd).size > end;
    const next = isEnded ? end : end + writeSync(fd, '\n', end);
    return { ...read, file: new AppendFile(path, fd, { end: next, hasRest }) };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** Makes a data file without accounts; it is there as a whole or not at all. */
function make(path: string, { lifecycle, startTime }: DataPlan): void {
  const header: Header = {
    format: DATA_FORMAT,
    version: DATA_VERSION,
    lifecycle,
    startTime,
    madeAt: realTime(),
    at: 0,
    clock: { offset: 0 },
  };
  const made = `${path}${TEMPORARY}`;
  const fd = openSync(made, 'wx');
  try {
    writeSync(fd, `${JSON.stringify(header)}\n`);
    fsyncSync(fd);
    renameSync(made, path);
  } catch (error) {
    rmSync(made, { force: true });
    throw error;
  } finally {
    closeSync(fd);
  }
  syncFolder(path);
}

/** Makes sure that a file is found under its name after a power cut, where the system can. */
function syncFolder(path: string): void {
  try {
    const folder = openSync(dirname(path), 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // Windows has no such thing.
  }
}

/** Under another clock, files would go back to what they were before. */
function refuseOtherPlan(given: string, plan: DataPlan, header: Header): void {
  const start = header.startTime === null ? undefined : new Date(header.startTime).toISOString();
  if (header.lifecycle !== plan.lifecycle) {
    throw new DataFileError(
      `the data file ${given} was made with the lifecycle ${header.lifecycle}, not ${plan.lifecycle}: give --lifecycle ${header.lifecycle}, or another file`,
    );
  }
  if (header.startTime !== plan.startTime) {
    throw new DataFileError(
      `the data file ${given} was made ${start ? `with the start time ${start}: give --start-time ${start}` : 'without a start time: leave --start-time out'}, or give another file`,
    );
  }
}

/** Forgetting accounts at once would be a loss that nobody asked for. */
function refuseTooMany(given: string, { maxAccounts }: DataPlan, { accounts }: Replay): void {
  if (accounts > maxAccounts) {
    throw new DataFileError(
      `the data file ${given} holds ${accounts} accounts, more than --max-accounts ${maxAccounts}: give at least --max-accounts ${accounts}, or another file`,
    );
  }
}
