// Maps errors of sources to statuses that the operation documents.

import { ApiError } from '../errors/api-error.ts';
import { type OperationId, operationById } from '../openapi/cloudglue.ts';

/**
 * Looks something up at a source. An error whose status the operation does not document keeps its text; its status
 * becomes 404 if the source failed, and 400 otherwise (chosen).
 */
export function withStatusesOf<Result>(id: OperationId, lookUp: () => Result): Result {
  try {
    return lookUp();
  } catch (error) {
    if (!(error instanceof ApiError) || error.status in operationById(id).operation.responses) throw error;
    throw error.as(error.status >= 500 ? 404 : 400);
  }
}
