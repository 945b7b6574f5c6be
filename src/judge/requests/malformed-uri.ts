// A URI in a form that its source does not have, or of a page that shows a video.
import { pointerTo } from '../../openapi/places.ts';
import { shapeOf } from '../facts.ts';
import type { RequestRule } from '../rule.ts';
import { sentencesOf } from './sentences.ts';

export const malformedUri: RequestRule = {
  name: 'malformed-uri',
  severity: 'warning',
  summary: 'A client sends URIs in the forms that the document has',
  reason: 'The API refuses others. It is a warning, since the URI may come from a user of the client.',
  source: 'documented',
  examples: {
    broken: 'syncs grain://meeting/abc123',
    sound: 'syncs the field "uri" of an item as browsing gave it: grain://recording/abc123',
  },
  errorCases: ['unreadable-uri', 'unreadable-url', 'page-host'],
  judge(exchange, tell) {
    const { errorCase } = exchange;
    const shape = shapeOf(exchange);
    if (!shape || !errorCase) return;
    const field = shape.body?.shape.fields?.get('url');
    const { text, remedy = 'write it in a form that the document has' } = sentencesOf(exchange);
    tell({
      text,
      remedy,
      place: field ? 'body field "url"' : 'query parameter "url"',
      kind: errorCase,
      document: pointerTo((field ?? shape.query.get('url') ?? shape).place),
    });
  },
};
