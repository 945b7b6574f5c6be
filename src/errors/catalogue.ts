// Every error that the API answers: one catalogue of named cases. Each error text occurs here only.
import { apiOf, type OperationId } from '../openapi/cloudglue.ts';
import { type ApiVersion, isSince, NEWEST } from '../openapi/versions.ts';
import type { Consistent, ErrorCase, Origin } from './cases/error-case.ts';
import { gatewayCases } from './cases/gateway-cases.ts';
import { importCases } from './cases/import-cases.ts';
import { recordCases } from './cases/record-cases.ts';
import { sourceCases } from './cases/source-cases.ts';
import { uriCases } from './cases/uri-cases.ts';

export const errorCases = { ...gatewayCases, ...uriCases, ...sourceCases, ...recordCases, ...importCases };
errorCases satisfies Consistent<typeof errorCases>;

export type ErrorName = keyof typeof errorCases;

export const errorNames = Object.keys(errorCases) as ErrorName[];

/** A case by its name, with the types of its details erased. */
export const errorCase = (name: ErrorName): ErrorCase<unknown[]> => errorCases[name] as never;

/** Whether a case can occur at an operation, in a version of the API. */
export function occursAt(name: ErrorName, operation: OperationId, version: ApiVersion = NEWEST): boolean {
  const { operations, since, status } = errorCase(name);
  if (operations !== 'every' && !operations.includes(operation)) return false;
  return (since === undefined || isSince(version, since)) && isPossible(operation, status, version);
}

/** Whether a case can occur in a version of the API, at whatever operation. */
export function occursIn(name: ErrorName, version: ApiVersion): boolean {
  const { operations } = errorCase(name);
  return (
    operations === 'every' ||
    operations.length === 0 ||
    operations.some((operation) => occursAt(name, operation, version))
  );
}

/** Whether an operation can answer with a status in a version: it has the operation, and the status did not come later. */
function isPossible(operation: OperationId, status: number, version: ApiVersion): boolean {
  if (version === NEWEST) return true;
  if (!apiOf(version).operationsById.has(operation)) return false;
  return isDocumented(operation, status, version) || !isDocumented(operation, status);
}

/** The most certain origin comes first. */
const ORIGINS: readonly Origin[] = ['spec', 'sdk', 'docs', 'chosen'];

/**
 * The cases with a status that can occur at an operation, the most typical first: those specific to what it does
 * before those of any operation or of the mock's own limits; then by origin; then in the catalogue's order.
 */
export function casesOf(operation: OperationId, status: number, version: ApiVersion = NEWEST): ErrorName[] {
  const rank = (name: ErrorName) =>
    (name in gatewayCases ? ORIGINS.length : 0) + ORIGINS.indexOf(errorCase(name).origin);
  return errorNames
    .filter((name) => errorCase(name).status === status && occursAt(name, operation, version))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** The statuses that the document of a version gives an operation; none if it does not have the operation. */
export const documentedStatuses = (operation: OperationId, version: ApiVersion = NEWEST): number[] =>
  Object.keys(apiOf(version).operationsById.get(operation)?.operation.responses ?? {}).map(Number);

/** Whether the document of a version gives a status to an operation. */
export const isDocumented = (operation: OperationId, status: number, version: ApiVersion = NEWEST): boolean =>
  documentedStatuses(operation, version).includes(status);
