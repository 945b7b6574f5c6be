// The API's own document: its operations, and validators of its schemas.

import { type LocatedOperation, operationsOf } from './document.ts';
import type { components, operations } from './generated/cloudglue.ts';
import { cloudglueDocument } from './generated/cloudglue-document.ts';
import { createValidators } from './validators.ts';

/** The generated types of its operations. */
export type ApiOperations = operations;

export type OperationId = keyof operations;

/** Every operation of the document, in its order. */
export const operationsById: ReadonlyMap<OperationId, LocatedOperation<OperationId>> = operationsOf(
  cloudglueDocument,
);

/** The operation with that id. Throws if the document has none: a mistake in the program, not in its input. */
export function operationById(id: OperationId): LocatedOperation<OperationId> {
  const located = operationsById.get(id);
  if (!located) throw new Error(`openapi/cloudglue.yaml has no operation "${id}"`);
  return located;
}

export const { validatorOf, validatorOfSchema, validatorOfField } =
  createValidators<components['schemas']>(cloudglueDocument);
