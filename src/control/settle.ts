// Advances an account's clock to what is planned: to the next change, or until all files and runs of imports have finished.
import type { Account } from '../accounts/account.ts';
import { isEnd, type Step, timelineInCollection, timelineOf } from '../files/lifecycle.ts';
import type { ImportRunner } from '../imports/import-runner.ts';
import { LAST_MOMENT, LONGEST_DURATION } from '../time/clock.ts';
import type { Parts } from '../time/slices.ts';

/** The time after settling, and the files that never finish. */
export interface Settled {
  /** Milliseconds since the Unix epoch. */
  now: number;
  /** Ids of files that never finish. */
  unsettled: string[];
}

/** The moments at which each file, and each file in a collection, changes. */
function* plannedMoments({ store }: Account): Generator<number[]> {
  const momentsOf = (timeline: Step[]) => timeline.map(({ at }) => at);
  for (const file of [...store.files.all()]) yield momentsOf(timelineOf(file));
  for (const entry of [...store.collectionFiles.all()]) {
    const file = store.files.get(entry.fileId);
    if (file) yield momentsOf(timelineInCollection(entry, file));
  }
}

/**
 * Advances an account's clock to the next change that is planned, also by a run of an import.
 * @returns by how many milliseconds; 0 if none is planned
 */
export function* advanceToNext(account: Account, runner: ImportRunner): Parts<number> {
  const from = account.clock.now();
  let next = Number.POSITIVE_INFINITY;
  const note = (at: number) => {
    if (at > from && at < next) next = at;
  };
  note(runner.nextDue(account));
  for (const moments of plannedMoments(account)) {
    for (const at of moments) note(at);
    yield;
  }
  if (next > LAST_MOMENT) return 0;
  advanceTo(account, next);
  runner.catchUpNow(account);
  return next - from;
}

/**
 * Advances an account's clock until every run of an import has ended, and every file that ever finishes has done so, in
 * its collections too.
 */
export function* settle(account: Account, runner: ImportRunner): Parts<Settled> {
  const { store, clock } = account;
  for (let next = runner.nextDue(account); next <= LAST_MOMENT; next = runner.nextDue(account)) {
    advanceTo(account, next);
    runner.catchUpNow(account);
    yield;
  }
  let last = clock.now();
  const note = (steps: Step[]) => {
    for (const { at } of steps) if (at <= LAST_MOMENT) last = Math.max(last, at);
  };
  const unsettled: string[] = [];
  for (const file of [...store.files.all()]) {
    const steps = timelineOf(file);
    note(steps);
    if (!steps.some((step) => isEnd(step) && step.at <= LAST_MOMENT)) unsettled.push(file.id);
    yield;
  }
  for (const entry of [...store.collectionFiles.all()]) {
    const file = store.files.get(entry.fileId);
    if (file) note(timelineInCollection(entry, file));
    yield;
  }
  advanceTo(account, last);
  return { now: clock.now(), unsettled };
}

/** One advance is limited in length, so several may be needed; and a running clock may get there by itself meanwhile. */
function advanceTo({ clock }: Account, moment: number): void {
  for (let left = moment - clock.now(); left > 0; left = moment - clock.now()) {
    clock.advance(Math.min(left, LONGEST_DURATION));
  }
}
