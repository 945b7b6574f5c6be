// An operation that the document calls deprecated.
import { apiOf, type OperationId } from '../../openapi/cloudglue.ts';
import { pointerTo } from '../../openapi/places.ts';
import { requestShapeOf } from '../../openapi/request-shape.ts';
import type { ApiVersion } from '../../openapi/versions.ts';
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
    if (operation === null) return;
    const shape = requestShapeOf(version, operation);
    if (!shape?.isDeprecated) return;
    tell({
      text: `the operation ${operation} is deprecated`,
      get remedy() {
        const replacement = replacementOf(version, operation);
        return replacement
          ? `call ${replacement} instead`
          : 'call another operation, as its description says';
      },
      document: pointerTo(shape.place),
    });
  },
};

/** The operation that the description of another one names. */
function replacementOf(version: ApiVersion, operation: OperationId): string | undefined {
  const { operationsById } = apiOf(version);
  const { description = '' } = (operationsById.get(operation)?.operation ?? {}) as { description?: string };
  const named = [...description.matchAll(/`(\w+)`/g)].map(([, name]) => name as OperationId);
  return named.find((name) => name !== operation && operationsById.has(name));
}
