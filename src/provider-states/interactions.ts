// Knows when an interaction begins, so that each gets a fresh account: not all verifiers say when one ends.

/** Accounts in which states were set up, and that sent no request to the API since. */
export class OpenInteractions {
  readonly #open = new Set<string>();

  /** Notes that a state is to be set up; returns whether it is the first of its interaction. */
  begin(accountId: string): boolean {
    const isFirst = !this.#open.has(accountId);
    this.#open.add(accountId);
    return isFirst;
  }

  /** Notes that an account sent a request, which ends its interaction; every interaction, if the account is unknown. */
  end(accountId: string | undefined): void {
    if (accountId === undefined) this.#open.clear();
    else this.#open.delete(accountId);
  }
}
