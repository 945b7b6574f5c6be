// Maps a failure to the line that the command prints and to its exit status.
import { FieldsError } from '../errors/fields-error.ts';
import { UsageError } from '../errors/usage-error.ts';
import { DataFileError } from '../store/data-file-error.ts';
import { StoreError } from '../store/store-error.ts';
import { plainWords } from '../util/system-errors.ts';
import { SeedError } from '../world/seed-file.ts';

/**
 * What failed and what to do about it, in one line.
 * @param judge the command that ran, if it is one that judges
 */
export function explainFailure(error: unknown, judge?: string): { line: string; status: 1 | 2 } {
  const { message } = error as Error;
  if (error instanceof UsageError)
    return { line: `${message}. See cloudglue-mock ${judge ? `${judge} ` : ''}--help.`, status: 2 };
  // Status 1 would mean that what is judged is broken, which is not known here.
  if (judge) return { line: explainListening(error as NodeJS.ErrnoException) ?? message, status: 2 };
  if ([SeedError, FieldsError, DataFileError, StoreError].some((mistake) => error instanceof mistake)) {
    return { line: message, status: 2 };
  }
  return { line: explainListening(error as NodeJS.ErrnoException) ?? plainWords(error), status: 1 };
}

/** The remedy if the mock cannot listen on a port or an address, by the system's error code. */
const LISTENING: Record<string, string> = {
  EADDRINUSE: 'stop that program, or choose another port with --port',
  EACCES: 'choose a port above 1023 with --port',
  EADDRNOTAVAIL: 'give an address of this machine with --host',
  ENOTFOUND: 'give an address of this machine with --host',
};

/** Why the mock cannot listen; undefined if something else failed. */
function explainListening(
  error: NodeJS.ErrnoException & { port?: number; address?: string; hostname?: string },
) {
  const { code = '', syscall, port, address, hostname } = error;
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return undefined;
  const place = hostname ?? (port === undefined ? address : `port ${port} of ${address}`);
  return `cannot listen on ${place}: ${plainWords(error)}${LISTENING[code] ? `: ${LISTENING[code]}` : ''}.`;
}
