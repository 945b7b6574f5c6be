// The quickest way to get one status from one operation, as a command that can be copied.
import { demoKeys } from '../accounts/special-keys.ts';
import { type ErrorName, errorCase } from '../errors/catalogue.ts';
import type { OperationId } from '../openapi/cloudglue.ts';
import { type CommandTarget, curlOf, itemRequests, ruleThenRequest, usualRequest } from './error-commands.ts';

/**
 * @param cases the error cases with the status that can occur at the operation, the most typical first; none for a
 * success, which the usual request gets
 */
export function quickestCommand(
  operation: OperationId,
  cases: readonly ErrorName[],
  target: CommandTarget,
): string {
  const usual = usualRequest(operation, target);
  const [first] = cases;
  if (first === undefined) return curlOf(usual, target);
  for (const name of cases) {
    const own = errorCase(name).requests?.find((one) => one.operation === operation && !one.options);
    if (own) return curlOf(own, target);
    const item = itemRequests(name, target).find((one) => one.operation === operation);
    if (item) return curlOf(item, target);
    const token = Object.keys(demoKeys).find((key) => demoKeys[key]?.shows === name);
    if (token !== undefined) return curlOf({ ...usual, token }, target);
  }
  return ruleThenRequest(first, operation, target);
}
