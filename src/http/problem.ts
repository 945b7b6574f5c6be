// An error of the control plane: problem details, as RFC 9457 has them.
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { SnapshotError } from '../control/snapshot.ts';
import { ApiError } from '../errors/api-error.ts';
import { Conflict } from '../errors/conflict.ts';
import { FieldsError } from '../errors/fields-error.ts';
import type { AdminSchemas } from '../openapi/admin.ts';
import { DurationError } from '../time/clock.ts';
import type { AppEnv } from './context.ts';

const TITLES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** An error of the control plane itself. */
export class Refusal extends Error {
  readonly status: 401 | 403 | 404;

  constructor(status: 401 | 403 | 404, message: string) {
    super(message);
    this.status = status;
  }

  /** For a path that the control plane does not have. */
  static of(method: string, path: string): Refusal {
    return new Refusal(
      404,
      `the control plane has no ${method} ${JSON.stringify(path)}: GET /openapi.admin.yaml lists what it has`,
    );
  }
}

/** Mistakes in what was sent, not in this program. */
const MISTAKES = [FieldsError, SnapshotError, DurationError];

function statusOf(thrown: unknown): number {
  if (MISTAKES.some((mistake) => thrown instanceof mistake)) return 400;
  if (thrown instanceof Conflict) return 409;
  return thrown instanceof ApiError || thrown instanceof Refusal ? thrown.status : 500;
}

/** A sentence, however the text was written. */
export const sentence = (text: string) =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`;

function detailOf(thrown: unknown, status: number, c: Context<AppEnv>): string {
  if (status === 500) return ApiError.of('unexpected-error', c.get('requestId')).message;
  return sentence((thrown as Error).message);
}

/** The response to a request in which something was thrown; `onDefect` gets what is no known error. */
export function problemResponse(
  c: Context<AppEnv>,
  thrown: unknown,
  onDefect: (thrown: unknown) => void,
): Response {
  const status = statusOf(thrown);
  if (status === 500) onDefect(thrown);
  const body: AdminSchemas['Problem'] = {
    type: 'about:blank',
    title: TITLES[status] ?? 'Error',
    status,
    detail: detailOf(thrown, status, c),
    ...(thrown instanceof FieldsError && { errors: thrown.problems }),
  };
  return c.json(body, status as ContentfulStatusCode, {
    ...(thrown instanceof ApiError && thrown.headers),
    'content-type': 'application/problem+json',
  });
}
