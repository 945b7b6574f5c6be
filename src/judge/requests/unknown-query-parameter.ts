// A query parameter that the operation does not have, or not yet in the account's version.
import { quote } from '../../errors/cases/error-case.ts';
import { meantBy } from '../../openapi/meant-names.ts';
import { pointerTo } from '../../openapi/places.ts';
import { type RequestShape, requestShapeOf } from '../../openapi/request-shape.ts';
import { firstVersionOf, NEWEST } from '../../openapi/versions.ts';
import type { Exchange } from '../exchange.ts';
import { shapeOf } from '../facts.ts';
import type { Mistake } from '../finding.ts';
import { MOST_TOLD, type RequestRule } from '../rule.ts';
import { listOf } from './sentences.ts';

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
    const { query } = exchange;
    let shape: RequestShape | undefined;
    let told = 0;
    for (const name in query) {
      shape ??= shapeOf(exchange);
      if (!shape) return;
      if (!shape.query.has(name) && told++ < MOST_TOLD) tell(mistakeOf(name, exchange, shape));
    }
  },
};

const mistakeOf = (name: string, exchange: Exchange, shape: RequestShape): Mistake => ({
  place: `query parameter ${quote(name)}`,
  get document() {
    return pointerTo(shape.query.size > 0 ? [...shape.place, 'parameters'] : shape.place);
  },
  get text() {
    const { operation, version } = exchange;
    const since = laterVersionOf(exchange, name);
    return since === undefined
      ? `${operation} has no query parameter ${quote(name)}, and ignores it`
      : `${operation} has the query parameter ${quote(name)} since version ${since} of the API, and this account is at ${version}`;
  },
  get remedy() {
    if (laterVersionOf(exchange, name) !== undefined) return 'leave it out at this version, which ignores it';
    const meant = meantBy(name, shape.query.keys());
    if (meant !== undefined) return `send ${JSON.stringify(meant)} instead`;
    if (shape.query.size > 0) return `leave it out, or send one of ${listOf(shape.query.keys())}`;
    return 'leave it out: the operation has no query parameters';
  },
});

/** The version that a parameter came with; undefined if no version has it. */
const laterVersionOf = ({ operation }: Exchange, name: string): string | undefined =>
  operation !== null && requestShapeOf(NEWEST, operation)?.query.has(name)
    ? firstVersionOf(operation, name)
    : undefined;
