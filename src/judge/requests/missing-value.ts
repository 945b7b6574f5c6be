// A parameter or a body field that is required and was not sent.
import { PLACES, valueAt } from '../../errors/explain.ts';
import { meantBy } from '../../openapi/meant-names.ts';
import { pointerTo } from '../../openapi/places.ts';
import { shapeAt } from '../../openapi/request-shape.ts';
import type { Exchange } from '../exchange.ts';
import { shapeOf } from '../facts.ts';
import { MOST_TOLD, type RequestRule } from '../rule.ts';
import { isMissing, placeOf } from './invalid-value.ts';
import { lacksBody } from './missing-body.ts';
import { sentencesOf } from './sentences.ts';

export const missingValue: RequestRule = {
  name: 'missing-value',
  severity: 'error',
  summary: 'A client sends every parameter and body field that is required',
  reason: 'The API refuses the request.',
  source: 'documented',
  examples: {
    broken: 'creates a tag without the id of a file',
    sound: 'creates a tag with the id of the file that it is for',
  },
  errorCases: ['invalid-request', 'bucket-required'],
  judge(exchange, tell) {
    const { invalid } = exchange;
    const shape = shapeOf(exchange);
    if (!shape || lacksBody(exchange)) return;
    if (exchange.errorCase === 'bucket-required') {
      const { text, remedy = 'send the bucket' } = sentencesOf(exchange);
      const place = `${PLACES.query} "bucket"`;
      tell({ text, remedy, place, document: pointerTo(shape.query.get('bucket')?.place ?? shape.place) });
    }
    const missing = invalid?.error.issues.filter((issue) => isMissing(invalid, issue)) ?? [];
    for (const { path } of missing.slice(0, MOST_TOLD)) {
      if (!invalid || isMisspelt(exchange, path)) continue;
      const where = placeOf(invalid, path, shape);
      tell({ ...where, text: `${where.place} is required, and was not sent`, remedy: 'send it' });
    }
  },
};

/** Whether a name that is not known was probably meant, which is told by another rule. */
function isMisspelt(exchange: Exchange, path: readonly PropertyKey[]): boolean {
  const { invalid } = exchange;
  const shape = shapeOf(exchange);
  const body = shape?.body && shapeAt(shape.body.shape, path.slice(0, -1));
  const known = invalid?.target === 'json' ? body?.fields : shape?.query;
  const holder = valueAt(invalid?.data, path.slice(0, -1));
  if (!known || typeof holder !== 'object' || holder === null) return false;
  const unknown = Object.keys(holder).filter((name) => !known.has(name));
  return unknown.slice(0, MOST_TOLD).some((name) => meantBy(name, known.keys()) === path.at(-1));
}
