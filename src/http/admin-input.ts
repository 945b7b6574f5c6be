// Checks what a request sends to the control plane: a parameter that is not there would be taken for one that works.
import { pathText } from '../errors/explain.ts';
import { FieldsError } from '../errors/fields-error.ts';
import { validatorOf } from '../openapi/admin.ts';
import type { SpecOperation } from '../openapi/document.ts';
import { meantBy } from '../openapi/meant-names.ts';
import type { EndpointPolicy } from './endpoint.ts';
import { type InputCheck, inputCheckOf, queryNamesOf, unknownQueryNames } from './operation-input.ts';

/** Unknown parameters that are told; the others are only counted. */
const MOST_NAMES = 10;

/** Makes the check of an operation's input, which refuses unknown query parameters unless the document takes any. */
export function adminInputCheckOf(operation: SpecOperation, invalid: EndpointPolicy['invalid']): InputCheck {
  const check = inputCheckOf(operation, validatorOf, invalid);
  const known = queryNamesOf(operation);
  // In OpenAPI, a parameter that is an object takes any names.
  const takesAny = operation.parameters?.some(
    ({ in: place, schema }) => place === 'query' && schema.type === 'object',
  );
  if (takesAny) return check;
  return (c, body) => {
    const unknown = unknownQueryNames(c, known);
    if (unknown.length > 0) {
      const problems = unknown
        .slice(0, MOST_NAMES)
        .map((name) => ({ field: pathText([name]), detail: unknownText(name, known) }));
      throw new FieldsError('the request cannot be used', problems, unknown.length - problems.length);
    }
    check(c, body);
  };
}

function unknownText(name: string, known: readonly string[]): string {
  const guess = meantBy(name, known);
  if (guess !== undefined) return `is no query parameter: did you mean ${JSON.stringify(guess)}?`;
  return `is no query parameter: ${known.length > 0 ? `there are ${known.join(', ')}` : 'leave it out'}`;
}
