// The API's document for the rest of the program: its types, operations and validators. Only this folder imports the
// code generated from it, so that another version of the API is another file like this one.

import { type LocatedOperation, operationsOf } from './document.ts';
import type { components, operations, paths } from './generated/cloudglue.ts';
import { cloudglueDocument } from './generated/cloudglue-document.ts';
import { BASE_PATH } from './paths.ts';
import { createValidators } from './validators.ts';

export type { operations, paths };
export { cloudglueDocument };

/** The generated types of its operations. */
export type ApiOperations = operations;

/** The types of the document's named schemas. */
export type Schemas = components['schemas'];

export type OperationId = keyof operations;

/** Every operation by its id, in the order of the document. */
export const operationsById: ReadonlyMap<OperationId, LocatedOperation<OperationId>> = operationsOf(
  cloudglueDocument,
);

/** The operation with the id. Throws if the document has none: a bug in the program, not in its input. */
export function operationById(id: OperationId): LocatedOperation<OperationId> {
  const located = operationsById.get(id);
  if (!located) throw new Error(`openapi/cloudglue.yaml has no operation "${id}"`);
  return located;
}

/** The path of an operation, including the base path; `values` replace its parameters. */
export const pathTo = (id: OperationId, values: Record<string, string | undefined> = {}): string =>
  `${BASE_PATH}${operationById(id).path}`.replace(
    /\{(\w+)\}/g,
    (parameter, name) => values[name] ?? parameter,
  );

/** An operation as error texts name it: `GET /v1/files/{file_id}`. */
export const endpointOf = (id: OperationId, values: Record<string, string | undefined> = {}): string =>
  `${operationById(id).method.toUpperCase()} ${pathTo(id, values)}`;

export const { validatorOf, validatorOfSchema, validatorOfField } =
  createValidators<Schemas>(cloudglueDocument);
