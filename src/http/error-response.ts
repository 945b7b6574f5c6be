// Whatever was thrown on a request's way, as the one shape of error that the API has.
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ApiError } from '../errors/api-error.ts';
import type { AppEnv } from './context.ts';

/** The answer that something thrown is; what nobody meant to throw goes to `onDefect` first. */
export function errorResponse(
  c: Context<AppEnv>,
  thrown: unknown,
  onDefect: (thrown: unknown) => void,
): Response {
  const isMeant = thrown instanceof ApiError;
  if (!isMeant) onDefect(thrown);
  const error = isMeant ? thrown : ApiError.of('unexpected-error', c.get('requestId'));
  const { message, status, headers } = error;
  // Whoever asks without a port may come without a door.
  if (c.env) c.env.errorCase = error.case;
  return c.json({ error: message }, status as ContentfulStatusCode, headers);
}
