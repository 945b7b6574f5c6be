// Whatever was thrown on a request's way, as the one shape of error that the API has.
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { AppEnv } from '../env.ts';
import { ApiError } from './errors.ts';

/** The answer that an error is. */
export function errorResponse(c: Context<AppEnv>, error: ApiError): Response {
  const { message, status, headers } = error;
  // Whoever asks without a port may come without a door.
  if (c.env) c.env.errorCase = error.case;
  return c.json({ error: message }, status, headers);
}

/** The error that something thrown amounts to; what nobody meant to throw goes to `onDefect` first. */
export function toApiError(
  thrown: unknown,
  c: Context<AppEnv>,
  onDefect: (thrown: unknown) => void,
): ApiError {
  if (thrown instanceof ApiError) return thrown;
  if (thrown instanceof HTTPException && thrown.status === 415) {
    return ApiError.of('wrong-content-type', 'application/json', c.req.header('content-type'));
  }
  onDefect(thrown);
  return ApiError.of('unexpected-error', c.get('requestId'));
}
