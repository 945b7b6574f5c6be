// Where mistakes go that no request can be answered with: to standard error, and never further.

/** @param what failed, as a sentence without its full stop */
export function reportDefect(what: string, thrown: unknown): void {
  console.error(`cloudglue-mock: ${what}:`, thrown);
}
