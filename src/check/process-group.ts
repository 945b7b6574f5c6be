// Ends a command together with every process that it started.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { delay, startWatch } from '../time/clock.ts';

const isWindows = process.platform === 'win32';

/** What makes a child the first of a group of its own, which is ended as a whole. Windows has no such groups. */
export const ownGroup = { detached: !isWindows };

/** Real milliseconds between two looks at whether a group has ended. */
const LOOK = 20;
/**
 * Real milliseconds in which processes may end by themselves, after a request to end, and after they were killed. On a
 * busy machine a helper takes a while to notice that whoever started it has ended.
 */
const BY_ITSELF = 2_000;
const POLITE = 3_000;
const KILLED = 1_000;

/** Sends a signal to all processes of a group. Returns whether there are any. */
export function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    if (isWindows) return signalTree(pid, signal);
    process.kill(-pid, signal);
    return true;
  } catch (error) {
    // Processes of other users are there, and cannot be ended.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** On Windows a signal ends a process at once, and those that it started are known while it runs. */
function signalTree(pid: number, signal: NodeJS.Signals | 0): boolean {
  if (signal === 0) return process.kill(pid, 0);
  // Ctrl-C reaches every process of the console by itself.
  if (signal !== 'SIGINT') execFileSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
  return true;
}

/** The states of the processes of a group, as Linux tells them: `R`, `S` and so on, `Z` for one that has ended. */
function statesOf(group: number): string[] {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      // 7 (name of the program) S 1 7 …: its state, its parent and its group follow the name, which may hold anything.
      const stat = /^\d/.test(pid) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
      const [state = '', , its] = stat.slice(stat.lastIndexOf(')') + 2).split(' ', 3);
      return Number(its) === group ? [state] : [];
    } catch {
      // It is gone.
      return [];
    }
  });
}

/**
 * Whether processes of a group run. Those that have ended do not, though they are there until somebody asks how they
 * ended: in a container often nobody does.
 */
function hasRunning(group: number): boolean {
  if (!signalGroup(group, 0)) return false;
  if (process.platform !== 'linux') return true;
  const states = statesOf(group);
  return states.length === 0 || states.some((state) => state !== 'Z');
}

async function endsWithin(pid: number, ms: number): Promise<boolean> {
  const elapsed = startWatch();
  while (hasRunning(pid)) {
    if (elapsed() >= ms) return false;
    await delay(LOOK);
  }
  return true;
}

/**
 * Ends what is left of a group whose first process has ended.
 * @returns whether something was left
 */
export async function endGroup(pid: number): Promise<boolean> {
  if (await endsWithin(pid, BY_ITSELF)) return false;
  signalGroup(pid, 'SIGTERM');
  if (await endsWithin(pid, POLITE)) return true;
  signalGroup(pid, 'SIGKILL');
  await endsWithin(pid, KILLED);
  return true;
}
