// What a clock keeps, told of whenever somebody moves it: by a request, in code, or by a restore.
import type { ClockState } from '../time/clock.ts';

/** Who is told. */
interface Watcher {
  clockMoved(): void;
}

export class WatchedClock implements ClockState {
  #offset: number;
  readonly #watcher: Watcher | undefined;

  constructor(watcher: Watcher | undefined, offset = 0) {
    this.#watcher = watcher;
    this.#offset = offset;
  }

  get offset(): number {
    return this.#offset;
  }

  set offset(offset: number) {
    if (offset === this.#offset) return;
    this.#offset = offset;
    this.#watcher?.clockMoved();
  }
}
