// What state is saved in, account by account; without one it lives as long as the process.

/** What the mock's own clock needs to go on after a restart. */
export interface SavedClock {
  /** Milliseconds that the mock's clock was advanced by. */
  offset: number;
  /** What the clock showed without that, in milliseconds since the Unix epoch. */
  now: number;
  /** When that was on the machine's clock. */
  savedAt: number;
}

export interface Backend<State> {
  /** The mock's own clock when it was last saved before this process; undefined if this is the first. */
  readonly clock: SavedClock | undefined;
  /** The last state of each account that was saved. */
  readonly saved: ReadonlyMap<string, State>;
  /** Saves the state of an account. Rejects if it is not saved; then nothing is. */
  save(id: string, state: State): Promise<void>;
  /** Saves that an account is no more. Rejects likewise. */
  forget(id: string): Promise<void>;
  /** Saves the mock's own clock, which every other save takes along. Rejects likewise. */
  saveClock(clock: SavedClock): Promise<void>;
  close(): Promise<void>;
}
