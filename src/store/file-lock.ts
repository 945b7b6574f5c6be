// One process for one data file: a lock beside it, which a crash leaves behind and the next process takes over.
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { DataFileError } from './data-file-error.ts';

interface Holder {
  pid: number;
  /** When the process started, where that can be known: pids are used again, in containers at every start. */
  started: string | null;
}

/**
 * Locks a path for this process.
 * @returns what unlocks it
 * @throws DataFileError if a process has it that is alive, this one included
 */
export function lockFile(path: string, what = path): () => void {
  const lock = `${path}.lock`;
  const own: Holder = { pid: process.pid, started: startOf(process.pid) };
  const made = `${lock}.${process.pid}`;
  // A link is there with all it holds, or not at all.
  writeFileSync(made, JSON.stringify(own));
  try {
    while (!isLinked(made, lock)) takeAway(lock, what);
  } finally {
    unlinkSync(made);
  }
  return () => unlinkSync(lock);
}

function isLinked(made: string, lock: string): boolean {
  try {
    linkSync(made, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a lock away that nobody holds any more. Throws DataFileError if somebody does. */
function takeAway(lock: string, what: string): void {
  refuseIfHeld(lock, what);
  // Two that find the same old lock could take away each other's new one: one at a time looks again, and removes it.
  const unlock = lockFile(lock, what);
  try {
    if (!refuseIfHeld(lock, what)) unlinkSync(lock);
  } finally {
    unlock();
  }
}

/** Throws DataFileError if a process that is alive has the lock. Returns true if there is none at all. */
function refuseIfHeld(lock: string, what: string): boolean {
  const text = readIfThere(lock);
  if (text === undefined) return true;
  const holder = holderIn(text);
  if (!holder || !isAlive(holder)) return false;
  throw new DataFileError(
    holder.pid === process.pid
      ? `the data file ${what} is in use by another mock of this process: close that one first, or give another file`
      : `the data file ${what} is in use by process ${holder.pid}: stop that one first, or give another file`,
  );
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Who has a lock; undefined if its text is none, as a power cut may leave it. */
function holderIn(text: string): Holder | undefined {
  try {
    const { pid, started } = JSON.parse(text) as Holder;
    return Number.isInteger(pid) && pid > 0 ? { pid, started } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of somebody else cannot be asked, but it is there.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = startOf(pid);
  return now === null || started === null || now === started;
}

/** When a process started, on Linux; null where nobody says. One that ended and waits for its parent has none. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the process, in brackets, may hold anything.
    const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return 'ZX'.includes(state) ? 'ended' : `${boot} ${fields[18]}`;
  } catch {
    return null;
  }
}
