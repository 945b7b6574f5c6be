// Advances an account's clock until its files and its runs of imports have finished.
import type { Account } from '../accounts/account.ts';
import { isEnd, type Step, timelineInCollection, timelineOf } from '../files/lifecycle.ts';
import type { ImportRunner } from '../imports/import-runner.ts';
import { LAST_MOMENT, LONGEST_DURATION } from '../time/clock.ts';
import { startSlices } from '../time/slices.ts';

/** The time after settling, and the files that never finish. */
export interface Settled {
  /** Milliseconds since the Unix epoch. */
  now: number;
  /** Ids of files that never finish. */
  unsettled: string[];
}

/**
 * Advances an account's clock until every run of an import has ended, and every file that ever finishes has done so, in
 * its collections too.
 */
export function settle(account: Account, runner: ImportRunner): Settled {
  while (settleStep(account, runner)) runner.catchUpNow(account);
  return settleFiles(account);
}

/** The same without blocking other requests for long. */
export async function settleInSlices(account: Account, runner: ImportRunner): Promise<Settled> {
  const slices = startSlices();
  while (settleStep(account, runner)) {
    await runner.catchUp(account);
    if (slices.isOver()) await slices.next();
  }
  return settleFiles(account);
}

/** Advances the clock to the next step of a run. Returns false if there is none that it can reach. */
function settleStep(account: Account, runner: ImportRunner): boolean {
  const next = runner.nextDue(account);
  if (next > LAST_MOMENT) return false;
  advanceTo(account, next);
  return true;
}

/** One advance is limited in length, so several may be needed; and a running clock may get there by itself meanwhile. */
function advanceTo({ clock }: Account, moment: number): void {
  for (let left = moment - clock.now(); left > 0; left = moment - clock.now()) {
    clock.advance(Math.min(left, LONGEST_DURATION));
  }
}

function settleFiles(account: Account): Settled {
  const { store, clock } = account;
  const files = [...store.files.all()].map((file) => ({ id: file.id, steps: timelineOf(file) }));
  const members = [...store.collectionFiles.all()].flatMap((entry) => {
    const file = store.files.get(entry.fileId);
    return file ? [timelineInCollection(entry, file)] : [];
  });
  const moments = [...files.map(({ steps }) => steps), ...members].flatMap((steps: Step[]) =>
    steps.map(({ at }) => at),
  );
  const reachable = moments.filter((at) => at <= LAST_MOMENT);
  const last = reachable.reduce((latest, at) => Math.max(latest, at), clock.now());
  advanceTo(account, last);
  const hasEnded = (steps: Step[]) => steps.some((step) => isEnd(step) && step.at <= last);
  const unsettled = files.filter(({ steps }) => !hasEnded(steps)).map(({ id }) => id);
  return { now: clock.now(), unsettled };
}
