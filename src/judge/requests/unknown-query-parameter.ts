// A query parameter that the operation does not have, or not yet in the account's version.
import { quote } from '../../errors/cases/error-case.ts';
import { pointerTo } from '../../openapi/places.ts';
import { type RequestShape, requestShapeOf } from '../../openapi/request-shape.ts';
import { firstVersionOf, NEWEST } from '../../openapi/versions.ts';
import type { Exchange } from '../exchange.ts';
import type { Mistake } from '../finding.ts';
import { MOST_TOLD, type RequestRule } from '../rule.ts';
import { listOf, meantBy } from './names.ts';

export const unknownQueryParameter: RequestRule = {
  name: 'unknown-query-parameter',
  severity: 'error',
  summary: 'A client sends only query parameters that the operation has',
  reason: 'The API ignores others without a word: the answer is not what the client asked for.',
  source: 'documented',
  examples: {
    broken: 'calls listFiles with page_size=10, and gets pages of 50',
    sound: 'calls listFiles with limit=10',
  },
  judge(exchange, tell) {
    const { operation, version, query } = exchange;
    let shape: RequestShape | undefined;
    let told = 0;
    for (const name in query) {
      shape ??= operation === null ? undefined : requestShapeOf(version, operation);
      if (!shape) return;
      if (!shape.query.has(name) && told++ < MOST_TOLD) tell(mistakeOf(name, exchange, shape));
    }
  },
};

function mistakeOf(name: string, { operation, version }: Exchange, shape: RequestShape): Mistake {
  const where = {
    place: `query parameter ${quote(name)}`,
    document: pointerTo(shape.query.size > 0 ? [...shape.place, 'parameters'] : shape.place),
  };
  if (operation !== null && requestShapeOf(NEWEST, operation)?.query.has(name)) {
    return {
      ...where,
      text: `${operation} has the query parameter ${quote(name)} since version ${firstVersionOf(operation, name)} of the API, and this account is at ${version}`,
      remedy: 'leave it out at this version, which ignores it',
    };
  }
  const meant = meantBy(name, shape.query.keys());
  return {
    ...where,
    text: `${operation} has no query parameter ${quote(name)}, and ignores it`,
    remedy:
      meant !== undefined
        ? `send ${JSON.stringify(meant)} instead`
        : shape.query.size > 0
          ? `leave it out, or send one of ${listOf(shape.query.keys())}`
          : 'leave it out: the operation has no query parameters',
  };
}
