// A body that is sent to an operation that takes none.
import { pointerTo } from '../../openapi/places.ts';
import { shapeOf } from '../facts.ts';
import type { RequestRule } from '../rule.ts';

/** Bytes of what clients send where they have nothing to send: `{}`, `[]`, `""` or `null`. */
const NOTHING = 4;

export const unexpectedBody: RequestRule = {
  name: 'unexpected-body',
  severity: 'warning',
  summary: 'A client sends no body to an operation that takes none',
  reason: 'The API ignores it, and some servers between refuse a GET or DELETE that has one.',
  source: 'documented',
  examples: {
    broken: 'calls deleteFile with {"file_id": …} as its body',
    sound: 'calls deleteFile without a body',
  },
  judge(exchange, tell) {
    const { operation } = exchange;
    const shape = shapeOf(exchange);
    if (!shape || shape.body || !((exchange.bodyLength ?? 0) > NOTHING)) return;
    tell({
      text: `${operation} takes no body, and got one`,
      remedy: 'send no body; what the operation takes is in its path and query',
      place: 'body',
      document: pointerTo(shape.place),
    });
  },
};
