// What a source refuses, said with a status that the operation asked for it documents.

import { ApiError } from '../errors/api-error.ts';
import { type OperationId, operationById } from '../openapi/cloudglue.ts';

/**
 * Runs a look-up at a source. An error with a status that the operation does not document keeps its text, and
 * becomes 404 where the source failed, else 400 (chosen).
 */
export function withStatusesOf<Result>(id: OperationId, lookUp: () => Result): Result {
  try {
    return lookUp();
  } catch (error) {
    if (!(error instanceof ApiError) || error.status in operationById(id).operation.responses) throw error;
    throw error.as(error.status >= 500 ? 404 : 400);
  }
}
