// What the provider was asked in the course of the verification: each change of state, and the answer to the request
// after it, so that they can be assigned to interactions.
import type { ErrorName } from '../errors/catalogue.ts';

/** An answer of the provider, as far as it passes through here. */
export interface Answered {
  status: number;
  /** Null for a success. */
  errorCase: ErrorName | null;
  /** The text of a refusal. */
  text: string | undefined;
}

interface StateChange {
  /** Why the state could not be set up, if it could not. */
  problem: string | undefined;
  /** The values that the state gave. */
  values: Record<string, unknown>;
  /** The answer to the request after it; null for other providers, and if there was none. */
  answer: Answered | null;
}

/** Sorts fields: Pact sends them in another order than the pact has. */
const inOrder = (_: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const keyOf = (name: string, params: object | null | undefined) =>
  JSON.stringify([name, params ?? {}], inOrder);

export class Trace {
  readonly #byState = new Map<string, StateChange[]>();
  #latest: StateChange | undefined;

  /** Notes that a state was set up, or why not. */
  add(
    name: string,
    params: object | null | undefined,
    { problem, values }: Omit<StateChange, 'answer'>,
  ): void {
    const key = keyOf(name, params);
    this.#latest = { problem, values, answer: null };
    const all = this.#byState.get(key);
    if (all) all.push(this.#latest);
    else this.#byState.set(key, [this.#latest]);
  }

  /** Notes the answer to the request of the interaction whose states were set up last. */
  answered(answer: Answered): void {
    if (this.#latest) this.#latest.answer = answer;
  }

  /** Removes and returns the first change of a state: they come in the order of the interactions. */
  take(name: string, params: object | null | undefined): StateChange | undefined {
    return this.#byState.get(keyOf(name, params))?.shift();
  }
}
