// Moves runs of imports on when their steps fall due, however the clock got there, in slices and in order.
import type { Account, AccountObserver } from '../accounts/account.ts';
import { ApiError } from '../errors/api-error.ts';
import { DueQueue } from '../files/due-queue.ts';
import { createAlarm } from '../time/clock.ts';
import { startSlices } from '../time/slices.ts';
import { reportDefect } from '../util/report-defect.ts';
import { dueAt, type Listing, takeStep } from './run-steps.ts';

export interface ImportRunner extends AccountObserver {
  /**
   * Call before a request reads or changes an account: takes every step that is due by now. Resolves when it has, and
   * rejects only for a defect; undefined if nothing is left to do. Long work does not block other requests.
   */
  catchUp(account: Account): Promise<void> | undefined;
  /** The same within a change of the account. */
  catchUpWithin(account: Account): Promise<void>;
  /** The same at once, however long it takes: for calls that cannot wait. */
  catchUpNow(account: Account): void;
  /** When the next step is due in an account, on its clock; infinity if there is none. */
  nextDue(account: Account): number;
  /** Takes no more steps by itself. */
  stop(): void;
}

/** An account in which runs are, or were lately, active. */
interface Running {
  account: Account;
  /** Ids of runs by when their next step is due. */
  due: DueQueue<string>;
  /** Ids of those whose turn it is, and since when. */
  ready: Set<string>;
  readyAt: number;
  listings: Map<string, Listing>;
  /** A listener may ask for the account in the middle of a step. */
  isStepping: boolean;
}

interface RunnerOptions {
  /** Whether other mocks work on the same accounts: then steps are taken for whoever asks, and never by themselves. */
  isShared: boolean;
  /** Called once no step is due in an account any more. */
  onCaughtUp(account: Account): void;
}

export function createImportRunner({ isShared, onCaughtUp }: RunnerOptions): ImportRunner {
  /** By account id. */
  const running = new Map<string, Running>();
  /** By account id, what resolves when no step is due any more. */
  const catchingUp = new Map<string, Promise<void>>();
  const alarm = createAlarm(() => {
    for (const { account } of [...running.values()]) {
      advance(account);
      arm(account);
    }
  });

  const nextDue = ({ id }: Account): number => {
    const one = running.get(id);
    if (!one) return Number.POSITIVE_INFINITY;
    return one.ready.size > 0 ? one.readyAt : one.due.next;
  };

  /** Sets the alarm for an account's next step, if its clock runs. */
  function arm(account: Account): void {
    const next = nextDue(account);
    if (!isShared && account.clock.runs && Number.isFinite(next))
      alarm.ringWithin(next - account.clock.now());
  }

  /** Takes the next step that is due. Returns false if there is none. */
  function step(one: Running): boolean {
    const { account, due, ready, listings } = one;
    const now = account.clock.now();
    if (ready.size === 0 && due.next <= now) {
      one.readyAt = due.next;
      for (const id of due.takeUntil(one.readyAt)) ready.add(id);
    }
    const [id] = ready;
    if (id === undefined) return false;
    const run = account.store.importRuns.get(id);
    let isDone = true;
    // The queue may have moments of a run at which something else was due.
    try {
      if (!run || dueAt(run) > now) return true;
      const listing = takeStep(account, run, listings.get(id));
      if (listing && account.store.importRuns.get(id)?.ended === null) listings.set(id, listing);
      else listings.delete(id);
      // A step that only made a part of the listing left the run as it is, and comes again.
      isDone = account.store.importRuns.get(id) !== run;
      return true;
    } finally {
      if (isDone) ready.delete(id);
    }
  }

  /** Takes steps as long as `goesOn` says. Returns whether none is left. */
  function takeSteps(one: Running, goesOn: () => boolean): boolean {
    if (one.isStepping) return true;
    one.isStepping = true;
    try {
      while (running.get(one.account.id) === one) {
        if (!goesOn()) return false;
        if (!step(one)) break;
      }
    } catch (error) {
      if (!(error instanceof ApiError && error.case === 'account-reset')) throw error;
    } finally {
      one.isStepping = false;
    }
    if (running.get(one.account.id) === one) onCaughtUp(one.account);
    return true;
  }

  const isBehind = ({ ready, due, account }: Running) => ready.size > 0 || due.next <= account.clock.now();

  function catchUp(account: Account): Promise<void> | undefined {
    const { id } = account;
    const one = running.get(id);
    if (!one || one.isStepping || !isBehind(one)) return undefined;
    const known = catchingUp.get(id);
    if (known) return known;
    const slices = startSlices();
    const goesOn = () => !slices.isOver();
    if (!isShared && takeSteps(one, goesOn)) return undefined;
    const rest = async () => {
      for (let left = running.get(id); left && isBehind(left); left = running.get(id)) {
        if (slices.isOver()) await slices.next();
        // Each slice by itself, so that other mocks' work on the account is not in vain, nor is this.
        await account.change(() => {
          const newest = running.get(id);
          if (newest) takeSteps(newest, goesOn);
        });
      }
    };
    const promise = rest().finally(() => catchingUp.delete(id));
    catchingUp.set(id, promise);
    return promise;
  }

  async function catchUpWithin({ id }: Account): Promise<void> {
    const slices = startSlices();
    const goesOn = () => !slices.isOver();
    for (let one = running.get(id); one && isBehind(one); one = running.get(id)) {
      if (slices.isOver()) await slices.next();
      takeSteps(one, goesOn);
    }
  }

  function catchUpNow({ id }: Account): void {
    const one = running.get(id);
    if (one && isBehind(one)) takeSteps(one, () => true);
  }

  function advance(account: Account): void {
    if (!isShared) catchUp(account)?.catch((thrown) => reportDefect('a run of an import failed', thrown));
  }

  function add(account: Account, id: string, at: number): void {
    if (!Number.isFinite(at)) return;
    let one = running.get(account.id);
    if (!one) {
      const due = new DueQueue<string>((run) => {
        const record = account.store.importRuns.get(run);
        return record ? dueAt(record) : Number.POSITIVE_INFINITY;
      });
      one = {
        account,
        due,
        ready: new Set(),
        readyAt: at,
        listings: new Map(),
        isStepping: false,
      };
      running.set(account.id, one);
    }
    one.due.add(at, id);
    arm(account);
  }

  function open(account: Account): void {
    if (account.store.sizeOf('importRuns') === 0) return;
    for (const run of account.store.importRuns.all()) add(account, run.id, dueAt(run));
  }

  return {
    catchUp,
    catchUpWithin,
    catchUpNow,
    nextDue,
    opened: open,
    closed({ id }) {
      running.delete(id);
    },
    adopted(account) {
      const { listings } = running.get(account.id) ?? {};
      running.delete(account.id);
      open(account);
      const one = running.get(account.id);
      if (one && listings) one.listings = listings;
    },
    advanced: advance,
    changed(account, { table, after }) {
      if (table === 'importRuns' && after) add(account, after.id, dueAt(after));
    },
    stop() {
      alarm.stop();
      running.clear();
    },
  };
}
