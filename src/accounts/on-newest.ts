// Work on an account of a store that other mocks share: done on the newest state, and again if another mock was faster.
import { ApiError } from '../errors/api-error.ts';
import type { SharedState } from '../store/shared-state.ts';
import { StoreAway, StoreError } from '../store/store-error.ts';
import { pause, startWatch } from '../time/clock.ts';
import { drawFrom } from '../util/random.ts';

/** Real milliseconds for which work is tried again. */
const LONGEST = 15_000;
/** Real milliseconds before it is, at most, for each time that it was tried. */
const PAUSE = 4;
const LONGEST_PAUSE = 100;

/** Throws the error for a request that needs a store which does not answer, or cannot be used. */
export function refuseAway(error: unknown): never {
  if (error instanceof StoreError) throw ApiError.of('store-refused', error.message);
  throw error instanceof StoreAway ? ApiError.of('store-away', error.message) : error;
}

/** Resolves when the account in this process is as new as any. Rejects with ApiError if the store is away. */
export const findNewest = (shared: SharedState, id: string): Promise<void> =>
  shared.newest(id).catch(refuseAway);

/**
 * Works on an account, and writes what that changes. What it throws counts as its result.
 * @param work may be called several times; only the last call had an effect
 * @throws ApiError if the store is away, or other mocks were faster for too long
 */
export async function workOnNewest<T>(
  shared: SharedState,
  id: string,
  work: () => T | Promise<T>,
): Promise<T> {
  const elapsed = startWatch();
  for (let attempt = 1; elapsed() < LONGEST; attempt++) {
    if (attempt > 1) await findNewest(shared, id);
    while (!shared.isUsable(id)) await findNewest(shared, id);
    const epoch = shared.epochOf(id);
    const [outcome] = await Promise.allSettled([runNow(work)]);
    if (await shared.holds(id, epoch).catch(refuseAway)) {
      if (outcome.status === 'rejected') throw outcome.reason;
      return outcome.value;
    }
    // Mocks that came at the same moment come again at different ones.
    const longest = Math.min(LONGEST_PAUSE, PAUSE * attempt);
    await pause(drawFrom(`pause ${epoch} ${shared.mock} ${attempt}`).number() * longest);
  }
  throw ApiError.of('store-busy');
}

/** Calls it before anything else can happen, and makes a rejection of what it throws. */
async function runNow<T>(work: () => T | Promise<T>): Promise<T> {
  return work();
}
