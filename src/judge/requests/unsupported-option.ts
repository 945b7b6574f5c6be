// An option that the connector or the collection does not have.
import { pointerTo } from '../../openapi/places.ts';
import { shapeOf } from '../facts.ts';
import type { RequestRule } from '../rule.ts';
import { sentencesOf } from './sentences.ts';

export const unsupportedOption: RequestRule = {
  name: 'unsupported-option',
  severity: 'error',
  summary: 'A client imports with what the type of the connector and of the collection can do',
  reason: 'The API refuses the request.',
  source: 'documented',
  examples: {
    broken: 'creates an import of a Grain connector with the filter "path"',
    sound: 'creates an import of a Grain connector with the filter "title_search"',
  },
  errorCases: ['connector-not-importable', 'import-filter-unsupported', 'import-option-of-metadata'],
  judge(exchange, tell) {
    const { errorCase } = exchange;
    const body = shapeOf(exchange)?.body;
    if (!body || !errorCase) return;
    const { text, remedy = 'leave it out' } = sentencesOf(exchange);
    tell({
      text,
      remedy,
      place: 'body',
      kind: `${errorCase} ${text}`,
      document: pointerTo(body.shape.place),
    });
  },
};
