// Operations that may be sent again without harm, and rules that strike each of them once.
import { type OperationId, operationsById } from '../../../openapi/cloudglue.ts';
import type { FaultRule } from '../../../records/fault-rule.ts';

/** They give the file that they gave before. */
export const syncs: readonly OperationId[] = ['syncDataConnectorFile', 'syncFileFromUrl'];

/** What reads, and what syncs. */
export const repeatable: readonly OperationId[] = [
  ...[...operationsById.values()].filter(({ method }) => method === 'get').map(({ id }) => id),
  ...syncs,
];

/** A rule for each operation, which strikes its first request. */
export const onceEach = (operations: readonly OperationId[], action: FaultRule): FaultRule[] =>
  operations.map((operation) => ({ match: { operation }, ...action, times: 1 }));
