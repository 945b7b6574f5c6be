// Advances an account's clock to what is planned: to the next change, or until its files have finished.
import type { Account } from '../accounts/account.ts';
import { isEnd, type Step, timelineInCollection, timelineOf } from '../files/lifecycle.ts';
import { endOfRun } from '../files/visible.ts';
import { type Clock, LAST_MOMENT, LONGEST_DURATION } from '../time/clock.ts';

/** The time after settling, and the files that never finish. */
export interface Settled {
  /** Milliseconds since the Unix epoch. */
  now: number;
  /** Ids of files that never finish. */
  unsettled: string[];
}

/** Every moment that a clock can reach at which a file, or a file in a collection, changes or comes, or a run ends. */
function* plannedMoments({ store }: Account): Generator<number> {
  const reachable = (moments: number[]) => moments.filter((at) => at <= LAST_MOMENT);
  const steps = (timeline: Step[]) => reachable(timeline.map(({ at }) => at));
  for (const file of store.files.all()) yield* [file.createdAt, ...steps(timelineOf(file))];
  for (const entry of store.collectionFiles.all()) {
    const file = store.files.get(entry.fileId);
    yield entry.createdAt;
    if (file) yield* steps(timelineInCollection(entry, file));
  }
  for (const run of store.importRuns.all()) if (run.stopped === null) yield* reachable([endOfRun(run)]);
}

/** One advance is limited in length, so several may be needed; and a running clock may get there by itself meanwhile. */
function advanceTo(clock: Clock, moment: number): void {
  for (let left = moment - clock.now(); left > 0; left = moment - clock.now()) {
    clock.advance(Math.min(left, LONGEST_DURATION));
  }
}

/**
 * Advances an account's clock to the next change that is planned.
 * @returns by how many milliseconds; 0 if none is planned
 */
export function advanceToNext(account: Account): number {
  const from = account.clock.now();
  let next = Number.POSITIVE_INFINITY;
  for (const at of plannedMoments(account)) if (at > from && at < next) next = at;
  if (next === Number.POSITIVE_INFINITY) return 0;
  advanceTo(account.clock, next);
  return next - from;
}

/**
 * Advances an account's clock until every file that ever finishes has done so, in its collections too, and every run of an
 * import.
 */
export function settle(account: Account): Settled {
  const { store, clock } = account;
  let last = clock.now();
  for (const at of plannedMoments(account)) if (at > last) last = at;
  advanceTo(clock, last);
  const hasEnded = (steps: Step[]) => steps.some((step) => isEnd(step) && step.at <= last);
  const unsettled = [...store.files.all()].filter((file) => !hasEnded(timelineOf(file))).map(({ id }) => id);
  return { now: clock.now(), unsettled };
}
