// An operation that the document calls deprecated.
import { apiOf } from '../../openapi/cloudglue.ts';
import { pointerTo } from '../../openapi/places.ts';
import type { RequestRule } from '../rule.ts';

export const deprecatedOperation: RequestRule = {
  name: 'deprecated-operation',
  severity: 'warning',
  summary: 'A client uses no operation that the document calls deprecated',
  reason: 'A deprecated operation may go with any next version of the API.',
  source: 'documented',
  examples: {
    broken: 'calls addVideo',
    sound: 'calls addMedia',
  },
  judge({ operation, version }, tell) {
    const located = operation && apiOf(version).operationsById.get(operation);
    if (!located?.operation.deprecated) return;
    tell({
      text: `the operation ${operation} is deprecated`,
      remedy: 'use the operation that its description in the document names instead',
      document: pointerTo(['paths', located.path, located.method]),
    });
  },
};
