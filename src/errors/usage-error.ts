// The error for wrong use of the command line: one line on standard error, and exit status 2.

export class UsageError extends Error {
  override name = 'UsageError';
}
