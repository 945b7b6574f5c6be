// An error of the API: everything thrown becomes the one shape that its document has.
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ApiError } from '../errors/api-error.ts';
import type { AppEnv } from './context.ts';

/** The response to a request in which something was thrown; `onDefect` gets what is no ApiError. */
export function errorResponse(
  c: Context<AppEnv>,
  thrown: unknown,
  onDefect: (thrown: unknown) => void,
): Response {
  const isExpected = thrown instanceof ApiError;
  if (!isExpected) onDefect(thrown);
  const error = isExpected ? thrown : ApiError.of('unexpected-error', c.get('requestId'));
  const { message, status, headers } = error;
  c.env.errorCase = error.case;
  return c.json({ error: message }, status as ContentfulStatusCode, headers);
}
