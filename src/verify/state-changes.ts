// What came of each change of state, and of the request after it: how Pact's results are told apart by interaction.
import type { ErrorName } from '../errors/catalogue.ts';

interface StateChange {
  /** Why the state could not be set up, if it could not. */
  problem: string | undefined;
  /** The error case of the answer to the request after it; null for a success, and for other providers. */
  errorCase: ErrorName | null;
}

/** With the fields in one order: Pact sends them in another than the pact has. */
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

  /** Takes the first change of a state that was not taken yet: interactions ask in the order of the pacts. */
  take(name: string, params: object | null | undefined): StateChange | undefined {
    return this.#byState.get(keyOf(name, params))?.shift();
  }
}
