// A body whose content type is not the one that the operation takes.
import { quote } from '../../errors/cases/error-case.ts';
import { pointerTo } from '../../openapi/places.ts';
import { shapeOf } from '../facts.ts';
import type { RequestRule } from '../rule.ts';

export const wrongContentType: RequestRule = {
  name: 'wrong-content-type',
  severity: 'error',
  summary: 'A client says what kind of body it sends',
  reason: 'The API does not read a body of another type.',
  source: 'documented',
  examples: {
    broken: 'posts JSON with the header "Content-Type: text/plain", as fetch does by itself',
    sound: 'posts JSON with the header "Content-Type: application/json"',
  },
  errorCases: ['wrong-content-type'],
  judge(exchange, tell) {
    const { operation } = exchange;
    const body = shapeOf(exchange)?.body;
    if (!body) return;
    const given = exchange.header('content-type');
    tell({
      text: `${operation} takes a body of type ${body.contentType}, and got one ${given ? `of type ${quote(given)}` : 'without a type'}`,
      remedy: body.contentType.startsWith('multipart/')
        ? 'send a form, and let the HTTP client set the header Content-Type: it makes the boundary'
        : `send the header "Content-Type: ${body.contentType}"`,
      place: 'header Content-Type',
      document: pointerTo([...body.place, 'content']),
    });
  },
};
