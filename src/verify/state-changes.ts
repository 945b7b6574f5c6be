// The outcome of each state change and of the request after it, so that they can be assigned to interactions.
import type { ErrorName } from '../errors/catalogue.ts';

interface StateChange {
  /** Why the state could not be set up, if it could not. */
  problem: string | undefined;
  /** The error case of the answer to the request after it; null for a success, and for other providers. */
  errorCase: ErrorName | null;
}

/** Sorts fields: Pact sends them in another order than the pact has. */
const inOrder = (_: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const keyOf = (name: string, params: object | null | undefined) =>
  JSON.stringify([name, params ?? {}], inOrder);

export class StateChanges {
  readonly #byState = new Map<string, StateChange[]>();
  #latest: StateChange | undefined;

  /** Notes that a state was set up, or why not. */
  add(name: string, params: object | null | undefined, problem: string | undefined): void {
    const key = keyOf(name, params);
    this.#latest = { problem, errorCase: null };
    this.#byState.set(key, [...(this.#byState.get(key) ?? []), this.#latest]);
  }

  /** Notes the answer to the request of the interaction whose states were set up last. */
  answered(errorCase: ErrorName | null): void {
    if (this.#latest) this.#latest.errorCase = errorCase;
  }

  /** Removes and returns the first change of a state: they come in the order of the interactions. */
  take(name: string, params: object | null | undefined): StateChange | undefined {
    return this.#byState.get(keyOf(name, params))?.shift();
  }
}
