// Leases: one mock at a time looks after an account's events. A lease ends by itself when its mock does.
import { channels, keys } from './keys.ts';
import { MARK, RELEASE, RENEW, TAKE, TAKE_DUE } from './lease-scripts.ts';
import type { SharedStore } from './shared-store.ts';

/** Real milliseconds that a lease lasts, unless it is renewed. */
export const LEASE = 4_000;
/** Leases that are taken at once from those that ended. */
const MOST_AT_ONCE = 50;
/** Real milliseconds in which a mock that wrote a mark writes the work, or never does. */
const GRACE = 15_000;

const WORK = [keys.due, keys.holders] as const;
const MARKED = [...WORK, keys.marks] as const;

export class Leases {
  readonly #store: SharedStore;

  constructor(store: SharedStore) {
    this.#store = store;
  }

  /** Takes the lease of every account that is due, whether its work became due or its mock died. Resolves to their ids. */
  async takeDue(): Promise<string[]> {
    const { engine, mock } = this.#store;
    // One that does not fit the other mocks leaves the work to them.
    await this.#store.agree();
    return (await engine.run(TAKE_DUE, WORK, [mock, LEASE, MOST_AT_ONCE])) as string[];
  }

  /** Takes an account's lease. Resolves to false if another mock has it, which is told that there is more to do. */
  async take(id: string): Promise<boolean> {
    const { engine, mock } = this.#store;
    const holder = (await engine.run(TAKE, WORK, [mock, LEASE, id])) as string;
    if (holder === '') return true;
    await engine.call('PUBLISH', channels.wake(holder), id);
    return false;
  }

  /** Prolongs a lease. Resolves to whether this mock still has it. */
  async renew(id: string): Promise<boolean> {
    const { engine, mock } = this.#store;
    return (await engine.run(RENEW, WORK, [mock, LEASE, id])) === 1;
  }

  /** Notes that there will be work in `delay` real milliseconds, before it is written. */
  async mark(id: string, delay: number): Promise<void> {
    await this.#store.engine.run(MARK, MARKED, [id, Math.ceil(delay)]);
  }

  /** Gives a lease up. There is more to do in `delay` real milliseconds; never if that is infinite. */
  async release(id: string, delay: number): Promise<void> {
    const { engine, mock } = this.#store;
    await engine.run(RELEASE, MARKED, [mock, id, Number.isFinite(delay) ? Math.ceil(delay) : -1, GRACE]);
  }

  /** Calls back with the id of an account whose lease this mock has, when there is more to do. */
  onWake(listener: (id: string) => void): Promise<() => void> {
    const { engine, mock } = this.#store;
    return engine.subscribe(channels.wake(mock), listener);
  }
}
