// Which accounts are within an interaction, so that each begins fresh: not every verifier says when one ends.

/** The accounts in which states were set up and to which the API got no request since, by their ids. */
export class Interactions {
  readonly #open = new Set<string>();

  /** Notes that a state is about to be set up; returns whether it is the first of its interaction. */
  begin(accountId: string): boolean {
    const isFirst = !this.#open.has(accountId);
    this.#open.add(accountId);
    return isFirst;
  }

  /** Notes a request to an account, which ends its interaction; without an account, it ends all of them. */
  end(accountId: string | undefined): void {
    if (accountId === undefined) this.#open.clear();
    else this.#open.delete(accountId);
  }
}
