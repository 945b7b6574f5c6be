// Every error the API answers: one catalogue of named cases. Grep a text and find its only origin.
import { apiOf, type OperationId } from '../openapi/cloudglue.ts';
import { type ApiVersion, NEWEST } from '../openapi/versions.ts';
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

/** A case by its name, whatever its details are. */
export const errorCase = (name: ErrorName): ErrorCase<unknown[]> => errorCases[name] as never;

/** Whether an operation can meet a case. */
export function occursAt(name: ErrorName, operation: OperationId): boolean {
  const { operations } = errorCase(name);
  return operations === 'every' || operations.includes(operation);
}

/** What is known for certain comes first. */
const ORIGINS: readonly Origin[] = ['spec', 'sdk', 'docs', 'chosen'];

/**
 * The cases that an operation can meet with a status, the most typical first: those of its meaning before those of
 * any operation or of the mock's own bounds, of each those that the document knows first, then in the catalogue's order.
 */
export function casesOf(operation: OperationId, status: number): ErrorName[] {
  const rank = (name: ErrorName) =>
    (name in gatewayCases ? ORIGINS.length : 0) + ORIGINS.indexOf(errorCase(name).origin);
  return errorNames
    .filter((name) => errorCase(name).status === status && occursAt(name, operation))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** The statuses that the document of a version gives an operation; none if it does not have the operation. */
export const documentedStatuses = (operation: OperationId, version: ApiVersion = NEWEST): number[] =>
  Object.keys(apiOf(version).operationsById.get(operation)?.operation.responses ?? {}).map(Number);

/** Whether the document of a version gives a status to an operation. */
export const isDocumented = (operation: OperationId, status: number, version: ApiVersion = NEWEST): boolean =>
  documentedStatuses(operation, version).includes(status);
