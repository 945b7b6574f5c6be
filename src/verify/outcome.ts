// The outcome of a verification, which all reports use.

import type { ErrorName } from '../errors/catalogue.ts';
import { type OperationId, operationsById } from '../openapi/cloudglue.ts';
import type { Difference } from '../openapi/differences.ts';
import { pathPattern } from '../openapi/document.ts';
import { BASE_PATH } from '../openapi/paths.ts';
import type { ApiVersion } from '../openapi/versions.ts';

/** One reason why a contract is broken. */
export interface Problem {
  /** Who found it: the provider's answer, its states, or the document. */
  found: 'answer' | 'state' | 'document';
  text: string;
  /** Where in the pact or in the answer. */
  at?: string;
  /** Where in the document. */
  spec?: string;
}

export interface InteractionOutcome {
  description: string;
  states: string[];
  /** `GET /v1/files` */
  request: string;
  operation: OperationId | null;
  status: number | null;
  /** The error case that the mock answered with; null for other providers, and for successes. */
  errorCase: ErrorName | null;
  seconds: number;
  problems: Problem[];
  /** Where several versions are verified and it holds at another: what differs there that can be why it does not here. */
  changes?: Difference[];
}

export interface PactOutcome {
  consumer: string;
  provider: string;
  /** The file or the URL. */
  source: string;
  interactions: InteractionOutcome[];
  /** The version of the API, where several are verified. */
  version?: ApiVersion;
}

export const failuresOf = (pacts: readonly PactOutcome[]) =>
  pacts.flatMap((pact) =>
    pact.interactions
      .filter(({ problems }) => problems.length > 0)
      .map((interaction) => ({ pact, interaction })),
  );

const patterns = [...operationsById.values()].map(({ id, method, path }) => ({
  id,
  method: method.toUpperCase(),
  pattern: pathPattern(path),
  /** `/files/sync` is no `/files/{file_id}`. */
  isPlain: !path.includes('{'),
}));

/** The operation that a request would reach below the base path. */
function operationAt(method: string, path: string): OperationId | null {
  const fitting = patterns.filter((one) => one.method === method.toUpperCase() && one.pattern.test(path));
  return (fitting.find(({ isPlain }) => isPlain) ?? fitting[0])?.id ?? null;
}

export const operationOf = (method: string, path: string): OperationId | null =>
  path.startsWith(`${BASE_PATH}/`) ? operationAt(method, path.slice(BASE_PATH.length)) : null;

/** The problem of a path that lacks only the base path. */
export function missingBasePath(method: string, path: string): string | undefined {
  if (path.startsWith(`${BASE_PATH}/`) || !operationAt(method, path)) return undefined;
  return `the path lacks ${BASE_PATH}: contracts have it in their paths, ${BASE_PATH}${path}`;
}
