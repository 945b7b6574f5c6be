// Until when an account's files move.
import type { Account } from '../accounts/account.ts';
import { isEnd, type Step, timelineInCollection, timelineOf } from '../files/lifecycle.ts';
import { endOfRun } from '../files/visible.ts';
import { LAST_MOMENT, LONGEST_DURATION } from '../time/clock.ts';

/** Where a clock came to, and what still has no end. */
export interface Settled {
  /** Milliseconds since the Unix epoch. */
  now: number;
  /** Ids of files that never end. */
  unsettled: string[];
}

/** Moves an account's clock on until every file has ended that ever does, also in its collections, and every run of an import. */
export function settle({ store, clock }: Account): Settled {
  const files = [...store.files.all()].map((file) => ({ id: file.id, steps: timelineOf(file) }));
  const members = [...store.collectionFiles.all()].flatMap((entry) => {
    const file = store.files.get(entry.fileId);
    return file ? [timelineInCollection(entry, file)] : [];
  });
  const moments = [...files.map(({ steps }) => steps), ...members].flatMap((steps: Step[]) =>
    steps.map(({ at }) => at),
  );
  const ends = [...store.importRuns.all()].filter(({ stopped }) => stopped === null).map(endOfRun);
  const reachable = [...moments, ...ends].filter((at) => at <= LAST_MOMENT);
  const last = reachable.reduce((latest, at) => Math.max(latest, at), clock.now());
  // The end may be further away than one leap goes, and a clock that runs may pass it meanwhile.
  for (let left = last - clock.now(); left > 0; left = last - clock.now()) {
    clock.advance(Math.min(left, LONGEST_DURATION));
  }
  const hasEnded = (steps: Step[]) => steps.some((step) => isEnd(step) && step.at <= last);
  const unsettled = files.filter(({ steps }) => !hasEnded(steps)).map(({ id }) => id);
  return { now: clock.now(), unsettled };
}
