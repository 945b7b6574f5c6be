// A body that is not valid JSON.
import { pointerTo } from '../../openapi/places.ts';
import { shapeOf } from '../facts.ts';
import type { RequestRule } from '../rule.ts';
import { lacksBody } from './missing-body.ts';
import { sentencesOf } from './sentences.ts';

export const malformedJson: RequestRule = {
  name: 'malformed-json',
  severity: 'error',
  summary: 'A client sends valid JSON',
  reason: 'The API refuses the request.',
  source: 'documented',
  examples: {
    broken: 'builds a body by hand: {"url": "…",}',
    sound: 'lets its JSON library write the body',
  },
  errorCases: ['malformed-json'],
  judge(exchange, tell) {
    const body = shapeOf(exchange)?.body;
    if (!body || lacksBody(exchange)) return;
    tell({
      text: sentencesOf(exchange).text,
      remedy: 'let a JSON library write the body',
      place: 'body',
      document: pointerTo(body.place),
    });
  },
};
