// No body where one is required.
import { pointerTo } from '../../openapi/places.ts';
import type { Exchange } from '../exchange.ts';
import { shapeOf } from '../facts.ts';
import type { RequestRule } from '../rule.ts';

/** Whether a request that was refused for its body has none. */
export const lacksBody = ({ errorCase, invalid, body, bodyLength }: Exchange): boolean =>
  errorCase === 'malformed-json' ? bodyLength === 0 : invalid?.target === 'json' && body === undefined;

export const missingBody: RequestRule = {
  name: 'missing-body',
  severity: 'error',
  summary: 'A client sends a body where one is required',
  reason: 'The API refuses the request.',
  source: 'documented',
  examples: {
    broken: 'posts to createTag without a body',
    sound: 'posts to createTag with {"label": …, "value": …, "file_id": …}',
  },
  errorCases: ['invalid-request', 'malformed-json'],
  judge(exchange, tell) {
    const { operation } = exchange;
    const body = shapeOf(exchange)?.body;
    if (!body || !lacksBody(exchange)) return;
    tell({
      text: `${operation} requires a body, and got none`,
      remedy: `send one, with the header "Content-Type: ${body.contentType}"`,
      place: 'body',
      document: pointerTo(body.place),
    });
  },
};
