// Gives each interaction an account as fresh as the first: verifiers do not all say when an interaction ends.

/** Accounts in which states were set up and nothing was asked of the API since. */
export class Scenes {
  readonly #open = new Set<string>();

  /** Notes that a state is about to be set up; returns whether it is the first of its interaction. */
  begins(accountId: string): boolean {
    const isFirst = !this.#open.has(accountId);
    this.#open.add(accountId);
    return isFirst;
  }

  /** Notes that an account was asked something, which ends its scene; where nobody knows whose, every scene. */
  ends(accountId: string | undefined): void {
    if (accountId === undefined) this.#open.clear();
    else this.#open.delete(accountId);
  }
}
