// What state is saved in, account by account; without one it lives as long as the process.

import { realTime, type TimeSource } from '../time/clock.ts';

/** What the mock's own clock needs to go on after a restart. */
export interface SavedClock {
  /** Milliseconds that the mock's clock was advanced by. */
  offset: number;
  /** What the clock showed without that, in milliseconds since the Unix epoch. */
  now: number;
  /** When that was on the machine's clock. */
  savedAt: number;
}

/** What to save of a clock that is ahead of its source. */
export const savedClock = (source: TimeSource, offset: number): SavedClock => ({
  offset,
  now: source.now(),
  savedAt: realTime(),
});

export interface Backend<State> {
  /** What it is called where it cannot save. */
  readonly name: string;
  /** The mock's own clock as it was last saved before this process. */
  readonly clock: SavedClock;
  /** The last state of each account that was saved. */
  readonly saved: ReadonlyMap<string, State>;
  /** Saves the state of an account, with the mock's own clock. Rejects if it is not saved; then nothing is. */
  save(id: string, state: State, clock: SavedClock): Promise<void>;
  /** Saves that an account is no more. Rejects likewise. */
  forget(id: string, clock: SavedClock): Promise<void>;
  saveClock(clock: SavedClock): Promise<void>;
  close(): Promise<void>;
}
