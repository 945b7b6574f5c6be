// Until when an account's files move.
import type { Account } from '../accounts.ts';
import { isEnd, type Step, timelineInCollection, timelineOf } from '../sync/lifecycle.ts';

/** Where a clock came to, and what still has no end. */
export interface Settled {
  /** Milliseconds since the Unix epoch. */
  now: number;
  /** Ids of files that never end. */
  unsettled: string[];
}

/** Moves an account's clock on until every file has ended, also in its collections. */
export function settle({ store, clock }: Account): Settled {
  const files = [...store.files.all()].map((file) => ({ id: file.id, steps: timelineOf(file) }));
  const members = [...store.collectionFiles.all()].flatMap((entry) => {
    const file = store.files.get(entry.fileId);
    return file ? [timelineInCollection(entry, file)] : [];
  });
  const moments = [...files.map(({ steps }) => steps), ...members].flatMap((steps: Step[]) =>
    steps.map(({ at }) => at),
  );
  const last = moments.reduce((latest, at) => Math.max(latest, at), clock.now());
  if (last > clock.now()) clock.advance(last - clock.now());
  const unsettled = files.filter(({ steps }) => !steps.some(isEnd)).map(({ id }) => id);
  return { now: clock.now(), unsettled };
}
