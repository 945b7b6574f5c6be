// What a clock keeps, told of whenever somebody moves it: by a request, in code, or by a restore.
import type { ClockState } from '../clock.ts';

export class WatchedClock implements ClockState {
  #offset: number;
  readonly #moved: () => void;

  constructor(moved: () => void, offset = 0) {
    this.#moved = moved;
    this.#offset = offset;
  }

  get offset(): number {
    return this.#offset;
  }

  set offset(offset: number) {
    if (offset === this.#offset) return;
    this.#offset = offset;
    this.#moved();
  }
}
