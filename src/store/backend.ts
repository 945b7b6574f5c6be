// The interface to saved state, account by account. Without a backend, state lasts as long as the process.

import { realTime, type TimeSource } from '../time/clock.ts';

/** What the mock's own clock needs to resume after a restart. */
export interface SavedClock {
  /** How far the mock's clock was advanced, in milliseconds. */
  offset: number;
  /** The time of the clock without that offset, in milliseconds since the Unix epoch. */
  now: number;
  /** The time on the machine's clock at the same moment. */
  savedAt: number;
}

/** The state to save for a clock that is `offset` milliseconds ahead of its source. */
export const savedClock = (source: TimeSource, offset: number): SavedClock => ({
  offset,
  now: source.now(),
  savedAt: realTime(),
});

export interface Backend<State> {
  /** Its name in error texts. */
  readonly name: string;
  /** The mock's own clock as loaded at the start. */
  readonly clock: SavedClock;
  /** The last saved state of each account. */
  readonly saved: ReadonlyMap<string, State>;
  /** Saves the state of an account together with the mock's own clock. Rejects if neither was saved. */
  save(id: string, state: State, clock: SavedClock): Promise<void>;
  /** Removes the saved state of an account. Rejects if nothing was saved. */
  forget(id: string, clock: SavedClock): Promise<void>;
  saveClock(clock: SavedClock): Promise<void>;
  close(): Promise<void>;
}
