// A request without an API key.
import type { RequestRule } from '../rule.ts';

export const AUTHORIZATION = 'header Authorization';
export const SECURITY = '/components/securitySchemes/bearerAuth';

export const missingApiKey: RequestRule = {
  name: 'missing-api-key',
  severity: 'error',
  summary: 'A client sends its API key with every request',
  reason: 'The API refuses every request without one.',
  source: 'documented',
  examples: {
    broken: 'calls listFiles without the header Authorization',
    sound: 'calls listFiles with "Authorization: Bearer <key>"',
  },
  errorCases: ['missing-api-key'],
  judge(exchange, tell) {
    if (exchange.header('authorization') !== undefined) return;
    tell({
      text: `${exchange.operation} was called without an API key`,
      remedy: 'send the header Authorization, with the value "Bearer <key>", in every request',
      place: AUTHORIZATION,
      document: SECURITY,
    });
  },
};
