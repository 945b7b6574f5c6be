// How an operation is answered in the end.
import * as z from 'zod';
import { hasStatus, operationField, statusField } from '../criteria.ts';
import { defineExpectation } from './expectation.ts';

export const finallyAnswered = defineExpectation({
  summary: 'the last request to `operation` is answered with `status`',
  schema: z.strictObject({ operation: operationField, status: statusField }),
  judge({ operation, status }, { trace }) {
    const last = trace.steps.findLast((step) => step.operation === operation);
    if ((last && hasStatus(status, last.status)) || trace.isCut) return [];
    const text = last
      ? `the last answer of ${operation} is ${last.status || 'none'}, and ${status} is expected`
      : `${operation} was never called`;
    return [{ kind: 'finally', text, steps: last ? [last] : [] }];
  },
});
