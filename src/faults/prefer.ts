// The Prefer header (RFC 7240): the client chooses the response by status or by the name of an error case.
import { ApiError } from '../errors/api-error.ts';
import { casesOf, documentedStatuses, type ErrorName } from '../errors/catalogue.ts';
import type { OperationId } from '../openapi/cloudglue.ts';
import type { ApiVersion } from '../openapi/versions.ts';

export interface Preference {
  /** The error to respond with; undefined if the usual response has the status. */
  error: ErrorName | undefined;
  /** The status that the header asks for. */
  status: number;
  /** The part of the header that was understood. */
  applied: string;
}

/** The preferences of a header that this mock knows; others are ignored. */
function parse(header: string): { code?: string; example?: string } {
  const pairs = header
    .split(',')
    .map((part) => pairOf(part.split(';', 1)[0] ?? ''))
    .filter(([name, value]) => (name === 'code' || name === 'example') && !value.includes('"'))
    // If one is given twice, the first one counts.
    .reverse();
  return Object.fromEntries(pairs);
}

/** Whether a header has a preference that is a word without a value. */
export const isPreferred = (word: string, header: string): boolean =>
  header.split(',').some((part) => part.split(';', 1)[0]?.trim().toLowerCase() === word);

/** Parses `name = value` or `name = "value"`. A regular expression could backtrack over the blanks. */
function pairOf(text: string): [name: string, value: string] {
  const at = text.indexOf('=');
  if (at < 0) return ['', ''];
  const value = text.slice(at + 1).trim();
  const isQuoted = value.length > 1 && value.startsWith('"') && value.endsWith('"');
  return [text.slice(0, at).trim().toLowerCase(), isQuoted ? value.slice(1, -1).trim() : value];
}

/**
 * What a Prefer header asks an operation for; undefined if it has no preference that this mock knows.
 * @param version of the API, whose document lists the statuses of the operation; default: the newest
 * @throws ApiError if the operation does not document what it asks for
 */
export function preferenceOf(
  header: string,
  operation: OperationId,
  version?: ApiVersion,
): Preference | undefined {
  const { code, example } = parse(header);
  if (code === undefined && example === undefined) return undefined;
  const applied = [code !== undefined && `code=${code}`, example !== undefined && `example=${example}`]
    .filter(Boolean)
    .join(', ');
  const documented = documentedStatuses(operation, version);
  const errors = documented.flatMap((status) =>
    casesOf(operation, status, version).map((error) => ({ error, status, applied })),
  );
  if (example !== undefined) {
    const chosen = errors.find(
      ({ error, status }) => error === example && (code === undefined || Number(code) === status),
    );
    if (chosen) return chosen;
    const known = errors.filter(({ status }) => code === undefined || Number(code) === status);
    throw ApiError.of(
      'unsupported-preference',
      applied,
      operation,
      known.map(({ error }) => `example=${error}`).join(', ') || `code=${documented.join(', code=')}`,
    );
  }
  const status = Number(code);
  if (!documented.includes(status)) {
    throw ApiError.of(
      'unsupported-preference',
      applied,
      operation,
      documented.map((one) => `code=${one}`).join(', '),
    );
  }
  return errors.find((one) => one.status === status) ?? { error: undefined, status, applied };
}
