// Which accounts are within an interaction, so that each begins fresh: not every verifier says when one ends.
import { refuseAway } from '../accounts/on-newest.ts';
import { keys } from '../store/keys.ts';
import type { SharedState } from '../store/shared-state.ts';
import type { SharedStore } from '../store/shared-store.ts';

/** The accounts in which states were set up and to which the API got no request since, by their ids. */
export class Interactions {
  readonly #open = new Set<string>();
  readonly #shared: SharedInteractions | undefined;

  /** @param shared where other mocks work on the same accounts */
  constructor(shared?: SharedInteractions) {
    this.#shared = shared;
  }

  /** Notes that a state is about to be set up; returns whether it is the first of its interaction. */
  begin(accountId: string): boolean | Promise<boolean> {
    if (this.#shared) return this.#shared.begin(accountId);
    const isFirst = !this.#open.has(accountId);
    this.#open.add(accountId);
    return isFirst;
  }

  /** Notes a request to an account, which ends its interaction; without an account, it ends all of them. */
  end(accountId: string | undefined): Promise<void> | undefined {
    if (this.#shared) return this.#shared.end(accountId);
    if (accountId === undefined) this.#open.clear();
    else this.#open.delete(accountId);
    return undefined;
  }
}

/** The same where mocks share a store: an account's mark names the round in which it was set, and a new round ends all. */
export class SharedInteractions {
  readonly #store: SharedStore;
  readonly #state: SharedState;

  constructor(store: SharedStore, state: SharedState) {
    this.#store = store;
    this.#state = state;
  }

  async begin(accountId: string): Promise<boolean> {
    const { engine } = this.#store;
    const round = `round ${(await engine.call('HGET', keys.header, 'interactions').catch(refuseAway)) ?? 0}`;
    const mark = [keys.account(accountId), 'interaction'] as const;
    const before = await engine.call('HGET', ...mark).catch(refuseAway);
    await engine.call('HSET', ...mark, round).catch(refuseAway);
    return before !== round;
  }

  /** Resolves when every mock knows; undefined if there is nothing to know. */
  end(accountId: string | undefined): Promise<void> | undefined {
    const { engine } = this.#store;
    if (accountId === undefined) return settled(engine.call('HINCRBY', keys.header, 'interactions', 1));
    if (!this.#state.isInInteraction(accountId)) return undefined;
    return settled(engine.call('HDEL', keys.account(accountId), 'interaction'));
  }
}

/** The answer to a request does not depend on it. */
const settled = (asked: Promise<unknown>): Promise<void> =>
  asked.then(
    () => {},
    () => {},
  );
