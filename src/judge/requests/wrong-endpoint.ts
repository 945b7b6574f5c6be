// A URI that another operation takes.
import { pointerTo } from '../../openapi/places.ts';
import { shapeOf } from '../facts.ts';
import type { RequestRule } from '../rule.ts';
import { sentencesOf } from './sentences.ts';

export const wrongEndpoint: RequestRule = {
  name: 'wrong-endpoint',
  severity: 'error',
  summary: 'A client sends each URI to the operation, and through the connector, that takes it',
  reason: 'The API refuses it; which operation takes what is known before it is asked.',
  source: 'documented',
  examples: {
    broken: 'sends a YouTube link to syncFileFromUrl, or a Grain URI through an S3 connector',
    sound: 'sends a YouTube link to addMedia, and a Grain URI through a Grain connector',
  },
  errorCases: [
    'type-mismatch',
    'public-url',
    'connector-uri',
    'youtube-url',
    'not-youtube-url',
    'cloudglue-uri',
    'folder-uri',
  ],
  judge(exchange, tell) {
    const { errorCase } = exchange;
    const shape = shapeOf(exchange);
    if (!shape || !errorCase) return;
    const field = shape.body?.shape.fields?.get('url');
    const { text, remedy = 'send it to the operation that takes it' } = sentencesOf(exchange);
    tell({
      text,
      remedy,
      place: field ? 'body field "url"' : 'query parameter "url"',
      kind: errorCase,
      document: pointerTo((field ?? shape.query.get('url') ?? shape).place),
    });
  },
};
