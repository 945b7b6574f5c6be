// A query parameter that takes one value, given several times.
import { pointerTo } from '../../openapi/places.ts';
import { requestShapeOf } from '../../openapi/request-shape.ts';
import type { RequestRule } from '../rule.ts';

export const repeatedQueryParameter: RequestRule = {
  name: 'repeated-query-parameter',
  severity: 'error',
  summary: 'A client gives a query parameter that takes one value once',
  reason: 'Which of the values counts is not said anywhere, and most servers refuse both.',
  source: 'documented',
  examples: {
    broken: 'calls listFiles with status=completed&status=failed',
    sound: 'calls listFiles twice, once with each status',
  },
  judge({ operation, version, query }, tell) {
    for (const name in query) {
      if ((query[name]?.length ?? 0) < 2 || operation === null) continue;
      const parameter = requestShapeOf(version, operation)?.query.get(name);
      if (!parameter || parameter.schema.type === 'array') continue;
      tell({
        text: `${operation} takes one value of the query parameter "${name}", and got ${query[name]?.length}`,
        remedy: 'send one value, and a request for each where several are wanted',
        place: `query parameter "${name}"`,
        document: pointerTo(parameter.place),
      });
    }
  },
};
