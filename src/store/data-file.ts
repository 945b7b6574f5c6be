// Saved state in one JSON file, written by lowdb. Only one mock can open it, and it is checked before it is changed.
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import { soon } from '../time/clock.ts';
import { DATA_DEPTH, parseJson } from '../util/json-depth.ts';
import { plainWords } from '../util/system-errors.ts';
import type { Backend, SavedClock } from './backend.ts';
import { DataFileError } from './data-file-error.ts';
import { dataText } from './data-text.ts';
import { lockFile } from './file-lock.ts';
import { jsonProblem } from './json-problem.ts';
import { replaceFile, replaceFileSync } from './replace-file.ts';

export const DATA_FORMAT = 'cloudglue-mock data';
export const DATA_VERSION = 2;

/** The fields of a data file besides its format and accounts: the clock, and fields that the caller adds. */
export interface DataHeader {
  clock: SavedClock;
  [field: string]: unknown;
}

interface DataFileOptions<State> {
  /** The header of a new file. */
  header: DataHeader;
  /**
   * Checks the content of a file, without its format and version.
   * @throws Error if it has wrong fields; the message names each
   */
  check(document: unknown): { header: DataHeader; accounts: Record<string, State> };
}

/**
 * Opens or creates a data file. Writes it once, so that a file that cannot be replaced is refused now.
 * @throws DataFileError if it is in use, damaged, of another version, or cannot be read and written
 */
export function openDataFile<State extends object>(
  given: string,
  options: DataFileOptions<State>,
): Backend<State> {
  try {
    const path = placeOf(given);
    const unlock = lockFile(path, given);
    try {
      const { header, accounts } = readDocument(path, given, options);
      const data: Data<State> = { header, accounts: new Map(Object.entries(accounts)) };
      replaceFileSync(path, textOf(data));
      return new DataFile(path, data, unlock);
    } catch (error) {
      unlock();
      throw error;
    }
  } catch (error) {
    if (error instanceof DataFileError) throw error;
    throw new DataFileError(`cannot use the data file ${given}: ${plainWords(error)}: ${remedyOf(error)}`);
  }
}

function remedyOf(error: unknown): string {
  const isMounted = ['EBUSY', 'EXDEV'].includes((error as NodeJS.ErrnoException).code ?? '');
  return isMounted
    ? 'it is replaced at each save, which is impossible for a file that is mounted on its own; mount its folder instead'
    : 'make the file and its folder readable and writable, or give another file';
}

/** The path of a file, with links resolved. */
function placeOf(given: string): string {
  const found = statSync(given, { throwIfNoEntry: false });
  if (found?.isFile()) return realpathSync(given);
  if (found) {
    throw new DataFileError(
      `${given} is ${found.isDirectory() ? 'a folder' : 'not a file'}: give the path of a data file`,
    );
  }
  if (lstatSync(given, { throwIfNoEntry: false })) {
    throw new DataFileError(
      `${given} is a link to a file that does not exist: create the file, or remove the link`,
    );
  }
  const folder = dirname(resolve(given));
  if (!statSync(folder, { throwIfNoEntry: false })) {
    throw new DataFileError(`the folder ${folder} of the data file ${given} does not exist: create it first`);
  }
  return join(realpathSync(folder), basename(given));
}

function readDocument<State>(path: string, name: string, { header, check }: DataFileOptions<State>) {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ? readFileSync(path) : undefined;
  if (!bytes) return { header, accounts: {} };
  const document = parse(bytes, name);
  const { format, version, ...rest } = (document ?? {}) as Record<string, unknown>;
  if (format !== DATA_FORMAT) throw notOurs(name);
  if (version === 1) throw olderFormat(name);
  if (version !== DATA_VERSION) {
    throw new DataFileError(
      `${name} has version ${JSON.stringify(version)} of the format, and this cloudglue-mock reads version ${DATA_VERSION}: use the cloudglue-mock that wrote it, or give another file`,
    );
  }
  try {
    return check(rest);
  } catch (error) {
    if (error instanceof DataFileError) throw error;
    throw new DataFileError(`${name}: ${(error as Error).message}`);
  }
}

function parse(bytes: Buffer, name: string): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DataFileError(`${name} is not valid UTF-8 text: restore it from a copy, or give another file`);
  }
  if (text.startsWith(`{"format":"${DATA_FORMAT}","version":1,`)) throw olderFormat(name);
  try {
    return parseJson(text, DATA_DEPTH, Number.POSITIVE_INFINITY);
  } catch (error) {
    if (!text.includes(`"${DATA_FORMAT}"`)) throw notOurs(name);
    throw new DataFileError(`${name}:${jsonProblem(text, error as Error)}`);
  }
}

const notOurs = (name: string) =>
  new DataFileError(
    `${name} is not a data file of cloudglue-mock: give another file, or the path of a new one`,
  );

const olderFormat = (name: string) =>
  new DataFileError(
    `${name} was written by an older cloudglue-mock, in a format that this version does not read. To keep its data, start the older version with the file, take a snapshot of each account (GET /__admin/snapshot, or mock.snapshot() for all), and restore it in a mock of this version with a new file`,
  );

interface Data<State> {
  header: DataHeader;
  accounts: Map<string, State>;
}

const textOf = <State extends object>({ header, accounts }: Data<State>) =>
  // A copy, because saves during the write must not change what it writes.
  dataText({ format: DATA_FORMAT, version: DATA_VERSION, ...header }, new Map(accounts));

/** The adapter for lowdb. It coalesces writes: those requested during a write are done together in the next one. */
class ReplacingFile<State extends object> implements Adapter<Data<State>> {
  readonly #path: string;
  #last: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** Reads nothing: the file was read when it was opened. */
  async read(): Promise<null> {
    return null;
  }

  write(data: Data<State>): Promise<void> {
    this.#next ??= this.#writeAfter(this.#last, data);
    this.#last = this.#next;
    return this.#next;
  }

  async #writeAfter(last: Promise<void>, data: Data<State>): Promise<void> {
    await last.catch(() => {});
    await new Promise<void>(soon);
    this.#next = undefined;
    await replaceFile(this.#path, textOf(data));
  }
}

class DataFile<State extends object> implements Backend<State> {
  readonly name: string;
  readonly clock: SavedClock;
  readonly saved: Map<string, State>;
  readonly #db: Low<Data<State>>;
  readonly #unlock: () => void;
  #isClosed = false;

  constructor(path: string, data: Data<State>, unlock: () => void) {
    this.name = `the data file ${path}`;
    this.clock = data.header.clock;
    this.saved = new Map(data.accounts);
    this.#db = new Low(new ReplacingFile<State>(path), data);
    this.#unlock = unlock;
  }

  async save(id: string, state: State, clock: SavedClock): Promise<void> {
    this.#db.data.accounts.set(id, state);
    await this.#write(clock, id);
    this.saved.set(id, state);
  }

  async forget(id: string, clock: SavedClock): Promise<void> {
    this.#db.data.accounts.delete(id);
    await this.#write(clock, id);
    this.saved.delete(id);
  }

  saveClock(clock: SavedClock): Promise<void> {
    return this.#write(clock);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#unlock();
  }

  /** Writes everything. On failure, puts the account's last saved state back, so that a later write does not save the failed change. */
  async #write(clock: SavedClock, id?: string): Promise<void> {
    const { data } = this.#db;
    data.header = { ...data.header, clock };
    try {
      if (this.#isClosed) throw new Error('the mock was closed');
      await this.#db.write();
    } catch (error) {
      const saved = id === undefined ? undefined : this.saved.get(id);
      if (id !== undefined && saved) data.accounts.set(id, saved);
      else if (id !== undefined) data.accounts.delete(id);
      throw error;
    }
  }
}
